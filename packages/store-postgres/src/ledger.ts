import { type Head, StoreError } from '@meritlog/core';
import type { HeldLedger, Row } from '@meritlog/core/store';
import type { PostgresSession } from './database.js';
import { heldFrom } from './held-from.js';
import type { Place } from './place.js';
import { integer, text } from './row.js';

/** One ledger of a schema. Each call is one statement, on the session it is given. */
export interface Ledger {
  readonly id: number;
  head(session: PostgresSession): Promise<Head>;
  /** The last position recorded at or before `ms`. */
  positionAt(session: PostgresSession, ms: number): Promise<number>;
  /** Waits to be the only writer until the transaction ends; gives what the ledger has under these names. */
  hold(session: PostgresSession, names: Names): Promise<HeldLedger>;
  /** Writes rows, of which there must be some. */
  write(session: PostgresSession, rows: readonly Row[]): Promise<void>;
}

/** Identities, the source of each beside its id, and streams. */
export interface Names {
  readonly sources: readonly string[];
  readonly ids: readonly string[];
  readonly streams: readonly string[];
}

/** Finds the ledger called `name`, or makes it. */
export async function postgresLedger(session: PostgresSession, place: Place, name: string): Promise<Ledger> {
  const find = () => session.query(`SELECT id FROM ${place.quoted}.ledgers WHERE name = $1`, [name]);
  let [row] = (await find()).rows;
  if (row === undefined) {
    await session.query(`SELECT ${place.quoted}.open_ledger($1)`, [name]);
    [row] = (await find()).rows;
  }
  return ledgerOf(place, integer(row, 'id'), name);
}

function ledgerOf({ quoted }: Place, id: number, name: string): Ledger {
  return {
    id,
    head: async (session) => {
      const { rows } = await session.query(`SELECT position, recordedtime FROM ${quoted}.ledgers WHERE id = $1`, [id]);
      const [row] = rows;
      if (row === undefined) throw new StoreError('incomplete', `The ledger ${JSON.stringify(name)} is gone.`);
      const position = integer(row, 'position');
      return { position, recordedtime: position === 0 ? null : text(row, 'recordedtime') };
    },
    positionAt: async (session, ms) => {
      const { rows } = await session.query(`SELECT ${quoted}.position_at($1, $2) AS position`, [id, ms]);
      return integer(rows[0], 'position');
    },
    hold: async (session, { sources, ids, streams }) => {
      const sql = `SELECT * FROM ${quoted}.prepare_append($1, $2, $3, $4)`;
      return heldFrom((await session.query(sql, [id, sources, ids, streams])).rows);
    },
    write: async (session, rows) => {
      const head = (rows[0]?.stored.position ?? 1) - 1;
      const sql = `SELECT ${quoted}.write_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
      await session.query(sql, [
        id,
        head,
        rows.map(({ candidate }) => candidate.stream),
        rows.map(({ stored }) => stored.version),
        rows.map(({ candidate }) => candidate.source),
        rows.map(({ candidate }) => candidate.id),
        rows.map(({ candidate }) => candidate.type),
        rows.map(({ candidate }) => candidate.occurred),
        rows.map(({ recorded }) => recorded),
        rows.map(({ stored }) => stored.event.recordedtime),
        rows.map(({ candidate }) => candidate.content),
      ]);
    },
  };
}
