import { expect, test } from 'vitest';
import { judged, type Line, membersOf, rowsOf, valuesOf } from './capability.js';

// Numbers are those of the table of further needs in docs/conformance.md.

const per = ['unit', 'period'];
const scored = { fields: { points: 'number' } };
const sumOf = (type: string, keys: readonly string[] = per) => ({
  per: [...keys],
  of: { kind: 'events', type, value: 'points' },
  reduce: 'sum',
});
const total = sumOf('scored');
const peers = { each: ['period'], of: 'unit', in: { event: 'joined' } };
const score = (unit: string, points: number, on = '06-01'): Line => ['scored', unit, on, { points }];
const members = (points: { readonly [unit: string]: number }): readonly Line[] =>
  Object.entries(points).flatMap(([unit, value]): readonly Line[] => [['joined', unit, '01-01'], score(unit, value)]);
const base = { events: { joined: {}, scored }, cohorts: { peers }, indicators: { total } };
const ranking = (by: readonly object[], more: object = {}) => ({
  ranking: { among: 'peers', by: by.map((key) => ({ ...key })), ...more },
});

test('N1: one event credits both sides, each with its own points', async () => {
  const sides = {
    type: 'issue',
    params: {
      type: 'side',
      each: 'sides',
      fields: { subject: 'item', points: 'position == 1 ? home : away' },
    },
  };
  const parts = {
    events: { played: { fields: { sides: { kind: 'list' }, home: 'number', away: 'number' } }, side: scored },
    indicators: { tally: sumOf('side', ['unit']) },
    rules: [{ name: 'sides', basis: '1', on: 'played', event: sides }],
  };
  const outcome = await judged(parts, [['played', '', '03-01', { sides: ['a', 'b'], home: 3, away: 1 }]]);
  expect(valuesOf(outcome, 'tally', 'a', 'b')).toEqual(['3', '1']);
});

test('N2: whom an event is about is read from a field', async () => {
  const parts = {
    common: { unit: { kind: 'key', path: '$.report.who' } },
    events: { scored },
    indicators: { total },
  };
  const lines: readonly Line[] = [['scored', '', '03-01', { report: { who: 'a' }, points: 4 }]];
  expect(valuesOf(await judged(parts, lines), 'total', 'a')).toEqual(['4']);
});

test('N3: keys nest, and each level has its total', async () => {
  const parts = {
    events: { scored: { fields: { group: 'key', item: 'key', points: 'number' } } },
    indicators: {
      byItem: sumOf('scored', ['unit', 'group', 'item']),
      byGroup: { per: ['unit', 'group'], of: { kind: 'each', key: 'item', value: 'byItem' }, reduce: 'sum' },
      all: { per: ['unit'], of: { kind: 'each', key: 'group', value: 'byGroup' }, reduce: 'sum' },
    },
  };
  const marks = [
    ['x', 'i', 1],
    ['x', 'i', 2],
    ['x', 'j', 4],
    ['y', 'i', 8],
  ] as const;
  const outcome = await judged(
    parts,
    marks.map(([group, item, points]): Line => ['scored', 'a', '03-01', { group, item, points }]),
  );
  expect(membersOf(outcome, 'byItem', 'a')).toEqual(['x i: 3', 'x j: 4', 'y i: 8']);
  expect(membersOf(outcome, 'byGroup', 'a')).toEqual(['x: 7', 'y: 8']);
  expect(valuesOf(outcome, 'all', 'a')).toEqual(['15']);
});

test('N4: a later event moves points to another unit, or starts the count anew', async () => {
  const parts = {
    events: {
      scored: { fields: { points: 'number' } },
      moved: { fields: { about: 'text', to: 'text', amount: 'number' } },
      reset: {},
      taken: scored,
    },
    indicators: {
      live: {
        per: ['unit'],
        of: { kind: 'events', type: ['scored', 'taken'], where: { state: 'active' }, value: 'points' },
        reduce: 'sum',
      },
    },
    rules: [
      {
        name: 'move',
        basis: '1',
        on: 'moved',
        event: {
          type: 'issue',
          params: {
            type: 'taken',
            fields: { subject: 'to', points: 'amount' },
            consumes: [{ event: 'about', as: 'moved' }],
          },
        },
      },
      { name: 'reset', basis: '1', on: 'reset', event: { type: 'end', params: { items: 'live', as: 'reset' } } },
    ],
  };
  const lines: readonly Line[] = [
    score('a', 5),
    score('a', 2),
    ['moved', 'a', '07-01', { about: 'e1', to: 'b', amount: 5 }],
  ];
  expect(valuesOf(await judged(parts, lines), 'live', 'a', 'b')).toEqual(['2', '5']);
  expect(valuesOf(await judged(parts, [...lines, ['reset', 'a', '08-01']]), 'live', 'a', 'b')).toEqual(['0', '5']);
});

