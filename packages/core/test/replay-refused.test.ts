import { describe, expect, test } from 'vitest';
import { defineRubric, type JsonObject, parseRubric } from '../src/index.js';
import { rubric } from './faults/small-rubric.js';

/** Codes of the problems of a rubric that is right but for these parts. */
function refused(parts: { readonly [part: string]: JsonObject | readonly JsonObject[] }): readonly string[] {
  const { document } = rubric({ indicators: { one: { per: ['pupil'], is: '1' } } }).model.editions[0] ?? {};
  const { vocabulary, ...rest } = document ?? {};
  const { events = {}, ...more } = parts;
  const all = { events: { ...(vocabulary as { events: JsonObject }).events, ...(events as JsonObject) } };
  const parsed = parseRubric({ ...rest, vocabulary: all, ...more } as JsonObject);
  return parsed.ok ? [] : parsed.problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('A cycle', () => {
  const judged = (worth: string) => ({
    judged: {
      fields: {
        pupil: { kind: 'key', is: 'subject' },
        worth: { kind: 'number', is: worth },
        plain: { kind: 'number' },
      },
    },
  });
  const sum = (value: string) => ({ per: ['pupil'], of: { kind: 'events', type: 'judged', value }, reduce: 'sum' });

  test('through a computed field is refused', () => {
    expect(refused({ events: judged('figure'), indicators: { figure: sum('worth') } }).join()).toMatch(/^cycle /);
  });

  test('is none where a field is not computed, or computed from another indicator', () => {
    expect(refused({ events: judged('figure'), indicators: { figure: sum('plain') } })).toEqual([]);
    expect(
      refused({ events: judged('other'), indicators: { other: { per: ['pupil'], is: '1' }, figure: sum('worth') } }),
    ).toEqual([]);
  });

  test('among indicators is refused unless it goes through a strictly earlier key', () => {
    const chain = (is: string) => ({ indicators: { chain: { per: ['pupil', 'term'], is } } });
    expect(refused(chain('chain(term - 1) + 1'))).toEqual([]);
    expect(refused(chain('chain(term) + 1')).join()).toMatch(/^cycle /);
    expect(refused(chain('chain(term + 1) + 1')).join()).toMatch(/^cycle /);
  });

  test('through a rank is refused where the rank compares the key that the circle goes back by', () => {
    const among = (of: string, each: string) => ({
      cohorts: { peers: { each: [each], of, in: { event: 'done' } } },
      indicators: {
        chain: {
          per: ['pupil', 'term'],
          is: 'coalesce(chain(term - 1), 0) + 1',
          map: { kind: 'rank', among: 'peers' },
        },
      },
    });
    expect(refused(among('pupil', 'term'))).toEqual([]);
    expect(refused(among('term', 'pupil')).join()).toMatch(/^cycle /);
  });

  test('through an exception to a rule, either way it is written, is refused', () => {
    const given = { given: { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' } };
    const rules = (unless: readonly string[], overrides: readonly string[], fact: string) => {
      const give = {
        name: 'r',
        basis: '1',
        on: 'scored',
        event: { type: 'give', params: { to: 'given', points: '1' } },
      };
      const tests = {
        all: ['present', 'greaterThan'].map((operator) => ({ fact, operator, value: operator === 'present' || 3 })),
      };
      const told = { what: 'x', to: 'pupil' };
      const other = {
        name: 'o',
        basis: '1',
        on: 'scored',
        conditions: tests,
        overrides,
        event: { type: 'consequence', params: told },
      };
      return refused({ indicators: given, rules: [{ ...give, unless }, other] });
    };
    expect(rules(['o'], [], 'given').join()).toMatch(/^cycle /);
    expect(rules([], ['r'], 'given').join()).toMatch(/^cycle /);
    expect(rules(['o'], [], 'points')).toEqual([]);
    expect(rules([], ['r'], 'points')).toEqual([]);
    expect(rules([], [], 'given')).toEqual([]);
  });

  test('through what a rule gives is refused, and through what it issues is not', () => {
    const on = { name: 'r', basis: '1', on: 'scored' };
    const given = { given: { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' } };
    const give = { ...on, event: { type: 'give', params: { to: 'given', points: 'given + 1' } } };
    expect(refused({ indicators: given, rules: [give] }).join()).toMatch(/^cycle /);
    const total = { total: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' } };
    const issue = {
      ...on,
      on: 'told',
      event: { type: 'issue', params: { type: 'scored', fields: { points: 'total + 1' } } },
    };
    expect(refused({ indicators: total, rules: [issue] })).toEqual([]);
  });
});

describe('A formula of another type than its place asks for is refused:', () => {
  const one = { one: { per: ['pupil'], is: '1' } };
  const rule = (more: JsonObject) => [
    { name: 'r', basis: '1', on: 'told', event: { type: 'issue', params: { type: 'told' } }, ...more },
  ];
  const consequence = (params: JsonObject) => ({
    event: { type: 'consequence', params: { what: 'bonus', to: 'pupil', ...params } },
  });

  test.each([
    ['a date for at', { at: '3' }, '/at'],
    ['a date for appliesBy', { appliesBy: '3' }, '/appliesBy'],
    ['a date for due', consequence({ due: '3' }), '/due'],
    ['a number for amount', consequence({ amount: "'x'" }), '/amount'],
    ['a number for points', { event: { type: 'give', params: { to: 'one', points: "'x'" } } }, '/points'],
  ])('%s', (_what, more, at) => {
    const codes = refused({ indicators: one, rules: rule(more) });
    expect(codes.filter((code) => code.startsWith('result-type')).join()).toContain(at);
  });

  test('flags for conditions, numbers for quotas and needs', () => {
    const figure = (more: JsonObject) => ({
      figure: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points', ...more }, reduce: 'sum' },
    });
    expect(refused({ indicators: figure({ where: 'points' }) }).join()).toContain('result-type');
    expect(refused({ indicators: figure({ value: "'x'" }) }).join()).toContain('reduce-type');
    expect(refused({ indicators: figure({ weight: "'x'" }) }).join()).toContain('/weight');
  });
});

test('A rubric written in TypeScript has the editions of its amendments', () => {
  const written = defineRubric(
    {
      kind: 'rubric',
      id: 'small',
      edition: '1',
      effective: { from: '2026-01-01' },
      zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
      subject: 'pupil',
      keys: { pupil: {} },
      vocabulary: { events: { told: { fields: { pupil: { kind: 'key', is: 'subject' } } } } },
      indicators: { one: { per: ['pupil'], is: '1' } },
    },
    {
      kind: 'rubric',
      id: 'small',
      edition: '2',
      parent: '1',
      effective: { from: '2027-01-01' },
      indicators: { one: { is: '2' } },
    },
  );
  expect(written.model.editions.map(({ edition }) => edition)).toEqual(['1', '2']);
});
