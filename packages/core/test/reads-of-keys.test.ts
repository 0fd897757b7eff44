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

test('Who is in a cohort is asked anew when somebody joins, however few were in it', () => {
  const by = rubric({
    cohorts: { peers: { each: [], of: 'pupil', in: { event: 'joined' } } },
    indicators: { told: { per: ['pupil'], of: { kind: 'events', type: 'told' }, reduce: 'count' } },
    rules: [
      {
        name: 'enrol',
        basis: 'x',
        on: 'scored',
        event: { type: 'issue', params: { type: 'joined', fields: { subject: 'note', group: "'g'" } } },
      },
      { name: 'tell', basis: 'x', on: 'done', for: 'peers', event: { type: 'issue', params: { type: 'told' } } },
    ],
  });
  const noon = (id: string, type: string, data = {}) =>
    event(id, type, 'ann', '2026-03-01T12:00:00Z', data, { sequence: id });
  const done = (id: string) => noon(id, 'done', { item: id });
  const outcome = judged(by, [
    event('j', 'joined', 'ann', '01-01', { group: 'g' }),
    done('1'),
    noon('2', 'scored', { note: 'bob' }),
    done('3'),
    noon('4', 'scored', { note: 'cid' }),
    done('5'),
  ]);
  expect(['ann', 'bob', 'cid'].map((who) => valueFor(outcome, who, 'told'))).toEqual(['3', '2', '1']);
});

test('A table is judged anew when a rule issues what moves somebody in it', () => {
  const by = rubric({
    cohorts: { peers: { each: [], of: 'pupil', in: { event: 'joined' } } },
    indicators: {
      total: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' },
    },
    rules: [
      {
        name: 'lift',
        basis: 'x',
        on: 'done',
        conditions: {
          all: [
            { fact: 'ranking.rank', operator: 'present', value: true },
            { fact: 'ranking.rank', operator: 'equal', value: 2 },
          ],
        },
        event: { type: 'issue', params: { type: 'scored', fields: { points: '10' } } },
      },
    ],
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }] } },
  });
  const done = (id: string, who: string) => event(id, 'done', who, '03-01', { item: id }, { sequence: id });
  const totals = (...events: readonly ReturnType<typeof done>[]) => {
    const joined = ['ann', 'bob'].map((who) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' }));
    const outcome = judged(by, [...joined, event('s', 'scored', 'bob', '02-01', { points: 1 }), ...events]);
    return ['ann', 'bob'].map((who) => valueFor(outcome, who, 'total'));
  };
  expect(totals(done('1', 'ann'))).toEqual(['10', '1']);
  expect(totals(done('1', 'ann'), done('2', 'ann'))).toEqual(['10', '1']);
  expect(totals(done('1', 'ann'), done('2', 'bob'))).toEqual(['10', '11']);
  expect(totals(done('1', 'ann'), done('2', 'bob'), done('3', 'ann'))).toEqual(['20', '11']);
});
