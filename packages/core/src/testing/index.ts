export { arbitraryCondition, type Fact } from './arbitrary-condition.js';
export { arbitraryEvents } from './events.js';
export { schemeFiles } from './files.js';
export { arbitraryLens } from './lens.js';
export {
  arbitraryCase,
  arbitraryRubric,
  arbitraryScheme,
  type Case,
  type Scheme,
  type SchemeOptions,
} from './scheme.js';
