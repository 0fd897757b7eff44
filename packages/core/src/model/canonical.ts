import { isJsonArray, isJsonObject, type Json } from './json.js';

/**
 * The canonical text of a JSON value by RFC 8785: members sorted by UTF-16 code units, no blanks, numbers as ECMAScript prints them.
 * Throws on what has no canonical text: lone surrogates, non-finite numbers, undefined, and nesting beyond 1000 levels.
 */
export function canonical(value: Json): string {
  return written(value, MAX_DEPTH);
}

const MAX_DEPTH = 1000;
const LONE_SURROGATE = /\p{Surrogate}/u;

function written(value: Json, depth: number): string {
  if (depth < 0) throw new RangeError(`no canonical text beyond ${MAX_DEPTH} levels`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return numeral(value);
  if (isJsonArray(value)) return `[${value.map((item) => written(item, depth - 1)).join(',')}]`;
  if (!isJsonObject(value)) throw new TypeError(`no canonical text for ${typeof value}`);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${quoted(key)}:${written(inner, depth - 1)}`).join(',')}}`;
}

// The escapes of JSON.stringify are those of RFC 8785, which was written after it.
function quoted(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new RangeError('no canonical text for a lone surrogate');
  return JSON.stringify(text);
}

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`no canonical text for ${value}`);
  return String(value);
}
