import type { Frame, RankKeyPlan } from '../model/plan.js';
import type { KeyValue } from './key-value.js';
import { listsOf } from './list-key.js';
import type { ViewReader } from './reader.js';

/** The values of some keys for one row after another, by its frame and its place among `frames`; `scope` is their table. */
export type RowReading = (frame: Frame, row: number) => KeyValue[];

/** Lists are read of all rows first, since a place in one hangs on the others; plain values of each row when it is asked for. */
export function keyReading(
  reader: ViewReader,
  keys: readonly RankKeyPlan[],
  frames: readonly Frame[],
  scope: Frame,
): RowReading {
  const lists = keys.map((key) => (key.kind === 'items' ? listsOf(reader, key, frames, scope) : undefined));
  return (frame, row) => keys.map((key, index) => (key.kind === 'items' ? lists[index]?.[row] : key.is(frame)));
}

/** The same for all rows at once. */
export function keyValues(
  reader: ViewReader,
  keys: readonly RankKeyPlan[],
  frames: readonly Frame[],
  scope: Frame,
): readonly KeyValue[][] {
  return frames.map(keyReading(reader, keys, frames, scope));
}
