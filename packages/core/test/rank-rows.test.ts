import { describe, expect, test } from 'vitest';
import { ranked } from './faults/class-ranking.js';
import { column, event, judged, rubric } from './faults/small-rubric.js';

const ranks = (outcome: ReturnType<typeof ranked>) => column(outcome, ({ rank }) => rank);

test.each([
  ['standard', 'a 1, b 2, c 2, d 4'],
  ['modified', 'a 1, b 3, c 3, d 4'],
  ['dense', 'a 1, b 2, c 2, d 3'],
  ['fractional', 'a 1, b 2.5, c 2.5, d 4'],
  ['ordinal', 'a 1, b 2, c 3, d 4'],
])('Ranks by the %s convention', (ties, expected) => {
  expect(ranks(ranked({ d: [1], c: [5], b: [5], a: [9] }, { ties }))).toBe(expected);
});

test('Totals are compared as exact numbers, however they are written', () => {
  expect(ranks(ranked({ a: ['0.3'], b: [0.3], c: ['0.30000000000000000001'] }, {}))).toBe('c 1, a 2, b 2');
});

describe('An unknown value', () => {
  test.each([
    ['last', 'a 1, c 2, b 3'],
    ['first', 'b 1, a 2, c 3'],
    ['skip', 'a 1, b 1, c 1'],
    ['unranked', 'a 1, c 2, b -'],
  ])('under %s', (unknown, expected) => {
    const by = [{ is: 'total' }, { is: 'second', unknown }];
    expect(ranks(ranked({ a: [5, 9], b: [5, null], c: [5, 1] }, { by }))).toBe(expected);
  });

  test('of the first key leaves a row unranked, and of a later one puts it last', () => {
    const by = [{ is: 'total' }, { is: 'second', order: 'asc' }];
    expect(ranks(ranked({ a: [5, null], b: [5, 2], c: [null, 1] }, { by }))).toBe('b 1, a 2, c -');
  });

  test('under skip hides no key that follows', () => {
    const by = [{ is: 'total' }, { is: 'second', unknown: 'skip' }, { is: 'extra' }];
    expect(ranks(ranked({ a: [5, 9], b: [5, null], plus: [5, 1] }, { by }))).toBe('plus 1, a 2, b 2');
  });
});

test('decidedBy is the latest key that was needed to separate a row from a neighbour', () => {
  const by = [{ is: 'total' }, { is: 'second', order: 'asc', name: 'fewer' }];
  const outcome = ranked({ a: [9, 3], b: [5, 1], c: [5, 2], d: [2, 2], e: [2, 2] }, { by });
  expect(column(outcome, ({ decidedBy }) => decidedBy)).toBe('a total, b fewer, c fewer, d total, e total');
  expect(column(ranked({ a: [9], b: [9] }, { by }), ({ decidedBy }) => decidedBy)).toBe('a -, b -');
  expect(column(ranked({ a: [9, 1] }, { by }), ({ decidedBy }) => decidedBy)).toBe('a -');
});

test('Who is unranked stands last, with the label or the key that is unknown', () => {
  const unranked = { where: 'second > 0', label: 'guest' };
  const outcome = ranked({ a: [9, 1], b: [5, 0], c: [null, 0] }, { unranked });
  expect(column(outcome, ({ rank, unranked: why }) => `${rank} ${why}`)).toBe(
    'b 1 null, a null guest, c null unknown: total',
  );
});

test('A row shows its total and the values of all keys', () => {
  const by = [{ is: 'total' }, { is: 'second' }];
  const [row] = ranked({ a: ['9.50', 3] }, { by, total: 'total * 2' }).standings[0]?.rows ?? [];
  expect(row).toMatchObject({ subject: 'a', total: '19', by: ['9.5', '3'] });
});

describe('Tables', () => {
  const by = rubric({
    cohorts: { peers: { each: ['group', 'term'], of: 'pupil', in: { event: 'enrolled' } } },
    events: {
      enrolled: {
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          group: { kind: 'key' },
          term: { kind: 'key', is: 'year(date(time))' },
        },
      },
    },
    indicators: {
      total: { per: ['pupil', 'term'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'sum' },
    },
    period: { key: 'term', ends: 'yearEnd(term)' },
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }] } },
  });
  const enrolled = (who: string, group: string, year: number) =>
    event(`${who}-${year}`, 'enrolled', who, `${year}-01-05T00:00:00Z`, { group });
  const done = (who: string, on: string, points: number) =>
    event(`${who}-${on}`, 'done', who, on, { item: 'x', points });

  test('stand one for each combination of keys, in their order, with the members of that combination', () => {
    const events = [
      enrolled('a', 'y', 2026),
      enrolled('b', 'x', 2026),
      enrolled('b', 'x', 2025),
      enrolled('c', 'x', 2026),
    ];
    const outcome = judged(by, events);
    const tables = outcome.standings.map(({ keys, rows }) => [
      keys.group,
      keys.term,
      rows.map(({ subject }) => subject).join(),
    ]);
    expect(tables).toEqual([
      ['x', 2025, 'b'],
      ['x', 2026, 'b,c'],
      ['y', 2026, 'a'],
    ]);
  });

  test('of a period are judged as it ended, whoever joined later', () => {
    const events = [
      enrolled('a', 'x', 2025),
      enrolled('b', 'x', 2025),
      done('a', '2025-12-31T23:59:59Z', 1),
      done('b', '2025-03-01T00:00:00Z', 2),
      done('b', '2026-03-01T00:00:00Z', 5),
    ];
    const [first] = judged(by, events).standings;
    expect(first?.rows.map(({ subject, total }) => `${subject} ${total}`)).toEqual(['b 2', 'a 1']);
  });
});

test('A table of a past period has the members that there were by its end', () => {
  const by = rubric({
    period: { key: 'term', ends: 'yearEnd(term)' },
    events: { entered: { fields: { pupil: { kind: 'key', is: 'subject' }, term: { kind: 'key' } } } },
    cohorts: { all: { each: ['term'], of: 'pupil', in: { event: 'entered' } } },
    indicators: { times: { per: ['pupil', 'term'], of: { kind: 'events', type: 'entered' }, reduce: 'count' } },
    standings: { s: { title: { en: 's', zh: 's' }, among: 'all', by: [{ is: 'times' }] } },
  });
  const entered = (id: string, on: string) => event(id, 'entered', id, on, { term: 2025 });
  const outcome = judged(by, [entered('ann', '2025-05-01T12:00:00Z'), entered('bob', '2026-05-01T12:00:00Z')]);
  expect(outcome.standings.map(({ rows }) => rows.map(({ subject }) => subject))).toEqual([['ann']]);
});
