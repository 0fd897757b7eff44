import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const pupil = { kind: 'key', is: 'subject' };
const optional = (kind: string, more: JsonObject = {}): JsonObject => ({ kind, optional: true, ...more });
const seen = {
  fields: {
    pupil,
    number: optional('number'),
    text: optional('text'),
    choice: optional('choice', { of: ['a', 'b'] }),
    flag: optional('flag'),
    date: optional('date'),
    instant: optional('instant'),
    list: optional('list'),
    deep: optional('number', { path: '$.a.b[1]' }),
    double: { kind: 'number', is: 'number * 2' },
    label: { kind: 'text', is: "number > 3 ? 'many' : 'few'" },
  },
};

/** What a formula comes to on an event with this data. */
function read(value: string, data: JsonObject) {
  const figure = { per: ['pupil'], of: { kind: 'events', type: 'seen', value }, reduce: 'latest' };
  return valueFor(
    judged(rubric({ events: { seen }, indicators: { figure } }), [event('e', 'seen', 'ann', '03-01', data)]),
    'ann',
    'figure',
  );
}

/** How many of these events a condition holds for. */
function counted(where: Json, ...data: readonly JsonObject[]) {
  const figure = { per: ['pupil'], of: { kind: 'events', type: 'seen', where }, reduce: 'count', missing: 'skip' };
  const events = data.map((each, index) => event(`e${index}`, 'seen', 'ann', '03-01', each));
  return valueFor(judged(rubric({ events: { seen }, indicators: { figure } }), events), 'ann', 'figure');
}

describe('A field', () => {
  test.each<readonly [string, JsonObject, string | boolean]>([
    ['number', { number: 1.5 }, '1.5'],
    ['number', { number: '1.10' }, '1.1'],
    ['text', { text: 'x' }, 'x'],
    ['choice', { choice: 'b' }, 'b'],
    ['flag', { flag: true }, true],
    ['flag', { flag: false }, false],
    ['date', { date: '2026-02-28' }, '2026-02-28'],
    ['addDays(date, 1)', { date: '2026-02-28' }, '2026-03-01'],
    ['instant', { instant: '2026-02-28T10:00:00+08:00' }, '2026-02-28T02:00:00Z'],
    ['date(instant)', { instant: '2026-02-28T01:00:00+08:00' }, '2026-02-27'],
    ['deep', { a: { b: [1, 7] } }, '7'],
    ['double', { number: 4 }, '8'],
    ['label', { number: 4 }, 'many'],
  ])('is read as its kind: %s of %j', (value, data, expected) => {
    expect(read(value, data)).toBe(expected);
  });

  test.each(['number', 'text', 'choice', 'flag', 'date', 'instant', 'deep', 'double'])(
    'that is left out is unknown: %s',
    (name) => {
      expect(read(name, {})).toBeNull();
      expect(read(`known(${name})`, {})).toBe(false);
    },
  );
});

describe('A list', () => {
  test('is there or not, whatever it holds', () => {
    const some = [{ list: ['p'] }, { list: [] }, {}];
    expect(counted({ list: { present: true } }, ...some)).toBe('2');
    expect(counted({ list: { absent: true } }, ...some)).toBe('1');
  });

  test('holds its items and no others', () => {
    const some = [{ list: ['p', 'q'] }, { list: ['q'] }, { list: [] }];
    expect(counted("'p' in list", ...some)).toBe('1');
    expect(counted("!('p' in list)", ...some)).toBe('2');
    expect(counted({ list: { contains: 'q' } }, ...some)).toBe('2');
    expect(counted({ list: { doesNotContain: 'q' } }, ...some)).toBe('1');
  });
});

