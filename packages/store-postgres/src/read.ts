import type { ReadQuery, StoredEvent } from '@meritlog/core';
import {
  checkedInstant,
  EVENT_COLUMNS,
  planRead,
  type ReadPlan,
  readPages,
  throwIfStopped,
} from '@meritlog/core/store';
import type { PostgresSession, PostgresValue } from './database.js';
import type { Ledger } from './ledger.js';
import type { Place } from './place.js';
import { storedEvent } from './row.js';

/** Reads batch by batch, each a query of its own: memory stays constant, and no reader holds up the writers. */
export type Read = (query: ReadQuery) => AsyncGenerator<readonly StoredEvent[], void, undefined>;

/** `open` runs work on a connection, and throws once the store is closed. */
export function reader(
  place: Place,
  ledger: Ledger,
  open: <T>(work: (session: PostgresSession) => Promise<T>) => Promise<T>,
): Read {
  return async function* read(query) {
    throwIfStopped(query.signal);
    const plan = await open((session) => planned(session, ledger, query));
    const { sql, values } = selection(place, plan);
    yield* readPages(plan, query.signal, (low, high, size) =>
      open(async (session) =>
        (await session.query(sql, [ledger.id, low, high, size, ...values])).rows.map(storedEvent),
      ),
    );
  };
}

async function planned(session: PostgresSession, ledger: Ledger, query: ReadQuery): Promise<ReadPlan> {
  const { position } = await ledger.head(session);
  const { knownAt } = query;
  const known = knownAt === undefined ? 0 : await ledger.positionAt(session, checkedInstant('knownAt', knownAt));
  return planRead(query, position, () => known);
}

/**
 * One of a few fixed texts; whatever comes from the query is a parameter. A stream is walked by its version, everything
 * else by position: `position + 0` keeps PostgreSQL from walking the whole ledger for a stream.
 */
function selection(
  { quoted }: Place,
  { stream, types, after, upTo, occurred, backward }: ReadPlan,
): { sql: string; values: PostgresValue[] } {
  const key = stream === undefined ? 'position' : 'version';
  const conditions = [`ledger = $1 AND ${key} > $2 AND ${key} <= $3`];
  const values: PostgresValue[] = [];
  const parameter = (value: PostgresValue): string => `$${values.push(value) + 4}`;
  if (stream !== undefined) {
    conditions.push(`stream = ${parameter(stream)}`);
    conditions.push(`position + 0 > ${parameter(after)} AND position + 0 <= ${parameter(upTo)}`);
  }
  if (types !== undefined) conditions.push(`type = ANY(${parameter(types)})`);
  if (occurred !== undefined) {
    conditions.push(`occurred >= ${parameter(occurred.from)} AND occurred < ${parameter(occurred.before)}`);
  }
  const order = backward ? 'DESC' : 'ASC';
  const from = `FROM ${quoted}.events WHERE ${conditions.join(' AND ')}`;
  return { sql: `SELECT ${EVENT_COLUMNS} ${from} ORDER BY ${key} ${order} LIMIT $4`, values };
}
