import { freePort, startNats } from '@meritlog/local-nats';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { gather, sampleEvent } from './sample.js';
import { hasNats, newLedger, openStore, serverOfFile } from './server.js';

describe.skipIf(!hasNats)('Opening a ledger:', async () => {
  if (!hasNats) return;
  const server = await serverOfFile();
  const nats = await connect({ ...server.connection });
  afterAll(() => nats.close());
  const { streams } = await jetstreamManager(nats);

  describe('a server that does not let us in is told by a code and a sentence that say why:', () => {
    const NAME = 'The ledger "main"';

    test('a wrong password, which no message repeats', async () => {
      const opening = openStore({ connection: { ...server.connection, pass: 'hunter2' } });
      await expect(opening).rejects.toMatchObject({
        code: 'denied',
        message: `${NAME}: the server does not let us in. Check user and password, token or credentials. (NATS: Authorization Violation)`,
      });
      await expect(opening).rejects.not.toThrow('hunter2');
    });

    test('a port that nobody listens on', async () => {
      const connection = { servers: `127.0.0.1:${await freePort()}` };
      await expect(openStore({ connection })).rejects.toMatchObject({
        code: 'cannot-open',
        message: expect.stringContaining(
          'no server answers there. Check host and port, and that the server is running.',
        ),
      });
    });

    test('a server that keeps nothing', async () => {
      const plain = await startNats('jetstream: disabled');
      onTestFinished(plain.stop);
      await expect(openStore({ connection: plain.connection })).rejects.toMatchObject({
        code: 'cannot-open',
        message: `${NAME}: the server keeps nothing: JetStream is off. Start it with \`-js\`, or enable JetStream for the account. (NATS: jetstream is not enabled)`,
      });
    });

    test('fewer servers than replicas', async () => {
      const ledger = newLedger();
      await expect(openStore({ nats, ledger, replicas: 3 })).rejects.toMatchObject({
        code: 'cannot-open',
        message: expect.stringContaining('there are fewer servers than the ledger is to have replicas.'),
      });
    });

    test('a name that is too long for a stream', async () => {
      await expect(openStore({ nats, ledger: '账'.repeat(30) })).rejects.toMatchObject({ code: 'cannot-open' });
    });
  });

  describe('a stream that is no ledger is refused by a code that says why:', () => {
    const made = { retention: 'limits', storage: 'file' } as const;

    test("another program's, which stays as it was", async () => {
      const ledger = newLedger();
      await streams.add({ ...made, name: `meritlog-${ledger}`, subjects: [`orders.${ledger}`] });
      await expect(openStore({ nats, ledger })).rejects.toMatchObject({
        code: 'not-a-ledger',
        message: `meritlog-${ledger}: this stream belongs to another program. Give the ledger another name.`,
      });
      expect((await streams.info(`meritlog-${ledger}`)).config.subjects).toEqual([`orders.${ledger}`]);
    });

    test.for([{ max_age: 1_000_000_000 }, { max_msgs: 10 }, { max_bytes: 1000 }, { max_msgs_per_subject: 5 }])(
      'one that forgets: %j',
      async (limit) => {
        const ledger = newLedger();
        await streams.add({ ...made, ...limit, name: `meritlog-${ledger}`, subjects: [`meritlog.1.${ledger}`] });
        await expect(openStore({ nats, ledger })).rejects.toMatchObject({
          code: 'not-a-ledger',
          message: `meritlog-${ledger}: the stream forgets messages, by their age, number or size. Take its limits away (\`nats stream edit\`).`,
        });
      },
    );

    test('a newer version has written it', async () => {
      const ledger = newLedger();
      await streams.add({ ...made, name: `meritlog-${ledger}`, subjects: [`meritlog.2.${ledger}`] });
      await expect(openStore({ nats, ledger })).rejects.toMatchObject({
        code: 'newer-schema',
        message: `meritlog-${ledger}: the ledger has format 2, and this version of @meritlog/store-nats knows 1. Update the package.`,
      });
    });

    test('messages of it are missing', async () => {
      const ledger = newLedger();
      await streams.add({ ...made, name: `meritlog-${ledger}`, subjects: [`meritlog.1.${ledger}`] });
      const store = await openStore({ nats, ledger });
      for (const id of ['e1', 'e2', 'e3']) await store.append([sampleEvent(id)]);
      await streams.deleteMessage(`meritlog-${ledger}`, 2);
      await expect(openStore({ nats, ledger })).rejects.toMatchObject({
        code: 'incomplete',
        message: `meritlog-${ledger}: 1 messages of the stream are missing. Restore it from a backup.`,
      });
      await expect(gather(store)).rejects.toMatchObject({ code: 'incomplete' });
    });
  });

  test('However many open a new ledger at the same time, it is made once', async () => {
    const ledger = newLedger();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore({ nats, ledger })));
    await Promise.all(stores.map((store, n) => store.append([sampleEvent(`e${n}`)])));
    expect(await stores[0]?.head()).toMatchObject({ position: 6 });
  });

  test('The server deletes nothing of a ledger, and purges nothing of it', async () => {
    const ledger = newLedger();
    await (await openStore({ nats, ledger })).append([sampleEvent('e1')]);
    await expect(streams.deleteMessage(`meritlog-${ledger}`, 1)).rejects.toThrow('not permitted');
    await expect(streams.purge(`meritlog-${ledger}`)).rejects.toThrow('not permitted');
  });

  test('A stream that goes missing while the store is open is told by the code incomplete', async () => {
    const ledger = newLedger();
    const store = await openStore({ nats, ledger });
    await streams.delete(`meritlog-${ledger}`);
    const incomplete = {
      code: 'incomplete',
      message: expect.stringContaining('the stream of the ledger is gone. Restore it from a backup.'),
    };
    await expect(gather(store)).rejects.toMatchObject(incomplete);
    await expect(store.append([sampleEvent('e1')])).rejects.toMatchObject(incomplete);
  });

  test.for(['', '{', '{"position":1,"events":[]}', '{"position":1,"events":[{"stream":"a"}]}', '[]', 'null'])(
    'A message that is not ours is told by the code corrupt: %j',
    async (message) => {
      const ledger = newLedger();
      const store = await openStore({ nats, ledger });
      await nats.request(`meritlog.1.${ledger}`, message);
      await expect(gather(store)).rejects.toMatchObject({
        code: 'corrupt',
        message: 'The message 1 of the stream holds no events of a ledger. Restore the ledger from a backup.',
      });
    },
  );

  test('A message that does not follow the one before it is told by the code corrupt', async () => {
    const ledger = newLedger();
    const store = await openStore({ nats, ledger });
    await store.append([sampleEvent('e1')]);
    const event = { stream: '', version: 1, recordedtime: '1970-01-01T00:00:00Z', content: sampleEvent('e2') };
    await nats.request(`meritlog.1.${ledger}`, JSON.stringify({ position: 3, events: [event] }));
    await expect(gather(store)).rejects.toMatchObject({
      code: 'corrupt',
      message: 'The message 2 of the stream does not follow the message 1. Restore the ledger from a backup.',
    });
  });

  test('An append with more bytes than a message takes is refused whole', async () => {
    const store = await openStore({ nats, ledger: newLedger() });
    const large = { ...sampleEvent('large'), data: { text: '功'.repeat(400_000) } };
    expect(await store.append([sampleEvent('small'), large])).toMatchObject({
      kind: 'invalid',
      problems: [{ code: 'append-too-large', pointer: '/events', facts: { most: 1_048_064 } }],
    });
    expect(await store.head()).toMatchObject({ position: 0 });
  });

  test('An append of as many bytes as a message takes is stored, and several such at once go one by one', async () => {
    const store = await openStore({ nats, ledger: newLedger() });
    const large = (id: string) => ({ ...sampleEvent(id), data: { text: '功'.repeat(349_200) } });
    const results = await Promise.all(['a', 'b', 'c'].map((id) => store.append([large(id)])));
    expect(results.map(({ kind }) => kind)).toEqual(['appended', 'appended', 'appended']);
    expect(await gather(store)).toHaveLength(3);
  });
});
