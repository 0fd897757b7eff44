import { benchPostgres } from './bench-postgres.js';
import { benchSqlite } from './bench-sqlite.js';

/** The stores beside the least that any program would do to keep the same rows as safely. */
export async function benchStores(): Promise<void> {
  await benchSqlite();
  await benchPostgres();
}
