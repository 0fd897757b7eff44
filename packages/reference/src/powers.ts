import { Decimal } from 'decimal.js';
import { Fraction, ONE, ZERO } from './fraction.js';

/** The square root, exact where it is rational, else to 20 decimals; unknown below zero. */
export function squareRoot(value: Fraction): Fraction | undefined {
  if (value.top < 0n) return undefined;
  const exact = rationalRoot(value, 2n);
  if (exact !== undefined) return exact;
  return toTwentyDecimals((at) => at(value).sqrt());
}

/** The natural logarithm, to 20 decimals; unknown at zero and below. */
export function naturalLogarithm(value: Fraction): Fraction | undefined {
  if (value.top <= 0n) return undefined;
  return toTwentyDecimals((at) => at(value).ln());
}

/** e to the power of the value, to 20 decimals; unknown above 1000, where the result has no reasonable size. */
export function exponential(value: Fraction): Fraction | undefined {
  if (value.compare(LARGEST_EXPONENT) > 0) return undefined;
  if (value.compare(LARGEST_EXPONENT.negated()) < 0) return ZERO;
  return toTwentyDecimals((at) => at(value).exp());
}

/** Exact for whole exponents and rational roots, else to 20 decimals; unknown where there is no real result or none of reasonable size. */
export function power(base: Fraction, exponent: Fraction): Fraction | undefined {
  const times = exponent.asInteger();
  if (times !== undefined) return wholePower(base, times);
  if (base.top < 0n) return undefined;
  if (base.top === 0n) return exponent.top > 0n ? ZERO : undefined;
  const size = exponent.top < 0n ? exponent.negated() : exponent;
  if (size.compare(LARGEST_EXPONENT) > 0) return undefined;
  const root = rationalRoot(base, exponent.bottom);
  const exact = root && wholePower(root, Number(exponent.top));
  return exact ?? toTwentyDecimals((at) => at(base).pow(at(exponent)));
}

const LARGEST_EXPONENT = Fraction.whole(1000);
const DECIMALS = 20;
const GUARD = 20;
const MOST_DIGITS = 500;

function wholePower(base: Fraction, times: number): Fraction | undefined {
  if (times === 0 || base.compare(ONE) === 0) return ONE;
  if (base.top === 0n) return times > 0 ? ZERO : undefined;
  if (base.compare(ONE.negated()) === 0) return times % 2 === 0 ? ONE : base;
  if (Math.abs(times) * Math.max(bits(base.top), bits(base.bottom)) > 65_536) return undefined;
  const raised = new Fraction(base.top ** BigInt(Math.abs(times)), base.bottom ** BigInt(Math.abs(times)));
  return times > 0 ? raised : ONE.over(raised);
}

function rationalRoot(value: Fraction, degree: bigint): Fraction | undefined {
  const [top, bottom] = [wholeRoot(value.top, degree), wholeRoot(value.bottom, degree)];
  return top === undefined || bottom === undefined ? undefined : new Fraction(top, bottom);
}

/** Halves the span in which the root lies. What has fewer bits than the degree has no root but 0 and 1. */
function wholeRoot(value: bigint, degree: bigint): bigint | undefined {
  if (value < 2n) return value;
  const length = value.toString(2).length;
  if (degree >= BigInt(length)) return undefined;
  let [low, high] = [1n, 1n << (BigInt(length) / degree + 1n)];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (middle ** degree < value) low = middle + 1n;
    else high = middle;
  }
  return low ** degree === value ? low : undefined;
}

/** Four for each hexadecimal digit, the sign among them. */
function bits(value: bigint): number {
  return 4 * value.toString(16).length;
}

/** Computes twice: once to see how many digits stand before the point, then with that many more. */
function toTwentyDecimals(compute: (at: (value: Fraction) => Decimal) => Decimal): Fraction | undefined {
  const rough = withPrecision(DECIMALS + GUARD, compute);
  if (!rough.isFinite() || rough.e >= MOST_DIGITS) return undefined;
  const exact = withPrecision(Math.max(rough.e, 0) + DECIMALS + 2 * GUARD, compute);
  return Fraction.parse(exact.toDecimalPlaces(DECIMALS, Decimal.ROUND_HALF_EVEN).toFixed());
}

function withPrecision(precision: number, compute: (at: (value: Fraction) => Decimal) => Decimal): Decimal {
  const Own = Decimal.clone({ precision, rounding: Decimal.ROUND_HALF_EVEN, defaults: true });
  return compute((value) => new Own(String(value.top)).div(String(value.bottom)));
}
