import { freePort } from '@meritlog/local-postgres';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../src/migrations.js';
import { placeOf } from '../src/place.js';
import { gather, sampleEvent } from './sample.js';
import { newDatabase, openStore, poolOf, serverOfFile } from './server.js';

const server = await serverOfFile();

/** A new database, with a pool of the superuser. */
async function fresh() {
  const connection = await newDatabase(server);
  return { connection, pool: poolOf({ ...server, connection }) };
}

/** A new database with a ledger of one event. */
async function withLedger() {
  const made = await fresh();
  const store = await openStore({ pool: made.pool });
  await store.append([sampleEvent('e1')]);
  return made;
}

const NAME = 'The ledger "main" in the schema meritlog';

describe('A server that does not let us in is told by a code and a sentence that say why:', () => {
  test('a wrong password, which no message repeats', async () => {
    const opening = openStore({ connection: { ...server.connection, password: 'hunter2' } });
    await expect(opening).rejects.toMatchObject({
      code: 'denied',
      message: `${NAME}: the server knows no such user with this password, or does not let it in. Check user, password and pg_hba. (PostgreSQL: password authentication failed for user "postgres")`,
    });
    await expect(opening).rejects.not.toThrow('hunter2');
  });

  test('an unknown user', async () => {
    const connection = { ...server.connection, user: 'nobody at all' };
    await expect(openStore({ connection })).rejects.toMatchObject({ code: 'denied' });
  });

  test('a database that does not exist', async () => {
    const connection = { ...server.connection, database: `no"such' database` };
    await expect(openStore({ connection })).rejects.toMatchObject({
      code: 'cannot-open',
      message: `${NAME}: the server has no such database. Check its name, or create it. (PostgreSQL: database "no"such' database" does not exist)`,
    });
  });

  test('a port that nobody listens on', async () => {
    const connection = { ...server.connection, port: await freePort() };
    await expect(openStore({ connection })).rejects.toMatchObject({
      code: 'cannot-open',
      message: expect.stringContaining('no server answers there. Check host and port, and that the server is running.'),
    });
  });

  test('a database whose encoding cannot hold every text', async () => {
    const { connection } = server;
    await poolOf(server).query(
      "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0",
    );
    await expect(openStore({ connection: { ...connection, database: 'latin' } })).rejects.toMatchObject({
      code: 'cannot-open',
      message: `The database has the encoding LATIN1, which cannot hold every text. Make one with ENCODING 'UTF8'.`,
    });
  });
});

describe('A schema that holds no ledgers is refused by a code that says why:', () => {
  test("another program's, which stays as it was", async () => {
    const { pool } = await fresh();
    await pool.query('CREATE SCHEMA meritlog; CREATE TABLE meritlog.events (note text)');
    await expect(openStore({ pool })).rejects.toMatchObject({
      code: 'not-a-ledger',
      message: 'meritlog: this schema belongs to another program. Give the ledgers a `schema` of their own.',
    });
    const { rows } = await pool.query("SELECT tablename FROM pg_tables WHERE schemaname = 'meritlog'");
    expect(rows).toEqual([{ tablename: 'events' }]);
  });

  test('a table of it is missing', async () => {
    const { pool } = await withLedger();
    await pool.query('DROP TABLE meritlog.events');
    await expect(openStore({ pool })).rejects.toMatchObject({
      code: 'incomplete',
      message: 'meritlog: the table events is missing. Restore the database from a backup.',
    });
  });

  test('a table of it goes missing while the store is open', async () => {
    const { pool } = await withLedger();
    const store = await openStore({ pool });
    await pool.query('DROP TABLE meritlog.events');
    const incomplete = {
      code: 'incomplete',
      message: `${NAME}: a table or function of the ledger is missing. Restore the database from a backup. (PostgreSQL: relation "meritlog.events" does not exist)`,
    };
    await expect(gather(store)).rejects.toMatchObject(incomplete);
    await expect(store.append([sampleEvent('e2')])).rejects.toMatchObject(incomplete);
  });

  test('a newer version has written it', async () => {
    const { pool } = await withLedger();
    await pool.query('UPDATE meritlog.schema_version SET version = 99');
    await expect(openStore({ pool })).rejects.toMatchObject({
      code: 'newer-schema',
      message: `meritlog: the ledgers have schema 99, and this version of @meritlog/store-postgres knows ${MIGRATIONS.length}. Update the package.`,
    });
  });

  test.for(['', 'Meritlog', 'a"b', 'x; DROP TABLE events', 'x'.repeat(41)])(
    'its name is no plain identifier: %j',
    async (schema) => {
      await expect(openStore({ pool: poolOf(server), schema })).rejects.toMatchObject({ code: 'cannot-open' });
    },
  );
});