test('N5: the first success is counted with the failures before it, and some verdicts are ignored', async () => {
  const ofItem = (where: object, reduce: string, more: object = {}) => ({
    per: ['unit', 'item'],
    of: { kind: 'events', type: 'tried', where: { ...where }, value: 'minutes' },
    reduce,
    ...more,
  });
  const parts = {
    events: { tried: { fields: { item: 'key', verdict: 'right|wrong|unjudged', minutes: 'number' } } },
    indicators: {
      solved: ofItem({ verdict: 'right' }, 'first'),
      failures: ofItem({ verdict: 'wrong' }, 'count', { take: { window: { before: 'solved' } } }),
      penalty: {
        per: ['unit'],
        of: { kind: 'each', key: 'item', where: 'known(solved)', value: 'solved + 20 * failures' },
        reduce: 'sum',
      },
    },
  };
  const tries = [
    ['x', 'wrong', 10],
    ['x', 'unjudged', 12],
    ['x', 'right', 30],
    ['x', 'wrong', 40],
    ['y', 'wrong', 50],
  ] as const;
  const lines = tries.map(
    ([item, verdict, minutes]): Line => ['tried', 'a', `2026-03-01T10:${minutes}:00Z`, { item, verdict, minutes }],
  );
  expect(valuesOf(await judged(parts, lines), 'penalty', 'a')).toEqual(['50']);
});

test('N7: the date chooses tables, limits, chains and rounding alike', async () => {
  const rubric = (worth: number, max: number, order: string, digits: number) => ({
    tables: { worth: { by: ['grade'], rows: { a: worth }, else: 0 } },
    indicators: {
      total: {
        per,
        of: { kind: 'events', type: 'graded', value: 'worth(grade) / 3' },
        reduce: 'sum',
        map: [`min(it, ${max})`, { kind: 'round', digits }],
      },
    },
    standings: ranking([{ is: 'total', order }]),
  });
  const editions = [
    { ...base, events: { joined: {}, graded: { fields: { grade: 'a|b' } } }, ...rubric(10, 5, 'desc', 0) },
    { effective: { from: '2026-01-01' }, ...rubric(20, 9, 'asc', 1) },
  ];
  const year = (of: string): readonly Line[] => [
    ['joined', 'a', `${of}-01-01`],
    ['joined', 'b', `${of}-01-01`],
    ['graded', 'a', `${of}-06-01`, { grade: 'a' }],
    ['graded', 'a', `${of}-06-02`, { grade: 'a' }],
    ['graded', 'b', `${of}-06-01`, { grade: 'a' }],
  ];
  const { standings } = await judged(editions, [...year('2025'), ...year('2026')]);
  const rows = standings.map((table) => table.rows.map(({ rank, subject, total: sum }) => `${rank} ${subject} ${sum}`));
  expect(rows).toEqual([
    ['1 a 5', '2 b 3'],
    ['1 b 6.7', '2 a 9'],
  ]);
});

test('N11: the prizes of tied places are averaged', async () => {
  const parts = {
    ...base,
    keys: { slot: { type: 'number' } },
    tables: { prize: { by: ['place'], rows: { 1: 100, 2: 60, 3: 40 }, else: 0 } },
    indicators: {
      total,
      money: {
        per,
        of: {
          kind: 'each',
          key: 'slot',
          in: { kind: 'range', from: 'ranking.rank', to: 'ranking.rank + ranking.tied - 1' },
          value: 'prize(slot)',
        },
        reduce: 'mean',
      },
    },
    standings: ranking([{ is: 'total' }]),
  };
  const outcome = await judged(parts, members({ a: 9, b: 7, c: 7, d: 1 }));
  expect(valuesOf(outcome, 'money', 'a', 'b', 'c', 'd')).toEqual(['100', '50', '50', '0']);
});

test('N12: a veto bars without passing the place on', async () => {
  const parts = {
    ...base,
    events: { ...base.events, barred: {} },
    indicators: { total, bars: { per: ['unit'], of: { kind: 'events', type: 'barred' }, reduce: 'count' } },
    standings: ranking([{ is: 'total' }], { awards: [{ id: 'medal', where: 'ranking.rank <= 2 && bars == 0' }] }),
  };
  const lines = [...members({ a: 9, b: 8, c: 7 }), ['barred', 'b', '07-01']] as const;
  expect(rowsOf(await judged(parts, lines), ({ subject, awards }) => [subject, ...awards].join(' '))).toEqual([
    'a medal',
    'b',
    'c',
  ]);
});

