import type { ReadQuery, StoredEvent } from '@meritlog/core';
import { EVENT_COLUMNS, planRead, type ReadPlan, readPages, throwIfStopped } from '@meritlog/core/store';
import type { SqliteDatabase, SqliteStatement, SqliteValue } from './database.js';
import type { Ledger } from './ledger.js';
import { storedEvent } from './row.js';

/** Reads batch by batch, each a query of its own: memory stays constant, and no reader holds up the writers. */
export type Read = (query: ReadQuery) => AsyncGenerator<readonly StoredEvent[], void, undefined>;

/** `open` runs work on the open database, and throws once the store is closed. */
export function reader(database: SqliteDatabase, ledger: Ledger, open: <T>(work: () => T) => Promise<T>): Read {
  const statements = new Map<string, SqliteStatement>();
  const prepared = (sql: string): SqliteStatement => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return async function* read(query) {
    throwIfStopped(query.signal);
    const plan = await open(() => planRead(query, ledger.head().position, ledger.positionAt));
    const { sql, values } = selection(plan);
    yield* readPages(plan, query.signal, (low, high, size) =>
      open(() =>
        prepared(sql)
          .all(low, high, ...values, size)
          .map(storedEvent),
      ),
    );
  };
}

/**
 * One of a few fixed texts; whatever comes from the query is a parameter. A stream is walked by its version, everything
 * else by position: `+position` keeps SQLite from walking the whole ledger for a stream.
 */
function selection({ stream, types, after, upTo, occurred, backward }: ReadPlan): {
  sql: string;
  values: SqliteValue[];
} {
  const key = stream === undefined ? 'position' : 'version';
  const conditions = [`${key} > ? AND ${key} <= ?`];
  const values: SqliteValue[] = [];
  if (stream !== undefined) {
    conditions.push('stream = ? AND +position > ? AND +position <= ?');
    values.push(stream, after, upTo);
  }
  if (types !== undefined) {
    conditions.push('type IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(types));
  }
  if (occurred !== undefined) {
    conditions.push('occurred >= ? AND occurred < ?');
    values.push(occurred.from, occurred.before);
  }
  const order = backward ? 'DESC' : 'ASC';
  const where = conditions.join(' AND ');
  return { sql: `SELECT ${EVENT_COLUMNS} FROM events WHERE ${where} ORDER BY ${key} ${order} LIMIT ?`, values };
}
