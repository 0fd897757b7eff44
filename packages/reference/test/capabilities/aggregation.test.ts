import { expect, test } from 'vitest';
import { judged, type Line, refused, valuesOf } from './capability.js';

const per = ['unit', 'period'];
const points = { fields: { points: 'number' } };
const sumOf = (type: string) => ({ per, of: { kind: 'events', type, value: 'points' }, reduce: 'sum' });
const gain = (unit: string, value: number, on = '03-01'): Line => ['gain', unit, on, { points: value }];

test('C24: the weights of a tree are checked to add up', async () => {
  const tree = (weight: string) => ({
    events: { gain: points, marked: points },
    indicators: {
      work: sumOf('gain'),
      appraisal: sumOf('marked'),
      total: {
        per,
        of: {
          kind: 'parts',
          parts: [
            { indicator: 'work', weight },
            { indicator: 'appraisal', weight: '0.4' },
          ],
        },
        reduce: 'mean',
      },
    },
  });
  const lines: readonly Line[] = [gain('a', 90), ['marked', 'a', '12-01', { points: 80 }]];
  expect(valuesOf(await judged(tree('0.6'), lines), 'total', 'a')).toEqual(['86']);
  expect(refused(tree('0.5'))).toEqual(['parts-weights /indicators/total/of/parts']);
});

test('C25: any full mark will do, and a percentage of it is shown beside', async () => {
  const indicators = (full: number) => ({
    work: { full: 240, ...sumOf('gain') },
    rest: { full: 100, per, is: '100' },
    total: { full, per, of: { kind: 'parts', parts: ['work', 'rest'] }, reduce: 'sum' },
    percent: { per, is: '100 * total / 340', map: { kind: 'round', digits: 1 } },
  });
  const outcome = await judged({ events: { gain: points }, indicators: indicators(340) }, [gain('a', 206)]);
  expect([...valuesOf(outcome, 'total', 'a'), ...valuesOf(outcome, 'percent', 'a')]).toEqual(['306', '90']);
  expect(refused({ events: { gain: points }, indicators: indicators(350) })).toEqual([
    'parts-full /indicators/total/of/parts',
  ]);
});

test('C26: bonuses are capped by category, deductions are not, and the total has a floor', async () => {
  const parts = {
    events: { honour: points, novelty: points, lost: points },
    indicators: {
      honours: { ...sumOf('honour'), map: 'min(it, 20)' },
      novelties: { ...sumOf('novelty'), map: 'min(it, 10)' },
      bonus: { per, is: 'min(honours + novelties, 25)' },
      losses: sumOf('lost'),
      total: { per, is: 'max(0, 50 + bonus - losses)' },
    },
  };
  const lines: readonly Line[] = [
    ['honour', 'a', '03-01', { points: 30 }],
    ['novelty', 'a', '03-01', { points: 8 }],
    ['lost', 'a', '03-01', { points: 60 }],
    ['lost', 'b', '03-01', { points: 60 }],
    ['novelty', 'b', '03-01', { points: 4 }],
  ];
  expect(valuesOf(await judged(parts, lines), 'total', 'a', 'b')).toEqual(['15', '0']);
});

test('C27: of one matter only the highest counts, or the others count for half', async () => {
  const matter = (reduce: string) => ({
    per: ['unit', 'item'],
    of: { kind: 'events', type: 'gain', value: 'points' },
    reduce,
  });
  const each = (value: string) => ({ per: ['unit'], of: { kind: 'each', key: 'item', value }, reduce: 'sum' });
  const parts = {
    events: { gain: { fields: { item: 'key', points: 'number' } } },
    indicators: {
      highest: matter('max'),
      all: matter('sum'),
      once: each('highest'),
      reduced: each('highest + (all - highest) / 2'),
    },
  };
  const gains = [
    ['x', 3],
    ['x', 5],
    ['x', 1],
    ['y', 2],
  ] as const;
  const outcome = await judged(
    parts,
    gains.map(([item, value]): Line => ['gain', 'a', '04-01', { item, points: value }]),
  );
  expect([...valuesOf(outcome, 'once', 'a'), ...valuesOf(outcome, 'reduced', 'a')]).toEqual(['7', '9']);
});

test('C28: where an indicator changes in the middle of the year, each half counts for its days', async () => {
  const half = (window: { readonly [bound: string]: string }) => ({
    per,
    of: { kind: 'events', type: 'gain', value: 'points' },
    take: { window: { by: 'date(effective)', ...window } },
    reduce: 'sum',
  });
  const parts = {
    events: { gain: points },
    indicators: {
      firstHalf: half({ until: "date('2026-07-01')" }),
      secondHalf: { ...half({ from: "date('2026-07-01')" }), map: 'min(100, it)' },
      total: { per, is: '(181 * firstHalf + 184 * secondHalf) / 365', map: { kind: 'round', digits: 2 } },
    },
  };
  const lines = [gain('a', 80, '06-30'), gain('a', 70, '07-01'), gain('a', 70, '09-01')];
  // (181·80 + 184·100) / 365
  expect(valuesOf(await judged(parts, lines), 'total', 'a')).toEqual(['90.08']);
});

test('S14: an item stands in the tree and under a theme that goes across it', async () => {
  const marked = { fields: { topic: 'text', points: 'number' } };
  const item = (name: string) => ({
    per: ['unit', 'period'],
    of: { kind: 'events', type: 'marked', where: { topic: name }, value: 'points' },
    reduce: 'sum',
  });
  const sum = (...parts: readonly string[]) => ({
    per: ['unit', 'period'],
    of: { kind: 'parts', parts: [...parts] },
    reduce: 'sum',
  });
  const indicators = {
    housing: item('housing'),
    roads: item('roads'),
    clinics: item('clinics'),
    building: sum('housing', 'roads'),
    services: sum('clinics'),
    total: sum('building', 'services'),
    livelihood: sum('housing', 'clinics'),
  };
  const given: readonly (readonly [string, number])[] = [
    ['housing', 5],
    ['roads', 3],
    ['clinics', 1],
  ];
  const lines = given.map(([name, points]): Line => ['marked', 'a', '03-01', { topic: name, points }]);
  const outcome = await judged({ events: { marked }, indicators }, lines);
  expect([valuesOf(outcome, 'total', 'a'), valuesOf(outcome, 'livelihood', 'a')]).toEqual([['9'], ['6']]);
});
