import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import type { JsonLimits } from './json-cursor.js';
import { FORBIDDEN_KEYS, isNfc, seal } from './json-seal.js';

/**
 * Reads a text that shows none of the signs of trouble with the parser of the runtime, which is several times quicker.
 * Undefined means only "not plain": the careful reader then decides, and finds the problem or none.
 */
export function readPlain(text: string, { size, depth }: JsonLimits): Json | undefined {
  if (text.length > size || SIGNS.test(text) || LONE_SURROGATE.test(text)) return undefined;
  const value = parsed(text);
  if (value === undefined) return undefined;
  const tally: Tally = { keys: 0, plain: true };
  sealAll(value, depth, tally);
  // Every key in the text is followed by at least one of these colons: as many keys as colons means that no key was lost.
  return tally.plain && tally.keys === count(text, '":') ? value : undefined;
}

/**
 * Sixteen digits on end, an exponent of three digits, a minus zero, an escaped surrogate, or a key parted from its colon.
 * Texts that only look like trouble, such as a long number inside a string, cost time and nothing else.
 */
const SIGNS =
  /[0-9][0-9.]{15}|[0-9][eE][+-]?[0-9]{3,}\s*(?:[,\]}]|$)|-0(?![0-9]|\.[0-9]*[1-9])|\\u[dD][89a-fA-F]|"\s+:/;
const LONE_SURROGATE = /\p{Surrogate}/u;

interface Tally {
  keys: number;
  plain: boolean;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sealAll(value: Json, depth: number, tally: Tally): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth === 0) tally.plain = false;
  if (!tally.plain) return;
  if (isJsonArray(value)) for (const item of value) sealAll(item, depth - 1, tally);
  else if (isJsonObject(value)) sealMembers(value, depth, tally);
  seal(value);
}

function sealMembers(value: JsonObject, depth: number, tally: Tally): void {
  for (const key of Object.keys(value)) {
    tally.keys += 1;
    if (FORBIDDEN_KEYS.has(key) || !isNfc(key)) tally.plain = false;
    else sealAll(value[key] ?? null, depth - 1, tally);
  }
}

function count(text: string, part: string): number {
  let times = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) times += 1;
  return times;
}
