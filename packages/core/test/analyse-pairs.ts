import type { Pair } from './analyse-pair.js';
import { placePairs } from './analyse-pairs-places.js';
import { rulePairs } from './analyse-pairs-rules.js';
import { timePairs } from './analyse-pairs-time.js';
import { valuePairs } from './analyse-pairs-values.js';

/** For every code rubrics with one fault, each beside the same without it. */
export function faultyPairs(): readonly Pair[] {
  return [...rulePairs(), ...placePairs(), ...valuePairs(), ...timePairs()];
}
