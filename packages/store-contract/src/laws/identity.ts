import { claimSame } from '../claim.js';
import { appendAll, asJson, gather, outline } from '../gather.js';
import { type Law, law } from '../law.js';
import { sampleEvent, sampleEvents } from '../sample-event.js';

export const identityLaws: readonly Law[] = [
  law(
    'An event appended twice is stored once, and the second answer tells its first place',
    async ({ store, clock }) => {
      const stored = await appendAll(store, [sampleEvent(1)]);
      clock.advance(60_000);
      claimSame('The answer', outline(await store.append([sampleEvent(1)])), {
        kind: 'duplicate',
        events: asJson(stored),
      });
      claimSame('The ledger', asJson(await gather(store)), asJson(stored));
    },
  ),

  law('An append whose answer was lost can be repeated, also after others have appended', async ({ store }) => {
    const stored = await appendAll(store, sampleEvents(4));
    await appendAll(store, [sampleEvent(5), sampleEvent(6)]);
    const again = await store.append(sampleEvents(4));
    claimSame('The answer', outline(again), { kind: 'duplicate', events: asJson(stored) });
    claimSame('The head', (await store.head()).position, 6);
  }),

  law('A repeated append is a duplicate although its expected version is stale by now', async ({ store }) => {
    const options = { stream: 's', expected: 0 };
    const stored = await appendAll(store, sampleEvents(2), options);
    await appendAll(store, [sampleEvent(3)], { stream: 's', expected: 2 });
    const again = await store.append(sampleEvents(2), options);
    claimSame('The answer', outline(again), { kind: 'duplicate', events: asJson(stored) });
  }),

  law(
    'Events stored one by one are a duplicate when they come as a batch, in the order of the batch',
    async ({ store }) => {
      const [first] = await appendAll(store, [sampleEvent(1)]);
      const [second] = await appendAll(store, [sampleEvent(2)]);
      const known = [second, first].filter((stored) => stored !== undefined);
      const again = await store.append([sampleEvent(2), sampleEvent(1)]);
      claimSame('The answer', outline(again), { kind: 'duplicate', events: asJson(known) });
    },
  ),

  law('The same identity with other content is refused, and nothing of the batch is stored', async ({ store }) => {
    await appendAll(store, sampleEvents(2));
    const result = await store.append([sampleEvent(3), sampleEvent(2, { data: { n: 99 } })]);
    const conflicts = [{ index: 1, source: 'urn:test', id: 'e2', why: 'other-content', position: 2 }];
    claimSame('The answer', outline(result), { kind: 'id-conflict', conflicts });
    claimSame('The head', (await store.head()).position, 2);
  }),

  law('Every field but recordedtime is content', async ({ store }) => {
    await appendAll(store, [sampleEvent(1)]);
    const changes = [
      { type: 'matter.other' },
      { subject: 'unit-9' },
      { time: '2026-02-15T01:00:00Z' },
      { sequence: '1' },
      { dataschema: 'urn:schema' },
      { datacontenttype: 'application/json' },
    ] as const;
    for (const change of changes) {
      const { kind } = await store.append([sampleEvent(1, change)]);
      claimSame(`The answer to ${JSON.stringify(change)}`, kind, 'id-conflict');
    }
    const { kind } = await store.append([sampleEvent(1, { recordedtime: '2020-01-01T00:00:00Z' })]);
    claimSame('The answer to another recordedtime', kind, 'duplicate');
  }),

  law('A batch of which some events are stored is refused, and the stored ones are named', async ({ store }) => {
    await appendAll(store, sampleEvents(2));
    const conflicts = [
      { index: 0, source: 'urn:test', id: 'e1', why: 'already-recorded', position: 1 },
      { index: 1, source: 'urn:test', id: 'e2', why: 'already-recorded', position: 2 },
    ];
    claimSame('The answer', outline(await store.append(sampleEvents(3))), { kind: 'id-conflict', conflicts });
    claimSame('The head', (await store.head()).position, 2);
  }),

  law('An identity that stands twice in one batch is refused', async ({ store }) => {
    const conflicts = [{ index: 1, source: 'urn:test', id: 'e1', why: 'repeated-in-batch', position: 0 }];
    const result = await store.append([sampleEvent(1), sampleEvent(1)]);
    claimSame('The answer', outline(result), { kind: 'id-conflict', conflicts });
    claimSame('The head', (await store.head()).position, 0);
  }),

  law('One id from two sources is two events', async ({ store }) => {
    await appendAll(store, [sampleEvent(1), sampleEvent(1, { source: 'urn:other' })]);
    claimSame('The head', (await store.head()).position, 2);
  }),

  law('Identities differ by code point: case, blanks and normal forms count', async ({ store }) => {
    const ids = ['é', 'e\u0301', 'É', 'é ', "'; DROP TABLE events; --", '%', '_'];
    await appendAll(
      store,
      ids.map((id) => sampleEvent(1, { id })),
    );
    claimSame(
      'The ids',
      (await gather(store)).map(({ event }) => event.id),
      ids,
    );
  }),

  law('What was read back can be appended again and is a duplicate', async ({ store, clock }) => {
    const stored = await appendAll(store, sampleEvents(3));
    clock.advance(1);
    const again = await store.append(stored.map(({ event }) => event));
    claimSame('The answer', outline(again), { kind: 'duplicate', events: asJson(stored) });
  }),

  law('The order of keys and the notation of numbers are no content', async ({ store }) => {
    await appendAll(store, [sampleEvent(1, { data: { a: 100, b: [{ x: 1, y: 0 }] } })]);
    const { kind } = await store.append([sampleEvent(1, { data: { b: [{ y: -0, x: 1.0 }], a: 1e2 } })]);
    claimSame('The answer', kind, 'duplicate');
  }),
];
