import { Decimal } from 'decimal.js';
import { denominator, type Num, num, numerator } from './num-exact.js';
import { abs, lt, sign } from './num-order.js';
import { parseNum } from './num-text.js';

/** Roots, logarithms and non-integer powers are rounded half-even to this many decimals. */
const WORKING_DIGITS = 20;

/** Undefined below zero. */
export function sqrt(a: Num): Num | undefined {
  return sign(a) < 0 ? undefined : working(decimal(a).sqrt());
}

/** The natural logarithm; undefined at zero and below. */
export function ln(a: Num): Num | undefined {
  return sign(a) <= 0 ? undefined : working(decimal(a).ln());
}

/** e to the power `a`; undefined where `a` is above 1000. */
export function exp(a: Num): Num | undefined {
  if (lt(MAX_EXPONENT, a)) return undefined;
  return lt(a, -VANISHES) ? 0 : working(decimal(a).exp());
}

/**
 * Exact for integer exponents (0 to the power 0 is 1), else at the working digits.
 * Undefined for zero to a negative power, a negative base with a fractional exponent, and results of unreasonable size.
 */
export function pow(a: Num, b: Num): Num | undefined {
  if (typeof b === 'number') return integerPower(a, b);
  if (sign(a) < 0) return undefined;
  if (sign(a) === 0) return sign(b) > 0 ? 0 : undefined;
  return lt(MAX_EXPONENT, abs(b)) ? undefined : working(decimal(a).pow(decimal(b)));
}

const MAX_EXPONENT = 1000;
const MAX_BITS = 65_536;
const MAX_MAGNITUDE = 10_000;
// e^-60 is below half a unit of the last working digit.
const VANISHES = 60;

// A clone of our own: another user of decimal.js in the same program cannot change its precision.
const Working: Decimal.Constructor = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_EVEN,
  defaults: true,
});

function decimal(a: Num): Decimal {
  return new Working(String(numerator(a))).div(String(denominator(a)));
}

function working(a: Decimal): Num | undefined {
  if (!a.isFinite() || a.e > MAX_MAGNITUDE) return undefined;
  return parseNum(a.toDecimalPlaces(WORKING_DIGITS, Decimal.ROUND_HALF_EVEN).toFixed());
}

function integerPower(a: Num, b: number): Num | undefined {
  if (b === 0 || a === 1) return 1;
  if (a === 0) return b > 0 ? 0 : undefined;
  if (a === -1) return b % 2 === 0 ? 1 : -1;
  const times = Math.abs(b);
  const n = numerator(a);
  const d = denominator(a);
  if (times * Math.max(bits(n), bits(d)) > MAX_BITS) return undefined;
  const up = n ** BigInt(times);
  const down = d ** BigInt(times);
  return b > 0 ? num(up, down) : num(down, up);
}

function bits(a: bigint): number {
  return 4 * a.toString(16).length;
}
