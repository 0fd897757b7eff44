import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/index.js';
import type { Outcome } from '../src/outcome.js';
import { event, judged, rubric } from './faults/small-rubric.js';

const FIELDS = { note: "text(position) + '. ' + item" };

/** A rule on `done`, whose list is `tags`, that tells what it goes through. */
const telling = (params: JsonObject, more: JsonObject = {}): JsonObject => ({
  name: 'r',
  basis: '1',
  on: 'done',
  ...more,
  event: { type: 'issue', params: { type: 'told', each: 'tags', fields: FIELDS, ...params } },
});
const by = (rule: JsonObject, parts: JsonObject = {}) => rubric({ rules: [rule], ...parts });
const done = (id: string, tags: readonly string[], on = '03-01') => event(id, 'done', 'ann', on, { item: 'x', tags });

/** Every event that was told: `'id: note'`. */
function told({ findings }: Outcome): readonly string[] {
  return findings.filter(({ code }) => code === 'told').map(({ facts }) => `${facts.id}: ${facts.note ?? '-'}`);
}

describe('An issue with `each` issues', () => {
  test('one event for each item of a list, in their order, numbered from 1', () => {
    expect(told(judged(by(telling({})), [done('e1', ['b', 'a', 'b'])]))).toEqual([
      'r@e1#1: 1. b',
      'r@e1#2: 2. a',
      'r@e1#3: 3. b',
    ]);
  });

  test('one event for each text that it names', () => {
    const rule = telling({ each: ['home', 'away'] });
    expect(told(judged(by(rule), [done('e1', [])]))).toEqual(['r@e1#1: 1. home', 'r@e1#2: 2. away']);
  });

  test('nothing for a list that is empty or absent', () => {
    const bare = event('e2', 'done', 'ann', '03-02', { item: 'x' });
    expect(told(judged(by(telling({})), [done('e1', []), bare]))).toEqual([]);
  });

  test('about whom an item names', () => {
    const outcome = judged(by(telling({ fields: { ...FIELDS, subject: 'item' } })), [done('e1', ['bob', 'cid'])]);
    expect(outcome.findings.map(({ subject }) => subject)).toEqual(['bob', 'cid']);
  });

  test('for each member of a cohort too, whose name stands before the number', () => {
    const cohorts = { class: { each: [], of: 'pupil', in: { event: 'joined' } } };
    const joined = ['bob', 'ann'].map((who) => event(who, 'joined', who, '01-01', { group: 'a' }));
    const outcome = judged(by(telling({}, { for: 'class' }), { cohorts }), [...joined, done('e1', ['a', 'b'])]);
    expect(told(outcome).map((line) => line.split(':')[0])).toEqual([
      'r@e1/ann#1',
      'r@e1/ann#2',
      'r@e1/bob#1',
      'r@e1/bob#2',
    ]);
  });

  test.each([
    ['that a formula picks', "item != 'a' && position < 4"],
    ['that plain tests pick', { item: { notEqual: 'a' }, position: { lessThan: 4 } }],
    ['of which it is known', "item == 'a' || position > 3 ? unknown : true"],
  ])('only items %s, which keep their numbers', (_which, where) => {
    expect(told(judged(by(telling({ where })), [done('e1', ['b', 'a', 'c', 'd'])]))).toEqual([
      'r@e1#1: 1. b',
      'r@e1#3: 3. c',
    ]);
  });

  test('numbers of a list of numbers', () => {
    const events = {
      rolled: { fields: { pupil: { kind: 'key', is: 'subject' }, dice: { kind: 'list', items: 'number' } } },
    };
    const rule = telling({ each: 'dice', fields: { note: 'text(item * position)' } }, { on: 'rolled' });
    const rolled = event('e1', 'rolled', 'ann', '03-01', { dice: [6, '0.5'] });
    expect(told(judged(by(rule, { events }), [rolled]))).toEqual(['r@e1#1: 6', 'r@e1#2: 1']);
  });
});

test('An issue without `each` asks `where` once', () => {
  const outcome = (where: string) => {
    const event = { type: 'issue', params: { type: 'told', fields: { note: 'item' }, where } };
    return told(judged(by({ ...telling({}), event }), [done('e1', [])]));
  };
  expect([outcome("item == 'x'"), outcome("item == 'y'")]).toEqual([['r@e1: x'], []]);
});

