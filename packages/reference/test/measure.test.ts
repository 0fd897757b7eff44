import { describe, expect, test } from 'vitest';
import { referenceOutcome } from '../src/index.js';
import type { JsonObject, MapStep, MeasureModel, TakeModel } from '../src/model.js';
import { event, ledgerOf } from './ledger.js';
import { named, scheme, type Writer } from './scheme.js';

const NONE: TakeModel = { window: undefined, keep: undefined, drop: undefined };

/** One pupil's marks, day by day, through one measure: its value and coverage. */
async function judged(
  marks: readonly (JsonObject | number)[],
  more: (w: Writer) => Partial<MeasureModel>,
  map: readonly MapStep[] = [],
): Promise<string> {
  const rubric = scheme({ fields: ['score', 'weight', 'kind', 'day'] }, (w) => ({
    events: {
      mark: w.event({ pupil: 'key = subject', score: 'number', weight: 'number', kind: 'text', day: 'date' }),
    },
    indicators: { it: w.indicator(['pupil'], w.measure(w.events('mark', 'score'), more(w)), { map }) },
  }));
  const events = marks.map((mark, index) => {
    const data = typeof mark === 'number' ? { score: mark } : mark;
    return event(`m${index}`, 'mark', 'amy', `03-${String(index + 1).padStart(2, '0')}`, data);
  });
  const outcome = await referenceOutcome(rubric, ledgerOf(event('z', 'other', 'amy', '01-01'), ...events), {});
  const reading = outcome.subjects.amy?.indicators.it;
  return `${reading?.value} ${reading?.coverage.used}/${reading?.coverage.of}`;
}

describe('reduce', () => {
  const cases: readonly [MeasureModel['reduce'], string][] = [
    ['sum', '16 4/4'],
    ['count', '4 4/4'],
    ['mean', '4 4/4'],
    ['median', '3.5 4/4'],
    ['min', '2 4/4'],
    ['max', '7 4/4'],
    ['latest', '4 4/4'],
    ['first', '3 4/4'],
  ];
  test.each(cases)('%s of 3, 7, 2, 4 is %s', async (reduce, expected) => {
    expect(await judged([3, 7, 2, 4], () => ({ reduce }))).toBe(expected);
  });

  test('a mean is weighted, and stays a fraction', async () => {
    const marks = [
      { score: 1, weight: 2 },
      { score: 2, weight: 1 },
    ];
    expect(await judged(marks, (w) => ({ of: w.events('mark', 'score', undefined, 'weight'), reduce: 'mean' }))).toBe(
      '4/3 2/2',
    );
  });

  test('a decay moves by its weight from each value to the next', async () => {
    const by = (text: string) => (w: Writer) => ({ reduce: { kind: 'decay', weight: w.f(text) } as const });
    expect(await judged([4, 2, 3], by('0.65'))).toBe('2.895 3/3');
    expect(await judged([4], by('unknown'))).toBe('null 1/1');
    expect(await judged([{ kind: 'a' }], (w) => ({ ...by('0.65')(w), missing: 'skip' }))).toBe('null 0/1');
  });

  test.each([
    [0, [2, 8], '4'],
    [-1, [2, 3, 6], '3'],
    [2, [1, 7], '5'],
    [{ n: 1n, d: 2n }, [4, 9], '6.25'],
    [0, [0.25, 1], '0.5'],
    [0, [3, 0], '0'],
    [2, [3, -1], 'null'],
    [{ n: 1n, d: 2n }, [2, 2], '2'],
  ] as const)('the mean of power %s of %j is %s', async (power, marks, expected) => {
    expect(await judged(marks, () => ({ reduce: { kind: 'mean', power } }))).toMatch(`${expected} `);
  });

  test('a geometric mean raises each value to its weight, in least whole numbers', async () => {
    const marks = [
      { score: 2, weight: 0.25 },
      { score: 16, weight: 0.5 },
    ];
    const of = (w: Writer) => w.events('mark', 'score', undefined, 'weight');
    expect(await judged(marks, (w) => ({ of: of(w), reduce: { kind: 'mean', power: 0 } }))).toBe('8 2/2');
    const many = [
      { score: 2, weight: 1 },
      { score: 8, weight: 1001 },
    ];
    expect(await judged(many, (w) => ({ of: of(w), reduce: { kind: 'mean', power: 0 } }))).toMatch(/^7\.98893/);
  });

  test('weights that add up to nothing make a mean unknown', async () => {
    const marks = [
      { score: 1, weight: 1 },
      { score: 2, weight: -1 },
    ];
    expect(await judged(marks, (w) => ({ of: w.events('mark', 'score', undefined, 'weight'), reduce: 'mean' }))).toBe(
      'null 2/2',
    );
  });
});

