import pg from 'pg';
import type { PostgresClient, PostgresConnection, PostgresPool } from './database.js';

/** The store's own connections, opened as they are needed; the only door to the driver. */
export interface OwnPool extends PostgresPool {
  end(): Promise<void>;
}

export function openPool(connection: PostgresConnection): OwnPool {
  const pool = new pg.Pool({ ...connection, max: CONNECTIONS, application_name: 'meritlog' });
  pool.on('error', () => {}); // An idle connection that breaks is replaced at its next use.
  return pool;
}

/** One that appends, one that listens, the others read. */
const CONNECTIONS = 5;

/** Runs `work` on one connection of the pool. One that failed is not used again. */
export async function withClient<T>(pool: PostgresPool, work: (client: PostgresClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  const breaks = (): void => {
    broken = true; // The statement under way tells why.
  };
  client.on('error', breaks);
  try {
    return await work(client);
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    client.off('error', breaks);
    client.release(broken);
  }
}
