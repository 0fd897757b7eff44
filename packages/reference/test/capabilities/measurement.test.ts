import { expect, test } from 'vitest';
import { judged, type Line, valuesOf } from './capability.js';

const per = ['unit', 'period'];
const sumOf = (type: string, keys: readonly string[] = per) => ({
  per: [...keys],
  of: { kind: 'events', type, value: 'points' },
  reduce: 'sum',
});
const points = { fields: { points: 'number' } };
const events = { done: points, target: points, joined: { fields: { group: 'key' } } };
const peers = { each: ['period'], of: 'unit', in: { event: 'joined' } };
const join = (...units: readonly string[]): readonly Line[] =>
  units.map((unit) => ['joined', unit, '01-01', { group: 'g' }]);
/** What each did of a target of 60. */
const work = (done: { readonly [unit: string]: number }): readonly Line[] =>
  Object.entries(done).flatMap(([unit, count]): readonly Line[] => [
    ['target', unit, '01-02', { points: 60 }],
    ['done', unit, '06-01', { points: count }],
  ]);
const measured = { done: sumOf('done'), target: sumOf('target') };

test('C1: a completion ratio is capped above and floored below', async () => {
  const score = { per, is: 'clamp(20 * done / target, 10, 24)' };
  const outcome = await judged({ events, indicators: { ...measured, score } }, work({ a: 45, b: 90, c: 6 }));
  expect(valuesOf(outcome, 'score', 'a', 'b', 'c')).toEqual(['15', '24', '10']);
});

test('C2: an item without a cap carries the total above the full mark', async () => {
  const indicators = {
    ...measured,
    score: { full: 60, per, is: '60 * done / target' },
    rest: { full: 40, per, is: '40' },
    total: { full: 100, per, of: { kind: 'parts', parts: ['score', 'rest'] }, reduce: 'sum' },
  };
  expect(valuesOf(await judged({ events, indicators }, work({ a: 78 })), 'total', 'a')).toEqual(['118']);
});

test('C3: over-fulfilment earns a bonus with a cap of its own', async () => {
  const indicators = {
    ...measured,
    ratio: { per, is: 'done / target' },
    base: { per, is: 'min(20, 20 * ratio)' },
    bonus: { per, is: 'clamp(10 * (ratio - 1), 0, 3)' },
    score: { per, is: 'base + bonus' },
  };
  const outcome = await judged({ events, indicators }, work({ a: 72, b: 120, c: 54 }));
  expect(valuesOf(outcome, 'score', 'a', 'b', 'c')).toEqual(['22', '23', '18']);
});

test('C4: points are relative to the first of the cohort', async () => {
  const indicators = {
    done: sumOf('done'),
    best: { per: ['period'], of: { kind: 'each', key: 'unit', value: 'done' }, reduce: 'max' },
    score: { per, is: '30 * done / best' },
  };
  const lines = work({ a: 80, b: 60, c: 20 }).filter(([type]) => type === 'done');
  const outcome = await judged({ events, indicators }, lines);
  expect(valuesOf(outcome, 'score', 'a', 'b', 'c')).toEqual(['30', '22.5', '7.5']);
});

test('C5: each place costs a share of the full mark, or a fixed step', async () => {
  const indicators = {
    done: sumOf('done'),
    rank: { per, is: 'done', map: { kind: 'rank', among: 'peers', order: 'desc', ties: 'standard' } },
    shares: { per, is: '20 * (1 - 0.02 * (rank - 1))' },
    steps: { per, is: '20 - 0.5 * (rank - 1)' },
  };
  const lines = [...join('a', 'b', 'c'), ...work({ a: 80, b: 60, c: 20 }).filter(([type]) => type === 'done')];
  const outcome = await judged({ events, cohorts: { peers }, indicators }, lines);
  expect(valuesOf(outcome, 'shares', 'a', 'b', 'c')).toEqual(['20', '19.6', '19.2']);
  expect(valuesOf(outcome, 'steps', 'a', 'b', 'c')).toEqual(['20', '19.5', '19']);
});

test('C6: a year is the mean of its months', async () => {
  const monthly = { done: { fields: { points: 'number', month: { kind: 'key', is: 'month(date(time))' } } } };
  const indicators = {
    ofMonth: sumOf('done', ['unit', 'period', 'month']),
    ofYear: { per, of: { kind: 'each', key: 'month', value: 'ofMonth' }, reduce: 'mean' },
  };
  const lines: readonly Line[] = [
    ['done', 'a', '01-10', { points: 8 }],
    ['done', 'a', '01-20', { points: 4 }],
    ['done', 'a', '02-10', { points: 10 }],
    ['done', 'a', '03-10', { points: 14 }],
  ];
  expect(valuesOf(await judged({ events: monthly, indicators }, lines), 'ofYear', 'a')).toEqual(['12']);
});

