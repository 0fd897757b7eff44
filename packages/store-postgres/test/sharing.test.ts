import { describe, expect, onTestFinished, test } from 'vitest';
import { gather, sampleEvent } from './sample.js';
import { newDatabase, openStore, poolOf, serverOfFile } from './server.js';

const server = await serverOfFile();

/** A pool of its own for each, as processes have. */
async function pools(count: number) {
  const connection = await newDatabase(server);
  return Array.from({ length: count }, () => poolOf({ ...server, connection }));
}

async function onePool() {
  const [pool = poolOf(server)] = await pools(1);
  return pool;
}

describe('Two ledgers in one database', () => {
  test('never see each other', async () => {
    const pool = await onePool();
    const [roads, schools] = [await openStore({ pool, ledger: 'roads' }), await openStore({ pool, ledger: 'schools' })];
    const tail = schools.tail(0)[Symbol.asyncIterator]();
    await roads.append([sampleEvent('e1'), sampleEvent('e2')]);
    expect(await schools.append([sampleEvent('e1')])).toMatchObject({ kind: 'appended', events: [{ position: 1 }] });
    expect((await gather(roads)).map(({ event }) => event.id)).toEqual(['e1', 'e2']);
    expect((await gather(schools)).map(({ event }) => event.id)).toEqual(['e1']);
    expect((await tail.next()).value).toMatchObject([{ position: 1, event: { id: 'e1' } }]);
    expect([await roads.head(), await schools.head()]).toMatchObject([{ position: 2 }, { position: 1 }]);
    expect(await schools.positionAt('2030-01-01T00:00:00Z')).toBe(1);
  });

  test('may have any names', async () => {
    const pool = await onePool();
    const names = ["'; DROP SCHEMA meritlog CASCADE; --", '"', '$$', '%', '台账', ''];
    for (const ledger of names) await (await openStore({ pool, ledger })).append([sampleEvent(`in ${ledger}`)]);
    for (const ledger of names) {
      expect((await gather(await openStore({ pool, ledger }))).map(({ event }) => event.id)).toEqual([`in ${ledger}`]);
    }
  });
});

test('Writers with pools of their own leave no hole, and a reader that follows them sees every position once', async () => {
  const all = await pools(5);
  const [reader, ...writers] = await Promise.all(all.map((pool) => openStore({ pool })));
  const seen: number[] = [];
  const following = (async () => {
    for await (const batch of reader?.tail(0) ?? []) {
      seen.push(...batch.map(({ position }) => position));
      if (seen.length >= 400) return;
    }
  })();
  const ids = Array.from({ length: 100 }, (_, n) => n);
  await Promise.all(
    writers.flatMap((store, w) => ids.map((n) => store.append([sampleEvent(`${w}/${n}`)], { stream: `${n % 3}` }))),
  );
  await following;
  expect(seen).toEqual(Array.from({ length: 400 }, (_, n) => n + 1));
});

