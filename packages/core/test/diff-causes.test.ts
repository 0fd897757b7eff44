import { describe, expect, test } from 'vitest';
import { diff, type JsonObject } from '../src/index.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

const standing = (indicators: JsonObject, more: JsonObject = {}) =>
  rubric({
    cohorts: { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } },
    indicators,
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }], bands: [{ id: 'top', from: 5 }, { id: 'low' }] } },
    ...more,
  });
const points = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
const fixed = { per: ['pupil'], is: '1' };
const total = { per: ['pupil'], of: { kind: 'parts', parts: ['points1', 'fixed'] }, reduce: 'sum' };
const by = standing({ points1: points, fixed, total });
const joined = ['ann', 'bob', 'cid'].map((who) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' }));
const before = judged(by, [...joined, ...scores({ ann: 3, bob: 2, cid: 1 })]);
const more = event('x', 'scored', 'bob', '04-01', { points: 5 });
const after = judged(by, [...joined, ...scores({ ann: 3, bob: 2, cid: 1 }), more]);

describe('A difference', () => {
  test('tells who moved, from where to where', () => {
    const { rows, unchanged, same, rubric: changes } = diff(before, after);
    expect(rows.map(({ subject, rank, total: of, band }) => [subject, rank, of, band])).toEqual([
      ['bob', { before: 2, after: 1 }, { before: '3', after: '8' }, { before: 'low', after: 'top' }],
      ['ann', { before: 1, after: 2 }, { before: '4', after: '4' }, { before: 'low', after: 'low' }],
    ]);
    expect([unchanged, same, changes]).toEqual([1, false, []]);
  });

  test('has as cause the indicator furthest down that differs, with the members that came and went', () => {
    const [bob, ann] = diff(before, after).rows;
    expect(bob?.causes).toMatchObject([
      { indicator: 'points1', before: '2', after: '7', members: [{ event: { id: 'x' }, before: null, after: '5' }] },
    ]);
    expect(ann?.causes).toEqual([]);
    expect(diff(after, before).rows.find(({ subject }) => subject === 'bob')?.causes).toMatchObject([
      { indicator: 'points1', before: '7', after: '2', members: [{ event: { id: 'x' }, before: '5', after: null }] },
    ]);
  });

  test('tells who moved to another band on the same rank', () => {
    const higher = judged(by, [...joined, ...scores({ ann: 4, bob: 2, cid: 1 })]);
    expect(diff(before, higher).rows.map(({ subject, rank, band }) => [subject, rank, band])).toEqual([
      ['ann', { before: 1, after: 1 }, { before: 'low', after: 'top' }],
    ]);
  });

  test('of an outcome and itself is none', () => {
    const edition = { before: '1', after: '1' };
    expect(diff(before, before)).toEqual({ same: true, edition, rubric: [], rows: [], unchanged: 3 });
  });

  test('tells who is in one outcome only', () => {
    const without = judged(by, [...joined.slice(0, 2), ...scores({ ann: 3, bob: 2 })]);
    expect(diff(before, without).rows.map(({ subject, rank }) => [subject, rank])).toEqual([
      ['cid', { before: 3, after: null }],
    ]);
    expect(diff(without, before).rows.map(({ subject, rank }) => [subject, rank])).toEqual([
      ['cid', { before: null, after: 3 }],
    ]);
  });

  test('tells where two rubrics differ, rules by their name', () => {
    const rule = (name: string, worth: string) => ({
      name,
      basis: '1',
      on: 'scored',
      event: { type: 'give', params: { to: 'given', points: worth } },
    });
    const given = { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' };
    const one = standing({ points1: points, fixed, total, given }, { rules: [rule('a', '1'), rule('b', '1')] });
    const other = standing(
      { points1: points, fixed: { ...fixed, is: '2' }, total, given },
      { rules: [rule('b', '2'), rule('c', '1')] },
    );
    const events = [...joined, ...scores({ ann: 3 })];
    const { rubric: changes, same } = diff(judged(one, events), judged(other, events));
    expect(same).toBe(false);
    expect(changes.map(({ pointer }) => pointer).sort()).toEqual([
      '/indicators/fixed/is',
      '/rules/a',
      '/rules/b/event/params/points',
      '/rules/c',
    ]);
  });
});
