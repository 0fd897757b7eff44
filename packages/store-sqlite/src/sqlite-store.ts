import { setImmediate } from 'node:timers/promises';
import { type AppendResult, type EventStore, StoreError } from '@meritlog/core';
import { type Append, admit, bell, checkedInstant, follow, groupCommit, throwIfStopped } from '@meritlog/core/store';
import { append } from './append.js';
import type { SqliteDatabase } from './database.js';
import { durability } from './durability.js';
import { headOf, sqliteLedger } from './ledger.js';
import { closeDatabase, openDatabase } from './open-database.js';
import { reader } from './read.js';
import { prepareSchema } from './schema.js';
import { asStoreError } from './sqlite-error.js';
import { listening } from './tail.js';
import { patiently, transaction } from './transaction.js';

export type SqliteStoreOptions = SqliteStoreSource & {
  /** The clock, in milliseconds since 1970; the machine's where none is given. */
  readonly now?: () => number;
  /** How long to wait for another process that writes, in milliseconds; 5000 where none is given. */
  readonly patienceMs?: number;
  /** How often a tail looks for what other processes wrote, in milliseconds; 100 where none is given. */
  readonly pollMs?: number;
};

export type SqliteStoreSource =
  /** The ledger's file, made where there is none; ':memory:' keeps it in memory. */
  | { readonly file: string; readonly readOnly?: boolean; readonly database?: never }
  /** An open `DatabaseSync` of the host, who also chooses its settings and closes it. */
  | { readonly database: SqliteDatabase; readonly file?: never; readonly readOnly?: never };

/**
 * Opens a ledger in one SQLite file, with a write-ahead log that is on disk before an append is answered.
 * @throws StoreError `cannot-open`, `not-a-database`, `not-a-ledger`, `newer-schema`, `corrupt`, `busy`, `no-driver`
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<EventStore> {
  const { now = Date.now, patienceMs = 5000, pollMs = 100, readOnly = false } = options;
  const name = options.file ?? 'The given database';
  const database = options.database ?? (await openDatabase(options.file, readOnly));
  const owned = options.database === undefined;
  try {
    await patiently(patienceMs, () => prepareSchema(database, name, readOnly));
    if (owned && !readOnly) await patiently(patienceMs, () => database.exec(SETTINGS));
    return sqliteStore({
      database,
      name,
      now,
      patienceMs,
      pollMs,
      close: owned ? () => closeDatabase(database, readOnly) : () => {},
    });
  } catch (error) {
    if (owned) database.close();
    throw asStoreError(error, name);
  }
}

/** The cache of 64 MiB keeps the two unique indexes of a large ledger at hand: bulk appends are 1.5 times as fast. */
const SETTINGS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536';
const MAX_APPEND = 100_000;

interface Opened {
  readonly database: SqliteDatabase;
  /** For messages. */
  readonly name: string;
  readonly now: () => number;
  readonly patienceMs: number;
  readonly pollMs: number;
  close(): void;
}

function sqliteStore({ database, name, now, patienceMs, pollMs, close }: Opened): EventStore {
  const ledger = sqliteLedger(database);
  const changes = bell();
  let closing: Promise<void> | undefined;
  const checkOpen = (): void => {
    if (closing !== undefined) throw new StoreError('closed', `${name}: this store was closed; open it again.`);
  };
  const failed = (error: unknown): never => {
    throw asStoreError(error, name);
  };
  const open = async <T>(work: () => T): Promise<T> => {
    const whileOpen = (): T => {
      checkOpen();
      return work();
    };
    return patiently(patienceMs, whileOpen).catch(failed);
  };
  const commits = groupCommit<Append, AppendResult>(
    (group) => transaction(database, patienceMs, () => group.map((one) => append(ledger, one, now()))).catch(failed),
    setImmediate,
  );
  const read = reader(database, ledger, open);
  const listen = listening(changes, pollMs);
  return {
    capabilities: { dense: true, durability: durability(database), maxAppend: MAX_APPEND, tail: 'poll' },
    append: async (events, options = {}) => {
      checkOpen();
      throwIfStopped(options.signal);
      const admitted = admit(events, options, MAX_APPEND);
      if (admitted.kind === 'invalid') return admitted;
      const result = await commits.submit({ candidates: admitted.candidates, options });
      if (result.kind === 'appended') changes.ring();
      return result;
    },
    read: (query = {}) => read(query),
    head: () => open(() => headOf(ledger)),
    positionAt: (instant) => open(() => ledger.positionAt(checkedInstant('instant', instant))),
    tail: (after, options) => follow({ read, listen, closed: () => closing !== undefined }, after, options),
    close: () => {
      closing ??= commits.idle().then(close).catch(failed);
      changes.ring();
      return closing;
    },
  };
}
