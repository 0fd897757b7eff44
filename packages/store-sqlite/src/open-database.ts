import process from 'node:process';
import { StoreError } from '@meritlog/core';
import type { SqliteDatabase } from './database.js';
import { asStoreError, isBusy } from './sqlite-error.js';

/**
 * Opens a database with the SQLite that Node brings along (22.13 and later), or else with @photostructure/sqlite.
 * @throws StoreError `no-driver` where there is neither, `cannot-open` where the file or its folder does not let us
 */
export async function openDatabase(file: string, readOnly: boolean): Promise<SqliteDatabase> {
  const DatabaseSync = builtIn() ?? (await installed());
  try {
    return new DatabaseSync(file, { readOnly });
  } catch (error) {
    throw asStoreError(error, file);
  }
}

/**
 * Closes a database and leaves all of it in its one file. @photostructure/sqlite lets go of a file only when its
 * statements are garbage, so that the write-ahead log may stay there for a while, but nothing is in it any more.
 */
export function closeDatabase(database: SqliteDatabase, readOnly: boolean): void {
  try {
    if (!readOnly) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isBusy(error)) throw error; // Another process reads on: whoever closes last moves the log into the file.
  } finally {
    database.close();
  }
}

type Driver = new (file: string, options: { readonly readOnly: boolean }) => SqliteDatabase;

function builtIn(): Driver | undefined {
  return process.getBuiltinModule('node:sqlite')?.DatabaseSync;
}

async function installed(): Promise<Driver> {
  try {
    const { DatabaseSync } = await import('@photostructure/sqlite');
    return DatabaseSync;
  } catch (cause) {
    throw new StoreError(
      'no-driver',
      'This runtime has no SQLite: run on Node 22.13 or later, install @photostructure/sqlite, or pass an open `database`.',
      { cause },
    );
  }
}
