import { describe, expect, test } from 'vitest';
import { explain, explanationText, type JsonObject, parseRubric } from '../src/index.js';
import { event, judged, rubric, states, valueFor } from './faults/small-rubric.js';

const pick = (reduce: 'latest' | 'first', more: JsonObject = {}) => ({
  per: ['pupil'],
  of: { kind: 'events', type: 'told', value: 'note', ...more },
  reduce,
});
const sumIn = (window: JsonObject, more: JsonObject = {}) => ({
  per: ['pupil'],
  of: { kind: 'events', type: 'scored', value: 'points' },
  take: { window },
  reduce: 'sum',
  ...more,
});
const scored = (id: string, on: string, points: number, more = {}) => event(id, 'scored', 'ann', on, { points }, more);
const told = (id: string, on: string, more = {}, data: JsonObject = { note: 'a' }) =>
  event(id, 'told', 'ann', on, data, more);
const MARCH = [scored('s1', '03-01', 1), scored('s2', '03-03', 2), scored('s3', '03-05', 4), scored('s4', '03-07', 8)];

/** The sum of ann's points in a window, among whatever else is declared. */
function sum(window: JsonObject, events: readonly ReturnType<typeof event>[], indicators: JsonObject = {}) {
  const all = { last: pick('latest'), opening: pick('first'), ...indicators, figure: sumIn(window) };
  const outcome = judged(rubric({ indicators: all }), events);
  return { value: valueFor(outcome, 'ann', 'figure'), outcome };
}

describe('A window bounded by an event', () => {
  const resets = [told('t1', '03-02'), told('t2', '03-04')];

  test('begins behind the last one, or ends before the first', () => {
    const events = [...MARCH, ...resets];
    expect(sum({ after: 'last' }, events).value).toBe('12');
    expect(sum({ before: 'opening' }, events).value).toBe('1');
    expect(sum({ after: 'opening', before: 'last' }, events).value).toBe('2');
    expect(sum({ after: 'last', before: 'opening' }, events).value).toBe('0');
  });

  test('has no bound where none was picked, or none can be told', () => {
    expect(sum({ after: 'last', before: 'opening' }, MARCH).value).toBe('15');
    const unsure = { unsure: { ...pick('latest'), missing: 'unknown' } };
    const nameless = told('t3', '03-06', {}, {});
    expect(sum({ after: 'unsure' }, [...MARCH, ...resets, nameless], unsure).value).toBe('15');
    const skipping = { unsure: { ...pick('latest'), missing: 'skip' } };
    expect(sum({ after: 'unsure' }, [...MARCH, ...resets, nameless], skipping).value).toBe('12');
  });

  test('goes by what is left to reduce, whatever it is worth', () => {
    const kept = { last: { ...pick('latest'), take: { keep: { first: 1 } } } };
    expect(sum({ after: 'last' }, [...MARCH, ...resets], kept).value).toBe('14');
    const worthless = { last: pick('latest', { value: "'' == note" }) };
    expect(sum({ after: 'last' }, [...MARCH, ...resets], worthless).value).toBe('12');
  });

  test('leaves out the event itself', () => {
    const best = {
      best: {
        per: ['pupil'],
        of: { kind: 'events', type: 'scored', where: 'points == 4', value: 1 },
        reduce: 'latest',
      },
    };
    expect(sum({ after: 'best' }, MARCH, best).value).toBe('8');
    expect(sum({ before: 'best' }, MARCH, best).value).toBe('3');
  });

  test('may be bounded by days as well', () => {
    const days = { by: 'date(time)', from: "date('2026-03-03')", until: "date('2026-03-07')" };
    expect(sum({ ...days, after: 'opening' }, [...MARCH, ...resets]).value).toBe('6');
    expect(sum({ ...days, before: 'last' }, [...MARCH, ...resets]).value).toBe('2');
    expect(sum({ from: 'unknown', after: 'opening' }, [...MARCH, ...resets]).value).toBeNull();
    expect(sum({ from: 'unknown', after: 'last' }, [MARCH[0] ?? told('x', '03-01'), ...resets]).value).toBe('0');
  });

  test('goes by the canonical order where things happen in one instant', () => {
    const at = (sequence: string) => ({ sequence });
    const events = [scored('a', '03-01', 1, at('1')), told('t', '03-01', at('2')), scored('z', '03-01', 2, at('3'))];
    expect(sum({ after: 'last' }, events).value).toBe('2');
    expect(sum({ before: 'last' }, events).value).toBe('1');
    expect(sum({ before: 'last' }, events).outcome.findings.filter(({ code }) => code === 'simultaneous')).toEqual([]);
  });

  test('is a finding where source and id alone tell on which side a member stands', () => {
    const events = [scored('a', '03-01', 1), told('t', '03-01'), scored('z', '03-01', 2), scored('s', '03-02', 4)];
    const { value, outcome } = sum({ after: 'last' }, events);
    const found = outcome.findings.filter(({ code }) => code === 'simultaneous').map(({ facts }) => facts);
    expect([value, found]).toEqual([
      '6',
      [
        { first: 'a', second: 't' },
        { first: 't', second: 'z' },
      ],
    ]);
    const late = sum({ after: 'last', from: "startOf(date('2026-03-02'))" }, events);
    expect(late.outcome.findings.filter(({ code }) => code === 'simultaneous')).toEqual([]);
  });

  test('tells the event and those that are outside among its reasons', () => {
    const { outcome } = sum({ after: 'last', before: 'never' }, [...MARCH, ...resets], {
      never: pick('first', { where: 'false' }),
    });
    const found = explain(outcome, { subject: 'ann', indicator: 'figure' });
    if (found.kind !== 'value' || found.reason.body.kind !== 'measure') throw new Error('a number was asked for');
    const { after, before, members } = found.reason.body;
    expect([after?.id, before]).toEqual(['t2', undefined]);
    expect(members.map(({ fate }) => fate)).toEqual(['outside-window', 'outside-window', 'taken', 'taken']);
    expect(explanationText(found, 'en')).toContain('only what is behind 2026-03-04 told t2');
    expect(explanationText(found, 'zh')).toContain('只计 2026-03-04 told t2 之后的');
  });
});

