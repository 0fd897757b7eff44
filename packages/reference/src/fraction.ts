import type { Num, RoundMode } from './model.js';

/** An exact rational in lowest terms with a positive denominator. Its fields are plain, so that a deep copy stays a fraction. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom: bigint = 1n) {
    if (bottom === 0n) throw new RangeError('a fraction with denominator zero');
    const sign = bottom < 0n ? -1n : 1n;
    const common = greatestCommonDivisor(top, bottom);
    this.top = (sign * top) / common;
    this.bottom = (sign * bottom) / common;
  }

  static whole(value: number): Fraction {
    return new Fraction(BigInt(value));
  }

  /** A number of the parsed model: an integer, or a fraction of two bigints. */
  static fromModel(value: Num): Fraction {
    return typeof value === 'number' ? Fraction.whole(value) : new Fraction(value.n, value.d);
  }

  /** A numeral in JSON's grammar; undefined for any other text. */
  static parse(text: string): Fraction | undefined {
    const parts = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/.exec(text);
    if (parts === null) return undefined;
    const [, sign = '', whole = '', decimals = '', exponent = '0'] = parts;
    const digits = BigInt(sign + whole + decimals);
    const shift = Number(exponent) - decimals.length;
    return shift >= 0 ? new Fraction(digits * 10n ** BigInt(shift)) : new Fraction(digits, 10n ** BigInt(-shift));
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom);
  }

  over(other: Fraction): Fraction | undefined {
    return other.top === 0n ? undefined : new Fraction(this.top * other.bottom, this.bottom * other.top);
  }

  negated(): Fraction {
    return new Fraction(-this.top, this.bottom);
  }

  /** Below zero, zero or above zero, as this is less than, equal to or greater than the other. */
  compare(other: Fraction): number {
    const difference = this.minus(other).top;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  floor(): Fraction {
    return this.round(0, 'floor');
  }

  /** The safe integer that this is; undefined where it is none. */
  asInteger(): number | undefined {
    const value = Number(this.top);
    return this.bottom === 1n && Number.isSafeInteger(value) ? value : undefined;
  }

  round(digits: number, mode: RoundMode): Fraction {
    const power = new Fraction(10n ** BigInt(Math.abs(digits)));
    const step = digits >= 0 ? new Fraction(1n, power.top) : power;
    const steps = new Fraction(this.top * step.bottom, this.bottom * step.top);
    return new Fraction(nearest(steps, mode)).times(step);
  }

  /** `1013.63` where the decimal ends, else `2/37`. */
  toString(): string {
    let digits = 0;
    let rest = this.bottom;
    while (rest % 10n === 0n) [rest, digits] = [rest / 10n, digits + 1];
    while (rest % 2n === 0n) [rest, digits] = [rest / 2n, digits + 1];
    while (rest % 5n === 0n) [rest, digits] = [rest / 5n, digits + 1];
    if (rest !== 1n) return `${this.top}/${this.bottom}`;
    const scaled = (this.top * 10n ** BigInt(digits)) / this.bottom;
    const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
    const cut = text.length - digits;
    return `${scaled < 0n ? '-' : ''}${text.slice(0, cut)}${digits > 0 ? `.${text.slice(cut)}` : ''}`;
  }
}

export const ZERO: Fraction = new Fraction(0n);
export const ONE: Fraction = new Fraction(1n);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function nearest(value: Fraction, mode: RoundMode): bigint {
  const cut = value.top / value.bottom;
  if (cut * value.bottom === value.top) return cut;
  const below = value.top < 0n ? cut - 1n : cut;
  const above = below + 1n;
  const negative = value.top < 0n;
  const [inward, outward] = negative ? [above, below] : [below, above];
  const half = value.minus(new Fraction(2n * below + 1n, 2n)).top;
  const closer = half < 0n ? below : above;
  switch (mode) {
    case 'floor':
      return below;
    case 'ceil':
      return above;
    case 'down':
      return inward;
    case 'up':
      return outward;
    case 'half-up':
      return half === 0n ? above : closer;
    case 'half-down':
      return half === 0n ? below : closer;
    case 'half-away':
      return half === 0n ? outward : closer;
    case 'half-even':
      return half !== 0n ? closer : below % 2n === 0n ? below : above;
  }
}
