import type { JsonObject } from '../model/json.js';
import { DAYS, dateFormula, flagFormula, NUMERALS } from './formula.js';
import type { Scope } from './scope.js';
import type { Tape } from './tape.js';

interface Allows {
  readonly window: boolean;
  readonly order: boolean;
  /** Whether members can be asked which of them may go. */
  readonly where: boolean;
  readonly reduce: string;
  /** Indicators that pick an event to bound a window by. */
  readonly picks: readonly string[];
}

/** Which members count. `members` is what a member can name; best and worst need values that have an order. */
export function takeFrom(tape: Tape, scope: Scope, members: Scope, allows: Allows): JsonObject {
  const time = allows.window && tape.once(4) ? windowFrom(tape, scope, members) : {};
  const order = allows.picks.length > 0 && tape.once(2) ? boundsFrom(tape, allows.picks) : {};
  const bounds = { ...time, ...order };
  const window = Object.keys(bounds).length === 0 ? {} : { window: bounds };
  const keep = tape.once(4)
    ? {
        keep: {
          [tape.pick(allows.order ? ['best', 'worst', 'latest', 'first'] : ['latest', 'first'])]: countFrom(tape),
        },
      }
    : {};
  const drop = allows.order && tape.once(4) ? { drop: dropFrom(tape, members, allows) } : {};
  const take = { ...window, ...keep, ...drop };
  return Object.keys(take).length === 0 ? {} : { take };
}

function windowFrom(tape: Tape, scope: Scope, members: Scope): JsonObject {
  const by = members.hasEvent ? tape.pick(['effective', 'time', 'date(time)']) : dateFormula(tape, members, 1);
  const isInstant = members.hasEvent && by !== 'date(time)';
  const bound = (): string => (isInstant ? `startOf(${boundFrom(tape, scope)})` : boundFrom(tape, scope));
  const from = { from: bound() };
  const until = tape.once(2) ? { until: bound() } : {};
  return { ...(by === 'effective' ? {} : { by }), ...from, ...until };
}

function boundsFrom(tape: Tape, picks: readonly string[]): JsonObject {
  const after = { after: tape.pick(picks) };
  const before = { before: tape.pick(picks) };
  return tape.pick([after, before, { ...after, ...before }]);
}

function boundFrom(tape: Tape, scope: Scope): string {
  if (scope.keys.includes('period') && tape.once(2)) return tape.pick(['yearStart(period)', 'quarterStart(period, 2)']);
  return tape.once(3) ? 'addDays(today, -60)' : `date('${tape.pick(DAYS)}')`;
}

function countFrom(tape: Tape): string | number {
  return tape.pick<string | number>([1, 2, 3, 'floor(size / 2)', 'size - 1', '1.5', 0]);
}

function dropFrom(tape: Tape, members: Scope, { where, reduce }: Allows): JsonObject {
  const free = where && tape.once(3) ? { where: flagFormula(tape, members, 1) } : {};
  if (reduce === 'mean' && tape.once(2)) return { worst: countFrom(tape), optimal: true, ...free };
  const best = tape.once(2) ? { best: countFrom(tape) } : {};
  const worst = Object.keys(best).length === 0 || tape.once(2) ? { worst: countFrom(tape) } : {};
  return { ...best, ...worst, ...free };
}

/** Zero stands only for numbers. */
export function missingFrom(tape: Tape, isNumber = true): JsonObject {
  const missing = tape.pick(['', 'skip', isNumber ? 'zero' : 'skip', 'skip', 'unknown']);
  return missing === '' ? {} : { missing };
}

export function needFrom(tape: Tape): JsonObject {
  return tape.once(5) ? { need: tape.pick<string | number>([1, 2, 3, 'floor(size / 2)']) } : {};
}

/** A weight is mostly a literal, at times one that makes the sum of weights zero. */
export function weightFrom(tape: Tape, names: readonly string[]): string | number {
  return tape.pick<string | number>([1, 2, '0.5', 0, ...names, tape.pick(NUMERALS)]);
}
