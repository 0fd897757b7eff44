import { describe, expect, test } from 'vitest';
import { explain, explanationText, type JsonObject } from '../src/index.js';
import type { Outcome } from '../src/outcome.js';
import { column, event, judged, rubric } from './faults/small-rubric.js';

type Places = { readonly [driver: string]: readonly number[] };

/** A season: who came where in each race, with points for the first four. */
function season(places: Places, key: JsonObject, more: JsonObject = {}): Outcome {
  const by = rubric({
    keys: { pupil: {}, group: {}, item: {}, card: {}, term: { type: 'number' }, place: { type: 'number' } },
    events: {
      raced: {
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          place: { kind: 'key' },
          note: { kind: 'text', optional: true },
        },
      },
    },
    tables: { worth: { by: ['place'], rows: { 1: 10, 2: 5, 3: 2, 4: 1 }, else: 0 } },
    cohorts: { grid: { each: [], of: 'pupil', in: { event: 'joined' } } },
    indicators: {
      score: { per: ['pupil'], of: { kind: 'events', type: 'raced', value: 'worth(place)' }, reduce: 'sum' },
      finishes: {
        per: ['pupil'],
        of: { kind: 'each', key: 'place', value: { of: { kind: 'events', type: 'raced' }, reduce: 'count' } },
        reduce: 'sum',
      },
      results: { per: ['pupil'], of: { kind: 'events', type: 'raced', value: 'place' }, reduce: 'latest', ...more },
    },
    standings: { championship: { among: 'grid', by: [{ is: 'score' }, key] } },
  });
  const names = Object.keys(places);
  const raced = names.flatMap((who) =>
    (places[who] ?? []).map((place, race) =>
      event(`${who}${race}`, 'raced', who, `0${race + 1}-01`, { place, ...(place === 4 ? { note: 'x' } : {}) }),
    ),
  );
  return judged(by, [...names.map((who) => event(`j${who}`, 'joined', who, '01-01', { group: 'g' })), ...raced]);
}

const ranks = (outcome: Outcome) => column(outcome, ({ rank }) => rank);
const lists = (outcome: Outcome) => column(outcome, ({ by }) => `(${by[1]})`);
/** Twenty points each. */
const TIED: Places = { a: [1, 1], b: [2, 1, 2], c: [2, 2, 2, 2], d: [1, 2, 3, 3, 4] };

describe('Count-back', () => {
  const countBack = { items: 'finishes', sort: 'key', pad: 0 };

  test('asks for the wins, then the seconds, then the thirds, with none for whoever has none', () => {
    const outcome = season(TIED, countBack);
    expect(ranks(outcome)).toBe('a 1, b 2, d 3, c 4');
    expect(lists(outcome)).toBe('a (2), b (1, 2), d (1, 1, 2, 1), c (0, 4)');
    expect(column(outcome, ({ decidedBy }) => decidedBy)).toBe('a finishes, b finishes, d finishes, c finishes');
  });

  test('goes no further than its depth', () => {
    const outcome = season(TIED, { ...countBack, depth: 'size / 4' });
    expect(ranks(outcome)).toBe('a 1, b 2, d 2, c 4');
    expect(lists(outcome)).toBe('a (2), b (1), d (1), c ()');
    expect(ranks(season(TIED, { ...countBack, depth: -1 }))).toBe('a 1, b 1, c 1, d 1');
  });

  test('of unknown depth is unknown for all', () => {
    const outcome = season(TIED, { ...countBack, depth: 'unknown' });
    expect(lists(outcome)).toBe('a (null), b (null), c (null), d (null)');
    expect(ranks(outcome)).toBe('a 1, b 1, c 1, d 1');
  });

  test('without pad puts who has no value at a place behind all others, whatever the order', () => {
    const { pad, ...bare } = countBack;
    expect([pad, lists(season(TIED, bare))]).toEqual([0, 'a (2), b (1, 2), d (1, 1, 2, 1), c (-, 4)']);
    expect(ranks(season(TIED, { ...bare, order: 'asc' }))).toBe('d 1, b 2, a 3, c 4');
    expect(ranks(season(TIED, { ...countBack, order: 'asc' }))).toBe('c 1, d 2, b 3, a 4');
  });

  test('tells why one is behind the next with the first place at which their lists differ', () => {
    const told = explain(season(TIED, countBack), { subject: 'd' });
    if (told.kind !== 'place') throw new Error('a place was asked for');
    expect(told.place.above).toMatchObject({
      subject: 'b',
      key: 'finishes',
      own: '1, 1, 2, 1',
      other: '1, 2',
      place: { number: 2, own: '1', other: '2' },
      difference: null,
      equalOn: ['score'],
    });
    expect(explanationText(told, 'en')).toContain(
      'behind b on finishes: 1, 1, 2, 1 against 1, 2, first at place 2: 1 against 2, equal on score',
    );
    expect(explanationText(told, 'zh')).toContain('首先在第 2 位不同：1，对方 2');
  });
});

