import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/index.js';
import { ranked } from './faults/class-ranking.js';
import { column, event, judged, rubric } from './faults/small-rubric.js';

const bands = (outcome: ReturnType<typeof ranked>) => column(outcome, ({ band }) => band);
const half = (more: JsonObject = {}) => ({
  bands: [
    { id: 'top', where: 'total >= 5', quota: 'floor(size / 2)', ...more },
    { id: 'good', where: 'total >= 3' },
    { id: 'low' },
  ],
});

describe('Bands by threshold', () => {
  const plain = { bands: [{ id: 'high', from: 60 }, { id: 'middle', from: 40, below: 60 }, { id: 'low' }] };

  test('hold their lower limit and not their upper one', () => {
    expect(bands(ranked({ a: [60], b: ['59.999'], c: [40], d: ['39.999'] }, plain))).toBe(
      'a high, b middle, c middle, d low',
    );
  });

  test('take no row that is not ranked', () => {
    expect(bands(ranked({ a: [60], b: [null] }, plain))).toBe('a high, b -');
  });

  test('leave a row without one where what they ask is unknown', () => {
    const some = { bands: [{ id: 'top', where: 'second > 0' }, { id: 'low' }] };
    expect(bands(ranked({ a: [9, 1], b: [5, null], c: [4, 0] }, some))).toBe('a top, b -, c low');
  });
});

describe('A quota', () => {
  test('sends the candidates beyond it to the next band', () => {
    expect(bands(ranked({ a: [9], b: [8], c: [7], d: [6] }, half()))).toBe('a top, b top, c good, d good');
  });

  test('is rounded down, never below nothing, and unknown gives no band', () => {
    expect(bands(ranked({ a: [9], b: [8], c: [7] }, half({ quota: 'size / 2' })))).toBe('a top, b good, c good');
    expect(bands(ranked({ a: [9], b: [8] }, half({ quota: '-1' })))).toBe('a good, b good');
    expect(bands(ranked({ a: [9], b: [4] }, half({ quota: 'unknown' })))).toBe('a -, b good');
  });

  test('filled exactly by a tied group needs no decision', () => {
    const outcome = ranked({ a: [9], b: [9], c: [7], d: [6] }, half());
    expect([bands(outcome), outcome.findings]).toEqual(['a top, b top, c good, d good', []]);
  });

  test.each([
    ['decide', 'a top, b -, c -, d low'],
    ['extend', 'a top, b top, c top, d low'],
    ['skip', 'a top, b good, c good, d low'],
  ])('that runs out within a tied group, under %s', (edge, expected) => {
    const outcome = ranked({ a: [9], b: [5], c: [5], d: [2] }, half({ edge }));
    expect(bands(outcome)).toBe(expected);
    const facts = { standing: 'ranking', table: 'g', band: 'top', members: 'b, c' };
    expect(outcome.findings.map(({ code, facts: told }) => ({ code, facts: told }))).toEqual(
      edge === 'decide' ? [{ code: 'unresolved-tie', facts }] : [],
    );
  });

  test('counts as filled once a tied group did not fit', () => {
    const pupils = { a: [9], b: [9], c: [9], d: [8], e: [7], f: [6] } as const;
    expect(bands(ranked(pupils, half({ quota: '2', edge: 'decide' })))).toBe('a -, b -, c -, d good, e good, f good');
    expect(bands(ranked(pupils, half({ quota: '2', edge: 'skip' })))).toBe(
      'a good, b good, c good, d good, e good, f good',
    );
    expect(bands(ranked(pupils, half({ quota: '2', edge: 'extend' })))).toBe(
      'a top, b top, c top, d good, e good, f good',
    );
  });

  test('is no matter to whom plus lets in, who takes no place', () => {
    const pupils = { a: [9], b: [8], c: [7], plus: [6] } as const;
    expect(bands(ranked(pupils, half({ plus: 'extra > 0' })))).toBe('a top, b top, c good, plus top');
    expect(bands(ranked({ plusA: [9], b: [8], c: [7], d: [6] }, half({ plus: 'extra > 0' })))).toBe(
      'plusA top, b top, c top, d good',
    );
  });
});

test('A tie in each of two tables is told with the table', () => {
  const twice = rubric({
    cohorts: { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } },
    indicators: { total: { per: ['pupil'], is: '1' } },
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }], bands: [{ id: 'top', quota: '1' }] } },
  });
  const joined = ['g', 'h'].flatMap((group) =>
    ['a', 'b'].map((who) => event(`${group}${who}`, 'joined', who, '01-01', { group })),
  );
  const outcome = judged(twice, joined);
  expect(outcome.standings).toHaveLength(2);
  expect(outcome.findings.map(({ facts }) => facts)).toEqual(
    ['g', 'h'].map((table) => ({ standing: 'ranking', table, band: 'top', members: 'a, b' })),
  );
});

test('Rows that one band passes on come to the next in rank order', () => {
  const two = {
    bands: [{ id: 'first', where: 'second == 1', quota: '1' }, { id: 'second', quota: '2' }, { id: 'rest' }],
  };
  expect(bands(ranked({ a: [9, 1], b: [8, 1], c: [7, 0], d: [6, 0] }, two))).toBe(
    'a first, b second, c second, d rest',
  );
});

test('Indicators have bands, by threshold from the top', () => {
  const outcome = ranked(
    { a: [60], b: [59] },
    {},
    {
      indicators: {
        total: {
          per: ['pupil'],
          of: { kind: 'events', type: 'scored', value: 'points' },
          reduce: 'sum',
          bands: [{ id: 'high', from: 60 }, { id: 'low' }],
        },
      },
    },
  );
  expect([outcome.subjects.a, outcome.subjects.b].map((file) => file?.indicators.total?.band)).toEqual(['high', 'low']);
});
