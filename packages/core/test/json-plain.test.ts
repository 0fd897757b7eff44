import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../src/model/canonical.js';
import { readPlain } from '../src/parse/json-plain.js';
import { readJson } from '../src/parse/json-text.js';

const limits = { size: 2000, depth: 4, problems: 10 };

/** What the quick reader takes, the careful one must take too, and read as the same. */
function agree(text: string): boolean {
  const quick = readPlain(text, limits);
  if (quick === undefined) return false;
  const careful = readJson(text, limits);
  expect(careful.ok && canonical(careful.value.value)).toBe(canonical(quick));
  return true;
}

const part = fc.constantFrom(
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  ' ',
  '"a"',
  '"b":',
  '"a" :',
  '1',
  '-0',
  '1e400',
  '0.1234567890123456',
  'true',
  '"\\ud800"',
  '"__proto__":',
  '"e\u0301":',
);
const edited = fc
  .tuple(fc.json({ maxDepth: 6 }), fc.nat(), fc.array(part, { maxLength: 2 }))
  .map(([json, at, parts]) => {
    const cut = at % (json.length + 1);
    return json.slice(0, cut) + parts.join('') + json.slice(cut);
  });

test('What the quick reader of JSON takes, the careful one reads as the same', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 6 }), edited), (text) => {
      if (agree(text)) taken += 1;
    }),
    { numRuns: 3000, seed: 20_260_301 },
  );
  expect(taken).toBeGreaterThan(300);
});

test.each<readonly [string, string, boolean]>([
  ['as deep as allowed', '[[[[1]]]]', true],
  ['deeper', '[[[[[1]]]]]', false],
  ['deeper, in members', '{"a":{"a":{"a":{"a":{}}}}}', false],
  ['deeper, behind what is not', '[1,[[[[]]]],2]', false],
  ['a key twice', '{"a":1,"a":2}', false],
  ['a forbidden key', '{"__proto__":1}', false],
  ['a key that is not composed', '{"e\u0301":1}', false],
  ['a minus zero', '[-0]', false],
  ['a number of fifteen digits', '[123456789012345]', true],
  ['a number of sixteen digits', '[1234567890123456]', false],
  ['a number that is infinite', '[1e999]', false],
  ['longer than allowed', `[${' '.repeat(2000)}]`, false],
])('The quick reader takes what is plain, and leaves the rest to the careful one: %s', (_, text, taken) => {
  expect(agree(text)).toBe(taken);
  expect(readJson(text, limits).ok).toBe(taken);
});
