import type { ChainPlan, Frame, RankKeyPlan } from '../model/plan.js';
import { applyBlock } from './among.js';
import type { KeyValue } from './key-value.js';
import { keyReading, type RowReading } from './key-values.js';
import type { ViewReader } from './reader.js';
import { type Part, splitByKey } from './split-key.js';
import type { StandingRow } from './standing.js';

/** How the rows of a table are put in order. */
export interface Ordering {
  readonly reader: ViewReader;
  /** The table. */
  readonly scope: Frame;
  /** The key that its members are values of. */
  readonly of: number;
  /** What was read of a row: one value for each key of the order. Blocks write theirs when they read. */
  readonly valuesOf: (row: StandingRow) => KeyValue[];
}

/** Refines one tied group by each step in turn (SPEC §6.2). */
export function splitByChain(rows: readonly StandingRow[], chain: ChainPlan, ordering: Ordering): readonly Part[] {
  const { scope, valuesOf } = ordering;
  let parts: readonly Part[] = rows.length === 0 ? [] : [{ rows, by: -1, read: undefined }];
  let first = 0;
  for (const step of chain.steps) {
    const index = first;
    if (step.kind === 'among') parts = applyBlock(parts, step, index, ordering);
    else parts = splitByKey(parts, step, { index, scope, read: undefined, readOf: (row) => valuesOf(row)[index] }, 0);
    first += step.kind === 'among' ? step.keys.length : 1;
  }
  return parts;
}

/** The values of an order's keys, row by row; nothing yet for those of blocks. `frames` are the rows, `scope` is their table. */
export function chainReading(
  reader: ViewReader,
  { steps, keys }: ChainPlan,
  frames: readonly Frame[],
  scope: Frame,
): RowReading {
  const plain = steps.filter((step) => step.kind !== 'among');
  const read = keyReading(reader, plain, frames, scope);
  if (plain.length === keys.length) return read;
  return (frame, row) => {
    const values = read(frame, row).values();
    return steps.flatMap((step) => (step.kind === 'among' ? step.keys.map(() => undefined) : [values.next().value]));
  };
}

/** The first key that must be known to be ranked, and is not. */
export function missingKey({ keys }: ChainPlan, values: readonly KeyValue[]): RankKeyPlan | undefined {
  return keys.find(({ model }, index) => model.unknown === 'unranked' && values[index] === undefined);
}
