import { describe, expect, expectTypeOf, test } from 'vitest';
import { defineRubric, type EventOf, type JsonObject, parseEvents, parseRubric } from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const pupil = { kind: 'key', is: 'subject' };
const optional = { kind: 'number', optional: true };
const common = { pupil, term: { kind: 'key', is: 'year(date(time))' }, points: optional };
const sum = (type: string, value = 'points') => ({
  per: ['pupil'],
  of: { kind: 'events', type, value },
  reduce: 'sum',
});

/** Types with nothing of their own, with a field in their own way, and with a field that reads a common one. */
const EVENTS = {
  plain: {},
  texted: { fields: { points: { kind: 'text', optional: true } } },
  doubled: { fields: { twice: { kind: 'number', is: '2 * points' } } },
};

const small = (indicators: JsonObject, vocabulary: JsonObject = { common, events: EVENTS }) =>
  rubric({ vocabulary, indicators });

describe('A common field belongs to', () => {
  const by = small({ plain: sum('plain'), doubled: sum('doubled', 'twice') });
  const outcome = judged(by, [
    event('a', 'plain', 'ann', '03-01', { points: 2 }),
    event('b', 'doubled', 'ann', '03-02', { points: '0.5' }),
    event('c', 'texted', 'ann', '03-03', { points: 'many' }),
  ]);

  test('a type that declares nothing, keys and all', () => {
    expect(valueFor(outcome, 'ann', 'plain')).toBe('2');
  });

  test('a type whose own fields read it', () => {
    expect(valueFor(outcome, 'ann', 'doubled')).toBe('1');
  });

  test('no type that declares a field of that name itself, whose events are checked by their own', () => {
    const refused = parseEvents(by, [{ ...event('d', 'texted', 'ann', '03-03', { points: 3 }) }]);
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(['field-kind']);
  });
});

test('What is read of several types may be a common field of theirs', () => {
  const kinds = {
    per: ['pupil'],
    of: { kind: 'events', type: ['plain', 'doubled'], value: 'points' },
    reduce: 'sum',
  };
  const outcome = judged(small({ kinds }), [
    event('a', 'plain', 'ann', '03-01', { points: 2 }),
    event('b', 'doubled', 'ann', '03-02', { points: 5 }),
  ]);
  expect(valueFor(outcome, 'ann', 'kinds')).toBe('7');
});

test('A later edition changes a common field for all types that have it', () => {
  const { texted, ...others } = EVENTS;
  const first = { common: { ...common, worth: { kind: 'number', is: 'points' } }, events: others };
  const by = rubric(
    { vocabulary: first, indicators: { sum: sum('plain', 'worth') } },
    { effective: { from: '2026-06-01' }, vocabulary: { common: { worth: { is: '10 * points' } } } },
  );
  const outcome = judged(by, [
    event('a', 'plain', 'ann', '03-01', { points: 1 }),
    event('b', 'plain', 'ann', '07-01', { points: 1 }),
  ]);
  expect(valueFor(outcome, 'ann', 'sum')).toBe('11');
});

describe('A common field is told of once, where it is written, when it', () => {
  const problems = (more: JsonObject) => {
    const document = small({}).model.editions[0]?.document ?? {};
    const parsed = parseRubric({ ...document, vocabulary: { common: { ...common, ...more }, events: EVENTS } });
    return parsed.ok ? [] : parsed.problems.map(({ code, pointer }) => `${code} ${pointer}`);
  };

  test('reads what only some of its types have', () => {
    expect(problems({ worth: { kind: 'number', is: 'twice + 1' } })).toEqual([
      'name-not-common /vocabulary/common/worth/is',
    ]);
  });

  test('is of another kind than its key', () => {
    expect(problems({ item: { kind: 'text' } })).toEqual(['field-hides-key /vocabulary/common/item/kind']);
  });

  test('has a broken shape, and nothing that names it is blamed', () => {
    expect(problems({ points: { kind: 'numbr' } })).toEqual(['not-one-of /vocabulary/common/points/kind']);
  });

  test('is computed from itself', () => {
    expect(problems({ worth: { kind: 'number', is: 'worth + 1' } })).toEqual(['cycle /vocabulary/common/worth/is']);
  });
});

const typed = defineRubric({
  kind: 'rubric',
  id: 'typed',
  edition: '1',
  effective: { from: '2026-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
  subject: 'pupil',
  keys: { pupil: {} },
  vocabulary: {
    common: { pupil: { kind: 'key', is: 'subject' }, points: { kind: 'number' } },
    events: { plain: {}, noted: { fields: { points: { kind: 'text' }, by: { kind: 'text', optional: true } } } },
  },
});

test('events of a rubric in TypeScript have the common fields, too', () => {
  type Event = EventOf<NonNullable<(typeof typed)['~document']>>;
  expectTypeOf<Extract<Event, { type: 'plain' }>['data']>().toEqualTypeOf<
    { readonly points: number | string } | undefined
  >();
  expectTypeOf<Extract<Event, { type: 'noted' }>['data']>().toEqualTypeOf<
    { readonly points: string; readonly by?: string } | undefined
  >();
  expect(typed.model.editions[0]?.events.get('plain')?.fields.size).toBe(2);
});
