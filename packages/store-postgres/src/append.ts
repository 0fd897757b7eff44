import type { AppendOptions, AppendResult } from '@meritlog/core';
import { type Candidate, settle } from '@meritlog/core/store';
import type { PostgresSession } from './database.js';
import type { HeldLedger } from './held-ledger.js';
import type { Ledger } from './ledger.js';

/** An append that waits for its turn. */
export interface Append {
  readonly candidates: readonly Candidate[];
  readonly options: AppendOptions;
}

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
  const { position } = held.head;
  const answers = group.map((one) => append(held, one, now()));
  if (held.rows.length > 0) await ledger.write(session, position, held.rows);
  return answers;
}

/** Settles one append. All of its rows will be written, or none. */
function append(held: HeldLedger, { candidates, options }: Append, now: number): AppendResult {
  const { head, find, version } = held;
  const decided = settle(candidates, options, { head, find, version, now });
  if (decided.kind !== 'write') return decided;
  for (const row of decided.rows) held.add(row);
  return { kind: 'appended', events: decided.rows.map(({ stored }) => stored) };
}