describe('The event that bounds a window', () => {
  test('is picked by the keys in scope', () => {
    const events = [...MARCH, told('t1', '03-04'), event('t2', 'told', 'bob', '03-06', { note: 'a' })];
    const anyone = { last: { ...pick('latest'), per: [] } };
    expect(sum({ after: 'last' }, events).value).toBe('12');
    expect(sum({ after: 'last' }, events, anyone).value).toBe('8');
  });

  test('is picked by the values that are passed', () => {
    const named = { ...pick('latest', { where: 'note == outer.note' }), with: ['note'] };
    const figure = { ...sumIn({ after: 'named' }), with: ['note'] };
    const asks = { per: ['pupil'], of: { kind: 'events', type: 'told', value: 'figure' }, reduce: 'first' };
    const events = [...MARCH, told('t1', '03-02'), told('t2', '03-04', {}, { note: 'b' })];
    const outcome = judged(rubric({ indicators: { named, figure, asks } }), events);
    expect(valueFor(outcome, 'ann', 'asks')).toBe('14');
  });

  test('bounds given points by what they were given for', () => {
    const give = {
      name: 'r',
      basis: 'x',
      on: 'scored',
      event: { type: 'give', params: { to: 'figure', points: 'points' } },
    };
    const figure = { per: ['pupil'], of: { kind: 'given' }, take: { window: { after: 'last' } }, reduce: 'sum' };
    const by = rubric({ indicators: { last: pick('latest'), figure }, rules: [give] });
    expect(valueFor(judged(by, [...MARCH, told('t', '03-04')]), 'ann', 'figure')).toBe('12');
    expect(valueFor(judged(by, MARCH), 'ann', 'figure')).toBe('15');
  });

  test('may be picked in a window of its own', () => {
    const second = { second: { ...pick('first'), take: { window: { after: 'opening' } } } };
    expect(
      sum({ after: 'second' }, [...MARCH, told('t1', '03-02'), told('t2', '03-04'), told('t3', '03-06')], second).value,
    ).toBe('12');
  });

  test('is none that has not happened by the instant of reading', () => {
    const { outcome } = sum({ after: 'last' }, [...MARCH, told('t', '03-06')]);
    expect(valueFor(outcome, 'ann', 'figure')).toBe('8');
    const all = { last: pick('latest'), figure: sumIn({ after: 'last' }) };
    const then = judged(rubric({ indicators: all }), [...MARCH, told('t', '03-06')], { asOf: '2026-03-05' });
    expect(valueFor(then, 'ann', 'figure')).toBe('7');
  });
});

