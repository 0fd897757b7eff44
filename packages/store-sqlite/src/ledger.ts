import type { Head, StoredEvent } from '@meritlog/core';
import { EVENT_COLUMNS, type LedgerView, type Row } from '@meritlog/core/store';
import type { SqliteDatabase } from './database.js';
import { integer, storedEvent, text } from './row.js';

/** The table of events, with its statements prepared. */
export interface Ledger {
  head(): LedgerView['head'];
  find(source: string, id: string): StoredEvent | undefined;
  version(stream: string): number;
  insert(row: Row): void;
  /** The last position recorded at or before `ms`. */
  positionAt(ms: number): number;
}

export function sqliteLedger(database: SqliteDatabase): Ledger {
  const head = database.prepare('SELECT position, recorded, recordedtime FROM events ORDER BY position DESC LIMIT 1');
  const find = database.prepare(`SELECT ${EVENT_COLUMNS} FROM events WHERE source = ? AND id = ?`);
  const version = database.prepare('SELECT version FROM events WHERE stream = ? ORDER BY version DESC LIMIT 1');
  const recorded = database.prepare('SELECT recorded FROM events WHERE position = ?');
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const ledger: Ledger = {
    head: () => {
      const row = head.get();
      if (row === undefined) return { position: 0, recorded: null, recordedtime: null };
      return {
        position: integer(row, 'position'),
        recorded: integer(row, 'recorded'),
        recordedtime: text(row, 'recordedtime'),
      };
    },
    find: (source, id) => {
      const row = find.get(source, id);
      return row && storedEvent(row);
    },
    version: (stream) => {
      const row = version.get(stream);
      return row === undefined ? 0 : integer(row, 'version');
    },
    insert: ({ stored: { position, stream, version: next, event }, candidate, recorded: at }) => {
      const { source, id, type, occurred, content } = candidate;
      insert.run(position, stream, next, source, id, type, occurred, at, event.recordedtime, content);
    },
    positionAt: (ms) => bisect(ledger.head().position, (position) => integer(recorded.get(position), 'recorded') <= ms),
  };
  return ledger;
}

export function headOf(ledger: Ledger): Head {
  const { position, recordedtime } = ledger.head();
  return { position, recordedtime };
}

/** The last position up to `high` that `holds`: positions have no holes, and recorded times never decrease. */
function bisect(high: number, holds: (position: number) => boolean): number {
  let [low, top] = [0, high];
  while (low < top) {
    const middle = Math.ceil((low + top) / 2);
    if (holds(middle)) low = middle;
    else top = middle - 1;
  }
  return low;
}
