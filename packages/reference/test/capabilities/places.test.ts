import { expect, test } from 'vitest';
import { judged, type Line, membersOf, type Row, rowsOf, valuesOf } from './capability.js';

// Numbers are those of docs/conformance.md.

const per = ['unit', 'period'];
const scored = { fields: { points: 'number?' } };
const points = { kind: 'events', type: 'scored', value: 'points' };
const peers = { each: ['period'], of: 'unit', in: { event: 'joined' } };
const total = { per, of: points, reduce: 'sum' };
const members = (all: { readonly [unit: string]: number }): readonly Line[] =>
  Object.entries(all).flatMap(([unit, value]): readonly Line[] => [
    ['joined', unit, '01-01'],
    ['scored', unit, '06-01', { points: value }],
  ]);
const ranked = ({ rank, subject }: Row): string => `${rank} ${subject}`;
const base = { events: { joined: {}, scored }, cohorts: { peers }, indicators: { total } };

test('17: those who are equal share a rank by one of five conventions', async () => {
  const ranks = async (ties: string) => {
    const standings = { ranking: { among: 'peers', by: [{ is: 'total' }], ties } };
    const outcome = await judged({ ...base, standings }, members({ a: 9, b: 5, c: 5, d: 3 }));
    return rowsOf(outcome, ({ rank }) => String(rank)).join(' ');
  };
  expect(await ranks('standard')).toBe('1 2 2 4');
  expect(await ranks('modified')).toBe('1 3 3 4');
  expect(await ranks('dense')).toBe('1 2 2 3');
  expect(await ranks('ordinal')).toBe('1 2 3 4');
  expect(await ranks('fractional')).toBe('1 2.5 2.5 4');
});

test('18: a later key decides among those only whom the earlier ones leave equal', async () => {
  const best = { ...total, reduce: 'max' };
  const standings = { ranking: { among: 'peers', by: [{ is: 'total' }, { is: 'best' }] } };
  const more: readonly Line[] = [
    ['scored', 'b', '06-02', { points: 3 }],
    ['scored', 'd', '06-02', { points: 1 }],
  ];
  const lines = [...members({ a: 9, b: 3, c: 5, d: 5 }), ...more];
  const outcome = await judged({ ...base, indicators: { total, best }, standings }, lines);
  expect(rowsOf(outcome, ranked)).toEqual(['1 a', '2 d', '3 b', '4 c']);
});

test('20: what is missing makes unknown, is left out, zero, the worst, or what it was before', async () => {
  const mean = { per, of: points, reduce: 'mean' };
  const parts = {
    events: { scored },
    indicators: {
      strict: mean,
      leftOut: { ...mean, missing: 'skip' },
      nothing: { ...mean, missing: 'zero' },
      worst: { ...mean, of: { ...points, value: 'coalesce(points, -5)' } },
      carried: { per, of: points, reduce: 'latest', missing: 'skip' },
    },
  };
  const outcome = await judged(parts, [
    ['scored', 'a', '03-01', { points: 4 }],
    ['scored', 'a', '03-02', { points: 6 }],
    ['scored', 'a', '03-03'],
  ]);
  const values = ['strict', 'leftOut', 'nothing', 'worst', 'carried'].flatMap((one) => valuesOf(outcome, one, 'a'));
  expect(values).toEqual([null, '5', '10/3', '5/3', '6']);
});

test('44: what does not apply stands in neither part of the share, and an error fails', async () => {
  const share = {
    per,
    of: { kind: 'events', type: 'checked', where: "!(result in ['na', 'skipped'])", value: "result == 'pass' ? 1 : 0" },
    reduce: 'mean',
  };
  const parts = { events: { checked: { fields: { result: 'pass|fail|error|na|skipped' } } }, indicators: { share } };
  const checks = (unit: string, ...results: readonly string[]) =>
    results.map((result): Line => ['checked', unit, '03-01', { result }]);
  const lines = [...checks('a', 'pass', 'fail', 'error', 'na', 'skipped'), ...checks('b', 'na', 'na')];
  expect(valuesOf(await judged(parts, lines), 'share', 'a', 'b')).toEqual(['1/3', null]);
});

test('9: a value lies between two goalposts, whose order says which way is better', async () => {
  const between = (...posts: readonly (readonly [number, number])[]) => ({
    ...total,
    map: [{ kind: 'linear', points: posts.map((post) => [...post]) }],
  });
  const more = between([20, 0], [85, 1]);
  const less = between([0, 1], [50, 0]);
  const lines = members({ a: 33, b: 10, c: 98 });
  const outcome = await judged({ ...base, indicators: { more, less } }, lines);
  expect(valuesOf(outcome, 'more', 'a', 'b', 'c')).toEqual(['0.2', '0', '1']);
  expect(valuesOf(outcome, 'less', 'a', 'b', 'c')).toEqual(['0.34', '0.8', '0']);
});

test('N8 and N9: a table pays by place, another for each kind of race, with a default, and a factor weighs the year', async () => {
  const parts = {
    tables: {
      worth: { by: ['item', 'place'], rows: { race: { 1: 25, 2: 18 }, sprint: { 1: 8 } }, else: 1 },
      factor: { by: ['period'], rows: { 2026: '0.5' }, else: 1 },
    },
    events: { finished: { fields: { item: 'key', place: 'number' } } },
    indicators: {
      season: {
        per,
        of: { kind: 'events', type: 'finished', value: 'worth(item, place) * factor(period)' },
        reduce: 'sum',
      },
    },
  };
  const outcome = await judged(parts, [
    ['finished', 'a', '2025-05-01', { item: 'race', place: 1 }],
    ['finished', 'a', '2026-05-01', { item: 'race', place: 1 }],
    ['finished', 'a', '2026-05-02', { item: 'sprint', place: 1 }],
    ['finished', 'a', '2026-05-03', { item: 'race', place: 9 }],
  ]);
  expect(membersOf(outcome, 'season', 'a')).toEqual(['2025: 25', '2026: 17']);
});

