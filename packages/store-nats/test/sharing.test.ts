import { connect } from '@nats-io/transport-node';
import { afterAll, describe, expect, test } from 'vitest';
import { proxyTo } from './proxy.js';
import { gather, sampleEvent } from './sample.js';
import { hasNats, newLedger, openStore, serverOfFile } from './server.js';

describe.skipIf(!hasNats)('Many who share a server:', async () => {
  if (!hasNats) return;
  const server = await serverOfFile();
  const nats = await connect({ ...server.connection });
  afterAll(() => nats.close());

  describe('two ledgers', () => {
    test('never see each other', async () => {
      const names = [newLedger(), newLedger()];
      const [roads, schools] = await Promise.all(names.map((ledger) => openStore({ nats, ledger })));
      if (!roads || !schools) throw new Error('There are two.');
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
      const names = ['>', '*', 'a.b', 'a b', '../x', '=', '', 'A', '台账', '%00', 'a-b', 'a=2Db'];
      for (const ledger of names) {
        expect(await (await openStore({ nats, ledger })).append([sampleEvent(`in ${ledger}`)])).toMatchObject({
          kind: 'appended',
        });
      }
      for (const ledger of names) {
        expect((await gather(await openStore({ nats, ledger }))).map(({ event }) => event.id)).toEqual([
          `in ${ledger}`,
        ]);
      }
    });
  });

  test('Writers with connections of their own leave no hole, and a reader that follows them sees every position once', async () => {
    const ledger = newLedger();
    const open = () => openStore({ connection: server.connection, ledger });
    const [reader, ...writers] = await Promise.all([open(), open(), open(), open(), open()]);
    const seen: number[] = [];
    const following = (async () => {
      for await (const batch of reader.tail(0)) {
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

  test('An identity that lies deep in the ledger is found by a writer that has just been opened', async () => {
    const ledger = newLedger();
    const store = await openStore({ nats, ledger });
    for (let n = 0; n < 200; n += 1) await store.append([sampleEvent(`e${n}`)]);
    const other = await openStore({ nats, ledger });
    expect(await other.append([sampleEvent('e7')])).toMatchObject({ kind: 'duplicate', events: [{ position: 8 }] });
    expect(await other.append([sampleEvent('e8'), sampleEvent('new')])).toMatchObject({ kind: 'id-conflict' });
    expect(await other.append([{ ...sampleEvent('e9'), data: {} }])).toMatchObject({ kind: 'id-conflict' });
  });

  describe('an answer that is lost:', () => {
    /** A store behind a wire, and a second one beside it. */
    async function wired(patienceMs: number) {
      const ledger = newLedger();
      const proxy = await proxyTo(server.connection.servers);
      const store = await openStore({
        connection: { ...server.connection, servers: proxy.servers },
        ledger,
        patienceMs,
      });
      const beside = await openStore({ nats, ledger });
      await store.append([sampleEvent('first')]);
      const tail = beside.tail(1)[Symbol.asyncIterator]();
      /** Appends while the wire is mute; settles when the ledger has the events, and tells what becomes of the append. */
      const unheard = async (ids: readonly string[]) => {
        proxy.mute();
        const appending = store.append(ids.map(sampleEvent));
        const told = appending.then(
          ({ kind }) => kind,
          ({ code }) => code,
        );
        await tail.next();
        return { told };
      };
      const ids = async () => (await gather(beside)).map(({ position, event }) => [position, event.id]);
      return { proxy, store, beside, unheard, ids };
    }

    test('the append is rejected by the code disconnected, and its retry is a duplicate, never a second copy', async () => {
      const { proxy, store, unheard, ids } = await wired(50);
      expect(await (await unheard(['e1', 'e2'])).told).toBe('disconnected');
      proxy.unmute();
      proxy.cut();
      const again = await repeated(() => store.append([sampleEvent('e1'), sampleEvent('e2')]));
      expect(again).toMatchObject({
        kind: 'duplicate',
        events: [{ position: 2 }, { position: 3 }],
      });
      expect(await ids()).toEqual([
        [1, 'first'],
        [2, 'e1'],
        [3, 'e2'],
      ]);
    });

    test('the retry of another handle is a duplicate too', async () => {
      const { beside, unheard, ids } = await wired(50);
      expect(await (await unheard(['e1'])).told).toBe('disconnected');
      expect(await beside.append([sampleEvent('e1')])).toMatchObject({ kind: 'duplicate', events: [{ position: 2 }] });
      expect(await ids()).toEqual([
        [1, 'first'],
        [2, 'e1'],
      ]);
    });

    test('the store asks again by itself while its patience lasts, and the append is there once', async () => {
      const { proxy, store, unheard, ids } = await wired(30_000);
      const { told } = await unheard(['e1']);
      const later = store.append([sampleEvent('e2')]);
      proxy.unmute();
      proxy.cut();
      expect(await told).toBe('appended');
      await later;
      expect(await ids()).toEqual([
        [1, 'first'],
        [2, 'e1'],
        [3, 'e2'],
      ]);
    });

    test('the store knows its own message also where another writer has gone on meanwhile', async () => {
      const { proxy, beside, unheard, ids } = await wired(30_000);
      const { told } = await unheard(['e1']);
      await beside.append([sampleEvent('e2')]);
      proxy.unmute();
      proxy.cut();
      expect(await told).toBe('appended');
      expect(await ids()).toEqual([
        [1, 'first'],
        [2, 'e1'],
        [3, 'e2'],
      ]);
    });
  });

  test('A connection that is lost under a tail comes back, and the tail goes on with nothing lost or doubled', async () => {
    const ledger = newLedger();
    const proxy = await proxyTo(server.connection.servers);
    const store = await openStore({ connection: { ...server.connection, servers: proxy.servers }, ledger });
    const other = await openStore({ nats, ledger });
    const tail = store.tail(0)[Symbol.asyncIterator]();
    const next = async () => ((await tail.next()).value ?? []).map(({ position }: { position: number }) => position);
    await other.append([sampleEvent('e1')]);
    expect(await next()).toEqual([1]);
    const waiting = next();
    proxy.cut();
    await other.append([sampleEvent('e2')]);
    expect(await waiting).toEqual([2]);
    const later = next();
    await other.append([sampleEvent('e3')]);
    expect(await later).toEqual([3]);
  });

  test('A connection that is lost in the midst of a long read comes back, and the read goes on', async () => {
    const ledger = newLedger();
    const proxy = await proxyTo(server.connection.servers);
    const other = await openStore({ nats, ledger });
    for (let n = 0; n < 300; n += 1)
      await other.append([{ ...sampleEvent(`e${n}`), data: { text: 'x'.repeat(30_000) } }]);
    const store = await openStore({ connection: { ...server.connection, servers: proxy.servers }, ledger });
    proxy.cutAfter(4_000_000);
    expect((await gather(store)).map(({ position }) => position)).toEqual(Array.from({ length: 300 }, (_, n) => n + 1));
  });
});

/** Repeats an append, as the message advises, until the connection is back. */
async function repeated<T>(append: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await append();
    } catch (error) {
      expect(error).toMatchObject({ code: 'disconnected' });
    }
  }
}
