// Exact fractions, so that this oracle shares no arithmetic with the engine it is compared with.

export interface Frac {
  readonly n: bigint;
  readonly d: bigint;
}

export const whole = (value: number): Frac => ({ n: BigInt(value), d: 1n });

/** Reads a number as the decimal it prints as. */
export function decimal(value: number): Frac {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (match === null) throw new Error(`${value} is not a plain decimal`);
  const [, sign = '', integer = '', fraction = ''] = match;
  return { n: BigInt(`${sign}${integer}${fraction}`), d: 10n ** BigInt(fraction.length) };
}

export const plus = (one: Frac, other: Frac): Frac => ({ n: one.n * other.d + other.n * one.d, d: one.d * other.d });

export const minus = (one: Frac, other: Frac): Frac => plus(one, { n: -other.n, d: other.d });

export const times = (one: Frac, other: Frac): Frac => ({ n: one.n * other.n, d: one.d * other.d });

export function over(one: Frac, other: Frac): Frac {
  if (other.n === 0n) throw new Error('division by zero');
  const sign = other.n < 0n ? -1n : 1n;
  return { n: one.n * other.d * sign, d: one.d * other.n * sign };
}

export const sum = (values: readonly Frac[]): Frac => values.reduce(plus, whole(0));

export const mean = (values: readonly Frac[]): Frac => over(sum(values), whole(values.length));

/** Negative, zero or positive, for sorting upwards. */
export function compare(one: Frac, other: Frac): number {
  const difference = one.n * other.d - other.n * one.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const least = (one: Frac, other: Frac): Frac => (compare(one, other) <= 0 ? one : other);

export const most = (one: Frac, other: Frac): Frac => (compare(one, other) >= 0 ? one : other);

/** Half-up to 0.01; every rounded quantity of the scheme is at least 0. */
export function cents(value: Frac): Frac {
  const doubled = 200n * value.n + value.d;
  return { n: doubled / (2n * value.d), d: 100n };
}

/** Two decimals of a value that is already a multiple of 0.01. */
export function show(value: Frac): string {
  const scaled = (100n * value.n) / value.d;
  if (scaled * value.d !== 100n * value.n) throw new Error('not a multiple of 0.01');
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(3, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
