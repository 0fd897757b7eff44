import fc from 'fast-check';
import { steps } from '../arbitrary.js';
import { claimSame } from '../claim.js';

import { appendAll, asJson, gather, outline } from '../gather.js';
import { type Law, law, withBench } from '../law.js';
import { oraclePositionAt } from '../oracle.js';
import { sampleEvent, sampleEvents } from '../sample-event.js';
import { SAMPLING } from '../sampling.js';

export const recordedTimeLaws: readonly Law[] = [
  law('A ledger stamps events with the clock, in UTC', async ({ store, clock }) => {
    clock.set('2026-03-01T08:30:00+08:00');
    const [stored] = await appendAll(store, [sampleEvent(1)]);
    claimSame('The recorded time', stored?.event.recordedtime ?? null, '2026-03-01T00:30:00Z');
  }),

  law('Recorded times never decrease, also when the clock jumps back', async ({ store, clock }) => {
    for (const [index, at] of ['09:00:00.250', '08:00:00', '08:30:00', '10:00:00'].entries()) {
      clock.set(`2026-03-01T${at}Z`);
      await appendAll(store, [sampleEvent(index)]);
    }
    const times = (await gather(store)).map(({ event }) => event.recordedtime.slice(11));
    claimSame('The recorded times', times, ['09:00:00.250Z', '09:00:00.250Z', '09:00:00.250Z', '10:00:00Z']);
  }),

  law('The recorded time that an event brings is not believed unless it is asked for', async ({ store }) => {
    const [stored] = await appendAll(store, [sampleEvent(1, { recordedtime: '1999-01-01T00:00:00Z' })]);
    claimSame('The recorded time', stored?.event.recordedtime ?? null, '2026-01-01T00:00:00Z');
  }),

  law('A preserved recorded time is kept letter for letter', async ({ store }) => {
    const times = ['2025-03-01T09:00:00+08:00', '2025-03-01T02:00:00.50Z'];
    await appendAll(
      store,
      sampleEvents(2).map((event, i) => ({ ...event, recordedtime: times[i] ?? '' })),
      PRESERVE,
    );
    claimSame(
      'The recorded times',
      (await gather(store)).map(({ event }) => event.recordedtime),
      times,
    );
    claimSame('The head', (await store.head()).recordedtime, times[1] ?? null);
  }),

  law("A preserved recorded time before the head's is refused, compared as instants", async ({ store, clock }) => {
    clock.set('2026-03-01T00:00:00Z');
    await appendAll(store, [sampleEvent(1)]);
    const early = sampleEvent(2, { recordedtime: '2026-03-01T07:59:59+08:00' });
    const notBefore = '2026-03-01T00:00:00Z';
    const refused = { kind: 'recorded-out-of-order', index: 0, notBefore };
    claimSame('The answer', outline(await store.append([early], PRESERVE)), refused);
    await appendAll(store, [sampleEvent(2, { recordedtime: '2026-02-28T19:00:00-05:00' })], PRESERVE);
  }),

  law('Preserved recorded times that decrease within a batch are refused', async ({ store }) => {
    const times = ['2025-03-02T00:00:00Z', '2025-03-01T00:00:00Z'];
    const batch = sampleEvents(2).map((event, i) => ({ ...event, recordedtime: times[i] ?? '' }));
    const refused = { kind: 'recorded-out-of-order', index: 1, notBefore: times[0] ?? '' };
    claimSame('The answer', outline(await store.append(batch, PRESERVE)), refused);
    claimSame('The head', (await store.head()).position, 0);
  }),

  law('After a preserved time ahead of the clock, stamps stand still until the clock catches up', async (bench) => {
    await appendAll(bench.store, [sampleEvent(1, { recordedtime: '2026-01-01T09:00:00+08:00' })], PRESERVE);
    const [stored] = await appendAll(bench.store, [sampleEvent(2)]);
    claimSame('The stamp', stored?.event.recordedtime ?? null, '2026-01-01T01:00:00Z');
  }),

  law('An event without a recorded time is stamped also where times are preserved', async ({ store }) => {
    const batch = [sampleEvent(1, { recordedtime: '2025-06-01T00:00:00Z' }), sampleEvent(2)];
    const times = (await appendAll(store, batch, PRESERVE)).map(({ event }) => event.recordedtime);
    claimSame('The recorded times', times, ['2025-06-01T00:00:00Z', '2026-01-01T00:00:00Z']);
  }),

  law('A repeated import is a duplicate although its times lie before the head', async ({ store, clock }) => {
    const batch = [sampleEvent(1, { recordedtime: '2025-06-01T00:00:00Z' })];
    await appendAll(store, batch, PRESERVE);
    clock.advance(1000);
    await appendAll(store, [sampleEvent(2)]);
    claimSame('The answer', (await store.append(batch, PRESERVE)).kind, 'duplicate');
  }),

  law('A preserved recorded time that is no instant is invalid', async ({ store }) => {
    const result = await store.append([sampleEvent(1, { recordedtime: '2025-06-01' })], PRESERVE);
    claimSame('The answer', outline(result), { kind: 'invalid', at: ['/events/0/recordedtime'] });
  }),

  {
    name: 'A ledger that is appended to an empty one, with its recorded times and streams, is the same ledger',
    run: async (make) => {
      const property = fc.asyncProperty(steps, (walk) =>
        withBench(make, async ({ store, clock }) => {
          for (const step of walk) {
            if (step.kind === 'clock') clock.advance(step.ms);
            else await store.append(step.events, step.options);
          }
          const all = await gather(store);
          await withBench(make, async ({ store: copy }) => {
            for (const { stream, event } of all) await appendAll(copy, [event], { stream, ...PRESERVE });
            claimSame('The copy', asJson(await gather(copy)), asJson(all));
            claimSame('Its head', { ...(await copy.head()) }, { ...(await store.head()) });
          });
        }),
      );
      await fc.assert(property, SAMPLING);
    },
  },

  {
    name: 'positionAt finds what a look at every event finds, on clocks that jump',
    run: async (make) => {
      const jumps = fc.array(fc.integer({ min: -5000, max: 9000 }), { maxLength: 12 });
      const property = fc.asyncProperty(jumps, fc.integer({ min: -9000, max: 40_000 }), (steps, at) =>
        withBench(make, async ({ store, clock }) => {
          for (const [index, step] of steps.entries()) {
            clock.advance(step);
            await appendAll(store, [sampleEvent(index)]);
          }
          const instant = new Date(Date.parse('2026-01-01T00:00:00Z') + at).toISOString();
          claimSame(
            `The position at ${instant}`,
            await store.positionAt(instant),
            oraclePositionAt(await gather(store), instant),
          );
        }),
      );
      await fc.assert(property, SAMPLING);
    },
  },
];

const PRESERVE = { preserveRecorded: true };
