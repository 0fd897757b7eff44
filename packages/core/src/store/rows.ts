import type { StoredEvent } from '../model/event.js';
import { restore } from './content.js';
import { StoreError } from './store-error.js';

/** A row as a driver gives it. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** The columns that `storedEvent` needs. */
export const EVENT_COLUMNS = 'position, stream, version, recordedtime, content';

/** Reads columns of rows that a store has written. @throws StoreError `corrupt` for what it cannot have written */
export interface Rows {
  integer(row: StoredRow | undefined, column: string): number;
  text(row: StoredRow | undefined, column: string): string;
  storedEvent(row: StoredRow): StoredEvent;
}

/** `numberOf`: the number that a driver means by a value; undefined where it means none. */
export function rowsOf(numberOf: (value: unknown) => number | undefined): Rows {
  const rows: Rows = {
    integer: (row, column) => {
      const value = row?.[column];
      const number = numberOf(value);
      if (number === undefined) throw wrongKind(column, value, 'number');
      return number;
    },
    text: (row, column) => {
      const value = row?.[column];
      if (typeof value !== 'string') throw wrongKind(column, value, 'text');
      return value;
    },
    storedEvent: (row) => {
      const position = rows.integer(row, 'position');
      const [content, recordedtime] = [rows.text(row, 'content'), rows.text(row, 'recordedtime')];
      try {
        const event = restore(content, recordedtime);
        return { position, stream: rows.text(row, 'stream'), version: rows.integer(row, 'version'), event };
      } catch (cause) {
        const told = `The event at position ${position} is no JSON. Restore the ledger from a backup.`;
        throw new StoreError('corrupt', told, { cause });
      }
    },
  };
  return rows;
}

function wrongKind(column: string, value: unknown, kind: string): StoreError {
  return new StoreError(
    'corrupt',
    `The column ${column} holds ${typeof value} where a ${kind} belongs. Restore the ledger from a backup.`,
  );
}
