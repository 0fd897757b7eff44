import type { AppendResult } from '@meritlog/core';
import { type Append, settle } from '@meritlog/core/store';
import type { Ledger } from './ledger.js';

/** Settles one append inside the transaction that is open. It writes all of its rows, or none. */
export function append(ledger: Ledger, { candidates, options }: Append, now: number): AppendResult {
  const decided = settle(candidates, options, { ...ledger, head: ledger.head(), now });
  if (decided.kind !== 'write') return decided;
  for (const row of decided.rows) ledger.insert(row);
  return { kind: 'appended', events: decided.rows.map(({ stored }) => stored) };
}
