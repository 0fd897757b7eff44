import { describe, expect, test } from 'vitest';
import { type JsonObject, parseRubric } from '../src/index.js';
import { event, judged, rubric, states, valueFor } from './faults/small-rubric.js';

const pupil = { kind: 'key', is: 'subject' };
const marked = (level: JsonObject): JsonObject => ({
  marked: { fields: { pupil, mark: { kind: 'text' }, level: { kind: 'choice', of: ['low', 'high'], ...level } } },
});
const latest = { per: ['pupil'], of: { kind: 'events', type: 'marked', value: 'level' }, reduce: 'latest' };

describe('A choice is one of its values or unknown', () => {
  test.each([
    ['low', 'low'],
    ['middling', null],
    ['', null],
  ])('where it is computed: %j is %j', (mark, level) => {
    const by = rubric({ events: marked({ is: 'mark' }), indicators: { last: latest } });
    expect(valueFor(judged(by, [event('e1', 'marked', 'ann', '03-01', { mark })]), 'ann', 'last')).toBe(level);
  });

  test('where a rule sets it', () => {
    const show = {
      name: 'show',
      basis: '1',
      on: 'scored',
      event: { type: 'issue', params: { type: 'marked', fields: { mark: "'x'", level: 'note' } } },
    };
    const by = rubric({ events: marked({}), rules: [show], indicators: { last: latest } });
    const levelOf = (note: string) =>
      valueFor(judged(by, [event('e1', 'scored', 'ann', '03-01', { note })]), 'ann', 'last');
    expect([levelOf('high'), levelOf('middling')]).toEqual(['high', null]);
  });

  test('and is free where it lists none', () => {
    const events = { marked: { fields: { pupil, mark: { kind: 'text' }, level: { kind: 'choice', is: 'mark' } } } };
    const by = rubric({ events, indicators: { last: latest } });
    expect(valueFor(judged(by, [event('e1', 'marked', 'ann', '03-01', { mark: 'any' })]), 'ann', 'last')).toBe('any');
  });
});

describe('A condition on a computed choice', () => {
  const tables = { levelOf: { by: ['mark'], rows: { a: 'high', b: 'low' }, else: 'low' } };
  const codes = (is: string, more: JsonObject = {}) => {
    const rule = {
      name: 'r',
      basis: '1',
      on: 'marked',
      where: { level: 'high' },
      event: { type: 'issue', params: { type: 'told' } },
    };
    const document = rubric({ events: marked({ is: 'mark' }) }).model.editions[0]?.document ?? {};
    const { vocabulary, ...rest } = document as { vocabulary: { events: JsonObject } };
    const events = { ...vocabulary.events, ...marked({ is }) };
    const parsed = parseRubric({ ...rest, tables, ...more, vocabulary: { events }, rules: [rule] });
    return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
  };

  test.each(["mark == 'a' ? 'high' : 'low'", 'levelOf(mark)', "coalesce(levelOf(mark), 'low')"])(
    'needs no guard where it is surely one of its values: %s',
    (is) => {
      expect(codes(is)).toEqual([]);
    },
  );

  test.each(['mark', "'h' + 'igh'"])('needs one where it may be none of them: %s', (is) => {
    expect(codes(is)).toEqual(['condition-unguarded']);
  });

  test('needs one where a table yields another text', () => {
    const other = { levelOf: { ...tables.levelOf, rows: { a: 'highest' } } };
    expect(codes('levelOf(mark)', { tables: other })).toEqual(['condition-unguarded']);
  });
});

describe('A card', () => {
  const keyed = (colours: JsonObject): JsonObject => ({
    flagged: { fields: { pupil, item: { kind: 'key' } }, card: { colour: 'item', colours } },
  });
  const red = { polarity: 'censure', severity: 2 };

  test('has its colour from a key of texts, and is none where the colour means nothing', () => {
    const outcome = judged(rubric({ events: keyed({ red }) }), [
      event('e1', 'flagged', 'ann', '03-01', { item: 'red' }),
      event('e2', 'flagged', 'ann', '03-02', { item: 'grey' }),
    ]);
    expect(states(outcome, 'ann')).toBe('e1 active');
    expect(outcome.subjects.ann?.cards[0]).toMatchObject({ colour: 'red', polarity: 'censure', severity: 2 });
  });

  test('has it not from a key of numbers', () => {
    const document = rubric({}).model.editions[0]?.document as { vocabulary: { events: JsonObject } };
    const flagged = { fields: { pupil, term: { kind: 'key' } }, card: { colour: 'term', colours: { red } } };
    const events = { ...document.vocabulary.events, flagged };
    const parsed = parseRubric({ ...document, vocabulary: { events } });
    expect(parsed.ok ? [] : parsed.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'card-field /vocabulary/events/flagged/card/colour',
    ]);
  });
});