describe('missing and need', () => {
  const marks = [{ score: 3 }, {}, { score: 4 }];
  test.each([
    ['unknown', 'null 2/3'],
    ['skip', '7 2/3'],
    ['zero', '7 2/3'],
  ] as const)('a member of unknown value under %s gives %s', async (missing, expected) => {
    expect(await judged(marks, () => ({ missing }))).toBe(expected);
  });

  test('zero counts in a mean, and skip does not', async () => {
    expect(await judged(marks, () => ({ missing: 'zero', reduce: 'mean' }))).toBe('7/3 2/3');
    expect(await judged(marks, () => ({ missing: 'skip', reduce: 'mean' }))).toBe('3.5 2/3');
  });

  test('a member whose where is unknown is left out by zero', async () => {
    const unsure = [{ score: 3, kind: 'a' }, { score: 5 }, { score: 9, kind: 'b' }];
    const of = (w: Writer) => w.events('mark', 'score', "kind == 'a'");
    expect(await judged(unsure, (w) => ({ of: of(w) }))).toBe('null 1/2');
    expect(await judged(unsure, (w) => ({ of: of(w), missing: 'zero', reduce: 'count' }))).toBe('1 1/2');
  });

  test('need counts known members before keep and drop', async () => {
    const keep: TakeModel = { ...NONE };
    expect(await judged([1, 2], (w) => ({ need: w.f('3'), take: keep }))).toBe('null 2/2');
    expect(
      await judged([1, 2, 3], (w) => ({ need: w.f('3'), take: { ...NONE, keep: { which: 'best', n: w.f('1') } } })),
    ).toBe('3 3/3');
  });
});

describe('keep and drop', () => {
  const take = (w: Writer, keep?: TakeModel['keep'], best?: string, worst?: string): TakeModel => ({
    window: undefined,
    keep,
    drop: {
      best: best === undefined ? undefined : w.f(best),
      worst: worst === undefined ? undefined : w.f(worst),
      where: undefined,
      optimal: false,
    },
  });
  test.each([
    ['best', '12 4/4'],
    ['worst', '5 4/4'],
    ['latest', '9 4/4'],
    ['first', '8 4/4'],
  ] as const)('keeping two, the %s, of 3, 5, 2, 7 gives %s', async (which, expected) => {
    expect(await judged([3, 5, 2, 7], (w) => ({ take: take(w, { which, n: w.f('2.9') }) }))).toBe(expected);
  });

  test('drop takes from both ends of what was kept, and size is how many there were before keep', async () => {
    const kept = (w: Writer) => take(w, { which: 'best', n: w.f('3') }, 'size / 4', '1');
    expect(await judged([3, 5, 2, 7], (w) => ({ take: kept(w) }))).toBe('5 4/4');
  });

  test('among equals the earlier is kept', async () => {
    const one = (w: Writer) => ({ take: take(w, { which: 'best', n: w.f('1') }), reduce: 'sum' as const });
    const marks = [
      { score: 1, weight: 5 },
      { score: 1, weight: 6 },
    ];
    const of = (w: Writer) => w.events('mark', 'score', undefined, 'weight');
    expect(await judged(marks, (w) => ({ ...one(w), of: of(w), reduce: 'count' }))).toBe('1 2/2');
  });

  test('a condition says which can be dropped', async () => {
    const marks = [{ score: 1, kind: 'final' }, { score: 3, kind: 'quiz' }, { score: 5, kind: 'quiz' }, { score: 2 }];
    const drop = (w: Writer, worst: string) => ({
      take: {
        ...NONE,
        drop: { best: undefined, worst: w.f(worst), where: w.f("kind == 'quiz'"), optimal: false },
      },
    });
    expect(await judged(marks, (w) => drop(w, '1'))).toBe('8 4/4');
    expect(await judged(marks, (w) => drop(w, '9'))).toBe('3 4/4');
  });

  test('the best to drop for a mean is not always the lowest', async () => {
    const marks = [
      { score: 80, weight: 100 },
      { score: 20, weight: 1 },
      { score: 1, weight: 0 },
    ];
    const of = (w: Writer) => w.events('mark', 'score', undefined, 'weight');
    const drop = (w: Writer, worst: string, optimal: boolean) => ({
      of: of(w),
      reduce: 'mean' as const,
      take: { ...NONE, drop: { best: undefined, worst: w.f(worst), where: undefined, optimal } },
    });
    expect(await judged(marks, (w) => drop(w, '1', false))).toBe('8020/101 3/3');
    expect(await judged(marks, (w) => drop(w, '1', true))).toBe('80 3/3');
    expect(await judged(marks, (w) => drop(w, '3', true))).toBe('null 3/3');
    const negative = [...marks, { score: 5, weight: -1 }];
    expect(await judged(negative, (w) => drop(w, '1', true))).toBe('null 4/4');
  });

  test('the best choice is found too where there are too many to try them all', async () => {
    const marks = Array.from({ length: 24 }, (_, at) => ({ score: (at * 7) % 25, weight: 1 + ((at * 5) % 7) }));
    const of = (w: Writer) => w.events('mark', 'score', undefined, 'weight');
    const drop = (w: Writer, worst: number) => ({
      of: of(w),
      reduce: 'mean' as const,
      take: { ...NONE, drop: { best: undefined, worst: w.f(String(worst)), where: undefined, optimal: true } },
    });
    const quotient = (text: string) =>
      text
        .split('/', 2)
        .map(Number.parseFloat)
        .reduce((top, bottom) => top / bottom);
    const means = [];
    for (const worst of [0, 6, 12, 18])
      means.push(quotient((await judged(marks, (w) => drop(w, worst))).split(' ')[0] ?? ''));
    expect(means).toEqual([...means].sort((a, b) => a - b));
  });

  test('an unknown number to keep makes the result unknown', async () => {
    expect(await judged([1], (w) => ({ take: take(w, { which: 'best', n: w.f('unknown') }) }))).toBe('null 1/1');
  });
});

