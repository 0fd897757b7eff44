import type { AppendResult } from '@meritlog/core';
import type { Append } from '@meritlog/core/store';
import type { PostgresSession } from './database.js';
import type { Ledger } from './ledger.js';

/** Settles a group of appends inside the transaction that is open: one question and one write for all of them. */
export async function appendAll(
  session: PostgresSession,
  ledger: Ledger,
  group: readonly Append[],
  now: () => number,
): Promise<readonly AppendResult[]> {
  const candidates = group.flatMap((one) => one.candidates);
  const held = await ledger.hold(session, {
    sources: candidates.map(({ source }) => source),
    ids: candidates.map(({ id }) => id),
    streams: [...new Set(candidates.map(({ stream }) => stream))],
  });
  const answers = group.map((one) => held.append(one, now()));
  if (held.rows.length > 0) await ledger.write(session, held.rows);
  return answers;
}
