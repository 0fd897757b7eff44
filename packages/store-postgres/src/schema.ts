import { StoreError } from '@meritlog/core';
import type { PostgresSession } from './database.js';
import { MIGRATIONS, TABLES } from './migrations.js';
import type { Place } from './place.js';
import { isForbidden } from './postgres-error.js';
import { integer, text } from './row.js';

/**
 * Makes sure that the schema holds ledgers that we can read, makes an empty one into such, and brings an old one up to
 * date. Nothing else is touched. Where it fails, the session must be ended.
 * @throws StoreError `not-a-ledger`, `newer-schema`, `older-schema`, `incomplete`, `cannot-open`
 */
export async function prepareSchema(session: PostgresSession, place: Place): Promise<void> {
  await checkEncoding(session);
  if ((await versionOf(session, place)) === MIGRATIONS.length) return;
  await session.query('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE');
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`meritlog ${place.schema}`]);
  await migrate(session, place, await versionOf(session, place)); // Another process may have been faster.
  await session.query('COMMIT');
}

async function migrate(session: PostgresSession, place: Place, from: number): Promise<void> {
  try {
    if (from === 0) await session.query(`CREATE SCHEMA IF NOT EXISTS ${place.quoted}`);
    for (const step of MIGRATIONS.slice(from)) await session.query(step(place));
    await session.query(`UPDATE ${place.quoted}.schema_version SET version = ${MIGRATIONS.length}`);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    const state = from === 0 ? 'there are no tables yet' : `the tables have schema ${from}, not ${MIGRATIONS.length}`;
    throw new StoreError(
      from === 0 ? 'not-a-ledger' : 'older-schema',
      `${place.schema}: ${state}, and this role may not make them. Open the ledger once as the owner of the schema.`,
      { cause: error },
    );
  }
}

/** 0 for a schema that is empty or not there, which may become one of ledgers. */
async function versionOf(session: PostgresSession, { schema, quoted }: Place): Promise<number> {
  const { rows } = await session.query(
    `SELECT c.relname::text AS name FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
    [schema],
  );
  const names = new Set(rows.map((row) => text(row, 'name')));
  if (names.size === 0) return 0;
  const missing = TABLES.filter((name) => !names.has(name));
  if (missing.length === TABLES.length || !names.has('schema_version')) {
    throw new StoreError(
      'not-a-ledger',
      `${schema}: this schema belongs to another program. Give the ledgers a \`schema\` of their own.`,
    );
  }
  if (missing.length > 0) {
    throw new StoreError(
      'incomplete',
      `${schema}: the table ${missing.join(', ')} is missing. Restore the database from a backup.`,
    );
  }
  const version = integer((await session.query(`SELECT version FROM ${quoted}.schema_version`)).rows[0], 'version');
  if (version <= MIGRATIONS.length) return version;
  throw new StoreError(
    'newer-schema',
    `${schema}: the ledgers have schema ${version}, and this version of @meritlog/store-postgres knows ${MIGRATIONS.length}. Update the package.`,
  );
}

async function checkEncoding(session: PostgresSession): Promise<void> {
  const encoding = text((await session.query('SHOW server_encoding')).rows[0], 'server_encoding');
  if (encoding === 'UTF8') return;
  throw new StoreError(
    'cannot-open',
    `The database has the encoding ${encoding}, which cannot hold every text. Make one with ENCODING 'UTF8'.`,
  );
}
