import { describe, expect, test } from 'vitest';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const count = (type: string) => ({ per: ['pupil'], of: { kind: 'events', type }, reduce: 'count' });

describe('What a rule sees while time passes', () => {
  const done = (id: string, on: string) => event(id, 'done', 'ann', on, { item: 'x' });
  const told = (condition: string, more = {}, lens = {}) => {
    const by = rubric({
      period: { key: 'term', ends: 'yearEnd(term)' },
      indicators: {
        told: count('told'),
        reached: { per: ['pupil', 'term'], is: 'month(today)' },
        so_far: { per: ['pupil', 'term'], of: { kind: 'events', type: 'done' }, reduce: 'count' },
      },
      rules: [
        {
          name: 'tell',
          basis: 'x',
          on: 'done',
          conditions: {
            all: [
              { fact: condition.split(' ')[0] ?? '', operator: 'present', value: true },
              { fact: condition.split(' ')[0] ?? '', operator: 'equal', value: Number(condition.split(' ')[1]) },
            ],
          },
          event: { type: 'issue', params: { type: 'told' } },
          ...more,
        },
      ],
    });
    return valueFor(judged(by, [done('1', '03-01'), done('2', '05-01')], lens), 'ann', 'told') ?? '0';
  };

  test.each([{}, { asOf: '2026-05-01' }, { asOf: '2026-09-01' }, { asOf: '2027-09-01' }])(
    'is the moment at which it is tried, whatever is asked for: %j',
    (lens) => {
      expect([3, 5, 9, 12].map((month) => told(`reached ${month}`, {}, lens))).toEqual(['1', '1', '0', '0']);
      expect([0, 1, 2, 3].map((many) => told(`so_far ${many}`, {}, lens))).toEqual(['0', '1', '1', '0']);
    },
  );

  test('is for a delayed rule the moment to which it was put off', () => {
    const at = { at: "date('2026-07-01')" };
    expect([3, 5, 7].map((month) => told(`reached ${month}`, at, { asOf: '2026-09-01' }))).toEqual(['0', '0', '2']);
    expect(told('reached 7', at, { asOf: '2026-06-30' })).toBe('0');
  });
});

describe('A read by a key that is unknown', () => {
  test('is unknown, and not the read of every key', () => {
    const done = (id: string, until?: string) =>
      event(id, 'done', 'ann', '03-01', { item: id, points: 2, ...(until === undefined ? {} : { until }) });
    const by = rubric({
      indicators: {
        of_term: { per: ['pupil', 'term'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'sum' },
        last: {
          per: ['pupil'],
          of: { kind: 'events', type: 'done', value: 'until' },
          missing: 'skip',
          reduce: 'latest',
        },
        figure: { per: ['pupil'], is: 'of_term(year(last))' },
      },
    });
    expect(valueFor(judged(by, [done('a'), done('b', '2026-12-01')]), 'ann', 'figure')).toBe('4');
    expect(valueFor(judged(by, [done('a'), done('b', '2025-12-01')]), 'ann', 'figure')).toBe('0');
    expect(valueFor(judged(by, [done('a'), done('b')]), 'ann', 'figure')).toBeNull();
  });
});

describe.each(['first', 'latest'])('The %s of several values of one instant', (reduce) => {
  const by = rubric({
    indicators: { figure: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce } },
  });
  const found = (...points: readonly number[]) =>
    judged(
      by,
      points.map((each, index) => event(`e${index}`, 'scored', 'ann', '03-01', { points: each })),
    ).findings.map(({ code, facts }) => [code, facts.first, facts.second]);

  test('is a finding where only their ids order them, and they differ', () => {
    expect(found(1, 2)).toEqual([['simultaneous', 'e0', 'e1']]);
    expect(found(1, 2, 3)).toEqual([reduce === 'first' ? ['simultaneous', 'e0', 'e1'] : ['simultaneous', 'e1', 'e2']]);
    expect(found(2, 2)).toEqual([]);
    expect(found(1)).toEqual([]);
  });
});
