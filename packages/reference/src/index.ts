export { type Hit, referenceHits } from './hits.js';
export { type ReferenceOutcome, referenceOutcome } from './outcome.js';