describe('A list', () => {
  const order = { items: 'results', order: 'asc' };

  test('stands as its members come, or from the best or the worst', () => {
    const places = { a: [3, 1, 2], b: [3, 2, 1] };
    expect(lists(season(places, order))).toBe('a (3, 1, 2), b (3, 2, 1)');
    expect(lists(season(places, { ...order, sort: 'best' }))).toBe('a (3, 2, 1), b (3, 2, 1)');
    expect(ranks(season(places, { ...order, sort: 'worst' }))).toBe('a 1, b 1');
  });

  test('is turned round before its depth cuts it', () => {
    const places = { a: [3, 1, 2], b: [3, 2, 1] };
    expect(lists(season(places, { ...order, reverse: true, depth: 2 }))).toBe('b (1, 2), a (2, 1)');
    expect(lists(season(places, { ...order, sort: 'best', reverse: true }))).toBe('a (1, 2, 3), b (1, 2, 3)');
    const lastFirst = { items: 'finishes', sort: 'key', reverse: true, pad: 0 };
    expect(lists(season(TIED, lastFirst))).toBe('d (1, 2, 1, 1), c (0, 0, 4), b (0, 0, 2, 1), a (0, 0, 0, 2)');
  });

  test('is what its measure leaves to reduce, before any map', () => {
    const places = { a: [4, 1, 2], b: [1, 4, 2] };
    const keep = { take: { keep: { worst: 2 } }, map: 'it + 100' };
    expect(lists(season(places, { ...order, sort: 'worst' }, keep))).toBe('a (1, 2), b (1, 2)');
  });

  test('is unknown where its measure is, and then stands where its key says', () => {
    const places = { a: [1, 2], b: [4, 3] };
    const unsure = { of: { kind: 'events', type: 'raced', value: 'known(note) ? unknown : place' } };
    const outcome = season({ ...places, c: [3, 3, 3, 4] }, { ...order, unknown: 'skip' }, unsure);
    expect(lists(outcome)).toBe('a (1, 2), c (null), b (null)');
    const tied = season({ a: [4, 4], b: [3] }, { ...order, unknown: 'first' }, unsure);
    expect(ranks(tied)).toBe('a 1, b 2');
    expect(ranks(season({ a: [4, 4], b: [3] }, { ...order, unknown: 'unranked' }, unsure))).toBe('b 1, a -');
  });

  test('of nothing is empty and stands behind any other, whatever the order', () => {
    expect(ranks(season({ a: [5, 5], b: [], c: [5] }, order))).toBe('a 1, c 2, b 3');
    expect(ranks(season({ a: [5, 5], b: [], c: [5] }, { ...order, order: 'desc' }))).toBe('a 1, c 2, b 3');
  });

  test('may come first, and is then shown by what its measure comes to', () => {
    const by = rubric({
      cohorts: { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } },
      indicators: {
        marks: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' },
      },
      standings: { ranking: { among: 'peers', by: [{ items: 'marks', sort: 'best' }] } },
    });
    const outcome = judged(by, [
      ...['a', 'b', 'c'].map((who) => event(who, 'joined', who, '01-01', { group: 'g' })),
      event('1', 'scored', 'a', '02-01', { points: 5 }),
      event('2', 'scored', 'b', '02-01', { points: 4 }),
      event('3', 'scored', 'b', '02-02', { points: 3 }),
      event('4', 'scored', 'c', '02-02', {}),
    ]);
    expect(column(outcome, ({ rank, total, by: [list] }) => `${rank} ${total} (${list})`)).toBe(
      'a 1 5 (5), b 2 7 (4, 3), c null null (null)',
    );
  });
});