describe('Inside a transaction that the host has open,', () => {
  async function hosted() {
    const pool = await onePool();
    const store = await openStore({ pool, patienceMs: 1 });
    const client = await pool.connect();
    onTestFinished(() => client.release(true));
    await client.query('CREATE TABLE notes (text text)');
    return { pool, store, client };
  }

  test('an append is there when the host commits, with what the host wrote', async () => {
    const { store, client } = await hosted();
    await client.query('BEGIN');
    await client.query("INSERT INTO notes VALUES ('paid')");
    expect(await store.within(client).append([sampleEvent('e1')])).toMatchObject({ events: [{ position: 1 }] });
    expect(await gather(store)).toEqual([]);
    await client.query('COMMIT');
    expect((await gather(store)).map(({ position, event }) => [position, event.id])).toEqual([[1, 'e1']]);
  });

  test('an append that the host rolls back was never there, and leaves no hole', async () => {
    const { store, client } = await hosted();
    await store.append([sampleEvent('before')]);
    await client.query('BEGIN');
    await client.query("INSERT INTO notes VALUES ('paid')");
    expect(await store.within(client).append([sampleEvent('e1')])).toMatchObject({ events: [{ position: 2 }] });
    await client.query('ROLLBACK');
    await store.append([sampleEvent('after')]);
    expect((await gather(store)).map(({ position, event }) => [position, event.id])).toEqual([
      [1, 'before'],
      [2, 'after'],
    ]);
    expect((await client.query('SELECT * FROM notes')).rows).toEqual([]);
  });

  test('appends at the same time get positions of their own', async () => {
    const { store, client } = await hosted();
    await client.query('BEGIN');
    const inside = store.within(client);
    await Promise.all(['a', 'b', 'c'].map((id) => inside.append([sampleEvent(id)])));
    await inside.append([sampleEvent('d')]);
    await client.query('COMMIT');
    expect((await gather(store)).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });

  test('an append that conflicts or fails leaves the transaction as it was', async () => {
    const { pool, store, client } = await hosted();
    await store.append([sampleEvent('e1')]);
    await client.query('BEGIN');
    await client.query("INSERT INTO notes VALUES ('kept')");
    const inside = store.within(client);
    expect(await inside.append([sampleEvent('e2')], { expected: 7 })).toMatchObject({ kind: 'version-conflict' });
    const broken = await openStore({ pool, now: () => Number.NaN });
    await expect(broken.within(client).append([sampleEvent('e3')])).rejects.toMatchObject({ code: 'failed' });
    await client.query('COMMIT');
    expect((await client.query('SELECT * FROM notes')).rows).toEqual([{ text: 'kept' }]);
  });

  test('another writer waits, and is told by the code busy when its patience ends; it may repeat the append', async () => {
    const { store, client } = await hosted();
    await client.query('BEGIN');
    await store.within(client).append([sampleEvent('e1')]);
    await expect(store.append([sampleEvent('e2')])).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining('Nothing was stored: try again.'),
    });
    await client.query('COMMIT');
    expect(await store.append([sampleEvent('e2')])).toMatchObject({ events: [{ position: 2 }] });
  });

  test('a client without an open transaction is refused', async () => {
    const { store, client } = await hosted();
    await expect(store.within(client).append([sampleEvent('e1')])).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining('the given client has no open transaction. Send BEGIN first'),
    });
    expect(await gather(store)).toEqual([]);
  });

  test('a view from before another append cannot overwrite it: the host is told to begin again', async () => {
    const { store, client } = await hosted();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await client.query('SELECT * FROM notes');
    await store.append([sampleEvent('e1')]);
    await expect(store.within(client).append([sampleEvent('e2')])).rejects.toMatchObject({ code: 'busy' });
    await client.query('ROLLBACK');
    expect(await gather(store)).toHaveLength(1);
  });
});

describe('A connection that is lost', () => {
  const KILL =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = $1';

  test('in the middle of an append is told by the code disconnected, nothing is torn, and a retry is safe', async () => {
    const [blocking, killing, own] = await pools(3);
    if (!blocking || !killing || !own) throw new Error('There are three.');
    own.options.application_name = 'own';
    const [store, other] = [await openStore({ pool: own }), await openStore({ pool: blocking })];
    const client = await blocking.connect();
    onTestFinished(() => client.release(true));
    await client.query('BEGIN');
    await other.within(client).append([sampleEvent('first')]);
    const appending = store.append([sampleEvent('e1'), sampleEvent('e2')]);
    const told = expect(appending).rejects.toMatchObject({
      code: 'disconnected',
      message: expect.stringContaining('An append under way may be stored or not: repeat it as it was, that is safe.'),
    });
    const waits = "SELECT FROM pg_stat_activity WHERE application_name = 'own' AND wait_event_type = 'Lock'";
    while ((await killing.query(waits)).rows.length === 0);
    await killing.query(KILL, ['own']);
    await told;
    await client.query('COMMIT');
    expect(await store.append([sampleEvent('e1'), sampleEvent('e2')])).toMatchObject({ kind: 'appended' });
    expect(await store.append([sampleEvent('e1'), sampleEvent('e2')])).toMatchObject({ kind: 'duplicate' });
    expect((await gather(store)).map(({ position, event }) => [position, event.id])).toEqual([
      [1, 'first'],
      [2, 'e1'],
      [3, 'e2'],
    ]);
  });

  test('under a tail is replaced, and the tail goes on with nothing lost or doubled', async () => {
    const [listening, killing] = await pools(2);
    if (!listening || !killing) throw new Error('There are two.');
    listening.options.application_name = 'listening';
    const [store, other] = [await openStore({ pool: listening }), await openStore({ pool: killing })];
    const tail = store.tail(0)[Symbol.asyncIterator]();
    const next = async () => ((await tail.next()).value ?? []).map(({ position }: { position: number }) => position);
    await other.append([sampleEvent('e1')]);
    expect(await next()).toEqual([1]);
    const waiting = next();
    const listens = "SELECT FROM pg_stat_activity WHERE application_name = 'listening' AND query LIKE 'LISTEN%'";
    while ((await killing.query(listens)).rows.length === 0);
    await killing.query(KILL, ['listening']);
    await other.append([sampleEvent('e2')]);
    expect(await waiting).toEqual([2]);
    const later = next();
    await other.append([sampleEvent('e3')]);
    expect(await later).toEqual([3]);
  });
});
