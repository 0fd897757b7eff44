import type { Eval, Frame, RankKeyPlan } from '../model/plan.js';
import { counting } from './frame.js';
import { comparing, type KeyValue } from './key-value.js';
import type { StandingRow } from './standing.js';

/** Rows that stay tied. */
export interface Part {
  readonly rows: readonly StandingRow[];
  /** The index of the key that parts them from those before, among all keys of the order; -1 where they are the first. */
  readonly by: number;
  /** Where that key is one of a block: what the block read of the rows that it parted. */
  readonly read: BlockReading | undefined;
}

/** The values of a block's keys, of which the first has this index among all keys of the order. */
export interface BlockReading {
  readonly first: number;
  readonly values: ReadonlyMap<StandingRow, readonly KeyValue[]>;
}

/** Where a key stands in its order, what it reads, and the table that it is asked in. */
export interface Asking {
  readonly index: number;
  readonly readOf: (row: StandingRow) => KeyValue;
  readonly scope: Frame;
  readonly read: BlockReading | undefined;
}

/** Refines tied groups by one key. `before`: how many rows stand before the first of them. */
export function splitByKey(
  parts: readonly Part[],
  key: RankKeyPlan,
  { index, readOf, scope, read }: Asking,
  before: number,
): readonly Part[] {
  const next: Part[] = [];
  let place = before + 1;
  for (const part of parts) {
    const tied = part.rows.length;
    if (tied < 2 || !isAsked(key.if, scope, tied, place)) next.push(part);
    else
      splitGroup(part.rows, key, readOf).forEach((rows, at) => {
        next.push(at === 0 ? { ...part, rows } : { rows, by: index, read });
      });
    place += tied;
  }
  return next;
}

/** Whether a tied group is split at all; where that is unknown, it is not. */
export function isAsked(condition: Eval | undefined, scope: Frame, tied: number, place: number): boolean {
  if (condition === undefined) return true;
  return condition(counting(scope, { tied, place })) === true;
}

function splitGroup(
  group: readonly StandingRow[],
  { model }: RankKeyPlan,
  read: (row: StandingRow) => KeyValue,
): readonly (readonly StandingRow[])[] {
  const unknown = group.filter((row) => read(row) === undefined);
  if (unknown.length > 0 && model.unknown === 'skip') return [group];
  const compare = comparing(model);
  const known = group
    .filter((row) => read(row) !== undefined)
    .map((row, index) => ({ row, value: read(row), index }))
    .sort((a, b) => compare(a.value, b.value) || a.index - b.index);
  const groups: StandingRow[][] = [];
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
