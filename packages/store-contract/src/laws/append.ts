import { claim, claimSame } from '../claim.js';
import { appendAll, asJson, gather, outline, positions } from '../gather.js';
import { type Law, law } from '../law.js';
import { sampleEvent, sampleEvents } from '../sample-event.js';

export const appendLaws: readonly Law[] = [
  law('An empty ledger has head 0, no recorded time, and nothing to read', async ({ store }) => {
    claimSame('The head', { ...(await store.head()) }, { position: 0, recordedtime: null });
    claimSame('What a read gives', asJson(await gather(store)), []);
  }),

  law('An append answers with the events as they are stored, and a read gives the same', async ({ store }) => {
    const stored = await appendAll(store, sampleEvents(5));
    claimSame('What a read gives', asJson(await gather(store)), asJson(stored));
    const last = stored.at(-1);
    const head = { position: last?.position ?? 0, recordedtime: last?.event.recordedtime ?? null };
    claimSame('The head', { ...(await store.head()) }, head);
  }),

  law('Positions grow from append to append', async ({ store }) => {
    for (const event of sampleEvents(5)) await appendAll(store, [event]);
    const found = positions(await gather(store));
    claim(
      'Each position is greater than the one before',
      found.every((p, i) => p > (found[i - 1] ?? 0)),
    );
  }),

  law(
    'Positions are 1, 2, 3 … without holes, also after refused appends',
    async ({ store }) => {
      await appendAll(store, sampleEvents(3));
      await store.append([sampleEvent(4), sampleEvent(1, { data: { other: true } })]);
      await store.append([sampleEvent(5)], { expected: 9 });
      await store.append([sampleEvent(6, { time: 'yesterday' })]);
      await appendAll(store, [sampleEvent(7), sampleEvent(8)]);
      claimSame('The positions', positions(await gather(store)), [1, 2, 3, 4, 5]);
    },
    'dense',
  ),

  law(
    'An event goes to the stream of its subject, and one about nobody to the stream named by nothing',
    async (bench) => {
      const { subject: _, ...nobody } = sampleEvent(2);
      const stored = await appendAll(bench.store, [sampleEvent(1), nobody]);
      claimSame(
        'The streams',
        stored.map(({ stream }) => stream),
        ['unit-1', ''],
      );
      claimSame(
        'The stream named by nothing',
        asJson(await gather(bench.store, { stream: '' })),
        asJson(stored.slice(1)),
      );
    },
  ),

  law('A stream named at the append takes all of its events', async ({ store }) => {
    const stored = await appendAll(store, sampleEvents(6), { stream: 'period/2026' });
    claimSame(
      'The versions',
      stored.map(({ version }) => version),
      [1, 2, 3, 4, 5, 6],
    );
    claimSame('The stream', asJson(await gather(store, { stream: 'period/2026' })), asJson(stored));
    claimSame('The stream of a subject', asJson(await gather(store, { stream: 'unit-1' })), []);
  }),

  law('Versions count 1, 2, 3 … in each stream, whatever comes between', async ({ store }) => {
    await appendAll(store, sampleEvents(9));
    await appendAll(store, [sampleEvent(10), sampleEvent(11), sampleEvent(14)]);
    const seen = new Map<string, number>();
    for (const { stream, version } of await gather(store)) {
      claimSame(`The version after ${seen.get(stream) ?? 0} in ${stream}`, version, (seen.get(stream) ?? 0) + 1);
      seen.set(stream, version);
    }
  }),

  law('Appending nothing changes nothing, and every event of it is there already', async ({ store }) => {
    claimSame('The answer', outline(await store.append([])), { kind: 'duplicate', events: [] });
    claimSame('The head', (await store.head()).position, 0);
  }),

  law('One bad event keeps the whole batch out, and every fault is named', async ({ store }) => {
    const events = [
      sampleEvent(1),
      sampleEvent(2, { id: '', time: '2026-01-31T09:00:00' }),
      sampleEvent(3, { subject: '' }),
      sampleEvent(4, { data: { ratio: Number.NaN } }),
    ];
    const result = await store.append(events);
    const at = ['/events/1/id', '/events/1/time', '/events/2/subject', '/events/3'];
    claim('The answer is invalid', result.kind === 'invalid');
    if (result.kind === 'invalid') {
      const found = result.problems.map(({ pointer }) => at.find((place) => pointer.startsWith(place)) ?? pointer);
      claimSame('Where the faults are', found, at);
    }
    claimSame('The head', (await store.head()).position, 0);
  }),

  law('A batch larger than the store takes is refused whole', async ({ store }) => {
    const events = sampleEvents(store.capabilities.maxAppend + 1);
    claimSame('The answer', outline(await store.append(events)), { kind: 'invalid', at: ['/events'] });
    claimSame('The head', (await store.head()).position, 0);
  }),
];
