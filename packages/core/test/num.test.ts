import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  abs,
  add,
  ceil,
  cmp,
  denominator,
  div,
  eq,
  exp,
  floor,
  fromDouble,
  ln,
  lt,
  lte,
  max,
  min,
  mul,
  type Num,
  neg,
  num,
  numerator,
  numToDouble,
  parseNum,
  parsePrinted,
  pow,
  printNum,
  type RoundMode,
  round,
  sign,
  sqrt,
  sub,
} from '../src/model/num.js';

type Ratio = readonly [n: bigint, d: bigint];

const edge = BigInt(Number.MAX_SAFE_INTEGER);
const whole = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  fc.bigInt({ min: edge - 3n, max: edge + 3n }),
  fc.bigInt({ min: -edge - 3n, max: -edge + 3n }),
);
const below = fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 40n }), fc.bigInt({ min: 1n, max: 10n ** 20n }));
const ratio: fc.Arbitrary<Ratio> = fc.tuple(whole, below);
const exact: fc.Arbitrary<Num> = ratio.map(([n, d]) => num(n, d));

function same([n, d]: Ratio, b: Num): boolean {
  return n * denominator(b) === numerator(b) * d;
}

function normal(a: Num): boolean {
  if (typeof a === 'number') return Number.isSafeInteger(a) && !Object.is(a, -0);
  const safe = a.d === 1n && a.n <= edge && a.n >= -edge;
  return a.d > 0n && !safe && gcd(a.n < 0n ? -a.n : a.n, a.d) === 1n;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

describe('arithmetic', () => {
  test('add, sub, mul and div agree with naive ratios and leave the one normal form', () => {
    fc.assert(
      fc.property(ratio, ratio, ([an, ad], [bn, bd]) => {
        const a = num(an, ad);
        const b = num(bn, bd);
        const cases: [Ratio, Num][] = [
          [[an * bd + bn * ad, ad * bd], add(a, b)],
          [[an * bd - bn * ad, ad * bd], sub(a, b)],
          [[an * bn, ad * bd], mul(a, b)],
          [[-an, ad], neg(a)],
          [[an < 0n ? -an : an, ad], abs(a)],
        ];
        const quotient = div(a, b);
        if (quotient !== undefined) cases.push([[an * bd, ad * bn], quotient]);
        expect(quotient === undefined).toBe(bn === 0n);
        for (const [oracle, got] of cases) expect([same(oracle, got), normal(got)]).toEqual([true, true]);
      }),
    );
  });

  test('the laws of a field hold', () => {
    fc.assert(
      fc.property(exact, exact, exact, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(mul(a, b)).toEqual(mul(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(mul(mul(a, b), c)).toEqual(mul(a, mul(b, c)));
        expect(mul(a, add(b, c))).toEqual(add(mul(a, b), mul(a, c)));
        expect(add(a, neg(a))).toBe(0);
        if (sign(a) !== 0) expect(mul(a, div(1, a) ?? 0)).toBe(1);
      }),
    );
  });

  test('the order agrees with cross-multiplication', () => {
    fc.assert(
      fc.property(ratio, ratio, ([an, ad], [bn, bd]) => {
        const [a, b, gap] = [num(an, ad), num(bn, bd), an * bd - bn * ad];
        const order = gap < 0n ? -1 : gap > 0n ? 1 : 0;
        expect([cmp(a, b), eq(a, b), lt(a, b), lte(a, b)]).toEqual([order, order === 0, order < 0, order <= 0]);
        expect([min(a, b), max(a, b)]).toEqual(order <= 0 ? [a, b] : [b, a]);
        expect(sign(a)).toBe(an < 0n ? -1 : an > 0n ? 1 : 0);
      }),
    );
  });

  test('three tenths are one tenth and two tenths, and never a minus zero', () => {
    expect(add(fromDouble(0.1), fromDouble(0.2))).toEqual(fromDouble(0.3));
    expect([neg(0), mul(0, -5), div(0, -5), fromDouble(-0), parseNum('-0')]).toEqual([0, 0, 0, 0, 0]);
  });

  test('a zero denominator is a bug', () => {
    expect(() => num(1n, 0n)).toThrow(RangeError);
  });
});

/** Each mode by its definition: of the two neighbouring steps, take the one the mode names. */
const ORACLE: Readonly<Record<RoundMode, (below: Num, above: Num, near: -1 | 0 | 1) => Num>> = {
  floor: (low) => low,
  ceil: (_, high) => high,
  down: (low, high) => (lt(abs(low), abs(high)) ? low : high),
  up: (low, high) => (lt(abs(low), abs(high)) ? high : low),
  'half-down': (low, high, near) => (near <= 0 ? low : high),
  'half-up': (low, high, near) => (near < 0 ? low : high),
  'half-away': (low, high, near) => (near === 0 ? ORACLE.up(low, high, near) : near < 0 ? low : high),
  'half-even': (low, high, near) => (near === 0 ? ([low, high].find(even) ?? low) : near < 0 ? low : high),
};

function even(a: Num): boolean {
  return typeof div(a, 2) === 'number' || denominator(div(a, 2) ?? 1) === 1n;
}

const MODES = ['half-up', 'half-even', 'half-away', 'half-down', 'up', 'down', 'ceil', 'floor'] as const;

describe('rounding', () => {
  const tie = fc.bigInt({ min: -2000n, max: 2000n }).map((n) => num(n, 200n));

  test.each(MODES)('%s picks the neighbour that its definition names', (mode) => {
    fc.assert(
      fc.property(fc.oneof(exact, tie), fc.integer({ min: -3, max: 4 }), (a, digits) => {
        const unit = digits >= 0 ? num(1n, 10n ** BigInt(digits)) : num(10n ** BigInt(-digits));
        const steps = div(a, unit) ?? 0;
        const low = num((numerator(steps) - mod(numerator(steps), denominator(steps))) / denominator(steps));
        const near = cmp(sub(steps, low), num(1n, 2n));
        const picked = eq(low, steps) ? low : ORACLE[mode](low, add(low, 1), near);
        expect(round(a, digits, mode)).toEqual(mul(picked, unit));
      }),
    );
  });

  test('ties are told apart as documented', () => {
    const ties = ['2.5', '-2.5', '3.5', '-3.5'].map((text) => parseNum(text) ?? 0);
    const table = Object.fromEntries(MODES.map((mode) => [mode, ties.map((a) => round(a, 0, mode))]));
    expect(table).toEqual({
      'half-up': [3, -2, 4, -3],
      'half-even': [2, -2, 4, -4],
      'half-away': [3, -3, 4, -4],
      'half-down': [2, -3, 3, -4],
      up: [3, -3, 4, -4],
      down: [2, -2, 3, -3],
      ceil: [3, -2, 4, -3],
      floor: [2, -3, 3, -4],
    });
  });

  test('1.005 rounds to 1.01, and floor and ceil enclose the value', () => {
    expect(printNum(round(fromDouble(1.005), 2, 'half-up'))).toBe('1.01');
    fc.assert(fc.property(exact, (a) => lte(floor(a), a) && lte(a, ceil(a)) && lte(sub(ceil(a), floor(a)), 1)));
  });

  test('a digit count that is no integer is a bug', () => {
    expect(() => round(1, 0.5, 'up')).toThrow(RangeError);
  });
});

function mod(a: bigint, b: bigint): bigint {
  return ((a % b) + b) % b;
}

describe('text', () => {
  test('what is printed reads back as the same number', () => {
    fc.assert(
      fc.property(exact, (a) => eq(parsePrinted(printNum(a)) ?? 0, a) && parsePrinted(printNum(a)) !== undefined),
    );
  });

  test('a finite decimal prints as its shortest plain numeral', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat(20), (n, digits) => {
        const a = num(n, 10n ** BigInt(digits));
        expect(printNum(a)).toMatch(/^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$/);
        expect(parseNum(printNum(a))).toEqual(a);
      }),
    );
    expect([num(101_363n, 100n), num(-1n, 2n), num(12n), num(4n, 74n)].map(printNum)).toEqual([
      '1013.63',
      '-0.5',
      '12',
      '2/37',
    ]);
  });

  test('a double of up to fifteen digits is the decimal it was written as', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.nat(30), (n, digits) => {
        expect(fromDouble(Number(`${n}e-${digits}`))).toEqual(num(n, 10n ** BigInt(digits)));
      }),
    );
  });

  test('every finite double comes back from its decimal', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => numToDouble(fromDouble(x)) === x + 0),
    );
    expect(() => fromDouble(Number.NaN)).toThrow(RangeError);
  });

  test('only decimal numerals in the grammar of JSON are read', () => {
    expect(['12.50', '-3', '1e-3', '2E+2'].map((text) => printNum(parseNum(text) ?? 0))).toEqual([
      '12.5',
      '-3',
      '0.001',
      '200',
    ]);
    const refused = [
      '',
      ' 1',
      '+1',
      '01',
      '.5',
      '5.',
      '1e',
      '0x1',
      '1_0',
      'NaN',
      '1,5',
      '１',
      '1/2',
      '1e1001',
      '1e-1001',
    ];
    expect(refused.map(parseNum)).toEqual(refused.map(() => undefined));
  });
});

