import { denominator, type Num, num, numerator } from './num-exact.js';

/** The root of a number that is not negative, where it is rational; undefined where it is not. `degree` is at least 1. */
export function exactRoot(a: Num, degree: bigint): Num | undefined {
  const n = wholeRoot(numerator(a), degree);
  const d = n === undefined ? undefined : wholeRoot(denominator(a), degree);
  return n === undefined || d === undefined ? undefined : num(n, d);
}

function wholeRoot(a: bigint, degree: bigint): bigint | undefined {
  const root = flooredRoot(a, degree);
  return root ** degree === a ? root : undefined;
}

// So few steps of a search cost less than Newton's, which are many where the degree is high.
const SEARCHED = 32n;

/** The greatest integer whose power is not above `a`: the upper half of its bits first, then Newton's steps from above. */
function flooredRoot(a: bigint, degree: bigint): bigint {
  if (a < 2n || degree === 1n) return a;
  const length = BigInt(a.toString(2).length);
  if (degree >= length) return 1n;
  const bits = (length + degree - 1n) / degree;
  if (bits <= SEARCHED) return searched(a, degree, bits);
  const lower = bits / 2n;
  let root = (flooredRoot(a >> (lower * degree), degree) + 1n) << lower;
  for (;;) {
    const next = ((degree - 1n) * root + a / root ** (degree - 1n)) / degree;
    if (next >= root) return root;
    root = next;
  }
}

function searched(a: bigint, degree: bigint, bits: bigint): bigint {
  let root = 0n;
  for (let bit = 1n << (bits - 1n); bit > 0n; bit >>= 1n) if ((root + bit) ** degree <= a) root += bit;
  return root;
}
