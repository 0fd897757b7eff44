import { claimRejected, claimSame } from '../claim.js';
import { appendAll, asJson, gather, gatherTail, positions } from '../gather.js';
import { type Law, law } from '../law.js';
import { sampleEvent, sampleEvents } from '../sample-event.js';
import { stopSwitch } from '../stop-switch.js';

export const tailLaws: readonly Law[] = [
  law('A tail from any position gives what a read from there gives', async ({ store }) => {
    await appendAll(store, sampleEvents(7));
    const all = await gather(store);
    for (const cut of [0, ...positions(all)]) {
      const rest = await gather(store, { after: cut });
      claimSame(`The tail after ${cut}`, asJson(await gatherTail(store, cut, rest.length)), asJson(rest));
    }
  }),

  law('A tail gives what is appended while it waits', async ({ store }) => {
    const tailing = gatherTail(store, 0, 5);
    for (const event of sampleEvents(5)) await appendAll(store, [event]);
    claimSame('The tail', asJson(await tailing), asJson(await gather(store)));
  }),

  law('A tail that was cut off goes on from its last position, with nothing lost or doubled', async ({ store }) => {
    const seen: number[] = [];
    const appending = (async () => {
      for (const event of sampleEvents(20)) await appendAll(store, [event]);
    })();
    while (seen.length < 20) {
      seen.push(...positions(await gatherTail(store, seen.at(-1) ?? 0, 1)));
    }
    await appending;
    claimSame('The positions', seen, positions(await gather(store)));
  }),

  law('Several tails each get everything', async ({ store }) => {
    const tails = [gatherTail(store, 0, 6), gatherTail(store, 0, 6), gatherTail(store, 2, 4)];
    await Promise.all(sampleEvents(6).map((event) => store.append([event])));
    const all = positions(await gather(store));
    const seen = (await Promise.all(tails)).map(positions);
    claimSame('The positions', seen, [all, all, all.slice(2)]);
  }),

  law('A tail ends quietly when its signal fires, also while it waits', async ({ store }) => {
    await appendAll(store, [sampleEvent(1)]);
    const { signal, stop } = stopSwitch();
    const batches = store.tail(0, { signal })[Symbol.asyncIterator]();
    claimSame('The first batch', (await batches.next()).done ?? false, false);
    const waiting = batches.next();
    stop('enough');
    claimSame('The end', (await waiting).done ?? false, true);
  }),

  law('A tail ends quietly when the store is closed', async ({ store }) => {
    await appendAll(store, [sampleEvent(1)]);
    const batches = store.tail(0)[Symbol.asyncIterator]();
    await batches.next();
    const waiting = batches.next();
    await store.close();
    claimSame('The end', (await waiting).done ?? false, true);
  }),

  law('A tail from no position is refused by the code bad-query', async ({ store }) => {
    await claimRejected('the tail', 'bad-query', gatherTail(store, -1, 1));
  }),

  law(
    'A tail gives what another handle appends',
    async ({ store, another }) => {
      const second = await another();
      const tailing = gatherTail(second, 0, 3);
      for (const event of sampleEvents(3)) await appendAll(store, [event]);
      claimSame('The tail', asJson(await tailing), asJson(await gather(store)));
    },
    'another',
  ),
];