test('C7: what counts is the mean of the points for the place that each judge gives', async () => {
  const parts = {
    events: { marked: { fields: { judge: 'key', mark: 'number' } } },
    cohorts: { table: { each: ['judge'], of: 'unit', in: { event: 'marked' } } },
    indicators: {
      rank: {
        per: ['unit', 'judge'],
        of: { kind: 'events', type: 'marked', value: 'mark' },
        reduce: 'latest',
        map: { kind: 'rank', among: 'table', order: 'desc', ties: 'standard' },
      },
      score: { per: ['unit'], of: { kind: 'each', key: 'judge', value: '11 - rank' }, reduce: 'mean' },
    },
  };
  const marks = { j1: { a: 90, b: 80, c: 70 }, j2: { a: 60, b: 75, c: 75 } };
  const lines = Object.entries(marks).flatMap(([judge, all]) =>
    Object.entries(all).map(([unit, mark]): Line => ['marked', unit, '11-01', { judge, mark }]),
  );
  expect(valuesOf(await judged(parts, lines), 'score', 'a', 'b', 'c')).toEqual(['9', '9.5', '9']);
});

test('C8: a ladder pays by tier, and all-or-nothing pays only the whole', async () => {
  const steps = [
    { from: 60, value: 5 },
    { from: 80, value: 8 },
    { from: 100, value: 10 },
  ];
  const indicators = {
    ladder: { ...sumOf('done'), map: { kind: 'steps', steps, below: 0 } },
    whole: { ...sumOf('done'), map: 'it >= 100 ? 10 : 0' },
  };
  const outcome = await judged({ events, indicators }, work({ a: 79, b: 80, c: 100, d: 59 }));
  expect(valuesOf(outcome, 'ladder', 'a', 'b', 'c', 'd')).toEqual(['5', '8', '10', '0']);
  expect(valuesOf(outcome, 'whole', 'a', 'b', 'c', 'd')).toEqual(['0', '0', '10', '0']);
});

test('C9: a ladder is lost where a second condition disqualifies', async () => {
  const parts = {
    events: { voted: { fields: { yes: 'number', no: 'number', cast: 'number' } } },
    tables: { ladder: { by: ['share>='], rows: { 0: 0, '0.6': 5, '0.8': 8 } } },
    indicators: {
      ballot: {
        per: ['unit'],
        of: { kind: 'events', type: 'voted', value: 'no / cast >= 1 / 3 ? 0 : ladder(yes / cast)' },
        reduce: 'latest',
      },
    },
  };
  const vote = (unit: string, yes: number, no: number): Line => ['voted', unit, '12-01', { yes, no, cast: 30 }];
  const outcome = await judged(parts, [vote('a', 20, 10), vote('b', 21, 9), vote('c', 24, 6)]);
  expect(valuesOf(outcome, 'ballot', 'a', 'b', 'c')).toEqual(['0', '5', '8']);
});

test('C10: a coefficient of the unit weighs the difficulty, and corrections are added', async () => {
  const parts = {
    events: { ...events, corrected: points },
    tables: { difficulty: { by: ['unit'], rows: { b: '1.1' }, else: 1 } },
    indicators: {
      ...measured,
      corrections: sumOf('corrected'),
      score: { per, is: 'difficulty(unit) * 20 * done / target + corrections' },
    },
  };
  const outcome = await judged(parts, [...work({ a: 48, b: 48 }), ['corrected', 'b', '07-01', { points: 0.5 }]]);
  expect(valuesOf(outcome, 'score', 'a', 'b')).toEqual(['16', '18.1']);
});

test('C11: deductions run down from the full mark to nothing, and no further', async () => {
  const parts = {
    events: { fault: {} },
    indicators: { order: { full: 20, per, of: { kind: 'given' }, reduce: 'sum', map: 'max(0, 20 + it)' } },
    rules: [{ name: 'fault', basis: '2', on: 'fault', event: { type: 'give', params: { to: 'order', points: -5 } } }],
  };
  const faults = (unit: string, count: number): readonly Line[] =>
    Array.from({ length: count }, () => ['fault', unit, '03-01']);
  const outcome = await judged(parts, [...faults('a', 3), ...faults('b', 5)]);
  expect(valuesOf(outcome, 'order', 'a', 'b')).toEqual(['5', '0']);
});

test('C12: a repetition of the same matter counts double', async () => {
  const parts = {
    events: { visit: { fields: { item: 'key' } } },
    indicators: {
      visits: { per: ['unit', 'period', 'item'], of: { kind: 'events', type: 'visit' }, reduce: 'count' },
      loss: { per, of: { kind: 'each', key: 'item', value: '-(2 * visits - 1)' }, reduce: 'sum' },
    },
  };
  const visits = ['m1', 'm1', 'm2', 'm1'].map((item): Line => ['visit', 'a', '05-01', { item }]);
  expect(valuesOf(await judged(parts, visits), 'loss', 'a')).toEqual(['-6']);
});