test('An item that is unknown to the edition that judges is passed over with its number', () => {
  const list = (items: string) => ({
    events: { rolled: { fields: { pupil: { kind: 'key', is: 'subject' }, dice: { kind: 'list', items } } } },
  });
  const first = by(telling({ each: 'dice', fields: { note: 'text(position)' } }, { on: 'rolled' }), list('number'));
  const model = rubric(
    { rules: [telling({ each: 'dice', fields: { note: 'text(position)' } }, { on: 'rolled' })], ...list('number') },
    { effective: { from: '2027-01-01' }, vocabulary: list('text') },
  );
  const rolled = event('e1', 'rolled', 'ann', '03-01', { dice: ['six', '2'] });
  expect(told(judged(model, [rolled]))).toEqual(['r@e1#2: 2']);
  expect(() => judged(first, [rolled])).toThrow('dice');
});

describe('What an issue with `each` consumes', () => {
  const indicators = {
    open: {
      per: ['pupil'],
      of: { kind: 'events', type: 'shown', value: 1, where: "state == 'active'" },
      reduce: 'sum',
    },
  };
  const rule = telling({ where: "item != 'none'", consumes: [{ items: 'open', as: 'told' }] });
  const card = event('c1', 'shown', 'ann', '02-01', { colour: 'red' });
  const states = (outcome: Outcome): string => (outcome.subjects.ann?.cards ?? []).map(({ state }) => state).join();
  const ruling = (id: string) => event(`v-${id}`, 'meritlog.event.voided', 'ann', '04-01', { id, reason: 'x' });

  test.each([
    ['ends once where there is an item', done('e1', ['a', 'b']), [], 'told'],
    ['is left where there is none', done('e1', []), [], 'active'],
    ['is left where `where` leaves all of them out', done('e1', ['none', 'none']), [], 'active'],
    ['ends where one of the events is voided', done('e1', ['a', 'b']), ['r@e1#1'], 'told'],
    ['is left where all of them are', done('e1', ['a', 'b']), ['r@e1#1', 'r@e1#2'], 'active'],
  ])('%s', (_fact, trigger, voided, expected) => {
    expect(states(judged(by(rule, { indicators }), [card, trigger, ...voided.map(ruling)]))).toBe(expected);
  });
});

describe('One of several events is meant by its id with the number, which', () => {
  const all = done('e1', ['a', 'b', 'c']);
  const but = (n: number): readonly string[] =>
    ['r@e1#1: 1. a', 'r@e1#2: 2. b', 'r@e1#3: 3. c'].filter((_, index) => index !== n - 1);

  test.each([
    ['a ruling of the same source voids', { id: 'r@e1#2' }],
    ['a ruling voids by its source and id in one text', { id: 'school#r@e1#2' }],
    ['a ruling voids by its source beside the id', { id: 'r@e1#2', source: 'school' }],
  ])('%s', (_fact, data) => {
    const ruling = event('v1', 'meritlog.event.voided', 'ann', '04-01', { ...data, reason: 'x' });
    expect(told(judged(by(telling({})), [all, ruling]))).toEqual(but(2));
  });

  test('a ruling of another source does not void', () => {
    const ruling = event(
      'v1',
      'meritlog.event.voided',
      'ann',
      '04-01',
      { id: 'r@e1#2', reason: 'x' },
      { source: 'court' },
    );
    expect(told(judged(by(telling({})), [all, ruling]))).toHaveLength(3);
  });

  test.each(['r@e1#3', 'school#r@e1#3'])('a what-if voids as %s', (ref) => {
    expect(told(judged(by(telling({})), [all], { suppose: { void: [ref] } }))).toEqual(but(3));
  });

  test.each([
    ['an event of the same source', 'r@e1#2', 2],
    ['an event by its full name', 'school#r@e1#1', 1],
  ])('a rule ends by what %s holds', (_fact, note, number) => {
    const end = {
      name: 'end',
      basis: '1',
      on: 'scored',
      event: { type: 'end', params: { event: 'note', as: 'over' } },
    };
    const scored = event('s1', 'scored', 'ann', '03-02', { note });
    expect(told(judged(rubric({ rules: [telling({}), end] }), [all, scored]))).toEqual(but(number));
  });
});

test('`item` and `position` are names like any others where there is no `each`', () => {
  const events = {
    placed: {
      fields: {
        pupil: { kind: 'key', is: 'subject' },
        position: { kind: 'number' },
        item: { kind: 'key' },
      },
    },
  };
  const rule = {
    name: 'r',
    basis: '1',
    on: 'placed',
    where: { position: 2 },
    event: { type: 'issue', params: { type: 'told', fields: { note: "item + '/' + text(position)" } } },
  };
  const placed = event('e1', 'placed', 'ann', '03-01', { position: 2, item: 'x' });
  expect(told(judged(by(rule, { events }), [placed]))).toEqual(['r@e1: x/2']);
});

test('`item` is the item where there is one, whatever key of that name the trigger carries', () => {
  const rule = telling({ each: ['a'], fields: { note: 'item' } });
  expect(told(judged(by(rule), [done('e1', [])]))).toEqual(['r@e1#1: a']);
});
