import { evaluate } from './evaluate-formula.js';
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

/** Rows that no key has parted, and the name of the key that parts them from those above. */
export interface Tied<Row> {
  readonly rows: readonly Keyed<Row>[];
  readonly parted: string | undefined;
}

/** All rows start as one tied group; each key splits every group by its value. */
export async function tiedGroups<Row>(
  keys: readonly RankKey[],
  rows: readonly Keyed<Row>[],
  table: Frame,
): Promise<Tied<Row>[]> {
  let groups: Tied<Row>[] = rows.length === 0 ? [] : [{ rows, parted: undefined }];
  for (const [index, key] of keys.entries()) {
    const next: Tied<Row>[] = [];
    for (const group of groups) {
      const place = 1 + next.reduce((sum, each) => sum + each.rows.length, 0);
      const parts = (await splits(key, group, place, table)) ? split(group.rows, key, index) : [group.rows];
      for (const [at, part] of parts.entries()) next.push({ rows: part, parted: at === 0 ? group.parted : key.name });
    }
    groups = next;
  }
  return groups;
}

/** Whether a key is asked at all of a group: of two rows or more, and where its `if` is true. */
async function splits<Row>(key: RankKey, { rows }: Tied<Row>, place: number, table: Frame): Promise<boolean> {
  if (rows.length < 2) return false;
  if (key.if === undefined) return true;
  return (await evaluate(key.if, { ...table, counts: { ...table.counts, tied: rows.length, place } })) === true;
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

function split<Row>(group: readonly Keyed<Row>[], key: RankKey, index: number): readonly (readonly Keyed<Row>[])[] {
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