describe('window', () => {
  const window = (w: Writer, from: string, until: string, by?: string): TakeModel => ({
    ...NONE,
    window: {
      by: by === undefined ? undefined : w.f(by).expr,
      from: w.f(from),
      until: w.f(until),
      after: undefined,
      before: undefined,
    },
  });
  test('is half-open, and its days begin at midnight', async () => {
    const take = (w: Writer) => window(w, "date('2026-03-02')", "date('2026-03-04')");
    expect(await judged([1, 10, 100, 1000], (w) => ({ take: take(w) }))).toBe('110 2/2');
  });

  test('a day that is unknown makes the member unknown, and a bound that is makes all of them', async () => {
    const marks = [{ score: 1, day: '2026-01-01' }, { score: 2 }, { score: 4, day: '2026-02-01' }];
    const by = (w: Writer) => window(w, "date('2026-01-01')", "date('2026-02-01')", 'day');
    expect(await judged(marks, (w) => ({ take: by(w), missing: 'skip' }))).toBe('1 1/2');
    const unknown = (w: Writer) => window(w, 'unknown', "date('2026-02-01')", 'day');
    expect(await judged(marks, (w) => ({ take: unknown(w), missing: 'skip' }))).toBe('0 0/3');
  });
});

describe('map', () => {
  const fraction = (n: bigint, d: bigint) => ({ n, d });
  const linear: MapStep = {
    kind: 'linear',
    points: [
      { x: 70, y: 0 },
      { x: 85, y: 20 },
    ],
  };
  const steps: MapStep = {
    kind: 'steps',
    steps: [
      { from: 0, value: 1 },
      { from: 10, value: 2 },
    ],
    below: undefined,
  };
  test.each([
    ['a round', { kind: 'round', digits: 1, mode: 'half-up' } as MapStep, '2.25', '2.3'],
    ['a round half-even', { kind: 'round', digits: 1, mode: 'half-even' } as MapStep, '2.25', '2.2'],
    ['a step at its limit', steps, '10', '2'],
    ['a step below the first', steps, '-1', 'null'],
    ['a line between its points', linear, '71', '4/3'],
    ['a line beyond them', linear, '90', '20'],
  ])('%s maps', async (_, step, from, to) => {
    expect(await judged([{ score: from }], () => ({}), [step])).toBe(`${to} 1/1`);
  });

  test('steps follow each other, and an unknown value stays so', async () => {
    const halve: MapStep = { kind: 'steps', steps: [{ from: 0, value: fraction(1n, 2n) }], below: 0 };
    expect(await judged([5], () => ({}), [halve, { kind: 'round', digits: 0, mode: 'half-up' }])).toBe('1 1/1');
    expect(await judged([{}], () => ({}), [halve])).toBe('null 0/1');
  });
});

test('a formula is read with its unknowns', async () => {
  const rubric = scheme({ indicators: named('a', 'b') }, (w) => ({
    events: { mark: w.event({ pupil: 'key = subject' }) },
    indicators: {
      a: w.indicator(['pupil'], 'unknown'),
      b: w.indicator(['pupil'], '(a > 1 && false) || coalesce(a, 3) == 3 && 7 % -4 == -1 ? pow(2, 0.5) : 0'),
      c: w.indicator(['pupil'], 'a + 1', {
        otherwise: w.f('b < 2 ? 9 : 0'),
        bands: [{ id: 'top', title: undefined, from: 9 }],
      }),
    },
  }));
  const { subjects } = await referenceOutcome(rubric, ledgerOf(event('m', 'mark', 'amy', '01-01')), {});
  expect(subjects.amy?.indicators.b?.value).toBe('1.4142135623730950488');
  expect(subjects.amy?.indicators.c).toEqual({
    value: '9',
    coverage: { used: 0, of: 1 },
    band: 'top',
    keys: { pupil: 'amy' },
  });
});
