import type { Json } from '../../model/json.js';
import type { AppendOptions, AppendResult } from '../../model/store.js';
import type { Candidate } from '../admit.js';
import { type Row, settle } from '../settle.js';
import { type Entry, headOf, type Ledger } from './ledger.js';

export function append(
  ledger: Ledger,
  candidates: readonly Candidate[],
  options: AppendOptions,
  now: number,
): AppendResult {
  const decided = settle(candidates, options, {
    find: (source, id) => ledger.identities.get(source)?.get(id)?.stored,
    version: (stream) => ledger.streams.get(stream)?.length ?? 0,
    head: { ...headOf(ledger), recorded: ledger.entries.at(-1)?.recorded ?? null },
    now,
  });
  if (decided.kind !== 'write') return decided;
  for (const row of decided.rows) write(ledger, row);
  return { kind: 'appended', events: decided.rows.map(({ stored }) => stored) };
}

function write({ entries, streams, identities }: Ledger, { stored, candidate, recorded }: Row): void {
  const entry: Entry = { stored, occurred: candidate.occurred, recorded };
  freeze(stored.event.data);
  Object.freeze(stored.event);
  Object.freeze(stored);
  entries.push(entry);
  filed(streams, stored.stream, () => []).push(entry);
  filed(identities, candidate.source, () => new Map()).set(candidate.id, entry);
}

function filed<V>(files: Map<string, V>, name: string, empty: () => V): V {
  const file = files.get(name) ?? empty();
  files.set(name, file);
  return file;
}

function freeze(value: Json | undefined): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const child of Object.values(value)) freeze(child);
}
