import { expect, test } from 'vitest';
import { parseRubric } from '../src/parse/rubric.js';
import { CONDUCT, CONDUCT_AMENDED, LEAGUE } from './parse-samples.js';

test('a rubric of given points, parts and exceptions is read into a model', () => {
  const result = parseRubric(CONDUCT);
  expect(result.ok ? result.warnings : result.problems.map((p) => [p.code, p.pointer, p.message.en])).toEqual([]);
});
test('league', () => {
  const result = parseRubric(LEAGUE);
  expect(result.ok ? result.warnings : result.problems.map((p) => [p.code, p.pointer, p.message.en])).toEqual([]);
});
test('amended', () => {
  const result = parseRubric(JSON.stringify(CONDUCT_AMENDED));
  expect(result.ok ? result.warnings : result.problems.map((p) => [p.code, p.pointer, p.message.en])).toEqual([]);
});
