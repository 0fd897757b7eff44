import { StoreError, type StoreErrorCode } from '@meritlog/core';

/** SQLite's failure as the store's, saying which file and what to do. A StoreError stays what it is. */
export function asStoreError(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = CODES.get(primaryCode(error) ?? 0) ?? 'failed';
  const why = error instanceof Error ? error.message : String(error);
  return new StoreError(code, `${file}: ${ADVICE[code]} (SQLite: ${why})`, { cause: error });
}

export function isBusy(error: unknown): boolean {
  return CODES.get(primaryCode(error) ?? 0) === 'busy';
}

/** Numbers from https://www.sqlite.org/rescode.html; the low byte of an extended code is its primary code. */
function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

type SqliteFailure = Extract<
  StoreErrorCode,
  'busy' | 'read-only' | 'corrupt' | 'cannot-open' | 'not-a-database' | 'failed'
>;

const CODES: ReadonlyMap<number, SqliteFailure> = new Map([
  [5, 'busy'],
  [6, 'busy'],
  [8, 'read-only'],
  [11, 'corrupt'],
  [14, 'cannot-open'],
  [26, 'not-a-database'],
]);

const ADVICE: Readonly<Record<SqliteFailure, string>> = {
  busy: 'another writer has held the ledger for too long. End that writer, or wait longer with `patienceMs`.',
  'read-only':
    'the ledger is open for reading only. Check the rights of the file and its folder, or open it for writing.',
  corrupt: 'the file is damaged. Restore it from a backup; `sqlite3 FILE .recover` may save the rest.',
  'cannot-open': 'the file cannot be opened. Check that its folder exists and that you may read and write there.',
  'not-a-database': 'the file is no SQLite database. Check the path.',
  failed: 'the database failed.',
};
