import { add, cmp, div, mul, type Num, neg, sign } from '../model/num.js';
import { meet, type NumberSet, only, type Span } from './number-set.js';

/** Any number. */
export const ANY: Span = { low: undefined, high: undefined, lowOpen: true, highOpen: true };

export const NOT_NEGATIVE: Span = between(0, undefined);

/** Both bounds are inside, where there are any. */
export function between(low: Num | undefined, high: Num | undefined): Span {
  return { low, high, lowOpen: low === undefined, highOpen: high === undefined };
}

/** The least stretch that holds all of them; undefined for none. */
export function hull(spans: readonly Span[]): Span | undefined {
  const [first, ...rest] = spans;
  return first && rest.reduce((a, b) => ({ ...lowest(a, b), ...highest(a, b) }), first);
}

/** Where the lesser of two numbers lies. */
export function lesser(a: Span, b: Span): Span {
  return { ...lowest(a, b), ...(endsBefore(a, b) ? highOf(a) : highOf(b)) };
}

/** Where the greater of two numbers lies. */
export function greater(a: Span, b: Span): Span {
  return { ...(endsBefore(opposite(a), opposite(b)) ? lowOf(a) : lowOf(b)), ...highest(a, b) };
}

type Low = Pick<Span, 'low' | 'lowOpen'>;
type High = Pick<Span, 'high' | 'highOpen'>;

function lowest(a: Span, b: Span): Low {
  return endsBefore(opposite(a), opposite(b)) ? lowOf(b) : lowOf(a);
}

function highest(a: Span, b: Span): High {
  return endsBefore(a, b) ? highOf(b) : highOf(a);
}

function endsBefore(a: Span, b: Span): boolean {
  if (a.high === undefined || b.high === undefined) return a.high !== undefined;
  const order = cmp(a.high, b.high);
  return order < 0 || (order === 0 && a.highOpen);
}

function lowOf({ low, lowOpen }: Span): Low {
  return { low, lowOpen };
}

function highOf({ high, highOpen }: Span): High {
  return { high, highOpen };
}

/** What both hold; the first where that is nothing, so that something is said. */
export function within(a: Span, b: NumberSet): Span {
  return hull(meet([a], b)) ?? a;
}

export function holds(set: NumberSet, value: Num): boolean {
  return meet(set, only(value)).length > 0;
}

export function sum(a: Span, b: Span): Span {
  return {
    low: a.low === undefined || b.low === undefined ? undefined : add(a.low, b.low),
    high: a.high === undefined || b.high === undefined ? undefined : add(a.high, b.high),
    lowOpen: a.lowOpen || b.lowOpen,
    highOpen: a.highOpen || b.highOpen,
  };
}

export function opposite({ low, high, lowOpen, highOpen }: Span): Span {
  return {
    low: high === undefined ? undefined : neg(high),
    high: low === undefined ? undefined : neg(low),
    lowOpen: highOpen,
    highOpen: lowOpen,
  };
}

/** A bound that may lie infinitely far away. */
type Far = Num | 'under' | 'over';

export function product(a: Span, b: Span): Span {
  const ends = bounds(a).flatMap((one) => bounds(b).map((other) => times(one, other)));
  const near = ends.filter((end): end is Num => end !== 'under' && end !== 'over');
  const ordered = near.toSorted(cmp);
  const strict = isAway(a) && isAway(b);
  const low = ends.includes('under') ? undefined : ordered[0];
  const high = ends.includes('over') ? undefined : ordered.at(-1);
  return {
    low,
    high,
    lowOpen: low === undefined || (low === 0 && strict),
    highOpen: high === undefined || (high === 0 && strict),
  };
}

function bounds({ low, high }: Span): readonly Far[] {
  return [low ?? 'under', high ?? 'over'];
}

function times(a: Far, b: Far): Far {
  const signed = signOf(a) * signOf(b);
  if (signed === 0) return 0;
  if (isFar(a) || isFar(b)) return signed > 0 ? 'over' : 'under';
  return mul(a, b);
}

function isFar(bound: Far): bound is 'under' | 'over' {
  return bound === 'under' || bound === 'over';
}

function signOf(bound: Far): number {
  if (bound === 'under') return -1;
  return bound === 'over' ? 1 : sign(bound);
}

/** Whether zero is outside. */
export function isAway(span: Span): boolean {
  return !holds([span], 0);
}

export function isNeverNegative({ low }: Span): boolean {
  return low !== undefined && sign(low) >= 0;
}

export function isNeverPositive({ high }: Span): boolean {
  return high !== undefined && sign(high) <= 0;
}

/** Any number where the divisor can be on both sides of zero. */
export function quotient(a: Span, b: Span): Span {
  if (!isAway(b) || !(isNeverNegative(b) || isNeverPositive(b))) return ANY;
  const inverse = (bound: Num | undefined): Num | undefined =>
    bound === undefined ? 0 : bound === 0 ? undefined : div(1, bound);
  const low = inverse(b.high);
  const high = inverse(b.low);
  return product(a, { low, high, lowOpen: low === undefined || low === 0, highOpen: high === undefined || high === 0 });
}
