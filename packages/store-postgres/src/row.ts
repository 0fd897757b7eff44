import { type StoredEvent, StoreError } from '@meritlog/core';
import { restore } from '@meritlog/core/store';
import type { PostgresRow } from './database.js';

/** The columns that `storedEvent` needs. */
export const EVENT_COLUMNS = 'position, stream, version, recordedtime, content';

/** @throws StoreError `corrupt` for a row that the store cannot have written */
export function storedEvent(row: PostgresRow): StoredEvent {
  const position = integer(row, 'position');
  const [content, recordedtime] = [text(row, 'content'), text(row, 'recordedtime')];
  try {
    const event = restore(content, recordedtime);
    return { position, stream: text(row, 'stream'), version: integer(row, 'version'), event };
  } catch (cause) {
    throw new StoreError('corrupt', `The event at position ${position} is no JSON. Restore the ledger from a backup.`, {
      cause,
    });
  }
}

/** The driver gives a bigint as text, because some are larger than a number can hold exactly; none of ours are. */
export function integer(row: PostgresRow | undefined, column: string): number {
  const value = row?.[column];
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw new StoreError(
    'corrupt',
    `The column ${column} holds ${typeof value} where a number belongs. Restore the ledger from a backup.`,
  );
}

export function text(row: PostgresRow | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value === 'string') return value;
  throw new StoreError(
    'corrupt',
    `The column ${column} holds ${typeof value} where a text belongs. Restore the ledger from a backup.`,
  );
}
