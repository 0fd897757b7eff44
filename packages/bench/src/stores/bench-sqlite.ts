import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqliteStore } from '@meritlog/store-sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import { compare, percent, slower } from './compare.js';
import { type BareRow, bareRows, counter, sampleEvent, sampleEvents } from './sample-event.js';

/** The SQLite store, beside prepared statements on a table with the same columns and indexes in a file of its own. */
export async function benchSqlite(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'meritlog-bench-'));
  const [database, other] = ['ours', 'bare'].map((name) => opened(path.join(folder, name)));
  if (database === undefined || other === undefined) throw new Error('There are two.');
  const store = await openSqliteStore({ database });
  const { sql } = database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'events'").get() ?? {};
  other.exec(String(sql));
  const statement = other.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const insert = (row: BareRow | undefined): unknown =>
    row &&
    statement.run(
      ...[row.position, row.stream, row.version, row.source, row.id, row.type],
      ...[row.occurred, row.recorded, row.recordedtime, row.content],
    );
  const [ours, bare] = [counter(), counter()];
  const single = bareRows(bare(5 * SINGLE), 5 * SINGLE);
  const bulk = bareRows(bare(5 * BULK), 5 * BULK);
  let [singles, bulks] = [0, 0];
  await compare({
    name: 'SQLite: durable appends, one after the other',
    target: '≥ 90 %',
    ratio: percent,
    ours: [
      SINGLE,
      async () => {
        const from = ours(SINGLE);
        for (let n = 0; n < SINGLE; n += 1) await store.append([sampleEvent(from + n)]);
      },
    ],
    bare: [
      SINGLE,
      () => {
        for (const end = singles + SINGLE; singles < end; singles += 1) insert(single[singles]);
      },
    ],
  });
  await compare({
    name: 'SQLite: batches of 1000',
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
      () => {
        for (const end = bulks + BULK; bulks < end; ) {
          other.exec('BEGIN IMMEDIATE');
          for (const batch = bulks + 1000; bulks < batch; bulks += 1) insert(bulk[bulks]);
          other.exec('COMMIT');
        }
      },
    ],
  });
  const { position } = await store.head();
  const read = database.prepare(
    'SELECT position, stream, version, recordedtime, content FROM events WHERE position > ? ORDER BY position LIMIT 1000',
  );
  await compare({
    name: `SQLite: ${position} events read in order`,
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
      () => {
        for (let at = 0; at < position; at += 1000)
          for (const row of read.all(at)) JSON.parse(String(Object(row).content));
      },
    ],
  });
  await store.close();
  for (const one of [database, other]) one.close();
  rmSync(folder, { recursive: true, force: true });
}

const SINGLE = 1000;
const BULK = 20_000;

/** With the settings that the store gives its own files. */
function opened(file: string): InstanceType<typeof DatabaseSync> {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536');
  return database;
}
