import { formatDay, formatInstant } from '../model/calendar.js';
import type { Value, ValueType } from '../model/expr.js';
import { isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { printNum } from '../model/num.js';

/** The data with a value at a path; what stands in the way of the path is replaced. */
export function withField(data: JsonObject, path: readonly (string | number)[], value: Json): JsonObject {
  const [first = '', ...rest] = path;
  const inner = data[first];
  return { ...data, [first]: rest.length === 0 ? value : withField(isJsonObject(inner) ? inner : {}, rest, value) };
}

/** A value as the data of an event holds it. */
export function jsonOf(value: Exclude<Value, undefined>, type: ValueType): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (type === 'date') return formatDay(Number(value));
  if (type === 'instant') return formatInstant(Number(value));
  const text = printNum(value);
  return typeof value === 'number' && text.length <= DIGITS ? value : text;
}

/** More digits than these a JSON number may lose. */
const DIGITS = 15;
