import { setImmediate } from 'node:timers/promises';
import { type AppendResult, type EventStore, type StoreCapabilities, StoreError } from '@meritlog/core';
import { type Append, admit, bell, checkedInstant, follow, groupCommit, throwIfStopped } from '@meritlog/core/store';
import { appendAll } from './append.js';
import type { PostgresConnection, PostgresPool, PostgresSession } from './database.js';
import { durability } from './durability.js';
import { type Ledger, postgresLedger } from './ledger.js';
import { channelOf } from './migrations.js';
import { openPool, withClient } from './open-pool.js';
import { type Place, placeOf } from './place.js';
import { asStoreError } from './postgres-error.js';
import { reader } from './read.js';
import { prepareSchema } from './schema.js';
import { listening } from './tail.js';
import { nested, transaction } from './transaction.js';

export type PostgresStoreOptions = PostgresStoreSource & {
  /** Which of the ledgers of the schema; made where there is none of this name. 'main' where none is given. */
  readonly ledger?: string;
  /** The schema that holds the tables, made where there is none; 'meritlog' where none is given. */
  readonly schema?: string;
  /** The clock, in milliseconds since 1970; the machine's where none is given. */
  readonly now?: () => number;
  /** How long to wait for another process that writes, in milliseconds; 5000 where none is given. */
  readonly patienceMs?: number;
};

export type PostgresStoreSource =
  | { readonly connection: PostgresConnection; readonly pool?: never }
  /** A pool of `pg` that the host has, and ends. Tails hold one of its clients while there are any. */
  | { readonly pool: PostgresPool; readonly connection?: never };

export interface PostgresStore extends EventStore {
  /**
   * Appends inside the transaction that the host has open on `client`: what is appended is there when the host commits,
   * and was never there when it rolls back. Until then other writers of the ledger wait.
   */
  within(client: PostgresSession): Pick<EventStore, 'append'>;
}

/**
 * Opens a ledger in a PostgreSQL database, and makes the tables where there are none.
 * @throws StoreError `cannot-open`, `denied`, `not-a-ledger`, `newer-schema`, `older-schema`, `incomplete`, `read-only`
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<PostgresStore> {
  const { ledger = 'main', schema = 'meritlog', now = Date.now, patienceMs = 5000 } = options;
  const place = placeOf(schema);
  const own = options.pool === undefined ? openPool(options.connection) : undefined;
  const pool = own ?? options.pool;
  const name = `The ledger ${JSON.stringify(ledger)} in the schema ${schema}`;
  const close = async () => own?.end();
  if (pool === undefined) throw new TypeError('Give a `connection` or a `pool`.');
  try {
    const found = await withClient(pool, async (client) => {
      await prepareSchema(client, place);
      return { ledger: await postgresLedger(client, place, ledger), durability: await durability(client, place) };
    });
    return postgresStore({ pool, place, name, now, patienceMs, close, ...found });
  } catch (error) {
    await close();
    throw asStoreError(error, name);
  }
}

const MAX_APPEND = 100_000;

interface Opened {
  readonly pool: PostgresPool;
  readonly place: Place;
  readonly ledger: Ledger;
  readonly durability: StoreCapabilities['durability'];
  /** For messages. */
  readonly name: string;
  readonly now: () => number;
  readonly patienceMs: number;
  close(): Promise<void>;
}

function postgresStore({ pool, place, ledger, name, now, patienceMs, ...opened }: Opened): PostgresStore {
  const changes = bell();
  let closing: Promise<void> | undefined;
  const checkOpen = (): void => {
    if (closing !== undefined) throw new StoreError('closed', `${name}: this store was closed; open it again.`);
  };
  const failed = (error: unknown): never => {
    throw asStoreError(error, name);
  };
  const open = async <T>(work: (session: PostgresSession) => Promise<T>): Promise<T> => {
    checkOpen();
    return withClient(pool, work).catch(failed);
  };
  const hearing = listening(pool, channelOf(place, ledger.id), changes);
  const read = reader(place, ledger, open);
  /** The appends that come while a transaction commits share the next one. */
  const appending = (commit: (group: readonly Append[]) => Promise<readonly AppendResult[]>) => {
    const commits = groupCommit<Append, AppendResult>((group) => commit(group).catch(failed), setImmediate);
    const append: EventStore['append'] = async (events, options = {}) => {
      checkOpen();
      throwIfStopped(options.signal);
      const admitted = admit(events, options, MAX_APPEND);
      if (admitted.kind === 'invalid') return admitted;
      return commits.submit({ candidates: admitted.candidates, options });
    };
    return { append, idle: commits.idle };
  };
  const { append, idle } = appending((group) =>
    transaction(pool, patienceMs, (session) => appendAll(session, ledger, group, now)),
  );
  return {
    capabilities: { dense: true, durability: opened.durability, maxAppend: MAX_APPEND, tail: 'push' },
    append,
    within: (client) => ({
      append: appending((group) => nested(client, () => appendAll(client, ledger, group, now))).append,
    }),
    read: (query = {}) => read(query),
    head: () => open((session) => ledger.head(session)),
    positionAt: async (instant) => {
      const ms = checkedInstant('instant', instant);
      return open((session) => ledger.positionAt(session, ms));
    },
    tail: (after, options) =>
      follow({ read, listen: hearing.listen, closed: () => closing !== undefined }, after, options),
    close: () => {
      closing ??= idle().then(hearing.end).then(opened.close).catch(failed);
      changes.ring();
      return closing;
    },
  };
}
