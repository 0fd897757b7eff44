import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const done = (id: string, who: string, item: string, points: number, more: JsonObject = {}, on = '03-01') =>
  event(id, 'done', who, on, { item, points, ...more });
const events = [
  done('1', 'ann', 'x', 3),
  done('2', 'ann', 'x', 5),
  done('3', 'ann', 'y', 2, { tags: ['p', 'q'] }),
  done('4', 'bob', 'z', 100, { tags: ['r'] }),
];
const nested = { of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'max' };

function each(more: JsonObject, reduce = 'sum', extra: JsonObject = {}, all = events) {
  const figure = { per: ['pupil'], of: { kind: 'each', key: 'item', value: nested, ...more }, reduce };
  const outcome = judged(rubric({ indicators: { figure, ...extra } }), all);
  return { value: valueFor(outcome, 'ann', 'figure'), of: outcome.subjects.ann?.indicators.figure?.coverage.of };
}

describe('A member for each value of a key', () => {
  test('that occurs in what the value reads, for this subject', () => {
    expect(each({})).toEqual({ value: '7', of: 2 });
  });

  test('that occurs in what its condition reads, though the value reads none of it', () => {
    const marked = { per: ['item'], of: { kind: 'events', type: 'done' }, reduce: 'count' };
    expect(each({ where: 'marked > 0', value: '1' }, 'count', { marked })).toEqual({ value: '2', of: 2 });
  });

  test('that is listed', () => {
    expect(each({ in: { kind: 'values', values: ['y', 'x', 'none'] } }, 'count')).toMatchObject({ of: 3 });
    expect(each({ in: { kind: 'values', values: ['y'] } }).value).toBe('2');
    expect(each({ in: { kind: 'values', values: ['y', 'x'] } }, 'first').value).toBe('5');
  });

  test('that lies in a range, both ends included, in whole numbers', () => {
    const years = (from: string | number, to: string | number, more: JsonObject = {}) =>
      each({ key: 'term', value: 'term', in: { kind: 'range', from, to }, ...more });
    expect(years(2024, 2026)).toEqual({ value: '6075', of: 3 });
    expect(years('2024.5', '2026.5')).toEqual({ value: '4051', of: 2 });
    expect(years(2026, 2026).value).toBe('2026');
    expect(years(2027, 2026)).toEqual({ value: '0', of: 0 });
    expect(years("pupil == 'ann' ? -1 : 5", 1, { weight: 2, where: 'term < 1' }).value).toBe('-2');
    expect(years(1, 3, { value: { of: { kind: 'events', type: 'done' }, reduce: 'count' } }).of).toBe(3);
  });

  test('is unknown in a range that is unknown or has more than ten thousand numbers', () => {
    const span = (from: string | number, to: string | number, reduce = 'count') =>
      each({ key: 'term', value: 1, in: { kind: 'range', from, to } }, reduce, {});
    expect([span('unknown', 2), span(1, '1 / 0')]).toEqual([
      { value: null, of: 0 },
      { value: null, of: 0 },
    ]);
    expect([span(1, 10_000).value, span(1, 10_001).value]).toEqual(['10000', null]);
    expect([span('-1e30', '1e30').value, span('1e30', '-1e30').value]).toEqual([null, '0']);
    expect(span('1e30', '1e30 + 2').value).toBe('3');
  });

  test('that lies in a range of a year reads what that year came to', () => {
    const total = { per: ['pupil', 'term'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'sum' };
    const years = { key: 'term', value: 'total', in: { kind: 'range', from: 2025, to: 2026 } };
    const all = [...events, done('5', 'ann', 'x', 4, {}, '2025-03-01T00:00:00Z')];
    expect(each(years, 'sum', { total }, all).value).toBe('14');
    expect(each(years, 'latest', { total }, all).value).toBe('10');
  });

  test('that events carry, where these agree with the binding and the condition', () => {
    expect(each({ in: { kind: 'events', type: 'done' } })).toEqual({ value: '7', of: 2 });
    expect(each({ in: { kind: 'events', type: 'done', where: 'points < 3' } }).value).toBe('2');
    expect(each({ in: { kind: 'events', type: 'done', where: 'unknown' } }).of).toBe(0);
  });

  test('that a list holds, once each', () => {
    const tags = { in: { kind: 'events', type: 'done', list: 'tags' }, value: '1' };
    expect(each(tags)).toEqual({ value: '2', of: 2 });
    const twice = [...events, done('5', 'ann', 'y', 2, { tags: ['q'] })];
    expect(each(tags, 'sum', {}, twice).of).toBe(2);
  });

  test('in value order, without those of which the condition is false', () => {
    const named = { in: { kind: 'events', type: 'done' }, value: "item == 'x' ? 1 : 2" };
    expect(each(named, 'first').value).toBe('1');
    expect(each(named, 'latest').value).toBe('2');
    expect(each({ where: "item != 'x'" }).value).toBe('2');
  });

  test('may weigh', () => {
    expect(each({ weight: "item == 'x' ? 3 : 1" }).value).toBe('17');
  });

  test('may read an indicator of that key', () => {
    const best = { per: ['pupil', 'item'], ...nested };
    expect(each({ value: 'best' }, 'sum', { best }).value).toBe('7');
  });
});

describe('A member for each one of a cohort', () => {
  const peers = { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } };
  const joined = (who: string, group: string) => event(`j-${who}`, 'joined', who, '01-01', { group });
  const all = [joined('a', 'g'), joined('b', 'g'), joined('c', 'h')];

  test('is of the tables that agree with the keys in scope', () => {
    const whole = {
      per: ['group'],
      of: { kind: 'each', key: 'pupil', in: { kind: 'cohort', cohort: 'peers' }, value: '1' },
      reduce: 'sum',
    };
    const share = { per: ['pupil', 'group'], is: 'whole' };
    const outcome = judged(rubric({ cohorts: peers, indicators: { whole, share } }), all);
    expect(outcome.subjects.a?.indicators.share?.members?.map(({ value }) => value)).toEqual(['2']);
    expect(outcome.subjects.c?.indicators.share?.members?.map(({ value }) => value)).toEqual(['1']);
  });
});

