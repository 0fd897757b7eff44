import type { Hit } from './model/outcome.js';
import type { Outcome } from './outcome.js';
import { hitsOf } from './replay/hits.js';

/** Which rules were tried on which events and rows, and whether their conditions held: what never fired shows here. */
export function ruleHits(outcome: Outcome): readonly Hit[] {
  return hitsOf(outcome.session.reader);
}