test('N24: a condition goes over items: any at its maximum', async () => {
  const parts = {
    events: { marked: { fields: { item: 'key', mark: 'number' } } },
    indicators: {
      ofItem: { per: ['unit', 'item'], of: { kind: 'events', type: 'marked', value: 'mark' }, reduce: 'latest' },
      perfect: { per: ['unit'], of: { kind: 'each', key: 'item', value: 'ofItem == 10 ? 1 : 0' }, reduce: 'max' },
      bonus: { per: ['unit'], is: 'perfect > 0 ? 2 : 0' },
    },
  };
  const mark = (unit: string, item: string, value: number): Line => ['marked', unit, '03-01', { item, mark: value }];
  const lines = [mark('a', 'x', 10), mark('a', 'y', 3), mark('b', 'x', 9), mark('b', 'y', 9)];
  expect(valuesOf(await judged(parts, lines), 'bonus', 'a', 'b')).toEqual(['2', '0']);
});

test('N31: bands begin where an event says', async () => {
  const parts = {
    ...base,
    events: { ...base.events, set: { fields: { limit: 'number' } } },
    indicators: {
      total,
      passMark: { per: ['period'], of: { kind: 'events', type: 'set', value: 'limit' }, reduce: 'latest' },
    },
    standings: ranking([{ is: 'total' }], { bands: [{ id: 'good', where: 'total >= passMark' }] }),
  };
  const lines = [...members({ a: 70, b: 60 }), ['set', 'a', '12-01', { limit: 65 }]] as const;
  expect(rowsOf(await judged(parts, lines), ({ subject, band }) => `${subject} ${band}`)).toEqual(['a good', 'b null']);
});

test('N33: the best of all groups together are honoured beside the first of each', async () => {
  const parts = {
    events: { joined: { fields: { group: 'key' } }, scored },
    cohorts: { all: peers, groups: { each: ['group', 'period'], of: 'unit', in: { event: 'joined' } } },
    indicators: { total },
    standings: {
      inGroup: { among: 'groups', by: [{ is: 'total' }], awards: [{ id: 'first', quota: '1' }] },
      overall: { among: 'all', by: [{ is: 'total' }], awards: [{ id: 'top', quota: '2' }] },
    },
  };
  const join = (unit: string, group: string, points: number): readonly Line[] => [
    ['joined', unit, '01-01', { group }],
    score(unit, points),
  ];
  const outcome = await judged(parts, [...join('a', 'x', 9), ...join('b', 'x', 8), ...join('c', 'y', 3)]);
  const awards = outcome.standings.flatMap(({ rows }) =>
    rows.flatMap((row) => row.awards.map((award) => `${row.subject} ${award}`)),
  );
  expect(awards).toEqual(['a first', 'c first', 'a top', 'b top']);
});

test('N34: a band is given by the distance from the mean', async () => {
  const parts = {
    ...base,
    indicators: {
      total,
      mean: {
        per: ['period'],
        of: { kind: 'each', key: 'unit', in: { kind: 'cohort', cohort: 'peers' }, value: 'total' },
        reduce: 'mean',
      },
    },
    standings: ranking([{ is: 'total' }], { bands: [{ id: 'usual', where: 'abs(total - mean) <= 5' }] }),
  };
  const rows = rowsOf(
    await judged(parts, members({ a: 60, b: 52, c: 48, d: 40 })),
    ({ subject, band }) => `${subject} ${band}`,
  );
  expect(rows).toEqual(['a null', 'b usual', 'c usual', 'd null']);
});

test('N36: ranks go by the rounded value', async () => {
  const rounded = { ...total, map: { kind: 'round', digits: 1 } };
  const parts = { ...base, indicators: { total: rounded }, standings: ranking([{ is: 'total' }]) };
  expect(rowsOf(await judged(parts, members({ a: 89.96, b: 90.04, c: 89.94 })))).toEqual([
    '1 a 90',
    '1 b 90',
    '3 c 89.9',
  ]);
});

test('N41: a named event decides between the tied, and no others', async () => {
  const won = { per, of: { kind: 'events', type: 'playoff' }, reduce: 'count' };
  const parts = {
    ...base,
    events: { ...base.events, playoff: {} },
    indicators: { total, won },
    standings: ranking([{ is: 'total' }, { is: 'won', if: 'tied == 2' }]),
  };
  const lines = [
    ...members({ a: 9, b: 9, c: 5, d: 5, e: 5 }),
    ['playoff', 'b', '12-01'],
    ['playoff', 'e', '12-02'],
  ] as const;
  expect(rowsOf(await judged(parts, lines))).toEqual(['1 b 9', '2 a 9', '3 c 5', '3 d 5', '3 e 5']);
});

