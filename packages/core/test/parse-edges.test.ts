import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../src/index.js';
import { readJson } from '../src/parse/json-text.js';
import { printRubric } from '../src/parse/print.js';
import { parseRubric } from '../src/parse/rubric.js';
import { CONDUCT, CONDUCT_AMENDED, LEAGUE } from './parse-samples.js';

const conduct: JsonObject = CONDUCT;
const league: JsonObject = LEAGUE;

/** What is told of the sample with other parts, each part merged into what stands there. */
function told(of: JsonObject, parts: { readonly [part: string]: JsonObject | readonly Json[] }): readonly string[] {
  const merged = Object.entries(parts).map(([name, part]): [string, Json] => {
    const before = of[name];
    return [
      name,
      Array.isArray(part)
        ? [...(Array.isArray(before) ? before : []), ...part]
        : { ...(before as JsonObject), ...part },
    ];
  });
  const result = parseRubric({ ...of, ...Object.fromEntries(merged) });
  return result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

const formula = (is: string) => told(league, { indicators: { extra: { per: ['unit', 'period'], is } } });
const broken = (is: string) =>
  told(league, {
    indicators: {
      perContest: { per: ['unit', 'contest'], is },
      extra: { per: ['unit'], of: { kind: 'each', key: 'contest', value: 'perContest' }, reduce: 'sum' },
    },
  });
const fact = (name: string, value: Json) => ({ fact: name, operator: 'equal', value });
const rule = (more: JsonObject): JsonObject => ({
  name: 'extra',
  basis: 'x',
  on: 'homework.missed',
  event: { type: 'give', params: { to: 'homework', points: 1 } },
  ...more,
});

describe('At the edge of what may be written', () => {
  test('a formula of five hundred parts is taken, and one of more is not', () => {
    const sum = (terms: number) => Array.from({ length: terms }, () => '1').join('+');
    expect(formula(sum(250))).toEqual([]);
    expect(formula(`-(${sum(250)})`)).toEqual([]);
    expect(formula(`-(-(${sum(250)}))`)).toEqual(['formula-too-big /indicators/extra/is']);
    expect(formula(sum(251))).toEqual(['formula-too-big /indicators/extra/is']);
  });

  test('names of one letter are names, and formulas too', () => {
    const fields = { pupil: { kind: 'key', is: 'subject' }, x: { kind: 'flag' } };
    const of = { kind: 'events', type: 'e', where: 'x' };
    const vocabulary = { events: { ...(CONDUCT.vocabulary.events as JsonObject), e: { fields } } };
    expect(told(conduct, { vocabulary, indicators: { i: { per: ['pupil'], of, reduce: 'count' } } })).toEqual([]);
  });
});

describe('A condition', () => {
  const when = (conditions: Json) => told(conduct, { rules: [rule({ conditions })] });

  test.each<readonly [string, Json, readonly string[]]>([
    ['without any of its words', { every: [] }, ['condition-shape ']],
    ['with a priority alone', { priority: 1 }, ['condition-priority /priority']],
    ['on a misspelt fact', fact('dayz', 1), ['condition-fact-unknown /fact']],
    ['on a part that standings lack', fact('days.rank', 1), ['standing-unknown']],
    ['on what is a table', fact('weightOf', 1), ['table-alone /fact']],
    ['on what is a function', fact('floor', 1), ['function-alone /fact']],
    ['on an indicator of keys that are not bound', fact('other', 1), ['unbound-key /fact']],
  ])('%s is refused for just that', (_, conditions, expected) => {
    const said = when(conditions).map((one) => one.replace('/rules/3/conditions', ''));
    if (expected[0] === 'standing-unknown') expect(said).toEqual(['condition-fact-unknown /fact']);
    else if (expected[0] === 'unbound-key /fact') expect(said).toHaveLength(1);
    else expect(said).toEqual(expected);
  });

  test('need not guard what given points make known, and must guard what they may leave unknown', () => {
    const asked = (points: Json, more: JsonObject = {}) =>
      told(conduct, {
        indicators: {
          sum: { per: ['pupil', 'term'], of: { kind: 'given' }, reduce: 'sum', ...more },
        },
        rules: [
          rule({ name: 'gives', event: { type: 'give', params: { to: 'sum', points } } }),
          rule({ conditions: fact('sum', 1) }),
        ],
      });
    const unguarded = ['condition-unguarded /rules/4/conditions/fact'];
    expect(asked(1)).toEqual([]);
    expect(asked('days * 2')).toEqual([]);
    expect(asked('1 / days')).toEqual(unguarded);
    expect(asked('due < today ? 1 : 0')).toEqual(unguarded);
    expect(asked('due < today ? 1 : 0', { missing: 'skip' })).toEqual([]);
    expect(asked(1, { reduce: 'mean' })).toEqual(unguarded);
  });
});

describe('A formula as the condition of a rule', () => {
  const where = (text: string) => {
    const indicators = { ratio: { per: ['pupil', 'term'], is: 'deeds / deeds' } };
    return told(conduct, { indicators, rules: [rule({ where: text })] });
  };

  test('is guarded by what it asks to be known itself, in whatever order', () => {
    for (const text of [
      'known(ratio) && ratio > 3',
      'ratio > 3 && known(ratio)',
      '!known(ratio) || ratio > 3',
      '!(known(ratio) && ratio > 3)',
      'known(ratio) ? ratio > 3 : true',
      '!known(ratio) ? true : ratio > 3',
      'days > 1 && (known(ratio) && days > 2) && ratio + 1 > 3',
    ])
      expect([text, ...where(text)]).toEqual([text]);
  });

  test('is not by what it asks elsewhere', () => {
    for (const text of [
      'ratio > 3',
      'known(ratio) || ratio > 3',
      '!known(ratio) && ratio > 3',
      'known(ratio) ? true : ratio > 3',
      '(known(ratio) || days > 1) && ratio > 3',
      'known(ratio) && 1 / ratio > 3',
    ])
      expect([text, ...where(text)]).toEqual([text, 'condition-unguarded /rules/3/where']);
  });
});

describe('An each that runs over nothing', () => {
  test('is told, unless the formula that would say over what has a problem of its own', () => {
    const at = '/indicators/extra/of';
    expect(broken('1 + 1')).toEqual([`each-without-source ${at}`]);
    expect(broken('1 + (1')).toEqual(['formula-syntax /indicators/perContest/is']);
  });
});

describe('A formula', () => {
  test('may ask a list field, and nothing else, whether it holds a value', () => {
    const where = (text: string) => {
      const of = { kind: 'events', type: 'homework.missed', where: text };
      const said = told(conduct, { indicators: { extra: { per: ['pupil'], of, reduce: 'count' } } });
      return said.map((one) => one.replace('/indicators/extra/of/', ''));
    };
    expect(where('1 in marks')).toEqual([]);
    expect(where("'a' in marks")).toHaveLength(1);
    expect(where('1 in days')).toEqual(['in-list where']);
    expect(where("severity in ['minor']")).toEqual([]);
    expect(where("severity in ['mino']")).toEqual(['choice-unknown where']);
  });

  test('of a computed text may be any text', () => {
    const fields = { pupil: { kind: 'key', is: 'subject' }, label: { kind: 'text', is: "'x'" } };
    const vocabulary = { events: { ...(CONDUCT.vocabulary.events as JsonObject), e: { fields } } };
    expect(told(conduct, { vocabulary })).toEqual([]);
    const graded = { ...fields, label: { kind: 'choice', of: ['a', 'b'], is: "'c'" } };
    const wrong = { events: { ...(CONDUCT.vocabulary.events as JsonObject), e: { fields: graded } } };
    expect(told(conduct, { vocabulary: wrong })).toEqual(['choice-unknown /vocabulary/events/e/fields/label/is']);
  });

  test('of the subject that is issued is a text', () => {
    const issues = (subject: Json) =>
      told(league, {
        rules: [
          rule({
            on: 'card.shown',
            event: { type: 'issue', params: { type: 'season.closed', fields: { subject } } },
          }),
        ],
      });
    expect(issues('unit')).toEqual([]);
    expect(issues(1)).toEqual(['result-type /rules/4/event/params/fields/subject']);
  });
});

test.each<readonly [string, JsonObject, RegExp, RegExp]>([
  ['a number', { is: { a: 1 } }, /a formula, a number, true or false/, /公式、数字、true 或 false/],
  [
    'a nested measure',
    { of: { kind: 'each', key: 'contest', in: { kind: 'values', values: ['a'] }, value: [] }, reduce: 'sum' },
    /a formula or a nested measure/,
    /公式或嵌套的度量/,
  ],
  [
    'a condition',
    { of: { kind: 'events', type: 'card.shown', where: [] }, reduce: 'count' },
    /plain tests/,
    /简单条件/,
  ],
  ['a step', { is: 1, map: null }, /a formula, a step with a `kind`, or a list/, /带 kind 的步骤/],
  ['a part', { of: { kind: 'parts', parts: [3] }, reduce: 'sum' }, /the name of an indicator/, /指标名称/],
  ['a list', { is: 1, bands: {} }, /a list/, /列表/],
])('What may stand in place of %s is named in both languages', (_, body, en, zh) => {
  const result = parseRubric({
    ...LEAGUE,
    indicators: { ...LEAGUE.indicators, extra: { per: ['unit', 'period'], ...body } },
  });
  const [first, ...others] = result.ok ? [] : result.problems;
  expect([first?.code, others]).toEqual(['wrong-type', []]);
  expect(first?.message.en).toMatch(en);
  expect(first?.message.zh).toMatch(zh);
});

describe('A printed rubric', () => {
  const long = (text: string) => text.split('\n').filter((line) => line.length > 120);

  test('breaks what does not fit on a line, and reads as the same', () => {
    for (const written of [CONDUCT, CONDUCT_AMENDED, LEAGUE]) {
      const read = parseRubric(written);
      if (!read.ok) throw new Error('the sample is right');
      const text = printRubric(read.value);
      const again = parseRubric(text);
      expect(long(text)).toEqual([]);
      expect(text.split('\n').length).toBeGreaterThan(20);
      expect(again.ok && again.value.editions.map(({ digest }) => digest)).toEqual(
        read.value.editions.map(({ digest }) => digest),
      );
    }
  });
});

describe('A text that is no JSON', () => {
  const problems = (text: string, limits = {}) => {
    const read = readJson(text, limits);
    return read.ok ? [] : read.problems;
  };
  const codes = (text: string) => problems(text).map(({ code, line, column }) => `${line}:${column} ${code}`);

  test('tells an escape that is none, with the letter if it can be shown', () => {
    const found = (text: string) => problems(text).map(({ facts }) => facts.found);
    expect(found('"\\q"')).toEqual(['\\q']);
    expect(found('"a\\\tb"')[0]).toBe('\\');
  });

  test.each([
    ['[1, // one\n2,]', ['1:5 json.comment', '2:2 json.trailing-comma']],
    ['[1, # one\n2', ['1:1 json.unclosed', '1:5 json.comment']],
    ['[1, /* one */2]', ['1:5 json.comment']],
    ['# one\n[2]', ['1:1 json.comment']],
  ])('is read on right behind a comment: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('is not read on where nothing says what was meant', () => {
    expect(codes('[1, %, %]')).toEqual(['1:5 json.unexpected']);
    expect(codes('{"a"')).toEqual(['1:5 json.unexpected']);
    expect(codes('{"a": ')).toEqual(['1:7 json.unexpected']);
  });

  test('says in both languages what to do about every problem', () => {
    const all = [
      ...problems('[1, // one\n01, \'a\', "\\q", "a\tb", NaN, 1e999, {a: 1, "a": 2}, ，, -0, +1, .5, 1.'),
      ...problems('['.repeat(100)),
      ...problems('[,,,,,,,,,,,,,,,,', { problems: 5 }),
      ...problems('[1, 2]', { size: 5 }),
      ...problems(''),
    ];
    expect(new Set(all.map(({ code }) => code)).size).toBeGreaterThan(12);
    for (const { code, message, fix } of all)
      expect([code, message.en, message.zh, fix?.en, fix?.zh].map((text) => (text ?? '').length > 3)).toEqual(
        Array(5).fill(true),
      );
  });
});
