import type { Frame, RankKeyPlan } from '../model/plan.js';
import type { KeyValue } from './key-value.js';
import { listsOf } from './list-key.js';
import type { ViewReader } from './reader.js';

/** The values of some keys for each row. `frames` are the rows, `scope` is their table. */
export function keyValues(
  reader: ViewReader,
  keys: readonly RankKeyPlan[],
  frames: readonly Frame[],
  scope: Frame,
): readonly KeyValue[][] {
  const lists = keys.map((key) => (key.kind === 'items' ? listsOf(reader, key, frames, scope) : undefined));
  return frames.map((frame, row) =>
    keys.map((key, index) => (key.kind === 'items' ? lists[index]?.[row] : key.is(frame))),
  );
}
