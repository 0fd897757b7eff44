import type { Frame, RankKeyPlan } from '../model/plan.js';
import { comparing, type KeyValue } from './key-value.js';
import { listsOf } from './list-key.js';
import type { ViewReader } from './reader.js';

/** Rows that stay tied, and the index of the key that parts them from those before; -1 where they are the first. */
export interface Part<T> {
  readonly rows: readonly T[];
  readonly by: number;
}

/** The values of a chain's keys for each row. `frames` are the rows, `scope` is their table. */
export function chainValues(
  reader: ViewReader,
  chain: readonly RankKeyPlan[],
  frames: readonly Frame[],
  scope: Frame,
): readonly (readonly KeyValue[])[] {
  const lists = chain.map((key) => (key.kind === 'items' ? listsOf(reader, key, frames, scope) : undefined));
  return frames.map((frame, row) =>
    chain.map((key, index) => (key.kind === 'items' ? lists[index]?.[row] : key.is(frame))),
  );
}

/** The first key that must be known to be ranked, and is not. */
export function missingKey(chain: readonly RankKeyPlan[], values: readonly KeyValue[]): RankKeyPlan | undefined {
  return chain.find(({ model }, index) => model.unknown === 'unranked' && values[index] === undefined);
}

/** Refines one tied group by each key in turn (SPEC §6.2). `scope` is the table. */
export function splitByKeys<T>(
  rows: readonly T[],
  chain: readonly RankKeyPlan[],
  valuesOf: (row: T) => readonly KeyValue[],
  scope: Frame,
): readonly Part<T>[] {
  let parts: readonly Part<T>[] = rows.length === 0 ? [] : [{ rows, by: -1 }];
  chain.forEach((key, index) => {
    const next: Part<T>[] = [];
    let before = 0;
    for (const part of parts) {
      const place = before + 1;
      before += part.rows.length;
      if (part.rows.length < 2 || !splits(key, scope, part.rows.length, place)) next.push(part);
      else
        splitGroup(part.rows, key, (row) => valuesOf(row)[index]).forEach((group, at) => {
          next.push({ rows: group, by: at === 0 ? part.by : index });
        });
    }
    parts = next;
  });
  return parts;
}

/** Whether a key splits a group at all; where that is unknown, it does not. */
function splits(key: RankKeyPlan, scope: Frame, tied: number, place: number): boolean {
  if (key.if === undefined) return true;
  return key.if({ ...scope, passed: new Map([...(scope.passed ?? []), ['tied', tied], ['place', place]]) }) === true;
}

function splitGroup<T>(
  group: readonly T[],
  { model }: RankKeyPlan,
  read: (row: T) => KeyValue,
): readonly (readonly T[])[] {
  const unknown = group.filter((row) => read(row) === undefined);
  if (unknown.length > 0 && model.unknown === 'skip') return [group];
  const compare = comparing(model);
  const known = group
    .filter((row) => read(row) !== undefined)
    .map((row, index) => ({ row, value: read(row), index }))
    .sort((a, b) => compare(a.value, b.value) || a.index - b.index);
  const groups: T[][] = [];
  let before: KeyValue;
  for (const { row, value } of known) {
    const last = groups[groups.length - 1];
    if (last !== undefined && compare(before, value) === 0) last.push(row);
    else groups.push([row]);
    before = value;
  }
  if (unknown.length === 0) return groups;
  return model.unknown === 'first' ? [unknown, ...groups] : [...groups, unknown];
}
