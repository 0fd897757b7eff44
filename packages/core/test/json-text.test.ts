import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../src/model/json.js';
import type { Problem, Result } from '../src/model/problem.js';
import { JSON_LIMITS, readJson, readJsonAt } from '../src/parse/json-text.js';
import { readJsonLines } from '../src/parse/jsonl-text.js';

const STRICTER_THAN_JSON = new Set([
  'json.too-large',
  'json.too-deep',
  'json.duplicate-key',
  'json.forbidden-key',
  'json.key-not-nfc',
  'json.number-digits',
  'json.number-range',
  'json.minus-zero',
  'json.lone-surrogate',
]);

const piece = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '"',
    "'",
    '\\',
    '\\ud83d',
    '\\ude00',
    '\\u0301',
    '😀',
    'é',
    'e\u0301',
  ],
  ...['0', '-0', '-0.0', '12', '1.5e300', '1e400', '1e-400', '1234567890123456', '0.1234567890123456', '-', '.', 'e9'],
  ...[
    'true',
    'null',
    'nul',
    '"__proto__"',
    '"constructor"',
    '":',
    ' ',
    '\n',
    '\t',
    '//',
    '/*',
    '*/',
    '#',
    '，',
    '：',
    '\ud800',
  ],
);
const soup = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const written = fc.json({ maxDepth: 4, stringUnit: 'binary' });
const numeral = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.constantFrom('0', '7', '123456789'),
    fc.constantFrom('', '.0', '.5', '.0000001', '.1234567'),
    fc.constantFrom('', 'e0', 'E+9', 'e308', 'e-308', 'e-999'),
  )
  .map((parts) => parts.join(''));
const quoted = fc
  .constantFrom(
    ...[
      'a',
      'a',
      'b',
      'a\\":',
      '-0,',
      '\\u0061',
      '__proto__',
      '\\u005f_proto__',
      'e\u0301',
      'e\\u0301',
      '\\ud800',
      '\\uD83d\\ude00',
      '\ud800',
      '12345678901234567',
    ],
  )
  .map((inner) => `"${inner}"`);
