import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const figure = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
const by = rubric({ indicators: { figure } });
const scored = (id: string, points: number, more: JsonObject = {}) =>
  event(id, 'scored', 'ann', '03-01', { points }, more);
const ruling = (id: string, on: string, voided: string, source?: string) =>
  event(id, 'meritlog.event.voided', 'ann', on, {
    id: voided,
    reason: 'an error',
    ...(source === undefined ? {} : { source }),
  });
const three = [scored('a', 1), scored('b', 2), scored('c', 4)];
const sum = (...rulings: readonly ReturnType<typeof ruling>[]) =>
  valueFor(judged(by, [...three, ...rulings]), 'ann', 'figure');

describe('A ruling', () => {
  test('makes an event never have happened', () => {
    expect(sum(ruling('r', '04-01', 'b'))).toBe('5');
  });

  test('may come before the event it voids, by its own date', () => {
    expect(sum(ruling('r', '02-01', 'b'))).toBe('5');
  });

  test('that a later ruling voids does nothing, and the later one is heard first', () => {
    expect(sum(ruling('r1', '04-01', 'b'), ruling('r2', '04-02', 'r1'))).toBe('7');
    expect(sum(ruling('r1', '04-01', 'b'), ruling('r2', '04-02', 'r1'), ruling('r3', '04-03', 'r2'))).toBe('5');
  });

  test('may not void a later one', () => {
    const rulings = [ruling('r1', '04-01', 'r2'), ruling('r2', '04-02', 'b')];
    expect(sum(...rulings)).toBe('5');
    const { events } = judged(by, [...three, ...rulings]).session;
    expect(events.map((one) => one.event.id)).toEqual(['a', 'c', 'r1', 'r2']);
  });

  test('means an event of its own source, unless it names another', () => {
    const other = scored('b', 8, { source: 'office' });
    const total = (voids: ReturnType<typeof ruling>) => valueFor(judged(by, [...three, other, voids]), 'ann', 'figure');
    expect(total(ruling('r', '04-01', 'b'))).toBe('13');
    expect(total(ruling('r', '04-01', 'b', 'office'))).toBe('7');
    expect(total(ruling('r', '04-01', 'office#b'))).toBe('7');
  });

  test('keeps a derived event from being issued, with what it would have consumed', () => {
    const rules = [
      {
        name: 'swap',
        basis: '1',
        on: 'shown',
        where: { colour: 'yellow' },
        event: {
          type: 'issue',
          params: { type: 'shown', fields: { colour: "'red'" }, consumes: [{ event: 'card', as: 'swapped' }] },
        },
      },
    ];
    const shown = event('y', 'shown', 'ann', '03-01', { colour: 'yellow' });
    const cards = (...more: readonly ReturnType<typeof event>[]) =>
      judged(rubric({ rules }), [shown, ...more]).subjects.ann?.cards.map(({ id, state }) => `${id} ${state}`);
    expect(cards()).toEqual(['y swapped', 'swap@y active']);
    expect(cards(ruling('r', '04-01', 'swap@y'))).toEqual(['y active']);
  });
});

describe('A void rule', () => {
  const quash = (where: JsonObject, target: JsonObject = { event: 'note' }) => ({
    name: 'quash',
    basis: '1',
    on: 'told',
    where,
    event: { type: 'void', params: target },
  });
  const told = (id: string, on: string, note: string) => event(id, 'told', 'ann', on, { note });
  const total = (rule: JsonObject, ...more: readonly ReturnType<typeof event>[]) =>
    valueFor(judged(rubric({ indicators: { figure, many }, rules: [rule] }), [...three, ...more]), 'ann', 'figure');
  const many = {
    per: ['pupil'],
    of: { kind: 'events', type: 'scored', where: 'coalesce(points, 0) > 1' },
    reduce: 'count',
  };

  test('voids what it names where it holds', () => {
    expect(total(quash({ note: { present: true, equal: 'b' } }), told('q', '05-01', 'b'))).toBe('5');
    expect(total(quash({ note: { present: true, equal: 'b' } }), told('q', '05-01', 'c'))).toBe('7');
  });

  test('voids all that an indicator takes', () => {
    expect(total(quash({}, { items: 'many' }), told('q', '05-01', 'x'))).toBe('1');
  });

  test('reads the recorded events that are not voided so far', () => {
    const rule = quash({ many: 1 });
    expect(total(rule, told('q', '05-01', 'a'))).toBe('7');
    expect(total(rule, told('q', '05-01', 'a'), ruling('r', '05-02', 'b'))).toBe('4');
    expect(total(rule, told('q', '05-01', 'a'), ruling('r', '04-30', 'b'))).toBe('5');
  });

  test('reads what a void rule that was heard before has left', () => {
    const rule = quash({ many: 2 });
    expect(total(rule, told('q1', '05-01', 'a'), told('q2', '05-02', 'b'))).toBe('5');
  });

  test('may not be undone by an earlier ruling', () => {
    expect(total(quash({}), told('q', '05-01', 'b'), ruling('r', '04-01', 'q'))).toBe('5');
    expect(total(quash({}), told('q', '05-01', 'b'), ruling('r', '05-02', 'q'))).toBe('7');
  });
});

test('A voided event leaves no trace in what is shown', () => {
  const voided = judged(by, [...three, ruling('r', '04-01', 'b')]);
  const never = judged(by, [scored('a', 1), scored('c', 4), ruling('r', '04-01', 'a')]);
  expect(voided.session.events.map((one) => one.event.id)).toEqual(['a', 'c', 'r']);
  expect(never.session.events.map((one) => one.event.id)).toEqual(['c', 'r']);
});
