import type { ReadQuery } from '@meritlog/core';
import fc from 'fast-check';
import { queries } from '../arbitrary.js';
import { claim, claimRejected, claimSame } from '../claim.js';
import { appendAll, asJson, gather, positions } from '../gather.js';
import { type Law, law, withBench } from '../law.js';
import { oracleRead } from '../oracle.js';
import { sampleEvent, sampleEvents } from '../sample-event.js';
import { SAMPLING } from '../sampling.js';
import { stopSwitch } from '../stop-switch.js';

export const readingLaws: readonly Law[] = [
  {
    name: 'Every query gives what filtering the list of all events gives',
    run: (make) =>
      withBench(make, async ({ store, clock }) => {
        for (const event of sampleEvents(24)) {
          clock.advance(event.id.length * 400);
          await appendAll(store, [event]);
        }
        const all = await gather(store);
        const property = fc.asyncProperty(queries, async (query) => {
          const found = await gather(store, query);
          claimSame(`What ${JSON.stringify(query)} gives`, positions(found), positions(oracleRead(all, query)));
          claimSame('The events', asJson(found), asJson(oracleRead(all, query)));
        });
        await fc.assert(property, { ...SAMPLING, numRuns: 200 });
      }),
  },

  law('Periods compare instants, whatever their offsets, and are half-open', async ({ store }) => {
    const times = [
      '2026-01-01T00:00:00+08:00',
      '2025-12-31T16:00:00Z',
      '2025-12-31T23:59:59.999+08:00',
      '2026-01-01T07:59:59Z',
    ];
    await appendAll(
      store,
      times.map((time, index) => sampleEvent(index, { time })),
    );
    const inJanuary = { occurred: { from: '2026-01-01T00:00:00+08:00', before: '2026-01-01T16:00:00+08:00' } };
    claimSame('From midnight in China', positions(await gather(store, inJanuary)), [1, 2, 4]);
    const before = { occurred: { before: '2025-12-31T16:00:00Z' } };
    claimSame('Before midnight in China', positions(await gather(store, before)), [3]);
  }),

  law('What was known at an instant is a prefix of the ledger, whatever the events are about', async (bench) => {
    const { store, clock } = bench;
    for (const event of sampleEvents(4)) {
      await appendAll(store, [event]);
      clock.advance(1000);
    }
    const known = async (knownAt: string, more: ReadQuery = {}) => positions(await gather(store, { knownAt, ...more }));
    claimSame('Before the first', await known('2025-12-31T23:59:59Z'), []);
    claimSame('At the second, in another offset', await known('2026-01-01T08:00:01+08:00'), [1, 2]);
    claimSame('After the last', await known('2027-01-01T00:00:00Z'), [1, 2, 3, 4]);
    claimSame('With a nearer bound', await known('2027-01-01T00:00:00Z', { upTo: 3, order: 'backward' }), [3, 2, 1]);
  }),

  law('A read ends where the ledger ended when its first batch was asked for', async ({ store }) => {
    await appendAll(store, sampleEvents(1500));
    const seen: number[] = [];
    for await (const batch of store.read()) {
      if (seen.length === 0) await appendAll(store, [sampleEvent(1501)]);
      seen.push(...positions(batch));
    }
    claimSame('How many were read', seen.length, 1500);
    claimSame('How many are read afterwards', (await gather(store)).length, 1501);
  }),

  law('A long read comes in batches, none of them empty, and gives every event once', async ({ store }) => {
    await appendAll(store, sampleEvents(4100));
    for (const query of [
      {},
      { stream: 'unit-1' },
      { order: 'backward' },
      { stream: 'unit-1', order: 'backward' },
    ] as const) {
      const seen: number[] = [];
      let smallest = Number.POSITIVE_INFINITY;
      for await (const batch of store.read(query)) {
        smallest = Math.min(smallest, batch.length);
        seen.push(...positions(batch));
      }
      claim('No batch is empty', smallest > 0);
      claimSame('How many', seen.length, 'stream' in query ? 1025 : 4100);
      claimSame('How many differ', new Set(seen).size, seen.length);
      const isOrdered = seen.every((p, i) => i === 0 || p > (seen[i - 1] ?? 0) === !('order' in query));
      claim('The order is that of positions', isOrdered);
    }
  }),

  law('A limit counts over batches', async ({ store }) => {
    await appendAll(store, sampleEvents(2300));
    for (const limit of [0, 1, 999, 1000, 1001, 2000, 2300, 5000]) {
      claimSame(`How many of ${limit}`, (await gather(store, { limit })).length, Math.min(limit, 2300));
    }
  }),

  law('A query for no types gives nothing', async ({ store }) => {
    await appendAll(store, sampleEvents(3));
    claimSame('What is read', asJson(await gather(store, { types: [] })), []);
  }),

  law('Several reads at once do not disturb each other', async ({ store }) => {
    await appendAll(store, sampleEvents(1200));
    const [all, one, back] = await Promise.all([
      gather(store),
      gather(store, { stream: 'unit-2' }),
      gather(store, { order: 'backward', limit: 1100 }),
    ]);
    claimSame('How many', [all.length, one.length, back.length, back[0]?.position ?? 0], [1200, 300, 1100, 1200]);
  }),

  law('A reader may stop early, and the store goes on', async ({ store }) => {
    await appendAll(store, sampleEvents(1200));
    for await (const batch of store.read()) {
      claimSame('The first position', batch[0]?.position ?? 0, 1);
      break;
    }
    await appendAll(store, [sampleEvent(1201)]);
    claimSame('How many', (await gather(store)).length, 1201);
  }),

  law('A query that makes no sense is refused by the code bad-query', async ({ store }) => {
    await appendAll(store, sampleEvents(2));
    const senseless: readonly ReadQuery[] = [
      { after: -1 },
      { upTo: 1.5 },
      { limit: Number.NaN },
      { knownAt: '2026-12-31' },
      { occurred: { from: 'yesterday' } },
      { occurred: { before: '2026-12-31T00:00:00' } },
      { stream: 'unit-1\u0000' },
      { types: ['matter.overdue', '\ud800'] },
    ];
    for (const query of senseless) await claimRejected(JSON.stringify(query), 'bad-query', gather(store, query));
    await claimRejected('positionAt without an offset', 'bad-query', store.positionAt('2026-12-31T00:00:00'));
  }),

  law("A read whose signal fires is rejected with the signal's reason", async ({ store }) => {
    await appendAll(store, sampleEvents(2500));
    const { signal, stop } = stopSwitch();
    const reason = Object.assign(new Error('enough'), { code: 'enough' });
    const reading = (async () => {
      for await (const _ of store.read({ signal })) stop(reason);
    })();
    await claimRejected('the read', 'enough', reading);
  }),
];
