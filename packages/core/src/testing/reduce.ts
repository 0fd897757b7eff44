import type { Json } from '../model/json.js';
import { namesOf, type Scope } from './scope.js';
import type { Tape } from './tape.js';

/** A reduction as it is written: a word, or one with a parameter from the scope of the indicator. */
export function reduceFrom(tape: Tape, reduce: string, scope: Scope): Json {
  if (reduce === 'power') return { kind: 'mean', power: tape.pick<Json>([0, -1, 2, '0.5', 1, -2]) };
  if (reduce !== 'decay') return reduce;
  const names = namesOf(scope, 'number').map(({ text }) => text);
  return { kind: 'decay', weight: tape.pick<Json>(['0.5', '0.65', 0.25, 1, tape.pick(['0', ...names.slice(-2)])]) };
}
