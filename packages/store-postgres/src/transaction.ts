import type { PostgresPool, PostgresSession } from './database.js';
import { withClient } from './open-pool.js';

/**
 * Runs `work` in a transaction of its own. It waits for another writer, and the server ends it where this process falls
 * silent, for `patienceMs` milliseconds each. What fails ends the connection, and with it the transaction.
 */
export async function transaction<T>(
  pool: PostgresPool,
  patienceMs: number,
  work: (session: PostgresSession) => Promise<T>,
): Promise<T> {
  const patience = Math.max(1, Math.floor(patienceMs)); // 0 would be for ever.
  return withClient(pool, async (client) => {
    await client.query(
      `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = ${patience};
       SET LOCAL idle_in_transaction_session_timeout = ${Math.max(patience, SILENCE_MS)}`,
    );
    const answer = await work(client);
    await client.query('COMMIT');
    return answer;
  });
}

/** Even a busy process answers within this time. */
const SILENCE_MS = 10_000;

/** Runs `work` in the transaction that the host has open. Where it fails, the transaction is as it was before. */
export async function nested<T>(session: PostgresSession, work: () => Promise<T>): Promise<T> {
  await session.query('SAVEPOINT meritlog');
  try {
    const answer = await work();
    await session.query('RELEASE SAVEPOINT meritlog');
    return answer;
  } catch (error) {
    await session.query('ROLLBACK TO SAVEPOINT meritlog').catch(() => {}); // The first failure is the one to tell.
    throw error;
  }
}
