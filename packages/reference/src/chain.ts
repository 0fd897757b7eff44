import { evaluate } from './evaluate-formula.js';
import type { RankKey, TieConvention } from './model.js';
import { compare, isList, same, type Value } from './values.js';
import type { Frame } from './world.js';

/** A row with the values of a chain of keys. */
export interface Keyed<Row> {
  readonly row: Row;
  readonly by: readonly Value[];
}

export async function keyValues(keys: readonly RankKey[], frame: Frame): Promise<Value[]> {
  const values: Value[] = [];
  for (const key of keys) values.push(await evaluate(key.is, frame));
  return values;
}

/** The first key that must be known and is not. */
export function missingKey(keys: readonly RankKey[], by: readonly Value[]): string | undefined {
  return keys.find((key, index) => key.unknown === 'unranked' && by[index] === undefined)?.name;
}

/** All rows start as one tied group; each key splits every group by its value. */
export function tiedGroups<Row>(keys: readonly RankKey[], rows: readonly Keyed<Row>[]): Keyed<Row>[][] {
  const start: Keyed<Row>[][] = rows.length === 0 ? [] : [[...rows]];
  return keys.reduce((groups, key, index) => groups.flatMap((group) => split(group, key, index)), start);
}

/** The key that parts two rows; undefined where they are tied. */
export function partedBy<Row>(
  keys: readonly RankKey[],
  rows: readonly Keyed<Row>[],
  a: Row,
  b: Row,
): number | undefined {
  for (const index of keys.keys()) {
    const groups = tiedGroups(keys.slice(0, index + 1), rows);
    if (!groups.some((group) => holds(group, a) && holds(group, b))) return index;
  }
  return undefined;
}

/** The rank of a row of a tied group. */
export function rankOf(
  ties: TieConvention,
  groups: readonly (readonly unknown[])[],
  group: number,
  place: number,
): number {
  const before = groups.slice(0, group).reduce((count, each) => count + each.length, 0);
  const size = groups[group]?.length ?? 0;
  switch (ties) {
    case 'standard':
      return before + 1;
    case 'modified':
      return before + size;
    case 'dense':
      return group + 1;
    case 'fractional':
      return before + (size + 1) / 2;
    case 'ordinal':
      return before + place + 1;
  }
}

function holds<Row>(group: readonly Keyed<Row>[], row: Row): boolean {
  return group.some((each) => each.row === row);
}

function split<Row>(group: readonly Keyed<Row>[], key: RankKey, index: number): Keyed<Row>[][] {
  const known = group.filter(({ by }) => by[index] !== undefined);
  const unknown = group.filter(({ by }) => by[index] === undefined);
  if (key.unknown === 'skip' && unknown.length > 0) return [[...group]];
  const sign = key.order === 'desc' ? -1 : 1;
  const sorted = [...known].sort((a, b) => sign * order(a.by[index], b.by[index]));
  const groups: Keyed<Row>[][] = [];
  for (const each of sorted) {
    const last = groups.at(-1);
    if (last !== undefined && equal(last[0]?.by[index], each.by[index])) last.push(each);
    else groups.push([each]);
  }
  const apart = unknown.length > 0 ? [unknown] : [];
  return key.unknown === 'first' ? [...apart, ...groups] : [...groups, ...apart];
}

function order(a: Value, b: Value): number {
  return a === undefined || b === undefined || isList(a) || isList(b) ? 0 : compare(a, b);
}

function equal(a: Value, b: Value): boolean {
  return a !== undefined && b !== undefined && !isList(a) && !isList(b) && same(a, b);
}
