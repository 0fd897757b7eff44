import { StoreError } from '@meritlog/core';
import type { SqliteDatabase } from './database.js';
import { integer } from './row.js';
import { atOnce } from './transaction.js';

/** 'MLOG' as a big-endian number: marks a database file as a ledger. */
const APPLICATION_ID = 0x4d_4c_4f_47;
const SCHEMA_VERSION = 1;

/**
 * Makes sure that the database is a ledger we can read, and makes an empty one into a ledger. Nothing else is touched.
 * @throws StoreError `not-a-ledger`, `newer-schema`
 */
export function prepareSchema(database: SqliteDatabase, name: string, readOnly: boolean): void {
  if (isLedger(database, name)) return;
  if (readOnly) throw new StoreError('not-a-ledger', `${name}: the database is empty, so there is nothing to read.`);
  atOnce(database, () => {
    if (!isLedger(database, name)) database.exec(SCHEMA); // Another process may have been faster.
  });
}

/** False for an empty database, which may become a ledger. */
function isLedger(database: SqliteDatabase, name: string): boolean {
  const application = integer(database.prepare('PRAGMA application_id').get(), 'application_id');
  const version = integer(database.prepare('PRAGMA user_version').get(), 'user_version');
  const tables = integer(database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get(), 'tables');
  if (application === 0 && version === 0 && tables === 0) return false;
  if (application !== APPLICATION_ID) {
    throw new StoreError(
      'not-a-ledger',
      `${name}: this database belongs to another program. Give the ledger a file of its own.`,
    );
  }
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      'newer-schema',
      `${name}: the ledger has schema ${version}, and this version of @meritlog/store-sqlite knows ${SCHEMA_VERSION}. Update the package.`,
    );
  }
  return true;
}

/** `content` and `recordedtime` are the record; the other columns are copies to search by, times in milliseconds. */
const SCHEMA = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    occurred INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    recordedtime TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (source, id),
    UNIQUE (stream, version)
  ) STRICT;
  CREATE TRIGGER events_are_never_edited BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'nothing in a ledger is ever edited: append a correction'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'nothing in a ledger is ever deleted: append a void'); END;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;