describe('Migrations', () => {
  const place = placeOf('meritlog');

  test.for(MIGRATIONS.map((_, version) => version))('bring a ledger of schema %i up to date', async (version) => {
    const { pool } = await fresh();
    await pool.query('CREATE SCHEMA meritlog');
    for (const step of MIGRATIONS.slice(0, version)) await pool.query(step(place));
    if (version > 0) await pool.query(`UPDATE meritlog.schema_version SET version = ${version}`);
    if (version > 0) await pool.query(OLD_EVENT);
    const store = await openStore({ pool });
    expect(await gather(store)).toHaveLength(version > 0 ? 1 : 0);
    expect(await store.append([sampleEvent('new')])).toMatchObject({ kind: 'appended' });
  });

  test('happen once, however many open at the same time', async () => {
    const { pool } = await fresh();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore({ pool })));
    await Promise.all(stores.map((store, n) => store.append([sampleEvent(`e${n}`)])));
    expect(await stores[0]?.head()).toMatchObject({ position: 6 });
  });

  test('are refused to a role that may not make tables, by a code that says who can', async () => {
    const { pool, connection } = await fresh();
    await pool.query('CREATE SCHEMA meritlog');
    await pool.query(MIGRATIONS[0]?.(place) ?? '');
    await pool.query('UPDATE meritlog.schema_version SET version = 1');
    await pool.query("CREATE ROLE late LOGIN PASSWORD 'p'; GRANT USAGE ON SCHEMA meritlog TO late");
    await pool.query('GRANT SELECT ON ALL TABLES IN SCHEMA meritlog TO late');
    await expect(openStore({ connection: { ...connection, user: 'late' } })).rejects.toMatchObject({
      code: 'older-schema',
      message: `meritlog: the tables have schema 1, not ${MIGRATIONS.length}, and this role may not make them. Open the ledger once as the owner of the schema.`,
    });
  });

  const OLD_EVENT = `
    INSERT INTO meritlog.ledgers (name, position, recorded, recordedtime) VALUES ('main', 1, 0, '1970-01-01T00:00:00Z');
    INSERT INTO meritlog.events VALUES (1, 1, 'roads', 1, 'urn:test', 'old', 'matter.overdue', 0, 0, '1970-01-01T00:00:00Z',
      '{"id":"old","source":"urn:test","specversion":"1.0","time":"1970-01-01T00:00:00Z","type":"matter.overdue"}');`;
});

test('A row that holds no JSON is told by the code corrupt', async () => {
  const { pool } = await withLedger();
  await pool.query("ALTER TABLE meritlog.events DISABLE TRIGGER ALL; UPDATE meritlog.events SET content = '{'");
  await expect(gather(await openStore({ pool }))).rejects.toMatchObject({ code: 'corrupt' });
});

test('A name that no index takes is told, and nothing is stored', async () => {
  const store = await openStore({ pool: (await fresh()).pool });
  const noise = Array.from({ length: 9000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20000))).join('');
  await expect(store.append([sampleEvent(noise)])).rejects.toMatchObject({
    code: 'failed',
    message: expect.stringContaining('longer than an index of PostgreSQL takes (2600 bytes). Nothing was stored.'),
  });
  expect(await store.append([sampleEvent('e1')])).toMatchObject({ events: [{ position: 1 }] });
});

test('Not even the owner edits a ledger behind the back of the store', async () => {
  const { pool } = await withLedger();
  for (const sql of [
    'UPDATE meritlog.events SET version = 9',
    'DELETE FROM meritlog.events',
    'TRUNCATE meritlog.events',
    'DELETE FROM meritlog.ledgers',
  ]) {
    await expect(pool.query(sql)).rejects.toThrow('nothing in a ledger is ever edited or deleted');
  }
});

test('A store that was given a pool leaves it open', async () => {
  const { pool } = await withLedger();
  const store = await openStore({ pool });
  await store.close();
  expect((await pool.query('SELECT count(*)::int AS events FROM meritlog.events')).rows).toEqual([{ events: 1 }]);
});
