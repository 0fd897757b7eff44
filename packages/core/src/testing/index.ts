export { arbitraryCondition, type Fact } from './arbitrary-condition.js';
export { arbitraryEvents } from './events.js';
export { arbitraryLens } from './lens.js';
export { arbitraryRubric, arbitraryScheme, type Scheme, type SchemeOptions } from './scheme.js';
