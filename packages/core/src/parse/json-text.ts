import type { Json } from '../model/json.js';
import { failure, type Problem, type Result, success } from '../model/problem.js';
import {
  cursorOn,
  JSON_LIMITS,
  type JsonLimits,
  type Place,
  placeOf,
  problemOf,
  problemsOf,
  type Starts,
} from './json-cursor.js';
import { readDocument } from './json-value.js';

export { JSON_LIMITS, type JsonLimits, type Place } from './json-cursor.js';

export interface JsonDocument {
  readonly value: Json;
  /**
   * Where the value at a pointer starts, or the key before it; for a pointer into nothing, where its nearest ancestor
   * does. An item of an array has no key: it is its value that is found.
   */
  readonly locate: (pointer: string, part?: 'value' | 'key') => Place;
}

/** Reads strict JSON without losing a digit or a key, or returns every problem of the text with its place. */
export function readJson(text: string, limits: Partial<JsonLimits> = {}): Result<JsonDocument> {
  const all = { ...JSON_LIMITS, ...limits };
  const read = readJsonAt(text, all, 1);
  return read.ok ? success({ value: read.value, locate: locator(text, all) }) : read;
}

/** Reads a text that starts in some line of a file. */
export function readJsonAt(text: string, limits: JsonLimits, line: number): Result<Json> {
  if (text.length > limits.size) return failure([oversize(text.length, limits.size, line)]);
  const cursor = cursorOn(text, limits, line);
  const value = readDocument(cursor);
  return cursor.found.length > 0 ? failure(problemsOf(cursor)) : success(value);
}

function oversize(size: number, limit: number, line: number): Problem {
  return problemOf({ code: 'json.too-large', pointer: '', facts: { size, limit } }, { line, column: 1 });
}

/** Reads the text a second time when the first place is asked for: most documents have no problem to locate. */
function locator(text: string, limits: JsonLimits): JsonDocument['locate'] {
  const starts: Starts = { values: new Map(), keys: new Map() };
  const cursor = cursorOn(text, limits, 1, starts);
  const { values, keys } = starts;
  return (pointer, part = 'value') => {
    if (values.size === 0) readDocument(cursor);
    const key = part === 'key' ? keys.get(pointer) : undefined;
    if (key !== undefined) return placeOf(cursor, key);
    let known = pointer;
    while (known !== '' && !values.has(known)) known = known.slice(0, Math.max(0, known.lastIndexOf('/')));
    return placeOf(cursor, values.get(known) ?? 0);
  };
}