describe('While time passes', () => {
  const indicators = {
    lastCard: { per: ['pupil'], of: { kind: 'events', type: 'shown', value: 'id' }, reduce: 'latest' },
    since: sumIn({ after: 'lastCard' }, { missing: 'skip' }),
  };
  const rule = (more: JsonObject) => ({
    name: 'card',
    on: 'scored',
    event: { type: 'issue', params: { type: 'shown', fields: { colour: "'yellow'" } } },
    ...more,
  });

  test('points count anew behind each card that they brought', () => {
    const rules = [rule({ where: { since: { greaterThanInclusive: 3 } } })];
    const events = ['01', '02', '03', '04', '05', '06', '07'].map((day) => scored(`s${day}`, `03-${day}`, 1));
    const outcome = judged(rubric({ indicators, rules }), events);
    expect(states(outcome, 'ann')).toBe('card@s03 active, card@s06 active');
    expect(valueFor(outcome, 'ann', 'since')).toBe('1');
  });

  test('a derived event stands behind its trigger and before what follows in the same instant', () => {
    const rules = [
      rule({
        conditions: {
          all: [
            { fact: 'points', operator: 'present', value: true },
            { fact: 'points', operator: 'equal', value: 5 },
          ],
        },
      }),
    ];
    const at = (sequence: string) => ({ sequence });
    const events = [
      scored('a', '03-01', 1, at('1')),
      scored('b', '03-01', 5, at('2')),
      scored('c', '03-01', 2, at('3')),
    ];
    const outcome = judged(rubric({ indicators, rules }), events);
    expect(valueFor(outcome, 'ann', 'since')).toBe('2');
    expect(outcome.findings).toEqual([]);
  });
});

describe('A circle', () => {
  const problems = (indicators: JsonObject) => {
    const events = { scored: { fields: { pupil: { kind: 'key', is: 'subject' }, points: { kind: 'number' } } } };
    const parsed = parseRubric({
      kind: 'rubric',
      id: 'r',
      edition: '1',
      effective: { from: '2026-01-01' },
      zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
      subject: 'pupil',
      keys: { pupil: {} },
      vocabulary: { events },
      indicators,
    });
    return parsed.ok ? [] : parsed.problems.map(({ code, message }) => `${code}: ${message.en}`);
  };
  const of = (window: JsonObject, where = 'true') => ({
    per: ['pupil'],
    of: { kind: 'events', type: 'scored', value: 'points', where },
    take: { window },
    reduce: 'latest',
  });

  test('of windows that bound each other is refused and drawn', () => {
    expect(problems({ a: of({ after: 'b' }), b: of({ before: 'a' }) })[0]).toMatch(/^cycle: .*: a → b → a\./);
    expect(problems({ a: of({ after: 'a' }) })[0]).toMatch(/^cycle: .*: a → a\./);
    expect(problems({ a: of({ after: 'b' }), b: of({ from: 'now' }, 'a > 1') })[0]).toMatch(/^cycle/);
    expect(problems({ a: of({ after: 'b' }), b: of({ from: 'now' }) })).toEqual([]);
  });
});
