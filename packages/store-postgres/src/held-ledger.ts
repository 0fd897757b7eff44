import type { StoredEvent } from '@meritlog/core';
import type { LedgerView, Row } from '@meritlog/core/store';
import type { PostgresRow } from './database.js';
import { integer, storedEvent, text } from './row.js';

/** A ledger that nobody else can write to: what an append needs to know of it, and what this group will write. */
export interface HeldLedger extends Omit<LedgerView, 'now'> {
  /** Of the events that are decided but not yet written, too. */
  readonly head: LedgerView['head'];
  readonly rows: readonly Row[];
  add(row: Row): void;
}

/** From what `prepare_append` gives. */
export function heldLedger(found: readonly PostgresRow[]): HeldLedger {
  const events = new Map<string, StoredEvent>();
  const versions = new Map<string, number>();
  const rows: Row[] = [];
  let head: LedgerView['head'] = { position: 0, recorded: null, recordedtime: null };
  for (const row of found) {
    if (row.kind === 'event') {
      const stored = storedEvent(row);
      events.set(identity(stored.event.source, stored.event.id), stored);
    } else if (row.kind === 'stream') {
      versions.set(text(row, 'stream'), integer(row, 'version'));
    } else if (row.recorded !== null) {
      const [position, recorded] = [integer(row, 'position'), integer(row, 'recorded')];
      head = { position, recorded, recordedtime: text(row, 'recordedtime') };
    }
  }
  return {
    rows,
    get head() {
      return head;
    },
    find: (source, id) => events.get(identity(source, id)),
    version: (stream) => versions.get(stream) ?? 0,
    add: (row) => {
      const { position, stream, version, event } = row.stored;
      rows.push(row);
      events.set(identity(event.source, event.id), row.stored);
      versions.set(stream, version);
      head = { position, recorded: row.recorded, recordedtime: event.recordedtime };
    },
  };
}

/** Neither part can hold a line break. */
function identity(source: string, id: string): string {
  return `${source}\n${id}`;
}
