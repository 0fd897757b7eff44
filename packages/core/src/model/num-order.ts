import { denominator, type Num, neg, numerator } from './num-exact.js';

export function cmp(a: Num, b: Num): -1 | 0 | 1 {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  const left = numerator(a) * denominator(b);
  const right = numerator(b) * denominator(a);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Equality needs no multiplication because every number has one normal form. */
export function eq(a: Num, b: Num): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  return a.n === b.n && a.d === b.d;
}

export function lt(a: Num, b: Num): boolean {
  return cmp(a, b) < 0;
}

export function lte(a: Num, b: Num): boolean {
  return cmp(a, b) <= 0;
}

export function min(a: Num, b: Num): Num {
  return cmp(a, b) <= 0 ? a : b;
}

export function max(a: Num, b: Num): Num {
  return cmp(a, b) >= 0 ? a : b;
}

export function sign(a: Num): -1 | 0 | 1 {
  if (typeof a === 'number') return a < 0 ? -1 : a > 0 ? 1 : 0;
  return a.n < 0n ? -1 : 1;
}

export function abs(a: Num): Num {
  return sign(a) < 0 ? neg(a) : a;
}