test('N14: what one gets hangs on how many are in the group', async () => {
  const parts = {
    events: { joined: { fields: { group: 'key' } } },
    cohorts: { team: { each: ['group', 'period'], of: 'unit', in: { event: 'joined' } } },
    indicators: {
      heads: {
        per: ['group', 'period'],
        of: { kind: 'each', key: 'unit', in: { kind: 'cohort', cohort: 'team' }, value: '1' },
        reduce: 'count',
      },
      share: { per: ['unit', 'group', 'period'], is: '120 / heads' },
    },
  };
  const lines = ['a x', 'b x', 'c x', 'd y', 'e y'].map((words): Line => {
    const [unit = '', group = ''] = words.split(' ');
    return ['joined', unit, '01-01', { group }];
  });
  const outcome = await judged(parts, lines);
  expect(membersOf(outcome, 'share', 'a').concat(membersOf(outcome, 'share', 'd'))).toEqual([
    'x 2026: 40',
    'y 2026: 60',
  ]);
});

test('N37: a ratio ranks, and what it is where nothing stands below the line is declared', async () => {
  const fields = { own: 'number', others: 'number' };
  const sum = (value: string) => ({ per, of: { kind: 'events', type: 'played', value }, reduce: 'sum' });
  const parts = { events: { joined: {}, played: { fields } }, cohorts: { peers } };
  const ratio = { per, is: 'against > 0 ? goals / against : goals > 0 ? 999 : 0' };
  const indicators = { goals: sum('own'), against: sum('others'), ratio };
  const standings = { ranking: { among: 'peers', by: [{ is: 'ratio' }] } };
  const games: readonly (readonly [string, number, number])[] = [
    ['a', 4, 2],
    ['b', 3, 0],
    ['c', 0, 0],
    ['d', 1, 3],
  ];
  const lines = games.flatMap(([unit, own, others]): readonly Line[] => [
    ['joined', unit, '01-01'],
    ['played', unit, '03-01', { own, others }],
  ]);
  const outcome = await judged({ ...parts, indicators, standings }, lines);
  expect(rowsOf(outcome, ranked)).toEqual(['1 b', '2 a', '3 d', '4 c']);
});

test('N44: a key may decide for the first place only, or where exactly two are tied', async () => {
  const lot = { per, of: { kind: 'events', type: 'drawn', value: 'number' }, reduce: 'latest' };
  const parts = {
    ...base,
    events: { ...base.events, drawn: { fields: { number: 'number' } } },
    indicators: { total, lot },
  };
  const units = { a: 9, b: 9, c: 5, d: 5, e: 5, f: 2, g: 2 };
  const draws = Object.keys(units).map((unit, index): Line => ['drawn', unit, '07-01', { number: index }]);
  const when = async (condition: string) => {
    const standings = { ranking: { among: 'peers', by: [{ is: 'total' }, { is: 'lot', if: condition }] } };
    return rowsOf(await judged({ ...parts, standings }, [...members(units), ...draws]), ranked).join(', ');
  };
  expect(await when('place == 1')).toBe('1 b, 2 a, 3 c, 3 d, 3 e, 6 f, 6 g');
  expect(await when('tied == 2')).toBe('1 b, 2 a, 3 c, 3 d, 3 e, 6 g, 7 f');
});

test('51 and N40: a league among the tied alone, and once more among those whom it left tied', async () => {
  const wins = { per, of: { kind: 'events', type: 'won' }, reduce: 'count', missing: 'skip' };
  const league = { among: { types: ['won'], fields: ['unit', 'rival'] }, by: [{ is: 'wins' }] };
  const parts = {
    events: { joined: {}, won: { fields: { rival: 'text' } } },
    cohorts: { peers },
    indicators: { wins },
  };
  const won = ['a b', 'a b', 'b c', 'c a', 'b d', 'c d'].map((words): Line => {
    const [unit = '', rival = ''] = words.split(' ');
    return ['won', unit, '03-01', { rival }];
  });
  const lines = [...['a', 'b', 'c', 'd'].map((unit): Line => ['joined', unit, '01-01']), ...won];
  const table = async (...keys: readonly object[]) => {
    const by = [{ is: 'wins' }, ...keys.map((key) => ({ ...key }))];
    return rowsOf(await judged({ ...parts, standings: { ranking: { among: 'peers', by } } }, lines), ranked);
  };
  expect(await table()).toEqual(['1 a', '1 b', '1 c', '4 d']);
  expect(await table(league)).toEqual(['1 a', '2 b', '3 c', '4 d']);
});

test('N23: of items that are equally bad the later one is dropped', async () => {
  const marked = { fields: { points: 'number', weight: 'number' } };
  const mean = {
    per,
    of: { kind: 'events', type: 'marked', value: 'points', weight: 'weight' },
    take: { drop: { worst: 1 } },
    reduce: 'mean',
  };
  const after = async (...weights: readonly [number, number]) => {
    const lines = weights.map((weight, index): Line => ['marked', 'a', `03-0${index + 1}`, { points: 4, weight }]);
    const best: Line = ['marked', 'a', '04-01', { points: 10, weight: 1 }];
    return valuesOf(await judged({ events: { marked }, indicators: { mean } }, [...lines, best]), 'mean', 'a');
  };
  expect(await after(1, 3)).toEqual(['7']);
  expect(await after(3, 1)).toEqual(['5.5']);
});
