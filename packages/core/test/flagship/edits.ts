// Realistic edits of the year's events: whatever is done to them, engine and oracle must agree on every leaf.

import { editsByKind } from './edits-kinds.js';
import { chanceOf } from './edits-ledger.js';
import { type FlagshipEvent, inOrder } from './fold-facts.js';

export const editKinds: readonly string[] = Object.keys(editsByKind);

/** Seeds below the number of kinds give each kind once; the seed also picks what it does. */
export const kindOf = (seed: number): string => editKinds[seed % editKinds.length] ?? '';

/** One edit; the same seed and events always give the same result, and the events given are left as they are. */
export function randomEdit(seed: number, events: readonly FlagshipEvent[]): readonly FlagshipEvent[] {
  const edit = editsByKind[kindOf(seed)];
  if (edit === undefined) throw new Error(`no edit for seed ${seed}`);
  return edit(chanceOf(seed), [...events].sort(inOrder), seed);
}
