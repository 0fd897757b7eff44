import { setTimeout } from 'node:timers/promises';
import type { SqliteDatabase } from './database.js';
import { isBusy } from './sqlite-error.js';

/** Runs `work` as the only writer. It waits while another process writes, without blocking this one. */
export async function transaction<T>(database: SqliteDatabase, patienceMs: number, work: () => T): Promise<T> {
  return patiently(patienceMs, () => atOnce(database, work));
}

/** Runs `work` as the only writer, or throws SQLite's `busy`. */
export function atOnce<T>(database: SqliteDatabase, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    database.exec('COMMIT');
    return answer;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Tries again for `patienceMs` milliseconds while another process holds the file. */
export async function patiently<T>(patienceMs: number, attempt: () => T): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

const PAUSE_MS = 5;

/** After some failures (a full disk) SQLite has rolled back by itself and refuses to do it again. */
function rollBack(database: SqliteDatabase): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // The failure that brought us here is the one to tell.
  }
}
