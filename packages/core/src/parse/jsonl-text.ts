import type { Json } from '../model/json.js';
import { failure, type Problem, type Result, success } from '../model/problem.js';
import { problemOf } from './json-cursor.js';
import { readPlain } from './json-plain.js';
import { JSON_LIMITS, type JsonLimits, readJsonAt } from './json-text.js';

export interface JsonLine {
  readonly value: Json;
  /** 1-based line of the file. */
  readonly line: number;
}

/**
 * Reads one JSON value a line; blank lines are skipped. The size and depth limits hold for each line.
 * Problems are collected over all lines; their pointer starts with the zero-based index of the value.
 */
export function readJsonLines(text: string, limits: Partial<JsonLimits> = {}): Result<readonly JsonLine[]> {
  const all = { ...JSON_LIMITS, ...limits };
  const values: JsonLine[] = [];
  const problems: Problem[] = [];
  let index = 0;
  for (const { source, line } of linesOf(text)) {
    const read = readLine(source, all, line);
    if (read.ok) values.push({ value: read.value, line });
    else problems.push(...read.problems.map((problem) => ({ ...problem, pointer: `/${index}${problem.pointer}` })));
    index += 1;
    if (problems.length >= all.problems) return failure(cut(problems, all.problems, line));
  }
  return problems.length > 0 ? failure(problems) : success(values);
}

const BLANK = /^[ \t\r]*$/;

function* linesOf(text: string): Generator<{ readonly source: string; readonly line: number }> {
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const source = text.slice(start, end);
    line += 1;
    start = end + 1;
    if (!BLANK.test(source)) yield { source, line };
  }
}

function readLine(source: string, limits: JsonLimits, line: number): Result<Json> {
  const plain = readPlain(source, limits);
  return plain === undefined ? readJsonAt(source, limits, line) : success(plain);
}

function cut(problems: readonly Problem[], limit: number, line: number): Problem[] {
  const last = problemOf({ code: 'json.too-many', pointer: '', facts: { limit } }, { line, column: 1 });
  return [...problems.filter(({ code }) => code !== last.code).slice(0, limit), last];
}
