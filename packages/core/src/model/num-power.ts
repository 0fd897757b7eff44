import { Decimal } from 'decimal.js';
import { denominator, type Num, num, numerator } from './num-exact.js';
import { abs, lt, sign } from './num-order.js';
import { exactRoot } from './num-root.js';
import { parseNum } from './num-text.js';

/** Roots, logarithms and powers that are not rational are rounded half-even to this many decimals. */
const WORKING_DIGITS = 20;

/** Exact where the root is rational; undefined below zero. */
export function sqrt(a: Num): Num | undefined {
  return sign(a) < 0 ? undefined : (exactRoot(a, 2n) ?? working((of) => of(a).sqrt()));
}

/** The natural logarithm; undefined at zero and below. */
export function ln(a: Num): Num | undefined {
  return sign(a) <= 0 ? undefined : working((of) => of(a).ln());
}

/** e to the power `a`; undefined where `a` is above 1000. */
export function exp(a: Num): Num | undefined {
  if (lt(MAX_EXPONENT, a)) return undefined;
  return lt(a, -VANISHES) ? 0 : working((of) => of(a).exp());
}

/**
 * Exact for integer exponents (0 to the power 0 is 1) and where a root is rational, else at the working digits.
 * Undefined for zero to a negative power, a negative base with a fractional exponent, and results of unreasonable size.
 */
export function pow(a: Num, b: Num): Num | undefined {
  if (typeof b === 'number') return integerPower(a, b);
  if (sign(a) < 0) return undefined;
  if (sign(a) === 0) return sign(b) > 0 ? 0 : undefined;
  if (lt(MAX_EXPONENT, abs(b))) return undefined;
  const root = exactRoot(a, b.d);
  return (root && integerPower(root, Number(b.n))) ?? working((of) => of(a).pow(of(b)));
}

const MAX_EXPONENT = 1000;
const MAX_BITS = 65_536;
/** Before the point. */
const MAX_DIGITS = 500;
// e^-60 is below half a unit of the last working digit.
const VANISHES = 60;

/** Significant digits: those of the result, and as many again and more for what is lost on the way. */
const PRECISION = 60;

// A clone of our own: another user of decimal.js in the same program cannot change its precision.
const Working: Decimal.Constructor = Decimal.clone({
  precision: PRECISION,
  rounding: Decimal.ROUND_HALF_EVEN,
  defaults: true,
});

/** Computes anew with more digits where many stand before the point. */
function working(compute: (of: (a: Num) => Decimal) => Decimal): Num | undefined {
  let result = compute((a) => decimal(a, Working));
  if (!result.isFinite() || result.e >= MAX_DIGITS) return undefined;
  if (result.e > WORKING_DIGITS) {
    const More = Working.clone({ precision: PRECISION + result.e });
    result = compute((a) => decimal(a, More));
  }
  return parseNum(result.toDecimalPlaces(WORKING_DIGITS, Decimal.ROUND_HALF_EVEN).toFixed());
}

function decimal(a: Num, With: Decimal.Constructor): Decimal {
  return new With(String(numerator(a))).div(String(denominator(a)));
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
