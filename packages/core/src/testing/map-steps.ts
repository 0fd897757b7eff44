import type { Json } from '../model/json.js';
import { numberFormula } from './formula.js';
import { name, type Scope, withNames } from './scope.js';
import type { Tape } from './tape.js';

const MODES: readonly string[] = ['half-up', 'half-even', 'half-away', 'half-down', 'up', 'down', 'ceil', 'floor'];
export const TIES: readonly string[] = ['standard', 'modified', 'dense', 'ordinal', 'fractional'];

/** Steps of a curve on a number; `cohorts` are those whose members the keys in scope name. */
export function mapStepFrom(tape: Tape, scope: Scope, cohorts: readonly string[]): Json {
  const kinds = ['round', 'formula', 'round', 'steps', 'linear', ...(cohorts.length === 0 ? [] : ['rank', 'rank'])];
  switch (tape.pick(kinds)) {
    case 'formula':
      return numberFormula(tape, withNames(scope, name('it', 'number'), name('it', 'number'), name('it', 'number')), 2);
    case 'steps':
      return {
        kind: 'steps',
        steps: stepsFrom(tape),
        ...(tape.once(2) ? { below: tape.pick<Json>([-1, '0.5']) } : {}),
      };
    case 'linear':
      return { kind: 'linear', points: risingFrom(tape).map((x) => [x, tape.pick([0, 10, 3, -5])]) };
    case 'rank':
      return { kind: 'rank', among: tape.pick(cohorts), ...orderFrom(tape), ties: tape.pick(TIES) };
    default:
      return { kind: 'round', digits: tape.pick([0, -1, 1, -1, 2]), mode: tape.pick(MODES) };
  }
}

export function orderFrom(tape: Tape): { readonly order?: string } {
  const order = tape.pick(['', 'asc', 'desc']);
  return order === '' ? {} : { order };
}

function stepsFrom(tape: Tape): Json {
  return risingFrom(tape).map((from, index) => ({ from, value: tape.pick([index, 10 - index, '0.25']) }));
}

function risingFrom(tape: Tape): readonly number[] {
  let limit = tape.pick([0, -5, 1]);
  return tape.times(1, 4, () => {
    limit += tape.pick([1, 2, 0.5, 5]);
    return limit;
  });
}
