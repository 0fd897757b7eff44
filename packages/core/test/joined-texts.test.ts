import { expect, test } from 'vitest';
import { type JsonObject, parseRubric } from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const found = (is: string, more: JsonObject = {}): unknown => {
  const by = rubric({ indicators: { ...more, found: { per: ['pupil'], is } } });
  return valueFor(judged(by, [event('e1', 'joined', 'ann', '03-01', { group: 'a' })]), 'ann', 'found');
};

test.each([
  ["'a' + 'b'", 'ab'],
  ["pupil + ': ' + text(1 / 8)", 'ann: 0.125'],
  ["'a' + unknown", null],
  ["unknown + 'a'", null],
  ["'1' + '2' == '12' ? 'one text' : 'a sum'", 'one text'],
  ["('a' + 'b') in ['ab', 'c']", true],
])('%s is %s', (is, shown) => {
  expect(found(is)).toBe(shown);
});

test('A text that doubles from indicator to indicator becomes unknown before it fills the memory', () => {
  const doubles: Record<string, JsonObject> = { d0: { per: ['pupil'], is: "'x'" } };
  for (let at = 1; at <= 200; at += 1)
    doubles[`d${at}`] = { per: ['pupil'], is: `d${at - 1} + d${at - 1}`, hidden: true };
  expect(String(found('d13', doubles)).length).toBe(8192);
  expect(found('d14', doubles)).toBe(null);
  expect(found('d200', doubles)).toBe(null);
});

test.each(["'a' + 1", '1 + pupil', 'pupil + 1', "'a' + true", "'a' + today"])(
  '%s is refused, with the types on both sides',
  (is) => {
    const small = rubric({ indicators: {} }).model.editions[0]?.document ?? {};
    const parsed = parseRubric({ ...small, indicators: { found: { per: ['pupil'], is } } });
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(['operands-differ']);
  },
);
