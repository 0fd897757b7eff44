import { describe, expect, test } from 'vitest';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

describe('A key that the trigger carries', () => {
  const by = rubric({
    events: { noted: { fields: { pupil: { kind: 'key', is: 'subject' }, item: { kind: 'key', optional: true } } } },
    cohorts: { items: { each: [], of: 'item', in: { event: 'done' } } },
    indicators: {
      worth: { per: ['item'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'sum' },
      told: { per: ['pupil'], of: { kind: 'events', type: 'told' }, reduce: 'count' },
    },
    rules: [
      {
        name: 'r',
        basis: 'x',
        on: 'noted',
        for: 'items',
        conditions: {
          all: [
            { fact: 'worth', operator: 'present', value: true },
            { fact: 'worth', operator: 'greaterThan', value: 3 },
          ],
        },
        event: { type: 'issue', params: { type: 'told', fields: { subject: "'ann'" } } },
      },
    ],
  });
  const told = (...items: readonly (string | undefined)[]) => {
    const done = Object.entries({ x: 5, y: 2, z: 9 }).map(([item, points]) =>
      event(item, 'done', 'ann', '03-01', { item, points }),
    );
    const noted = items.map((item, index) =>
      event(`n${index}`, 'noted', 'ann', '04-01', item === undefined ? {} : { item }),
    );
    return valueFor(judged(by, [...done, ...noted]), 'ann', 'told');
  };

  test('stands before the one of the member that a rule is tried for, even where it is unknown', () => {
    expect(['x', 'y', 'z'].map((item) => told(item))).toEqual(['3', '0', '3']);
    expect(told(undefined)).toBe('0');
    expect(told('x', undefined)).toBe('3');
  });
});
