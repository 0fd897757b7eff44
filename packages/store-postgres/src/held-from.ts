import type { StoredEvent } from '@meritlog/core';
import { type HeldLedger, heldLedger, type LedgerView } from '@meritlog/core/store';
import type { PostgresRow } from './database.js';
import { integer, storedEvent, text } from './row.js';

/** From what `prepare_append` gives. */
export function heldFrom(found: readonly PostgresRow[]): HeldLedger {
  const events: StoredEvent[] = [];
  const versions: [string, number][] = [];
  let head: LedgerView['head'] = { position: 0, recorded: null, recordedtime: null };
  for (const row of found) {
    if (row.kind === 'event') events.push(storedEvent(row));
    else if (row.kind === 'stream') versions.push([text(row, 'stream'), integer(row, 'version')]);
    else if (row.recorded !== null) {
      const [position, recorded] = [integer(row, 'position'), integer(row, 'recorded')];
      head = { position, recorded, recordedtime: text(row, 'recordedtime') };
    }
  }
  return heldLedger(head, events, versions);
}
