import { startPostgres } from '@meritlog/local-postgres';
import { openPostgresStore } from '@meritlog/store-postgres';
import pg from 'pg';
import { compare, percent, slower, times } from './compare.js';
import { bareRows, counter, sampleEvent, sampleEvents } from './sample-event.js';

/** The PostgreSQL store on a server with its default settings, beside statements on a table with the same columns and indexes. */
export async function benchPostgres(): Promise<void> {
  const server = await startPostgres();
  const store = await openPostgresStore({ connection: server.connection });
  const client = new pg.Client(server.connection);
  await client.connect();
  await client.query('CREATE TABLE bare (LIKE meritlog.events INCLUDING ALL)');
  const [ours, bare] = [counter(), counter()];
  await compare({
    name: `PostgreSQL: ${CALLERS} callers, beside one INSERT at a time`,
    target: '≥ 10 ×',
    ratio: times,
    ours: [
      CALLERS * EACH,
      async () => {
        const caller = async (): Promise<void> => {
          for (let n = 0; n < EACH; n += 1) await store.append([sampleEvent(ours(1))]);
        };
        await Promise.all(Array.from({ length: CALLERS }, caller));
      },
    ],
    bare: [
      SINGLE,
      async () => {
        for (const row of bareRows(bare(SINGLE), SINGLE))
          await client.query({ ...INSERT, values: [1, ...Object.values(row)] });
      },
    ],
  });
  await compare({
    name: 'PostgreSQL: batches of 1000',
    target: '≥ 70 %',
    ratio: percent,
    ours: [
      BULK,
      async () => {
        for (let left = BULK; left > 0; left -= 1000) await store.append(sampleEvents(ours(1000), 1000));
      },
    ],
    bare: [
      BULK,
      async () => {
        for (let left = BULK; left > 0; left -= 1000) {
          const rows = bareRows(bare(1000), 1000);
          await client.query({ ...BULK_INSERT, values: COLUMNS.map((name) => rows.map((row) => row[name])) });
        }
      },
    ],
  });
  const { position } = await store.head();
  await compare({
    name: `PostgreSQL: ${position} events read in order`,
    target: '≤ 1.5 ×',
    ratio: slower,
    ours: [
      position,
      async () => {
        for await (const batch of store.read()) if (batch.length === 0) throw new Error('A batch is empty.');
      },
    ],
    bare: [
      position,
      async () => {
        for (let at = 0; at < position; at += 1000) {
          for (const { content } of (await client.query(READ, [at])).rows) JSON.parse(content);
        }
      },
    ],
  });
  await client.end();
  await store.close();
  await server.stop();
}

const CALLERS = 64;
const EACH = 100;
const SINGLE = 500;
const BULK = 20_000;
const COLUMNS = [
  ...([
    'position',
    'stream',
    'version',
    'source',
    'id',
    'type',
    'occurred',
    'recorded',
    'recordedtime',
    'content',
  ] as const),
];
const INSERT = { name: 'insert', text: 'INSERT INTO bare VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)' };
const BULK_INSERT = {
  name: 'bulk',
  text: `INSERT INTO bare SELECT 1, r.* FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[],
    $7::bigint[], $8::bigint[], $9::text[], $10::text[]) AS r`,
};
const READ = `SELECT position, stream, version, recordedtime, content FROM meritlog.events
  WHERE ledger = 1 AND position > $1 ORDER BY position LIMIT 1000`;
