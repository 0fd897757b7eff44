import { expect, test } from 'vitest';
import { judged, type Line, rowsOf, valuesOf } from './capability.js';

// Numbers are those of docs/conformance.md.

const per = ['unit', 'period'];
const marked = { fields: { points: 'number?', weight: 'number?', item: 'key?' } };
const marks = { kind: 'events', type: 'marked', value: 'points' };
const mark = (on: string, data: { readonly [field: string]: number | string }): Line => [
  'marked',
  'a',
  on,
  { ...data },
];

test('1 and 2: facts are counted, and what they are worth is summed', async () => {
  const parts = {
    events: { marked },
    indicators: {
      count: { per, of: { kind: 'events', type: 'marked' }, reduce: 'count' },
      sum: { per, of: marks, reduce: 'sum' },
    },
  };
  const lines = [mark('03-01', { points: 3 }), mark('03-02', { points: 3 }), mark('04-01', { points: -1 })];
  const outcome = await judged(parts, lines);
  expect([valuesOf(outcome, 'count', 'a'), valuesOf(outcome, 'sum', 'a')]).toEqual([['3'], ['5']]);
});

test('3: a mean by weights goes over what is known, and whoever abstains has no weight', async () => {
  const mean = { per, of: { ...marks, weight: 'weight' }, reduce: 'mean' };
  const parts = { events: { marked }, indicators: { all: mean, judges: { ...mean, missing: 'skip' } } };
  const lines = [
    mark('03-01', { points: 80, weight: 3 }),
    mark('03-02', { points: 60, weight: 1 }),
    mark('03-03', { weight: 6 }),
  ];
  const outcome = await judged(parts, lines);
  expect([valuesOf(outcome, 'all', 'a'), valuesOf(outcome, 'judges', 'a')]).toEqual([[null], ['75']]);
});

test('6: the latest and the first go by when things happened, not by when they were recorded', async () => {
  const parts = {
    events: { marked },
    indicators: { latest: { per, of: marks, reduce: 'latest' }, first: { per, of: marks, reduce: 'first' } },
  };
  const lines: readonly Line[] = [
    mark('05-01', { points: 7 }),
    ['marked', 'a', '03-01', { points: 4 }, { recordedtime: '2026-09-01T00:00:00Z' }],
    mark('04-01', { points: 9 }),
  ];
  const outcome = await judged(parts, lines);
  expect([valuesOf(outcome, 'latest', 'a'), valuesOf(outcome, 'first', 'a')]).toEqual([['7'], ['4']]);
});

test('N6: of each item the latest value stands, and one without a value is missing', async () => {
  const latest = { per: [...per, 'item'], of: marks, reduce: 'latest' };
  const each = { kind: 'each', key: 'item', in: { kind: 'values', values: ['x', 'y', 'z'] }, value: 'latest' };
  const parts = {
    events: { marked },
    indicators: {
      latest,
      strict: { per, of: each, reduce: 'sum' },
      lax: { per, of: each, reduce: 'sum', missing: 'skip' },
    },
  };
  const lines = [
    mark('03-01', { item: 'x', points: 2 }),
    mark('04-01', { item: 'x', points: 5 }),
    mark('03-01', { item: 'y', points: 1 }),
  ];
  const outcome = await judged(parts, lines);
  expect([valuesOf(outcome, 'strict', 'a'), valuesOf(outcome, 'lax', 'a')]).toEqual([[null], ['6']]);
});

test('12: a window of the calendar holds its first day and not its last, in the zone that is named', async () => {
  const window = { from: "startOf(date('2026-07-01'))", until: "startOf(date('2026-08-01'))" };
  const parts = {
    zone: { name: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] },
    events: { marked },
    indicators: { july: { per, of: marks, take: { window }, reduce: 'sum' } },
  };
  const lines = [
    mark('2026-06-30T15:59:59Z', { points: 1 }),
    mark('2026-06-30T16:00:00Z', { points: 10 }),
    mark('2026-07-31T15:59:59Z', { points: 100 }),
    mark('2026-07-31T16:00:00Z', { points: 1000 }),
  ];
  expect(valuesOf(await judged(parts, lines), 'july', 'a')).toEqual(['110']);
});

test('47: who is not eligible keeps the rank, and the award goes to the next', async () => {
  const total = { per, of: marks, reduce: 'sum' };
  const awards = [{ id: 'medal', where: 'guests == 0', quota: 1, edge: 'skip' }];
  const guests = { per: ['unit'], of: { kind: 'events', type: 'joined', where: 'guest' }, reduce: 'count' };
  const parts = {
    events: { marked, joined: { fields: { guest: 'flag' } } },
    cohorts: { peers: { each: ['period'], of: 'unit', in: { event: 'joined' } } },
    indicators: { total, guests },
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }], awards } },
  };
  const lines = ['a', 'b', 'c'].flatMap((unit, index): readonly Line[] => [
    ['joined', unit, '01-01', { guest: unit === 'a' }],
    ['marked', unit, '03-01', { points: 9 - index }],
  ]);
  const outcome = await judged(parts, lines);
  expect(rowsOf(outcome, ({ rank, subject, awards: won }) => [rank, subject, ...won].join(' '))).toEqual([
    '1 a',
    '2 b medal',
    '3 c',
  ]);
});
