import { isJsonArray } from '../model/json.js';
import { failure, type Result, success } from '../model/problem.js';
import { type Locate, MOST_PROBLEMS, problem } from './events-findings.js';
import { lineStarts } from './json-cursor.js';
import { readPlain } from './json-plain.js';
import { JSON_LIMITS, type JsonDocument, type JsonLimits, readJson } from './json-text.js';
import { readJsonLines } from './jsonl-text.js';

const MOST_EVENTS = 1_000_000;
/** Most UTF-16 code units of a text, unless said otherwise. */
export const LARGEST_TEXT = 500_000_000;

export interface EventInput {
  readonly values: readonly unknown[];
  readonly locate: Locate;
}

/** Events as values, from JSON Lines, a JSON array, or values. */
export function readInput(input: string | readonly unknown[], size: number): Result<EventInput> {
  const read = typeof input === 'string' ? readText(input, size) : success({ values: input, locate: () => undefined });
  if (!read.ok) return failure(capped(read.problems));
  const count = read.value.values.length;
  if (count <= MOST_EVENTS) return read;
  return failure([problem('too-many-events', '', { count, limit: MOST_EVENTS })]);
}

function readText(text: string, size: number): Result<EventInput> {
  if (text.length > size) {
    return failure([problem('json.too-large', '', { size: text.length, limit: size }, { line: 1, column: 1 })]);
  }
  return /^\s*\[/.test(text) ? readArray(text, { ...JSON_LIMITS, size }) : readLines(text);
}

function readArray(text: string, limits: JsonLimits): Result<EventInput> {
  const plain = readPlain(text, limits);
  if (isJsonArray(plain)) {
    return success({ values: plain, locate: locatorOf(text, limits) });
  }
  const read = readJson(text, limits);
  if (!read.ok) return read;
  const values = isJsonArray(read.value.value) ? read.value.value : [read.value.value];
  const { locate } = read.value;
  return success({ values, locate: (index, pointer, part) => locate(`/${index}${pointer}`, part) });
}

/** The careful reader knows places; it is asked only when there is something to place. */
function locatorOf(text: string, limits: JsonLimits): Locate {
  let locate: JsonDocument['locate'] | undefined;
  return (index, pointer, part) => {
    if (locate === undefined) {
      const read = readJson(text, limits);
      locate = read.ok ? read.value.locate : () => ({ line: 1, column: 1 });
    }
    return locate(`/${index}${pointer}`, part);
  };
}

function readLines(text: string): Result<EventInput> {
  const read = readJsonLines(text);
  if (!read.ok) return read;
  const lines = read.value;
  let starts: readonly number[] | undefined;
  // The problems of an event come together, and its line may be long.
  let last: { readonly line: number; readonly locate: JsonDocument['locate'] | undefined } | undefined;
  return success({
    values: lines.map(({ value }) => value),
    locate: (index, pointer, part) => {
      const line = lines[index]?.line;
      if (line === undefined) return undefined;
      if (last?.line !== line) {
        starts ??= lineStarts(text);
        const source = text.slice(starts[line - 1], starts[line] ?? text.length + 1).replace(/\n$/, '');
        const again = readJson(source);
        last = { line, locate: again.ok ? again.value.locate : undefined };
      }
      return { line, column: last.locate?.(pointer, part).column ?? 1 };
    },
  });
}

function capped<T>(problems: readonly T[]): readonly T[] {
  return problems.slice(0, MOST_PROBLEMS);
}
