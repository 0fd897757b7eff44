import type { StoredEvent } from '../../model/event.js';
import type { Head } from '../../model/store.js';

/** An event at index `position - 1`, with its two times in milliseconds since 1970. */
export interface Entry {
  readonly stored: StoredEvent;
  readonly occurred: number;
  readonly recorded: number;
}

export interface Ledger {
  readonly entries: Entry[];
  /** The entries of each stream: the one at index i has version i + 1. */
  readonly streams: Map<string, Entry[]>;
  /** By source, then by id. */
  readonly identities: Map<string, Map<string, Entry>>;
}

export function emptyLedger(): Ledger {
  return { entries: [], streams: new Map(), identities: new Map() };
}

export function headOf({ entries }: Ledger): Head {
  return { position: entries.length, recordedtime: entries.at(-1)?.stored.event.recordedtime ?? null };
}

/** The last position recorded at or before `ms`: recorded times never decrease. */
export function positionAt({ entries }: Ledger, ms: number): number {
  return countUpTo(entries, ({ recorded }) => recorded <= ms);
}

/** How many entries from the first one `holds`, found by bisection: once it fails, it fails for all that follow. */
export function countUpTo(entries: readonly Entry[], holds: (entry: Entry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const entry = entries[middle - 1];
    if (entry !== undefined && holds(entry)) low = middle;
    else high = middle - 1;
  }
  return low;
}
