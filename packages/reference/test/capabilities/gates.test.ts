import { describe, expect, test } from 'vitest';
import { judged, type Line, type Row, rowsOf, valuesOf } from './capability.js';

const per = ['unit', 'period'];
const peers = { each: ['period'], of: 'unit', in: { event: 'joined' } };
const scored = { fields: { points: 'number' } };
const total = { per, of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
const score = (unit: string, points: number): Line => ['scored', unit, '06-01', { points }];
const members = (points: { readonly [unit: string]: number }): readonly Line[] =>
  Object.entries(points).flatMap(([unit, value]): readonly Line[] => [['joined', unit, '01-01'], score(unit, value)]);
const base = {
  events: { joined: {}, scored },
  cohorts: { peers },
  indicators: { total },
  standings: { ranking: { among: 'peers', by: [{ is: 'total' }] } },
};
const banded = ({ subject, band }: Row): string => `${subject} ${band ?? '-'}`;
const awarded = ({ subject, awards }: Row): string => [subject, ...awards].join(' ');

describe('C39: a veto with a basis, an approver and an end', () => {
  const veto = { fields: { basis: 'text', approver: 'text', until: 'date' } };
  const live = { per: ['unit'], of: { kind: 'events', type: 'veto', where: 'until >= today' }, reduce: 'count' };
  const vetoed: Line = ['veto', 'a', '09-02', { basis: 'V2', approver: 'committee', until: '2026-12-31' }];
  const lines = [...members({ a: 95, b: 70 }), vetoed];

  test('is a ceiling for the total, a step down in the bands, and bars honours', async () => {
    const parts = {
      ...base,
      events: { ...base.events, veto },
      indicators: { total, vetoes: live },
      rules: [
        {
          name: 'ceiling',
          basis: '5.12',
          on: 'veto',
          event: { type: 'limit', params: { indicator: 'total', max: 80 } },
        },
      ],
      standings: {
        ranking: {
          among: 'peers',
          by: [{ is: 'total' }],
          bands: [
            { id: 'good', where: 'total >= 80 && vetoes == 0' },
            { id: 'fair', where: 'total >= 60' },
          ],
          awards: [{ id: 'model', where: 'vetoes == 0', quota: '1' }],
        },
      },
    };
    const outcome = await judged(parts, lines);
    expect(valuesOf(outcome, 'total', 'a', 'b')).toEqual(['80', '70']);
    expect(rowsOf(outcome, banded)).toEqual(['a fair', 'b fair']);
    expect(rowsOf(outcome, awarded)).toEqual(['a', 'b model']);
  });

  test('takes the money, and the points of what it is about, until it ends', async () => {
    const parts = {
      events: { ...base.events, veto },
      indicators: {
        total,
        vetoes: live,
        safety: { per: ['unit'], is: 'vetoes > 0 ? 0 : 30' },
        money: { per, is: 'vetoes > 0 ? 0 : 1000 * total' },
      },
    };
    const outcome = await judged(parts, lines, { asOf: '2026-12-31' });
    expect([...valuesOf(outcome, 'safety', 'a'), ...valuesOf(outcome, 'money', 'a', 'b')]).toEqual(['0', '0', '70000']);
    const after = await judged(parts, lines, { asOf: '2027-01-01' });
    expect(valuesOf(after, 'safety', 'a')).toEqual(['30']);
  });
});

test('C40: who is not eligible is told with the reasons', async () => {
  const barred = { type: 'issue', params: { type: 'barred', fields: { why: "'a red light: ' + id" } } };
  const parts = {
    ...base,
    events: { ...base.events, light: {}, barred: { finding: true, fields: { why: 'text' } } },
    indicators: { total, bars: { per: ['unit'], of: { kind: 'events', type: 'barred' }, reduce: 'count' } },
    rules: [{ name: 'bar', basis: '5.19', on: 'light', event: barred }],
    standings: {
      ranking: { among: 'peers', by: [{ is: 'total' }], awards: [{ id: 'model', where: 'bars == 0', quota: '2' }] },
    },
  };
  const outcome = await judged(parts, [...members({ a: 90, b: 80 }), ['light', 'a', '07-01']]);
  expect(rowsOf(outcome, awarded)).toEqual(['a', 'b model']);
  expect(outcome.findings.map(({ code, subject, facts }) => `${code} ${subject} ${facts.why}`)).toEqual([
    'barred a a red light: e5',
  ]);
});

test('C41: groups, a list inside them and a second ranking stand over the same data', async () => {
  const parts = {
    events: { joined: { fields: { group: 'key', rural: 'flag' } }, scored },
    cohorts: {
      groups: { each: ['group', 'period'], of: 'unit', in: { event: 'joined' } },
      rural: { each: ['period'], of: 'unit', in: { event: 'joined', where: 'rural' } },
      all: peers,
    },
    indicators: { total, entries: { per, of: { kind: 'events', type: 'scored' }, reduce: 'count' } },
    standings: {
      byGroup: { among: 'groups', by: [{ is: 'total' }] },
      countryside: { among: 'rural', by: [{ is: 'total' }] },
      diligence: { among: 'all', by: [{ is: 'entries' }, { is: 'total' }] },
    },
  };
  const join = (unit: string, group: string, rural: boolean): Line => ['joined', unit, '01-01', { group, rural }];
  const lines = [join('a', 'x', true), join('b', 'x', false), join('c', 'y', true)];
  const outcome = await judged(parts, [...lines, score('a', 5), score('b', 9), score('c', 4), score('c', 3)]);
  const tables = outcome.standings.map(({ id, keys, rows }) =>
    [id, keys.group ?? '', ...rows.map((row) => row.subject)].join(' '),
  );
  expect(tables).toEqual(['byGroup x b a', 'byGroup y c', 'countryside  c a', 'diligence  c b a']);
});

describe('C42: ranks', () => {
  test('are shared by a declared convention, after the keys that break ties', async () => {
    const ties = async (convention: string) => {
      const standing = { among: 'peers', by: [{ is: 'total' }, { is: 'entries', order: 'asc' }], ties: convention };
      const indicators = { total, entries: { per, of: { kind: 'events', type: 'scored' }, reduce: 'count' } };
      const lines = [...members({ a: 9, b: 5, c: 5, d: 3, e: 3 }), score('e', 0)];
      return rowsOf(await judged({ ...base, indicators, standings: { ranking: standing } }, lines), ({ rank }) => rank);
    };
    expect(await ties('standard')).toEqual([1, 2, 2, 4, 5]);
    expect(await ties('dense')).toEqual([1, 2, 2, 3, 4]);
  });

  test('that are tied where the places run out wait for a recorded decision', async () => {
    const parts = {
      ...base,
      events: { ...base.events, drawn: { fields: { number: 'number' } } },
      indicators: { total, lot: { per, of: { kind: 'events', type: 'drawn', value: 'number' }, reduce: 'latest' } },
      standings: {
        ranking: {
          among: 'peers',
          by: [{ is: 'total' }, { is: 'lot', order: 'asc', unknown: 'skip' }],
          bands: [{ id: 'first', quota: '1', edge: 'decide' }],
        },
      },
    };
    const open = await judged(parts, members({ a: 9, b: 9 }));
    expect(rowsOf(open, banded)).toEqual(['a -', 'b -']);
    expect(open.findings.map(({ code }) => code)).toEqual(['unresolved-tie']);
    const draws = ['b', 'a'].map((unit, index): Line => ['drawn', unit, '12-20', { number: index + 1 }]);
    const drawn = await judged(parts, [...members({ a: 9, b: 9 }), ...draws]);
    expect([rowsOf(drawn, banded), drawn.findings]).toEqual([['b first', 'a -'], []]);
  });
});

describe('C43: a band asks for a mark and has places', () => {
  const ranking = (bands: readonly object[], more: object = {}) => ({
    ranking: { among: 'peers', by: [{ is: 'total' }], bands: bands.map((band) => ({ ...band })), ...more },
  });
  const points = { a: 97, b: 96, c: 95, d: 94, e: 80, f: 79, g: 60 };

  test.each([
    ['floor(0.25 * size)', ['a good']],
    ['ceil(0.25 * size)', ['a good', 'b good']],
    ['round(0.25 * size, 0)', ['a good', 'b good']],
    ['max(3, floor(0.25 * size))', ['a good', 'b good', 'c good']],
    ['min(1, ceil(0.25 * size))', ['a good']],
  ])('of which there are %s', async (quota, good) => {
    const standings = ranking([{ id: 'good', where: 'total >= 90', quota }]);
    const rows = rowsOf(await judged({ ...base, standings }, members(points)), banded);
    expect(rows.filter((row) => String(row).endsWith('good'))).toEqual(good);
  });

  test('that nobody takes who misses the mark, and that the next takes where one is barred', async () => {
    const parts = {
      ...base,
      events: { ...base.events, barred: {} },
      indicators: { total, bars: { per: ['unit'], of: { kind: 'events', type: 'barred' }, reduce: 'count' } },
      standings: ranking([{ id: 'good', where: 'total >= 90 && bars == 0', quota: '2' }]),
    };
    const all = members({ a: 97, b: 96, c: 95, d: 80 });
    const barred: Line = ['barred', 'b', '07-01'];
    expect(rowsOf(await judged(parts, all), banded)).toEqual(['a good', 'b good', 'c -', 'd -']);
    expect(rowsOf(await judged(parts, [...all, barred]), banded)).toEqual(['a good', 'b -', 'c good', 'd -']);
  });

  test('to which a floating place is added by decision', async () => {
    const parts = {
      ...base,
      events: { ...base.events, given: {} },
      indicators: { total, floating: { per, of: { kind: 'events', type: 'given' }, reduce: 'count' } },
      standings: ranking([{ id: 'good', where: 'total >= 90', quota: '1', plus: 'floating > 0' }]),
    };
    const outcome = await judged(parts, [...members({ a: 97, b: 96, c: 95 }), ['given', 'c', '12-20']]);
    expect(rowsOf(outcome, banded)).toEqual(['a good', 'b -', 'c good']);
  });
});

test('C44: a good year widens the quota of the next one', async () => {
  const parts = {
    ...base,
    events: { joined: {}, scored, honoured: {} },
    indicators: {
      total,
      honours: { per: ['period'], of: { kind: 'events', type: 'honoured' }, reduce: 'count' },
      share: { per: ['period'], is: 'honours(period - 1) > 0 ? 0.25 : 0.2' },
    },
    standings: {
      ranking: { among: 'peers', by: [{ is: 'total' }], bands: [{ id: 'good', quota: 'ceil(share * size)' }] },
    },
  };
  const five = members({ a: 9, b: 8, c: 7, d: 6, e: 5 });
  const good = async (lines: readonly Line[]) =>
    rowsOf(await judged(parts, lines), banded).filter((row) => String(row).endsWith('good'));
  expect(await good(five)).toEqual(['a good']);
  expect(await good([...five, ['honoured', 'a', '2025-12-31']])).toEqual(['a good', 'b good']);
});

test('C45: groups are brought to one mean before they are compared', async () => {
  const parts = {
    events: { joined: { fields: { group: 'key' } }, scored },
    cohorts: { all: peers, groups: { each: ['group', 'period'], of: 'unit', in: { event: 'joined' } } },
    indicators: {
      total,
      mean: {
        per: ['group', 'period'],
        of: { kind: 'each', key: 'unit', in: { kind: 'cohort', cohort: 'groups' }, value: 'total' },
        reduce: 'mean',
      },
      overall: { per: ['period'], of: { kind: 'each', key: 'unit', value: 'total' }, reduce: 'mean' },
      home: { per, of: { kind: 'events', type: 'joined', value: 'group' }, reduce: 'latest' },
      levelled: { per, is: 'total * overall / mean(home, period)', map: { kind: 'round', digits: 2 } },
    },
    standings: { district: { among: 'all', by: [{ is: 'levelled' }] } },
  };
  const join = (unit: string, group: string): Line => ['joined', unit, '01-01', { group }];
  const lines = [join('a', 'x'), join('b', 'x'), join('c', 'y'), join('d', 'y')];
  const marks = [score('a', 90), score('b', 70), score('c', 60), score('d', 40)];
  // Means of 80 and 50, 65 over all: 90·65/80, 70·65/80, 60·65/50, 40·65/50.
  const rows = rowsOf(await judged(parts, [...lines, ...marks]));
  expect(rows).toEqual(['1 c 78', '2 a 73.13', '3 b 56.88', '4 d 52']);
});

test('C46: there are reasons for having no band, and each is another one', async () => {
  const note = { fields: { what: 'pending|protected|review' } };
  const noted = (what: string) => ({
    per,
    of: { kind: 'events', type: 'noted', where: { what } },
    reduce: 'count',
  });
  const parts = {
    ...base,
    events: { ...base.events, noted: note },
    indicators: {
      total: { ...total, need: '1' },
      pending: noted('pending'),
      sheltered: noted('protected'),
      review: noted('review'),
    },
    standings: {
      ranking: {
        among: 'peers',
        unranked: [
          { where: 'pending > 0', label: 'not banded yet' },
          { where: 'sheltered > 0', label: 'protected' },
        ],
        by: [{ is: 'total' }],
        bands: [{ id: 'good', where: 'review > 0 ? unknown : total >= 60' }],
      },
    },
  };
  const noting = (unit: string, what: string): Line => ['noted', unit, '12-01', { what }];
  const lines = [...members({ a: 90, b: 90, c: 90, d: 80, e: 50 }), ['joined', 'f', '01-01']] as const;
  const outcome = await judged(parts, [
    ...lines,
    noting('b', 'pending'),
    noting('c', 'protected'),
    noting('d', 'review'),
  ]);
  expect(rowsOf(outcome, ({ subject, band, unranked }) => `${subject} ${band ?? '-'} ${unranked ?? 'ranked'}`)).toEqual(
    ['a good ranked', 'd - ranked', 'e - ranked', 'b - not banded yet', 'c - protected', 'f - unknown: total'],
  );
});

test('C47: what must hold two or three years in a row is read from the years before', async () => {
  const parts = {
    ...base,
    indicators: {
      total,
      good: { per, is: 'total >= 90 ? 1 : 0' },
      streak: { per, is: 'good == 0 ? 0 : 1 + (period > 2020 ? streak(period - 1) : 0)' },
    },
    standings: {
      ranking: {
        among: 'peers',
        by: [{ is: 'total' }],
        awards: [
          { id: 'model', where: 'streak >= 3' },
          { id: 'advanced', where: 'streak >= 2' },
        ],
      },
    },
  };
  const years = (unit: string, ...marks: readonly number[]): readonly Line[] =>
    marks.map((mark, index) => ['scored', unit, `${2024 + index}-06-01`, { points: mark }]);
  const join = (unit: string): Line => ['joined', unit, '01-01'];
  const lines = [
    join('a'),
    join('b'),
    join('c'),
    ...years('a', 95, 91, 90),
    ...years('b', 80, 92, 93),
    ...years('c', 95, 80, 94),
  ];
  const outcome = await judged(parts, lines);
  const awards = rowsOf(outcome, awarded);
  expect(awards).toEqual(['c', 'b advanced', 'a model advanced']);
});
