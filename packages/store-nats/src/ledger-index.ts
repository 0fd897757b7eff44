import type { StoredEvent } from '@meritlog/core';
import { checkedInstant, type HeldLedger, heldLedger, type LedgerView } from '@meritlog/core/store';
import type { Ledger } from './ledger.js';
import { range } from './range.js';

/** What a writer knows of the ledger up to one message: which identities there are, and how long the streams are. */
export interface LedgerIndex {
  /** Of that message; 0 before the first one. */
  readonly sequence: number;
  /** What an append of these needs to know, as of that message. */
  hold(identities: readonly Identity[]): Promise<HeldLedger>;
  /** Adds the message that follows. */
  add(sequence: number, events: readonly StoredEvent[]): void;
  /** Reads what others have appended. */
  catchUp(): Promise<void>;
}

export interface Identity {
  readonly source: string;
  readonly id: string;
}

/** Servers know messages, not events: what lies in which message is known to those who have read them. */
export function ledgerIndex(ledger: Ledger, patienceMs: number): LedgerIndex {
  const sequences = new Map<string, Map<string, number>>();
  const versions = new Map<string, number>();
  let sequence = 0;
  let head: { readonly position: number; readonly recordedtime: string } | undefined;
  const index: LedgerIndex = {
    get sequence() {
      return sequence;
    },
    hold: async (identities) => {
      const known = identities.flatMap(({ source, id }) => sequences.get(source)?.get(id) ?? []);
      const commits = await Promise.all([...new Set(known)].map(ledger.at));
      const wanted = new Set(identities.map(({ source, id }) => `${source}\n${id}`));
      const events = commits
        .flatMap((commit) => commit.events)
        .filter(({ event }) => wanted.has(`${event.source}\n${event.id}`));
      return heldLedger(headOf(head), events, versions);
    },
    add: (next, events) => {
      for (const { position, stream, version, event } of events) {
        const { source, id, recordedtime } = event;
        const ids = sequences.get(source) ?? new Map<string, number>();
        sequences.set(source, ids.set(id, next));
        versions.set(stream, version);
        head = { position, recordedtime };
      }
      sequence = next;
    },
    catchUp: async () => {
      const last = await ledger.last();
      if (last === undefined || last.sequence <= sequence) return;
      for await (const commit of range(ledger, sequence + 1, last.sequence, patienceMs))
        index.add(commit.sequence, commit.events);
    },
  };
  return index;
}

function headOf(head: { readonly position: number; readonly recordedtime: string } | undefined): LedgerView['head'] {
  if (head === undefined) return { position: 0, recorded: null, recordedtime: null };
  return { ...head, recorded: checkedInstant('recordedtime', head.recordedtime) };
}
