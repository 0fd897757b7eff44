import { type Num, num } from './num-exact.js';

/** Reads a decimal numeral in JSON's grammar ('12.50', '-3', '1e-3'); undefined for any other text, and for exponents beyond ±1000. */
export function parseNum(text: string): Num | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const parts = NUMERAL.exec(text);
  if (parts === null) return undefined;
  const [, minus = '', whole = '', decimals = '', exponent = '0'] = parts;
  const shift = Number(exponent);
  if (Math.abs(shift) > MAX_EXPONENT) return undefined;
  const digits = BigInt(whole + decimals);
  return scaled(minus === '' ? digits : -digits, shift - decimals.length);
}

/** The decimal that `x` prints as, so 0.1 is one tenth. Throws on NaN and infinities. */
export function fromDouble(x: number): Num {
  if (Number.isSafeInteger(x)) return x + 0;
  const read = parseNum(String(x));
  if (read === undefined) throw new RangeError(`${x} is no number`);
  return read;
}

/** The exact decimal where it ends ('1013.63', '-0.5', '12'), else the fraction in lowest terms ('2/37'). */
export function printNum(a: Num): string {
  if (typeof a === 'number') return String(a);
  const digits = decimalsOf(a.d);
  if (digits === undefined) return `${a.n}/${a.d}`;
  return pointed((a.n * 10n ** BigInt(digits)) / a.d, digits);
}

/** The inverse of `printNum`: a decimal numeral or a fraction 'n/d'. */
export function parsePrinted(text: string): Num | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const parts = FRACTION.exec(text);
  if (parts === null) return parseNum(text);
  const [, n = '', d = ''] = parts;
  return num(BigInt(n), BigInt(d));
}

/** The nearest double, for charts only: nothing may be decided by it. */
export function numToDouble(a: Num): number {
  if (typeof a === 'number') return a;
  const shift = String(a.d).length - String(a.n).length + DOUBLE_DIGITS;
  const n = shift >= 0 ? a.n * 10n ** BigInt(shift) : a.n / 10n ** BigInt(-shift);
  return Number(`${n / a.d}e${-shift}`);
}

const NUMERAL = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;
const FRACTION = /^(-?[1-9][0-9]*)\/([1-9][0-9]*)$/;
const MAX_EXPONENT = 1000;
const MAX_LENGTH = 100_000;
const DOUBLE_DIGITS = 25;

function scaled(digits: bigint, shift: number): Num {
  return shift >= 0 ? num(digits * 10n ** BigInt(shift)) : num(digits, 10n ** BigInt(-shift));
}

/** How many decimals 1/d has; undefined where it never ends. */
function decimalsOf(d: bigint): number | undefined {
  const twos = powerOf(2n, d);
  const fives = powerOf(5n, twos.rest);
  return fives.rest === 1n ? Math.max(twos.times, fives.times) : undefined;
}

function powerOf(prime: bigint, of: bigint): { times: number; rest: bigint } {
  let times = 0;
  let rest = of;
  while (rest % prime === 0n) {
    rest /= prime;
    times += 1;
  }
  return { times, rest };
}

function pointed(scaledUp: bigint, digits: number): string {
  if (digits === 0) return String(scaledUp);
  const minus = scaledUp < 0n ? '-' : '';
  const text = String(scaledUp < 0n ? -scaledUp : scaledUp).padStart(digits + 1, '0');
  return `${minus}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
