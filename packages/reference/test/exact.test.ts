import fc from 'fast-check';
import { describe, expect, test as property, test } from 'vitest';
import { CivilDate, dayOf, endOf, Moment, startOf } from '../src/dates.js';
import { Fraction } from '../src/fraction.js';
import { exponential, naturalLogarithm, power, squareRoot } from '../src/powers.js';

const fraction = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.bigInt({ min: 1n, max: 400n }))
  .map(([top, bottom]) => new Fraction(top, bottom));

describe('fractions', () => {
  property('add, multiply and divide back', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(a.plus(b).minus(b)).toEqual(a);
        if (b.top !== 0n) expect(a.times(b).over(b)).toEqual(a);
      }),
    );
  });

  property('print and parse back where the decimal ends', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        const text = a.toString();
        if (!text.includes('/')) expect(Fraction.parse(text)).toEqual(a);
      }),
    );
  });

  test.each([
    ['half-up', '3 -2'],
    ['half-down', '2 -3'],
    ['half-away', '3 -3'],
    ['half-even', '2 -2'],
    ['up', '3 -3'],
    ['down', '2 -2'],
    ['ceil', '3 -2'],
    ['floor', '2 -3'],
  ] as const)('%s rounds 2.5 and -2.5 to %s', (mode, expected) => {
    const half = new Fraction(5n, 2n);
    expect(`${half.round(0, mode)} ${half.negated().round(0, mode)}`).toBe(expected);
  });

  test('roots and powers are exact where they can be, else to 20 decimals', () => {
    const shown = [
      squareRoot(new Fraction(9n, 4n)),
      power(new Fraction(2n, 3n), new Fraction(-2n)),
      exponential(new Fraction(60n)),
      naturalLogarithm(new Fraction(10n)),
      squareRoot(new Fraction(-1n)),
      squareRoot(new Fraction(1n, 9n)),
      power(new Fraction(8n, 27n), new Fraction(-2n, 3n)),
      power(new Fraction(2n), new Fraction(1n, 3n)),
      squareRoot(new Fraction(2n * 10n ** 1000n)),
    ];
    expect(shown.map(String)).toEqual([
      '1.5',
      '2.25',
      '114200738981568428366295718.31447656301980459596',
      '2.30258509299404568402',
      'undefined',
      '1/3',
      '2.25',
      '1.25992104989487316477',
      'undefined',
    ]);
  });
});

describe('dates', () => {
  test('months are clamped at their ends', () => {
    expect(String(CivilDate.parse('2024-01-31')?.plusMonths(1))).toBe('2024-02-29');
    expect(String(CivilDate.parse('2024-02-29')?.plusMonths(12))).toBe('2025-02-28');
    expect(String(CivilDate.parse('2026-03-31')?.plusMonths(-1))).toBe('2026-02-28');
    expect(CivilDate.parse('2026-02-29')).toBeUndefined();
  });

  test('a day begins when the local calendar first shows it', () => {
    const shift = Date.parse('2026-03-29T01:00:00Z');
    const zone = {
      name: 'z',
      offsets: [
        { from: Number.NEGATIVE_INFINITY, minutes: 60 },
        { from: shift, minutes: 120 },
      ],
    };
    const day = new CivilDate(Date.parse('2026-03-30T00:00:00Z') / 86_400_000);
    expect(String(startOf(zone, day))).toBe('2026-03-29T22:00:00Z');
    expect(String(endOf(zone, day))).toBe('2026-03-30T21:59:59.999Z');
    expect(String(dayOf(zone, Date.parse('2026-03-29T22:30:00Z')))).toBe('2026-03-30');
    expect(String(Moment.parse('2026-03-30T00:00:00+02:00'))).toBe('2026-03-29T22:00:00Z');
  });
});
