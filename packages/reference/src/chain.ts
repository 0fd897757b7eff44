import { compareBy, type KeyValue, keyValues } from './key-values.js';
import type { RankKey, TieConvention } from './model.js';
import type { Frame } from './world.js';

/** A row with the values of a chain of keys. */
export interface Keyed<Row> {
  readonly row: Row;
  readonly by: readonly KeyValue[];
}

/** The values of all keys of a chain, for each row. */
export async function chainValues(
  keys: readonly RankKey[],
  rows: readonly Frame[],
  table: Frame,
): Promise<KeyValue[][]> {
  const values: KeyValue[][] = rows.map(() => []);
  for (const key of keys) {
    const column = await keyValues(key, rows, table);
    for (const [at, own] of values.entries()) own.push(column[at]);
  }
  return values;
}

/** The first key that must be known and is not. */
export function missingKey(keys: readonly RankKey[], by: readonly KeyValue[]): string | undefined {
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
  const sorted = [...known].sort((a, b) => compareBy(key, a.by[index], b.by[index]));
  const groups: Keyed<Row>[][] = [];
  for (const each of sorted) {
    const last = groups.at(-1);
    if (last !== undefined && compareBy(key, last[0]?.by[index], each.by[index]) === 0) last.push(each);
    else groups.push([each]);
  }
  const apart = unknown.length > 0 ? [unknown] : [];
  return key.unknown === 'first' ? [...apart, ...groups] : [...groups, ...apart];
}
