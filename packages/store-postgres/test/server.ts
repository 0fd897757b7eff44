import { randomUUID } from 'node:crypto';
import { type LocalPostgres, startPostgres } from '@meritlog/local-postgres';
import { openPostgresStore, type PostgresStore, type PostgresStoreOptions } from '@meritlog/store-postgres';
import pg from 'pg';
import { afterAll, onTestFinished } from 'vitest';

/** A server for the tests of one file. */
export async function serverOfFile(settings: Readonly<Record<string, string>> = FAST): Promise<LocalPostgres> {
  const server = await startPostgres(settings);
  afterAll(() => server.stop());
  return server;
}

const FAST = { fsync: 'off' };

/** A pool that is ended when the test is over. */
export function poolOf({ connection }: LocalPostgres, more: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ ...connection, ...more });
  pool.on('error', () => {});
  onTestFinished(() => pool.end());
  return pool;
}

/** A new database of the server, for those tests that change its tables. */
export async function newDatabase(server: LocalPostgres): Promise<LocalPostgres['connection']> {
  const database = `db_${randomUUID().replaceAll('-', '')}`;
  await poolOf(server).query(`CREATE DATABASE ${database}`);
  return { ...server.connection, database };
}

/** A store that is closed when the test is over. */
export async function openStore(options: PostgresStoreOptions): Promise<PostgresStore> {
  const store = await openPostgresStore({ now: () => 0, ...options });
  onTestFinished(() => store.close());
  return store;
}
