import { add, ceil, cmp, floor, type Num, sub } from '../model/num.js';

/** One stretch of the number line; an absent bound is no bound. */
export interface Span {
  readonly low: Num | undefined;
  readonly high: Num | undefined;
  /** Whether the bound itself is left out. */
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** Numbers, as stretches that neither meet nor overlap, in ascending order. */
export type NumberSet = readonly Span[];

export const EVERY_NUMBER: NumberSet = [{ low: undefined, high: undefined, lowOpen: true, highOpen: true }];

export function only(value: Num): NumberSet {
  return [{ low: value, high: value, lowOpen: false, highOpen: false }];
}

/** The numbers for which `number op limit` holds. */
export function compared(op: '<' | '<=' | '>' | '>=', limit: Num): NumberSet {
  const open = op === '<' || op === '>';
  return op === '<' || op === '<='
    ? [{ low: undefined, lowOpen: true, high: limit, highOpen: open }]
    : [{ low: limit, lowOpen: open, high: undefined, highOpen: true }];
}

export function meet(a: NumberSet, b: NumberSet): NumberSet {
  return a.flatMap((one) => b.flatMap((other) => common(one, other) ?? []));
}

/** By way of what is outside, which keeps the stretches in order and apart. */
export function join(a: NumberSet, b: NumberSet): NumberSet {
  return without(meet(without(a), without(b)));
}

/** What is in none of the stretches. */
export function without(set: NumberSet): NumberSet {
  const gaps: Span[] = [];
  let low: Pick<Span, 'low' | 'lowOpen'> | undefined = { low: undefined, lowOpen: true };
  for (const span of set) {
    if (span.low !== undefined && low !== undefined) {
      const gap: Span = { ...low, high: span.low, highOpen: !span.lowOpen };
      if (!isEmpty(gap)) gaps.push(gap);
    }
    low = span.high === undefined ? undefined : { low: span.high, lowOpen: !span.highOpen };
  }
  if (low !== undefined) gaps.push({ ...low, high: undefined, highOpen: true });
  return gaps;
}

/** The same whole numbers, with whole bounds that are inside. */
export function whole(set: NumberSet): NumberSet {
  return set.flatMap((span) => {
    const low = span.low === undefined ? undefined : nextWhole(span.low, span.lowOpen);
    const high = span.high === undefined ? undefined : lastWhole(span.high, span.highOpen);
    const rounded = { low, high, lowOpen: low === undefined, highOpen: high === undefined };
    return isEmpty(rounded) ? [] : [rounded];
  });
}

function nextWhole(low: Num, open: boolean): Num {
  const up = ceil(low);
  return open && cmp(up, low) === 0 ? add(up, 1) : up;
}

function lastWhole(high: Num, open: boolean): Num {
  const down = floor(high);
  return open && cmp(down, high) === 0 ? sub(down, 1) : down;
}

function common(a: Span, b: Span): Span | undefined {
  const lowest = higher(a, b) ? a : b;
  const highest = lower(a, b) ? a : b;
  const span = { low: lowest.low, lowOpen: lowest.lowOpen, high: highest.high, highOpen: highest.highOpen };
  return isEmpty(span) ? undefined : span;
}

/** Whether a begins later than b. */
function higher(a: Span, b: Span): boolean {
  if (a.low === undefined || b.low === undefined) return a.low !== undefined;
  const order = cmp(a.low, b.low);
  return order > 0 || (order === 0 && a.lowOpen);
}

/** Whether a ends before b. */
function lower(a: Span, b: Span): boolean {
  if (a.high === undefined || b.high === undefined) return a.high !== undefined;
  const order = cmp(a.high, b.high);
  return order < 0 || (order === 0 && a.highOpen);
}

function isEmpty({ low, high, lowOpen, highOpen }: Span): boolean {
  if (low === undefined || high === undefined) return false;
  const order = cmp(low, high);
  return order > 0 || (order === 0 && (lowOpen || highOpen));
}