describe('A condition on a number', () => {
  const some = [1, 2, 3, '2.5'].map((number): JsonObject => ({ number }));
  const long = `1${'0'.repeat(400)}`;

  test.each<readonly [JsonObject, string]>([
    [{ lessThan: 2 }, '1'],
    [{ lessThanInclusive: 2 }, '2'],
    [{ greaterThan: 2 }, '2'],
    [{ greaterThanInclusive: 2.5 }, '2'],
    [{ equal: '2.5' }, '1'],
    [{ lessThan: long }, '4'],
    [{ greaterThan: `-${long}` }, '4'],
    [{ lessThan: '2.50000000000000000001' }, '3'],
    [{ greaterThan: '2.49999999999999999999' }, '2'],
  ])('compares exactly, whatever is compared: %j', (test, expected) => {
    expect(counted({ number: { present: true, ...test } }, ...some)).toBe(expected);
  });
});

describe('A table', () => {
  const look = (table: JsonObject, is: string, data: JsonObject = {}) => {
    const figure = { per: ['pupil'], of: { kind: 'events', type: 'seen', value: is }, reduce: 'latest' };
    const by = rubric({ events: { seen }, tables: { t: table }, indicators: { figure } });
    return valueFor(judged(by, [event('e', 'seen', 'ann', '03-01', data)]), 'ann', 'figure');
  };

  test('gives values of the kind that all of them have', () => {
    expect(look({ by: ['choice'], rows: { a: 1, b: '2.50' } }, 't(choice) * 2', { choice: 'b' })).toBe('5');
    expect(look({ by: ['choice'], rows: { a: true, b: false } }, 't(choice)', { choice: 'b' })).toBe(false);
    expect(look({ by: ['choice'], rows: { a: true, b: false } }, '!t(choice)', { choice: 'a' })).toBe(false);
    expect(look({ by: ['choice'], rows: { a: 'x', b: 1.5 } }, 't(choice)', { choice: 'b' })).toBe('1.5');
    expect(look({ by: ['choice'], rows: { a: 'x', b: true } }, 't(choice)', { choice: 'b' })).toBe('true');
  });

  test('is asked by columns of the kind that all of their cells have', () => {
    const flags = { by: ['flag'], rows: { true: 1, false: 2 }, else: 3 };
    expect([true, false].map((flag) => look(flags, 't(flag)', { flag }))).toEqual(['1', '2']);
    expect(look({ by: ['number'], rows: { '1.0': 1, '2': 2 } }, 't(number)', { number: 1 })).toBe('1');
    const days = { by: ['date>='], rows: { '2026-01-01': 1, '2026-02-01': 2 } };
    expect(['2025-12-31', '2026-01-31', '2026-02-01'].map((date) => look(days, 't(date)', { date }))).toEqual([
      null,
      '1',
      '2',
    ]);
  });
});

describe('A condition with a name', () => {
  const late = {
    all: [
      { fact: 'number', operator: 'present', value: true },
      { fact: 'number', operator: 'greaterThan', value: 3 },
    ],
  };
  const given = (conditions: JsonObject) => {
    const rule = {
      name: 'r',
      basis: 'x',
      on: 'seen',
      conditions,
      event: { type: 'give', params: { to: 'sum', points: '1' } },
    };
    const sum = { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' };
    const by = rubric({
      events: { seen },
      conditions: { late, very: { all: [{ condition: 'late' }] } },
      indicators: { sum },
      rules: [rule],
    });
    return [3, 4, 5].map((number) =>
      valueFor(judged(by, [event(`e${number}`, 'seen', 'ann', '03-01', { number })]), 'ann', 'sum'),
    );
  };

  test('is what it stands for, wherever it stands', () => {
    expect(given({ condition: 'late' })).toEqual(given(late));
    expect(given({ condition: 'late' })).toEqual(['0', '1', '1']);
    expect(given({ not: { condition: 'late' } })).toEqual(['1', '0', '0']);
    expect(given({ all: [{ condition: 'very' }, { fact: 'id', operator: 'equal', value: 'e5' }] })).toEqual([
      '0',
      '0',
      '1',
    ]);
  });
});
