/** Exact rational. A JS number is always a safe integer (never -0); everything else is a `Frac` in lowest terms. */
export type Num = number | Frac;

/** `n / d` with `d > 0n` and no common factor; never an integer that a JS number holds safely. */
export interface Frac {
  readonly n: bigint;
  readonly d: bigint;
}

/** The rational `n / d` in its one normal form. Throws on a zero denominator, which is a bug of the caller. */
export function num(n: bigint, d: bigint = 1n): Num {
  if (d === 0n) throw new RangeError('a fraction with denominator zero');
  const common = d < 0n ? -gcd(n, d) : gcd(n, d);
  return normal(n / common, d / common);
}

export function add(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const da = denominator(a);
  const db = denominator(b);
  if (da === db) return num(numerator(a) + numerator(b), da);
  return num(numerator(a) * db + numerator(b) * da, da * db);
}

export function sub(a: Num, b: Num): Num {
  return add(a, neg(b));
}

export function mul(a: Num, b: Num): Num {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return num(numerator(a) * numerator(b), denominator(a) * denominator(b));
}

/** Undefined where the denominator is zero. */
export function div(a: Num, b: Num): Num | undefined {
  if (b === 0) return undefined;
  if (typeof a === 'number' && typeof b === 'number' && a % b === 0) return a / b + 0;
  return num(numerator(a) * denominator(b), denominator(a) * numerator(b));
}

export function neg(a: Num): Num {
  return typeof a === 'number' ? 0 - a : { n: -a.n, d: a.d };
}

export function numerator(a: Num): bigint {
  return typeof a === 'number' ? BigInt(a) : a.n;
}

export function denominator(a: Num): bigint {
  return typeof a === 'number' ? 1n : a.d;
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

function normal(n: bigint, d: bigint): Num {
  return d === 1n && n <= LARGEST && n >= -LARGEST ? Number(n) : { n, d };
}

/** Least common multiple of numbers above zero. */
export function lcm(a: bigint, b: bigint): bigint {
  return a % b === 0n ? a : (a / gcd(a, b)) * b;
}

/** Greatest common divisor, never negative for numbers that are not. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    if (x <= LARGEST && y <= LARGEST) return BigInt(smallGcd(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

// Euclid on doubles is several times quicker than on bigints, and nearly every operand fits.
function smallGcd(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}
