import type { AppendResult } from '@meritlog/core';
import type { Append } from '@meritlog/core/store';
import { messageOf } from './commit.js';
import type { Ledger } from './ledger.js';
import type { LedgerIndex } from './ledger-index.js';

/**
 * Settles a group of appends upon what is known, and stores their events as one message, if that is still all there is
 * in the ledger; else once more, upon what others have appended meanwhile.
 */
export async function appendAll(
  ledger: Ledger,
  index: LedgerIndex,
  group: readonly Append[],
  now: () => number,
): Promise<readonly AppendResult[]> {
  const candidates = group.flatMap((one) => one.candidates);
  for (;;) {
    const held = await index.hold(candidates);
    const answers = group.map((one) => held.append(one, now()));
    if (held.rows.length === 0) {
      const last = await ledger.last();
      if ((last?.sequence ?? 0) === index.sequence) return answers;
    } else {
      const sequence = await ledger.publish(index.sequence, messageOf(held.rows));
      if (sequence !== undefined) {
        index.add(
          sequence,
          held.rows.map(({ stored }) => stored),
        );
        return answers;
      }
    }
    await index.catchUp();
  }
}
