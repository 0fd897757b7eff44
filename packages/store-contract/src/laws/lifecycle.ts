import { claimRejected, claimSame } from '../claim.js';
import { appendAll, asJson, gather } from '../gather.js';
import { type Law, law } from '../law.js';
import { sampleEvent, sampleEvents } from '../sample-event.js';
import { stopSwitch } from '../stop-switch.js';

export const lifecycleLaws: readonly Law[] = [
  law('After it is closed, every call of a store is rejected by the code closed', async ({ store }) => {
    await appendAll(store, [sampleEvent(1)]);
    await store.close();
    await claimRejected('append', 'closed', store.append([sampleEvent(2)]));
    await claimRejected('read', 'closed', gather(store));
    await claimRejected('head', 'closed', store.head());
    await claimRejected('positionAt', 'closed', store.positionAt('2026-01-01T00:00:00Z'));
  }),

  law('A store may be closed twice', async ({ store }) => {
    await Promise.all([store.close(), store.close()]);
    await store.close();
  }),

  law('Appends that were begun before the store was closed are finished', async ({ store }) => {
    const begun = sampleEvents(5).map((event) => store.append([event]));
    const closing = store.close();
    const kinds = (await Promise.all(begun)).map(({ kind }) => kind);
    await closing;
    claimSame('The answers', kinds, ['appended', 'appended', 'appended', 'appended', 'appended']);
  }),

  law("An append whose signal has fired stores nothing and is rejected with the signal's reason", async ({ store }) => {
    const { signal, stop } = stopSwitch();
    stop(Object.assign(new Error('enough'), { code: 'enough' }));
    await claimRejected('the append', 'enough', store.append([sampleEvent(1)], { signal }));
    claimSame('The head', (await store.head()).position, 0);
  }),

  law(
    'A ledger that is opened again has every event, and goes on counting',
    async ({ store, another }) => {
      const stored = await appendAll(store, sampleEvents(6), { stream: 's' });
      await store.close();
      const again = await another();
      claimSame('The ledger', asJson(await gather(again)), asJson(stored));
      claimSame('The repeated append', (await again.append(sampleEvents(6))).kind, 'duplicate');
      const [next] = await appendAll(again, [sampleEvent(7)], { stream: 's', expected: 6 });
      claimSame('The next version', next?.version ?? 0, 7);
    },
    'another',
  ),
];
