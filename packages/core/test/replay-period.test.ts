import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const period = { key: 'term', ends: 'yearEnd(term)' };
const figure = { per: ['pupil', 'term'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'sum' };
const done = (id: string, on: string, points: number, more: JsonObject = {}) =>
  event(id, 'done', 'ann', on, { item: 'x', points, ...more });

describe('An indicator of a period', () => {
  const passed = { per: ['pupil', 'term'], is: 'days(yearStart(term), today)' };
  const by = rubric({ period, indicators: { figure, passed } });
  const events = [done('a', '2025-05-01T00:00:00Z', 1), done('b', '2026-05-01T00:00:00Z', 2)];

  test('is read at the earlier of the last instant of the period and asOf', () => {
    const members = (asOf: string) =>
      judged(by, events, { asOf }).subjects.ann?.indicators.passed?.members?.map(({ keys, value }) => [
        keys.term,
        value,
      ]);
    expect(members('2026-05-01')).toEqual([
      [2025, '364'],
      [2026, '120'],
    ]);
    expect(members('2027-03-01')).toEqual([
      [2025, '364'],
      [2026, '364'],
    ]);
  });

  test('shows the latest period that occurs, and the others beside it', () => {
    const reading = judged(by, events).subjects.ann?.indicators.figure;
    expect(reading).toMatchObject({ value: '2', keys: { pupil: 'ann', term: 2026 } });
    expect(reading?.members?.map(({ value }) => value)).toEqual(['1', '2']);
    expect(judged(by, events.slice(1)).subjects.ann?.indicators.figure).not.toHaveProperty('members');
  });

  test('shows the latest period in which the subject stands in a table, where there is one', () => {
    const standing = rubric({
      period,
      indicators: { figure },
      cohorts: { peers: { each: ['term'], of: 'pupil', in: { event: 'done', where: 'points > 0' } } },
      standings: { ranking: { among: 'peers', by: [{ is: 'figure' }] } },
    });
    const reading = judged(standing, [...events, done('c', '2027-05-01T00:00:00Z', 0)]).subjects.ann?.indicators.figure;
    expect(reading).toMatchObject({ value: '2', keys: { term: 2026 } });
  });

  test('may read an earlier one', () => {
    const growth = { per: ['pupil', 'term'], is: 'figure - figure(term - 1)' };
    const outcome = judged(rubric({ period, indicators: { figure, growth } }), events);
    expect(valueFor(outcome, 'ann', 'growth')).toBe('1');
  });
});

describe('The state of an event read in a period', () => {
  const end = {
    name: 'close',
    basis: '1',
    on: 'done',
    at: 'addDays(date(time), 300)',
    event: { type: 'end', params: { event: 'id', as: 'closed' } },
  };
  const open = {
    per: ['pupil', 'term'],
    of: { kind: 'events', type: 'done', where: "state == 'active'" },
    reduce: 'count',
  };

  test('is what it was at the end of the period, not what it became', () => {
    const by = rubric({ period, indicators: { open }, rules: [end] });
    const outcome = judged(by, [done('a', '2025-05-01T00:00:00Z', 1), done('b', '2026-01-02T00:00:00Z', 1)], {
      asOf: '2026-12-31',
    });
    const members = outcome.subjects.ann?.indicators.open?.members;
    expect(members?.map(({ keys, value }) => [keys.term, value])).toEqual([
      [2025, '1'],
      [2026, '0'],
    ]);
  });
});

test('One indicator read at two instants of one replay is not remembered as one', () => {
  const sofar = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
  const yearly = { per: ['pupil', 'term'], is: 'sofar' };
  const by = rubric({ period, indicators: { sofar, yearly } });
  const scored = (id: string, on: string, points: number) => event(id, 'scored', 'ann', on, { points });
  const outcome = judged(by, [
    done('a', '2025-05-01T00:00:00Z', 1),
    done('b', '2026-05-01T00:00:00Z', 1),
    scored('c', '2025-12-31T23:59:59Z', 3),
    scored('d', '2026-01-01T00:00:00Z', 4),
  ]);
  expect(outcome.subjects.ann?.indicators.yearly?.members?.map(({ value }) => value)).toEqual(['3', '7']);
  expect(valueFor(outcome, 'ann', 'sofar')).toBe('7');
});

test('What a rule has changed is read anew within one replay', () => {
  const total = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
  const raise = {
    name: 'raise',
    basis: '1',
    on: 'told',
    event: { type: 'issue', params: { type: 'scored', fields: { points: 'total + 1' } } },
  };
  const by = rubric({ indicators: { total }, rules: [raise] });
  const told = (id: string, on: string) => event(id, 'told', 'ann', on);
  expect(valueFor(judged(by, [told('a', '03-01'), told('b', '03-02'), told('c', '03-03')]), 'ann', 'total')).toBe('7');
});

test('What is passed to an indicator is part of what is read', () => {
  const since = {
    per: ['pupil'],
    with: ['limit'],
    of: { kind: 'events', type: 'scored', where: 'points > limit' },
    reduce: 'count',
  };
  const give = {
    name: 'give',
    basis: '1',
    on: 'asked',
    event: { type: 'give', params: { to: 'sum', points: 'since' } },
  };
  const events = {
    asked: { fields: { pupil: { kind: 'key', is: 'subject' }, limit: { kind: 'number' } } },
  };
  const by = rubric({
    events,
    indicators: { since, sum: { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' } },
    rules: [give],
  });
  const scored = [1, 2, 3].map((points) => event(`s${points}`, 'scored', 'ann', '03-01', { points }));
  const asked = [0, 2].map((limit) => event(`a${limit}`, 'asked', 'ann', '03-02', { limit }));
  expect(valueFor(judged(by, [...scored, ...asked]), 'ann', 'sum')).toBe('4');
});