describe('Parts', () => {
  const part = (value: string) => ({ per: ['pupil'], is: value });
  const figure = (more: JsonObject) => ({ per: ['pupil'], of: { kind: 'parts', ...more }, reduce: 'sum' });
  const sum = (indicators: JsonObject) => valueFor(judged(rubric({ indicators }), events), 'ann', 'figure');

  test('are summed, or weighed', () => {
    const both = { one: part('3'), two: part('0.5') };
    expect(sum({ ...both, figure: figure({ parts: ['one', 'two'] }) })).toBe('3.5');
    expect(sum({ ...both, figure: figure({ parts: ['one', { indicator: 'two', weight: 4 }] }) })).toBe('5');
  });

  test('of which one is unknown make the sum unknown', () => {
    expect(sum({ one: part('3'), two: part('1 / 0'), figure: figure({ parts: ['one', 'two'] }) })).toBeNull();
  });
});

describe('Events of several types', () => {
  test('come as one list, in canonical order', () => {
    const of = { kind: 'events', type: ['scored', 'done'], value: 'points' };
    const by = rubric({
      indicators: { first: { per: ['pupil'], of, reduce: 'first' }, latest: { per: ['pupil'], of, reduce: 'latest' } },
    });
    const outcome = judged(by, [
      done('a', 'ann', 'x', 1, {}, '02-01'),
      event('b', 'scored', 'ann', '03-01', { points: 2 }),
      done('c', 'ann', 'x', 3, {}, '04-01'),
    ]);
    expect([valueFor(outcome, 'ann', 'first'), valueFor(outcome, 'ann', 'latest')]).toEqual(['1', '3']);
  });

  test('agree with the binding on every key that both have', () => {
    const figure = { per: ['pupil', 'item'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'sum' };
    const members = judged(rubric({ indicators: { figure } }), events).subjects.ann?.indicators.figure?.members;
    expect(members?.map(({ keys, value }) => [keys.item, value])).toEqual([
      ['x', '8'],
      ['y', '2'],
    ]);
  });
});
