import { copyFile, open, readFile, truncate, writeFile } from 'node:fs/promises';
import { openSqliteStore } from '@meritlog/store-sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../src/open-database.js';
import { gather, sampleEvent } from './sample.js';
import { temporaryFile } from './temporary-folder.js';

const now = (): number => 0;
const PAGE = 4096;

async function database(file: string, sql: string): Promise<void> {
  const opened = await openDatabase(file, false);
  opened.exec(sql);
  opened.close();
}

/** A ledger of `count` events in a closed file without a write-ahead log beside it. */
async function closedLedger(count: number): Promise<string> {
  const file = await temporaryFile('ledger.sqlite');
  const store = await openSqliteStore({ file, now });
  await store.append(Array.from({ length: count }, (_, index) => sampleEvent(`e${index}`)));
  await store.close();
  return file;
}

describe('A file that is no ledger is refused by a code that says why:', () => {
  test('a text file', async () => {
    const file = await temporaryFile('notes.txt');
    await writeFile(file, 'These are notes, and no database at all. '.repeat(200));
    await expect(openSqliteStore({ file, now })).rejects.toMatchObject({
      code: 'not-a-database',
      message: `${file}: the file is no SQLite database. Check the path. (SQLite: file is not a database)`,
    });
  });

  test("another program's database, which stays as it was", async () => {
    const file = await temporaryFile('other.sqlite');
    await database(file, 'CREATE TABLE notes (text TEXT)');
    const before = await readFile(file);
    await expect(openSqliteStore({ file, now })).rejects.toMatchObject({
      code: 'not-a-ledger',
      message: `${file}: this database belongs to another program. Give the ledger a file of its own.`,
    });
    expect(await readFile(file)).toEqual(before);
  });

  test('a database that another program has marked as its own', async () => {
    const file = await temporaryFile('other.sqlite');
    await database(file, 'PRAGMA application_id = 252006673');
    await expect(openSqliteStore({ file, now })).rejects.toMatchObject({ code: 'not-a-ledger' });
  });

  test('a ledger that a newer version has written', async () => {
    const file = await closedLedger(1);
    await database(file, 'PRAGMA user_version = 2');
    await expect(openSqliteStore({ file, now })).rejects.toMatchObject({
      code: 'newer-schema',
      message: `${file}: the ledger has schema 2, and this version of @meritlog/store-sqlite knows 1. Update the package.`,
    });
  });

  test('a file in a folder that does not exist', async () => {
    const file = await temporaryFile('absent/ledger.sqlite');
    await expect(openSqliteStore({ file, now })).rejects.toMatchObject({ code: 'cannot-open' });
  });

  test('an empty file that is opened for reading only', async () => {
    const file = await temporaryFile('empty.sqlite');
    await writeFile(file, '');
    await expect(openSqliteStore({ file, now, readOnly: true })).rejects.toMatchObject({ code: 'not-a-ledger' });
  });
});

describe('A damaged ledger is told by the code corrupt:', () => {
  test('when the end of a copy is missing, as it is opened', async () => {
    const file = await temporaryFile('copy.sqlite');
    await copyFile(await closedLedger(500), file);
    await truncate(file, 5 * PAGE);
    await expect(openSqliteStore({ file, now })).rejects.toMatchObject({ code: 'corrupt' });
  });

  test('when its pages are overwritten, as they are read', async () => {
    const file = await closedLedger(500);
    const handle = await open(file, 'r+');
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(size - PAGE, 0xff), 0, size - PAGE, PAGE); // Only the head of the file is left.
    await handle.close();
    const store = await openSqliteStore({ file, now });
    onTestFinished(() => store.close());
    await expect(gather(store)).rejects.toMatchObject({ code: 'corrupt' });
  });

  test('when a row holds no JSON', async () => {
    const file = await closedLedger(1);
    await database(file, `DROP TRIGGER events_are_never_edited; UPDATE events SET content = '{'`);
    const store = await openSqliteStore({ file, now });
    onTestFinished(() => store.close());
    await expect(gather(store)).rejects.toMatchObject({ code: 'corrupt' });
  });
});

test('A ledger that is opened for reading only is read, and an append is refused by the code read-only', async () => {
  const file = await closedLedger(3);
  const store = await openSqliteStore({ file, now, readOnly: true });
  onTestFinished(() => store.close());
  expect(await gather(store)).toHaveLength(3);
  await expect(store.append([sampleEvent('new')])).rejects.toMatchObject({ code: 'read-only' });
  expect(await gather(store)).toHaveLength(3);
});

test('A ledger cannot be edited behind the back of the store', async () => {
  const file = await closedLedger(1);
  await expect(database(file, 'DELETE FROM events')).rejects.toThrow('nothing in a ledger is ever deleted');
  await expect(database(file, 'UPDATE events SET version = 9')).rejects.toThrow('nothing in a ledger is ever edited');
});

test("A store on the host's own database works, claims what its settings give, and leaves it open", async () => {
  const file = await temporaryFile('host.sqlite');
  const host = await openDatabase(file, false);
  onTestFinished(() => host.close());
  host.exec('PRAGMA synchronous = NORMAL');
  const store = await openSqliteStore({ database: host, now });
  expect(store.capabilities.durability).toBe('process');
  await store.append([sampleEvent('e1')]);
  await store.close();
  expect(host.prepare('SELECT count(*) AS events FROM events').get()).toEqual({ events: 1 });
});

test('A file outlives a power cut, and a ledger in memory does not outlive its handle', async () => {
  const inFile = await openSqliteStore({ file: await temporaryFile('ledger.sqlite'), now });
  const inMemory = await openSqliteStore({ file: ':memory:', now });
  expect([inFile.capabilities.durability, inMemory.capabilities.durability]).toEqual(['power', 'memory']);
  await Promise.all([inFile.close(), inMemory.close()]);
});
