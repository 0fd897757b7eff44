import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

/** Whatever is told, but for the event that ends the ledger. */
const LIVE: JsonObject = { id: { notEqual: 'end' } };
const figure = { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' };
const give = (points: string, more: JsonObject = {}) => ({
  name: 'give',
  basis: '1',
  on: 'told',
  event: { type: 'give', params: { to: 'figure', points } },
  ...more,
});
const shanghai = { name: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] };
const later = (from: string, ...rules: readonly JsonObject[]) => ({ effective: { from }, rules });
const told = (id: string, on: string, data: JsonObject = {}) => event(id, 'told', 'ann', on, data);
const value = (by: ReturnType<typeof rubric>, ...events: readonly ReturnType<typeof told>[]) =>
  valueFor(judged(by, [...events, told('end', '2027-12-31T00:00:00Z', { note: 'end' })]), 'ann', 'figure');

describe('A rule', () => {
  const first = { indicators: { figure }, zone: shanghai, rules: [give('1', { where: LIVE })] };

  test('is that of the edition in force on the day of its trigger, from the first day of it on', () => {
    const by = rubric(first, later('2026-07-01', give('10')));
    expect(value(by, told('a', '2026-06-30T15:59:59Z'))).toBe('1');
    expect(value(by, told('a', '2026-06-30T16:00:00Z'))).toBe('10');
    expect(value(by, told('a', '2019-01-01T00:00:00Z'))).toBe('1');
  });

  test('is that of the edition that its own date picks', () => {
    const events = {
      told: {
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          note: { kind: 'text', optional: true },
          due: { kind: 'date', optional: true },
        },
      },
    };
    const by = rubric(
      { ...first, events, rules: [give('1', { where: LIVE, appliesBy: 'due' })] },
      later('2026-07-01', give('10')),
    );
    expect(value(by, told('a', '08-01', { due: '2026-06-30' }))).toBe('1');
    expect(value(by, told('a', '06-01', { due: '2026-07-01' }))).toBe('10');
    expect(value(by, told('a', '08-01'))).toBe('10');
  });

  test('that a later edition narrows gives nothing from then on', () => {
    const by = rubric(first, { effective: { from: '2026-07-01' }, rules: [{ name: 'give', where: { id: 'nobody' } }] });
    expect(value(by, told('a', '06-30'), told('b', '07-01'))).toBe('1');
  });

  test('that is lenient gives the most that an edition in force since gives', () => {
    const lenient = (points: string) => give(points, { where: LIVE, appliesBy: 'lenient' });
    const of = (before: string, after: string, on: string) =>
      value(rubric({ ...first, rules: [lenient(before)] }, later('2026-07-01', lenient(after))), told('a', on));
    expect(of('-5', '-2', '03-01')).toBe('-2');
    expect(of('-2', '-5', '03-01')).toBe('-2');
    expect(of('-2', '-5', '08-01')).toBe('-5');
    expect(of('3', '5', '03-01')).toBe('5');
    expect(of('-5', '1 / 0', '03-01')).toBe('-5');
  });

  test('that is lenient gives nothing where an edition in which it does not hold would be kinder', () => {
    const lenient = (points: string, where: JsonObject) => give(points, { where, appliesBy: 'lenient' });
    const by = rubric(
      { ...first, rules: [lenient('-5', LIVE)] },
      later('2026-07-01', lenient('-5', { note: { present: true, equal: 'none' } })),
    );
    expect(value(by, told('a', '03-01'))).toBe('0');
  });
});

describe('The lens', () => {
  const by = rubric({ indicators: { figure }, rules: [give('1')] }, later('2026-07-01', give('10')));

  test('may name an edition, which then holds throughout', () => {
    const at = (edition: string) =>
      valueFor(judged(by, [told('a', '03-01'), told('b', '08-01')], { edition }), 'ann', 'figure');
    expect([at('1'), at('2')]).toEqual(['2', '20']);
    expect(valueFor(judged(by, [told('a', '03-01'), told('b', '08-01')]), 'ann', 'figure')).toBe('11');
  });
});

test('An edition that the lens names holds for what computed fields read too', () => {
  const events = {
    judged: { fields: { pupil: { kind: 'key', is: 'subject' }, worth: { kind: 'number', is: 'base' } } },
  };
  const base = { per: ['pupil'], is: '1' };
  const worth = { per: ['pupil'], of: { kind: 'events', type: 'judged', value: 'worth' }, reduce: 'sum' };
  const by = rubric(
    { events, indicators: { base, figure: worth } },
    { effective: { from: '2026-07-01' }, indicators: { base: { is: '10' } } },
  );
  const at = (edition: string) =>
    valueFor(judged(by, [event('j', 'judged', 'ann', '03-01')], { edition }), 'ann', 'figure');
  expect([at('1'), at('2')]).toEqual(['1', '10']);
});

describe('An indicator', () => {
  const is = (formula: string) => ({ per: ['pupil'], is: formula });

  test('is that of the edition in force on the day it is read', () => {
    const by = rubric(
      { indicators: { figure: is('1') } },
      { effective: { from: '2026-07-01' }, indicators: { figure: { is: '2' } } },
    );
    const at = (asOf: string) => valueFor(judged(by, [told('a', '03-01')], { asOf }), 'ann', 'figure');
    expect([at('2026-06-30'), at('2026-07-01'), at('2026-12-31')]).toEqual(['1', '2', '2']);
  });
});

describe('A computed field', () => {
  const typed = (worth: string, more: JsonObject = {}) => ({
    judged: {
      ...more,
      fields: {
        pupil: { kind: 'key', is: 'subject' },
        due: { kind: 'date' },
        worth: { kind: 'number', is: worth },
      },
    },
  });
  const worth = { per: ['pupil'], of: { kind: 'events', type: 'judged', value: 'worth' }, reduce: 'sum' };
  const at = (on: string, due: string) => event('j', 'judged', 'ann', on, { due });

  test('is that of the edition of the day, or of the date that its type picks', () => {
    const vocabulary = { events: typed('10') };
    const byDay = rubric(
      { indicators: { figure: worth }, events: typed('1') },
      { effective: { from: '2026-07-01' }, vocabulary },
    );
    expect(valueFor(judged(byDay, [at('08-01', '2026-06-30')]), 'ann', 'figure')).toBe('10');
    const byDue = rubric(
      { indicators: { figure: worth }, events: typed('1', { appliesBy: 'due' }) },
      { effective: { from: '2026-07-01' }, vocabulary: { events: typed('10', { appliesBy: 'due' }) } },
    );
    expect(valueFor(judged(byDue, [at('08-01', '2026-06-30')]), 'ann', 'figure')).toBe('1');
    expect(valueFor(judged(byDue, [at('08-01', '2026-07-01')]), 'ann', 'figure')).toBe('10');
  });
});