const colon = fc.constantFrom(':', ':', ' :', '\t: ');
const { value, member } = fc.letrec<{ value: string; member: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    numeral,
    quoted,
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(' ,')}]`),
    fc.array(tie('member'), { maxLength: 3 }).map((members) => `{${members.join(', ')}}`),
  ),
  member: fc.tuple(fc.oneof(quoted, fc.constant('"a"')), colon, tie('value')).map((parts) => parts.join('')),
}));
const tricky = fc.oneof(
  value,
  fc.array(member, { minLength: 1, maxLength: 3 }).map((members) => `{${members.join(', ')}}`),
);
const text = fc.oneof(
  soup,
  written,
  tricky,
  fc.tuple(fc.oneof(written, tricky), fc.nat(), piece).map(([json, at, part]) => spliced(json, at, part)),
);

function spliced(json: string, at: number, part: string): string {
  const cut = at % (json.length + 1);
  return json.slice(0, cut) + part + json.slice(cut);
}

function outcome(read: () => Json): { readonly value: Json } | undefined {
  try {
    return { value: read() };
  } catch {
    return undefined;
  }
}

function problems<T>(result: Result<T>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

function told(source: string): string[] {
  return problems(readJson(source)).map(({ code, pointer, line, column }) => `${line}:${column} ${pointer} ${code}`);
}

describe('the reader', () => {
  test('it reads what JSON.parse reads, except where it is stricter by a named rule', () => {
    fc.assert(
      fc.property(text, (source) => {
        const host = outcome(() => JSON.parse(source));
        const ours = readJson(source);
        if (ours.ok) expect({ value: plain(ours.value.value) }).toEqual(host);
        else if (host !== undefined) {
          expect(ours.problems.filter(({ code }) => !STRICTER_THAN_JSON.has(code))).toEqual([]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('the values it returns are frozen and inherit nothing', () => {
    const result = readJson('{"a": [{"toString": 1}]}');
    if (!result.ok) throw new Error('refused');
    const { value } = result.value;
    expect(Object.isFrozen(value)).toBe(true);
    expect(Object.getPrototypeOf(value)).toBe(null);
    expect(value).toEqual(
      Object.assign(Object.create(null), { a: [Object.assign(Object.create(null), { toString: 1 })] }),
    );
  });

  test('every problem of a text is told at once, in the order of the text, with its place', () => {
    const source = `{
  // how many points
  'points': 12345678901234567890,
  "points": -0,
  "__proto__": {},
  "rate"： 1e999,
  "list": [1, 2,],
  "e\u0301": "\\ud800",
  unquoted: True,
  "path": "C:\\dir" "next": 007,
}`;
    expect(told(source)).toEqual([
      '2:3  json.comment',
      '3:3  json.quotes',
      '3:13 /points json.number-digits',
      '4:3 /points json.duplicate-key',
      '4:13 /points json.minus-zero',
      '5:3 /__proto__ json.forbidden-key',
      '6:9 /rate json.full-width',
      '6:11 /rate json.number-range',
      '7:16 /list json.trailing-comma',
      '8:3 /e\u0301 json.key-not-nfc',
      '8:9 /e\u0301 json.lone-surrogate',
      '9:3  json.word',
      '9:13 /unquoted json.word',
      '10:14 /path json.escape',
      '10:20  json.unexpected',
      '10:28 /next json.number',
      '10:31  json.trailing-comma',
    ]);
  });

  test.each([
    ['', '1:1  json.unexpected'],
    ['{"a": 1', '1:1  json.unclosed'],
    ['["a', '1:2 /0 json.unclosed'],
    ['[1] 2', '1:5  json.unexpected'],
    ['[1,,2]', '1:4 /1 json.unexpected'],
    ['{"a" 1}', '1:6 /a json.unexpected'],
    ['\ufeff{}', '1:1  json.byte-order-mark'],
    ['["a\tb"]', '1:4 /0 json.control-character'],
    ['[“a”]', '1:2 /0 json.quotes'],
    ['｛}', '1:1  json.full-width'],
    ['[1}', '1:3  json.unexpected'],
  ])('%j is told as %s', (source, problem) => {
    expect(told(source)).toEqual([problem]);
  });

  test('a sentence says what was expected, what stands there and what to do, in both languages', () => {
    expect(problems(readJson('{"a": 1, "a": 2\n'))).toEqual([
      {
        code: 'json.unclosed',
        severity: 'error',
        pointer: '',
        message: { en: 'The object that starts here is never closed.', zh: '此处开始的对象没有闭合。' },
        fix: { en: 'Add the closing }.', zh: '请补上 }。' },
        facts: { opened: 'object', close: '}' },
        line: 1,
        column: 1,
      },
      {
        code: 'json.duplicate-key',
        severity: 'error',
        pointer: '/a',
        message: {
          en: 'The key "a" stands twice in one object, first in line 1.',
          zh: '同一对象中的键 "a" 重复，首次在第 1 行。',
        },
        fix: { en: 'Remove or rename one of the two.', zh: '请删去或改名其中一个。' },
        facts: { key: 'a', firstLine: 1 },
        line: 1,
        column: 10,
      },
    ]);
    expect(problems(readJson('[1 ?]'))[0]?.message).toEqual({
      en: 'Expected a comma or "]", but found "?".',
      zh: '此处应为逗号或「]」，却是「?」。',
    });
  });

  test('numbers of fifteen significant digits are kept, longer ones are refused', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.integer({ min: -40, max: 40 }), (digits, exponent) => {
        const significant = String(digits).replace(/0+$/, '').length;
        expect(readJson(`[${digits}e${exponent}]`).ok).toBe(significant <= 15);
      }),
    );
  });

  test('nesting up to the limit is read, and no depth overflows the stack', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(readJson(nested(64)).ok).toBe(true);
    expect(told(nested(65))).toEqual([`1:65 ${'/0'.repeat(64)} json.too-deep`]);
    expect(told('[{"a":'.repeat(300_000)).length).toBeLessThan(200);
  });

  test('limits bound the size and the number of problems', () => {
    expect(problems(readJson('[1, 2]', { size: 5 })).map(({ facts }) => facts)).toEqual([{ size: 6, limit: 5 }]);
    const many = problems(readJson(`[${'-0,'.repeat(50)}1]`, { problems: 10 }));
    expect([many.length, many.at(-1)?.code]).toEqual([11, 'json.too-many']);
  });

  test('a long text of any one kind of character is read in reasonable time', () => {
    for (const unit of ['9', '"', ' ', '[', '-0', '\\', '{', 'a', '":', '/', '😀', '0.', '1e']) {
      for (const [open, close] of [
        ['', ''],
        ['"', '"'],
        ['[', ']'],
      ])
        readJson(open + unit.repeat(1_000_000) + close);
    }
  });

  test('locate gives the place of every value, and of the nearest ancestor of what is not there', () => {
    const result = readJson('{\n  "a/b": [10,\n    {"c~": true}]\n}');
    if (!result.ok) throw new Error('refused');
    const { locate } = result.value;
    expect(['', '/a~1b', '/a~1b/1/c~0', '/a~1b/1/none/deeper', '/nowhere'].map((pointer) => locate(pointer))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 10 },
      { line: 3, column: 12 },
      { line: 3, column: 5 },
      { line: 1, column: 1 },
    ]);
  });
});

describe('lines', () => {
  test('the quick way and the careful way agree on every line', () => {
    fc.assert(
      fc.property(text, (source) => {
        const line = source.replaceAll('\n', ' ');
        fc.pre(line.trim() !== '');
        const quick = readJsonLines(line);
        const careful = readJsonAt(line, JSON_LIMITS, 1);
        if (careful.ok) expect(quick).toEqual({ ok: true, value: [{ value: careful.value, line: 1 }], warnings: [] });
        else expect(problems(quick)).toEqual(careful.problems.map((p) => ({ ...p, pointer: `/0${p.pointer}` })));
      }),
      { numRuns: 3000 },
    );
  });

  test('blank lines are skipped, and a problem names the line of the file and the index of the value', () => {
    const result = readJsonLines('{"a":1}\r\n\n  \n{"a":1,"a":2}\n[1,]\n');
    expect(
      problems(result).map(({ code, line, column, pointer, facts }) => [code, line, column, pointer, facts]),
    ).toEqual([
      ['json.duplicate-key', 4, 8, '/1/a', { key: 'a', firstLine: 4 }],
      ['json.trailing-comma', 5, 3, '/2', { close: ']' }],
    ]);
    expect(readJsonLines('\n1\n\n"a"')).toEqual({
      ok: true,
      value: [
        { value: 1, line: 2 },
        { value: 'a', line: 4 },
      ],
      warnings: [],
    });
  });

  test('the number of problems of a file is bounded', () => {
    const many = problems(readJsonLines('-0\n'.repeat(50), { problems: 10 }));
    expect([many.length, many.at(-1)?.code, many.at(-1)?.line]).toEqual([11, 'json.too-many', 10]);
  });
});

/** The same value with ordinary objects, as JSON.parse makes them. */
function plain(value: Json): Json {
  return JSON.parse(JSON.stringify(value));
}
