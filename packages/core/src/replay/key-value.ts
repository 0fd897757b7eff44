import type { Value } from '../model/expr.js';
import { cmp, type Num, printNum } from '../model/num.js';
import type { Shown } from '../model/outcome.js';
import type { RankKey } from '../model/rubric.js';
import { byValue } from './cohort.js';
import { show } from './show.js';

/** Numbers place by place; a place without one may stand between others. */
export type List = readonly (Num | undefined)[];

/** What a key of a chain compares. */
export type KeyValue = Value | List;

/** How two known values of a key compare: below zero where the first is listed before the other. */
export function comparing(key: RankKey): (a: KeyValue, b: KeyValue) => number {
  const sign = key.order === 'desc' ? -1 : 1;
  if (key.kind === 'items') return (a, b) => atPlace(a, b, differing(a, b, key.pad), sign, key.pad);
  return (a, b) => sign * byValue(a as Value, b as Value);
}

/** The first place, from 0, at which two lists differ; undefined where they are equal. */
export function differing(a: KeyValue, b: KeyValue, pad: Num | undefined): number | undefined {
  const [left, right] = [listOf(a), listOf(b)];
  for (let place = 0; place < Math.max(left.length, right.length); place += 1)
    if (!sameNum(left[place] ?? pad, right[place] ?? pad)) return place;
  return undefined;
}

export function showKey(value: KeyValue, key: RankKey): Shown {
  if (key.kind === 'is') return show(plainValue(value), key.is.expr.type);
  return value === undefined
    ? null
    : listOf(value)
        .map((_, place) => showPlace(value, place, key.pad))
        .join(', ');
}

/** What stands at a place of a list, as it is compared. */
export function showPlace(value: KeyValue, place: number, pad: Num | undefined): string {
  const at = listOf(value)[place] ?? pad;
  return at === undefined ? '-' : printNum(at);
}

/** What has no value comes last, whatever the order. */
function atPlace(a: KeyValue, b: KeyValue, place: number | undefined, sign: number, pad: Num | undefined): number {
  if (place === undefined) return 0;
  const [left, right] = [listOf(a)[place] ?? pad, listOf(b)[place] ?? pad];
  if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
  return sign * cmp(left, right);
}

function sameNum(a: Num | undefined, b: Num | undefined): boolean {
  return a === undefined || b === undefined ? a === b : cmp(a, b) === 0;
}

function isList(value: KeyValue): value is List {
  return Array.isArray(value);
}

function listOf(value: KeyValue): List {
  return isList(value) ? value : [];
}

export function plainValue(value: KeyValue): Value {
  return isList(value) ? undefined : value;
}
