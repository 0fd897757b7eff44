import { checkedInstant } from '@meritlog/core/store';
import { type Commit, lastPosition } from './commit.js';
import type { Ledger } from './ledger.js';

/** The message that holds a position up to that of `last`, or 1 for the position 0 of a ledger. */
export async function sequenceOf(ledger: Ledger, position: number, last: Commit): Promise<number> {
  const behind = lastPosition(last) - position;
  // Each message holds an event at least, which bounds the search; where each holds one, it is over at once.
  const low = Math.max(1, last.sequence - behind);
  return lastWhere(low, Math.min(last.sequence, Math.max(low, position)), async (sequence) => {
    const { events } = await ledger.at(sequence);
    return (events[0]?.position ?? 0) <= position;
  });
}

/** The last position recorded at or before `ms`: recorded times never decrease. */
export async function positionAt(ledger: Ledger, ms: number, last: Commit | undefined): Promise<number> {
  if (last === undefined) return 0;
  const isKnown = ({ event }: Commit['events'][number]): boolean =>
    checkedInstant('recordedtime', event.recordedtime) <= ms;
  if (last.events.every(isKnown)) return lastPosition(last);
  const sequence = await lastWhere(0, last.sequence, async (at) =>
    (await ledger.at(at)).events.slice(0, 1).every(isKnown),
  );
  if (sequence === 0) return 0;
  return (await ledger.at(sequence)).events.findLast(isKnown)?.position ?? 0;
}

/** The greatest number from `low` to `high` that `holds`, which `low` does: once it fails, it fails for all that follow. */
async function lastWhere(low: number, high: number, holds: (sequence: number) => Promise<boolean>): Promise<number> {
  let [known, top] = [low, high];
  while (known < top) {
    const middle = Math.ceil((known + top) / 2);
    if (await holds(middle)) known = middle;
    else top = middle - 1;
  }
  return known;
}