test('N43: an attribute, and then the earliest date, part what is equal', async () => {
  const parts = {
    events: { joined: { fields: { capital: 'flag' } }, scored },
    cohorts: { peers },
    indicators: {
      total,
      isCapital: { per, of: { kind: 'events', type: 'joined', value: 'capital ? 1 : 0' }, reduce: 'latest' },
      reached: { per, of: { kind: 'events', type: 'scored', value: 'date(time)' }, reduce: 'latest' },
    },
    standings: ranking([{ is: 'total' }, { is: 'isCapital' }, { is: 'reached', order: 'asc' }]),
  };
  const join = (unit: string, capital: boolean): Line => ['joined', unit, '01-01', { capital }];
  const lines = [
    join('a', false),
    join('b', false),
    join('c', true),
    score('a', 5, '06-09'),
    score('b', 5, '06-08'),
    score('c', 5, '06-10'),
  ];
  expect(rowsOf(await judged(parts, lines), ({ subject, decidedBy }) => `${subject} ${decidedBy}`)).toEqual([
    'c isCapital',
    'b reached',
    'a reached',
  ]);
});

test('N46: a veto sends to the last place, above those who are not ranked at all', async () => {
  const parts = {
    ...base,
    events: { ...base.events, vetoed: {}, guest: {} },
    indicators: {
      total,
      vetoes: { per, of: { kind: 'events', type: 'vetoed' }, reduce: 'count' },
      guests: { per, of: { kind: 'events', type: 'guest' }, reduce: 'count' },
    },
    standings: ranking([{ is: 'vetoes', order: 'asc' }, { is: 'total' }], {
      total: 'total',
      unranked: { where: 'guests > 0', label: 'guest' },
    }),
  };
  const lines = [...members({ a: 9, b: 8, c: 7 }), ['vetoed', 'a', '07-01'], ['guest', 'b', '07-01']] as const;
  expect(rowsOf(await judged(parts, lines), ({ rank, subject, unranked }) => `${rank} ${subject} ${unranked}`)).toEqual(
    ['1 c null', '2 a null', 'null b guest'],
  );
});

test('N47: who leads a group is ranked again across the groups', async () => {
  const parts = {
    events: { joined: { fields: { group: 'key' } }, scored },
    cohorts: { all: peers, groups: { each: ['group', 'period'], of: 'unit', in: { event: 'joined' } } },
    indicators: { total, home: { per, of: { kind: 'events', type: 'joined', value: 'group' }, reduce: 'latest' } },
    standings: {
      inGroup: { among: 'groups', by: [{ is: 'total' }] },
      finals: { among: 'all', unranked: { where: 'inGroup.rank > 1', label: 'out' }, by: [{ is: 'total' }] },
    },
  };
  const join = (unit: string, group: string, points: number): readonly Line[] => [
    ['joined', unit, '01-01', { group }],
    score(unit, points),
  ];
  const outcome = await judged(parts, [...join('a', 'x', 9), ...join('b', 'x', 8), ...join('c', 'y', 10)]);
  expect(rowsOf(outcome, ({ rank, subject }) => `${rank} ${subject}`, 'finals')).toEqual(['1 c', '2 a', 'null b']);
});

test('N48: every node of a tree has a rank of its own', async () => {
  const rank = (is: string) => ({ per, is, map: { kind: 'rank', among: 'peers', order: 'desc', ties: 'standard' } });
  const parts = {
    ...base,
    events: { joined: {}, scored, marked: scored },
    indicators: {
      work: total,
      appraisal: sumOf('marked'),
      all: { per, of: { kind: 'parts', parts: ['work', 'appraisal'] }, reduce: 'sum' },
      workRank: rank('work'),
      appraisalRank: rank('appraisal'),
      allRank: rank('all'),
    },
  };
  const lines = [
    ...members({ a: 9, b: 8 }),
    ['marked', 'a', '12-01', { points: 1 }],
    ['marked', 'b', '12-01', { points: 3 }],
  ] as const;
  const outcome = await judged(parts, lines);
  const ranks = ['workRank', 'appraisalRank', 'allRank'].map((name) => valuesOf(outcome, name, 'a', 'b').join(' '));
  expect(ranks).toEqual(['1 2', '2 1', '2 1']);
});