describe('roots, logarithms and powers', () => {
  const positive = fc.integer({ min: 1, max: 1_000_000 }).map((n) => num(BigInt(n), 1000n));

  test('a square has its exact root and every root squares back to within the working digits', () => {
    expect([sqrt(num(9n, 4n)), sqrt(0), sqrt(-1)]).toEqual([num(3n, 2n), 0, undefined]);
    expect(printNum(sqrt(2) ?? 0)).toBe('1.4142135623730950488');
    fc.assert(fc.property(positive, (a) => lt(abs(sub(mul(sqrt(a) ?? 0, sqrt(a) ?? 0), a)), num(1n, 10n ** 16n))));
  });

  test('a root is exact where it is rational, of whatever degree and size', () => {
    const degree = fc.integer({ min: 2, max: 60 });
    fc.assert(
      fc.property(ratio, degree, ([n, d], times) => {
        const base = abs(num(n, d));
        const whole = pow(base, times) ?? 0;
        expect(pow(whole, num(1n, BigInt(times)))).toEqual(base);
      }),
    );
    const large = 10n ** 400n + 1n;
    expect([sqrt(num(large ** 2n)), pow(num(large ** 7n), num(2n, 7n))]).toEqual([num(large), num(large ** 2n)]);
    expect(sqrt(num(large ** 2n + 1n))).toEqual(num(large));
    expect([pow(num(1n, 9n), num(-1n, 2n)), sqrt(num(4n, 9n))]).toEqual([3, num(2n, 3n)]);
  });

  test('a root is right to the working digits, however many digits stand before the point', () => {
    const shown = sqrt(num(2n * 10n ** 60n)) ?? 0;
    expect(printNum(shown)).toBe('1414213562373095048801688724209.69807856967187537695');
    expect([sqrt(num(2n * 10n ** 996n)) === undefined, sqrt(num(2n * 10n ** 1000n))]).toEqual([false, undefined]);
  });

  test('the exponential undoes the logarithm to within the working digits', () => {
    expect([ln(1), exp(0), ln(0), ln(-1), exp(1001), exp(-1e6)]).toEqual([0, 1, undefined, undefined, undefined, 0]);
    expect([exp(1), ln(2)].map((a) => printNum(a ?? 0))).toEqual(['2.71828182845904523536', '0.69314718055994530942']);
    fc.assert(fc.property(positive, (a) => lt(abs(sub(exp(ln(a) ?? 0) ?? 0, a)), num(1n, 10n ** 16n))));
  });

  test('an integer power is exact', () => {
    fc.assert(
      fc.property(ratio, fc.integer({ min: -12, max: 12 }), ([n, d], times) => {
        const base = num(n, d);
        let product: Num = 1;
        for (let i = 0; i < Math.abs(times); i += 1) product = mul(product, base);
        expect(pow(base, times)).toEqual(times < 0 ? div(1, product) : product);
      }),
    );
  });

  test('other powers are roots, and what has no value or no reasonable size is undefined', () => {
    const half = num(1n, 2n);
    expect([pow(4, half), pow(0, half), pow(1, 1e15), pow(-1, 1e15), pow(8, num(1n, 3n))]).toEqual([2, 0, 1, 1, 2]);
    expect(pow(0, num(2001n, 2n))).toBe(0);
    expect([pow(-4, half), pow(0, -1), pow(0, neg(half)), pow(2, 1e9), pow(2, num(10n ** 9n, 3n))]).toEqual(
      Array.from({ length: 5 }),
    );
  });
});
