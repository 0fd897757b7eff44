import { startCluster } from '@meritlog/local-nats';
import { contract, type MakeStore } from '@meritlog/store-contract';
import { openNatsStore } from '@meritlog/store-nats';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, describe, expect, test } from 'vitest';
import { appending, expectWhole } from './appending.js';
import { sampleEvent } from './sample.js';
import { hasNats, newLedger, openStore } from './server.js';

describe.skipIf(!hasNats)('A cluster of three servers:', async () => {
  if (!hasNats) return;
  const cluster = await startCluster();
  afterAll(cluster.stop);
  const { connection } = cluster;

  async function opened() {
    const ledger = newLedger();
    const store = await openStore({ connection, ledger, replicas: 3, patienceMs: 60_000 });
    const leader = async () => {
      const nats = await connect({ ...connection, servers: [...connection.servers] });
      const info = await (await jetstreamManager(nats)).streams.info(`meritlog-${ledger}`);
      await nats.close();
      return cluster.servers[Number(info.cluster?.leader?.slice('server-'.length)) - 1];
    };
    return { store, ledger, leader };
  }

  test('a ledger with three replicas claims quorum, and one with one replica what it has on one server', async () => {
    const { store } = await opened();
    expect(store.capabilities.durability).toBe('quorum');
    expect((await openStore({ connection, ledger: newLedger() })).capabilities.durability).toBe('process');
    expect(await store.append([sampleEvent('e1')])).toMatchObject({ events: [{ position: 1 }] });
    expect(await store.append([sampleEvent('e1')])).toMatchObject({ kind: 'duplicate' });
  });

  test('after its leader is killed in the midst of appends, all that was acknowledged is there once, and a tail has seen it', async () => {
    const { store, ledger, leader } = await opened();
    const reader = await openStore({ connection, ledger });
    const seen: number[] = [];
    const following = (async () => {
      for await (const batch of reader.tail(0)) seen.push(...batch.map(({ position }) => position));
    })();
    const appends = appending(store, 16);
    await appends.more(200);
    const server = await leader();
    await server?.kill();
    await appends.more(200);
    await server?.restart();
    await expectWhole(store, await appends.stop());
    const { position } = await store.head();
    while (seen.length < position) await new Promise(setImmediate);
    await reader.close();
    await following;
    expect(seen).toEqual(Array.from({ length: position }, (_, n) => n + 1));
  });

  describe('it keeps the laws of the contract about more than one handle:', async () => {
    const nats = await connect({ ...connection, servers: [...connection.servers] });
    afterAll(() => nats.close());
    const make: MakeStore = async ({ now }) => {
      const ledger = newLedger();
      const open = () => openNatsStore({ nats, ledger, replicas: 3, now });
      const handles = [await open(), await open()] as const;
      const end = async () => {
        for (const handle of handles) await handle.close();
      };
      return { store: handles[0], another: async () => handles[1], end };
    };
    const laws = contract.filter(({ requires }) => requires === 'another');
    test.each(laws.map((law) => [law.name, law] as const))('%s', (_, law) => law.run(make));
  });
});
