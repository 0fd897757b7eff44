import type { Json, JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import { bare, inheritsNothing } from './events-bare.js';
import { FORBIDDEN_KEYS, isNfc } from './json-seal.js';
import { JSON_LIMITS } from './json-text.js';

/** Why a value of a program is none that our JSON reader would have returned. */
export type ValueFault =
  | 'json.number-digits'
  | 'json.number-range'
  | 'json.minus-zero'
  | 'json.lone-surrogate'
  | 'json.forbidden-key'
  | 'json.key-not-nfc'
  | 'json.too-deep'
  | 'event-value';

/** The value as our reader would have returned it; undefined for what is no such value. */
export function sealed(value: unknown): Json | undefined {
  return isSealed(value, JSON_LIMITS.depth) ? value : copied(value, JSON_LIMITS.depth);
}

/** Every reason for which `sealed` refuses a value, with its pointer. */
export function valueFaults(
  value: unknown,
  pointer: string,
  note: (fault: ValueFault, pointer: string, found: unknown) => void,
  depth: number = JSON_LIMITS.depth,
): void {
  if (typeof value !== 'object' || value === null) {
    const fault = leafFault(value);
    if (fault !== undefined) note(fault, pointer, value);
  } else if (depth === 0) note('json.too-deep', pointer, value);
  else if (isList(value)) {
    for (const [index, item] of value.entries()) valueFaults(item, child(pointer, index), note, depth - 1);
  } else if (!isPlain(value)) note('event-value', pointer, value);
  else {
    for (const key of Object.keys(value)) {
      const inner = value[key];
      if (inner === undefined) continue;
      const at = child(pointer, key);
      const fault = keyFault(key);
      if (fault !== undefined) note(fault, at, key);
      valueFaults(inner, at, note, depth - 1);
    }
  }
}

/** An object that a literal or `JSON.parse` makes, of whatever realm. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === null || parent === Object.prototype || Object.getPrototypeOf(parent) === null;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
const SMALLEST = 2.2250738585072014e-308;

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}

/** What comes from our reader, or from a ledger, is frozen and inherits nothing, and is taken as it is. */
function isSealed(value: unknown, depth: number): value is Json {
  if (typeof value !== 'object' || value === null) return leafFault(value) === undefined;
  if (depth === 0 || !Object.isFrozen(value)) return false;
  if (isList(value)) return value.every((item) => isSealed(item, depth - 1));
  if (!isPlain(value) || !inheritsNothing(value)) return false;
  for (const key of Object.keys(value)) {
    if (keyFault(key) !== undefined || !isSealed(value[key], depth - 1)) return false;
  }
  return true;
}

/** Frozen and inheriting nothing, each property read once. Members that are `undefined` are left out, as in JSON. */
function copied(value: unknown, depth: number): Json | undefined {
  if (typeof value === 'string') return LONE_SURROGATE.test(value) ? undefined : value;
  if (typeof value === 'number') return numberFault(value) === undefined ? value : undefined;
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object' || depth === 0) return undefined;
  if (isList(value)) return copiedList(value, depth - 1);
  return isPlain(value) ? copiedObject(value, depth - 1) : undefined;
}

function copiedList(list: readonly unknown[], depth: number): Json | undefined {
  const items: Json[] = [];
  for (const value of list) {
    const item = copied(value, depth);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return Object.freeze(items);
}

function copiedObject(object: Readonly<Record<string, unknown>>, depth: number): JsonObject | undefined {
  const copy = bare();
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (value === undefined) continue;
    const inner = copied(value, depth);
    if (inner === undefined || keyFault(key) !== undefined) return undefined;
    copy[key] = inner;
  }
  return Object.freeze(copy);
}

function leafFault(value: unknown): ValueFault | undefined {
  if (typeof value === 'string') return LONE_SURROGATE.test(value) ? 'json.lone-surrogate' : undefined;
  if (typeof value === 'number') return numberFault(value);
  return typeof value === 'boolean' || value === null ? undefined : 'event-value';
}

function keyFault(key: string): ValueFault | undefined {
  if (FORBIDDEN_KEYS.has(key)) return 'json.forbidden-key';
  if (LONE_SURROGATE.test(key)) return 'json.lone-surrogate';
  return isNfc(key) ? undefined : 'json.key-not-nfc';
}

function numberFault(value: number): ValueFault | undefined {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return Object.is(value, -0) ? 'json.minus-zero' : undefined;
  if (!Number.isFinite(value) || Math.abs(value) < SMALLEST) return 'json.number-range';
  return significantDigits(value) > 15 ? 'json.number-digits' : undefined;
}

/** Of the decimal that a double prints as. */
export function significantDigits(value: number): number {
  const [mantissa = ''] = String(Math.abs(value)).split('e');
  return mantissa.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}
