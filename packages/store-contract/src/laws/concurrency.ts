import { claim, claimSame } from '../claim.js';
import { asJson, gather, positions } from '../gather.js';
import { type Law, law } from '../law.js';
import { sampleEvent, sampleEvents } from '../sample-event.js';

export const concurrencyLaws: readonly Law[] = [
  law('Concurrent appends to one stream all succeed, and none is lost or doubled', async ({ store }) => {
    const results = await Promise.all(sampleEvents(64).map((event) => store.append([event], { stream: 's' })));
    claim(
      'Every append succeeds',
      results.every(({ kind }) => kind === 'appended'),
    );
    const stored = await gather(store, { stream: 's' });
    claimSame(
      'The versions',
      stored.map(({ version }) => version),
      sampleEvents(64).map((_, index) => index + 1),
    );
    claimSame(
      'The ids',
      stored.map(({ event }) => event.id).toSorted(),
      sampleEvents(64)
        .map(({ id }) => id)
        .toSorted(),
    );
  }),

  law('Of concurrent appends that expect the same version exactly one wins', async ({ store }) => {
    for (const expected of [0, 1, 2]) {
      const rivals = sampleEvents(16).map((event) => ({ ...event, id: `${event.id}-${expected}` }));
      const results = await Promise.all(rivals.map((event) => store.append([event], { stream: 's', expected })));
      const kinds = results.map(({ kind }) => kind).toSorted();
      claimSame('The answers', kinds, ['appended', ...Array.from({ length: 15 }, () => 'version-conflict')]);
    }
    claimSame('The head', (await store.head()).position, 3);
  }),

  law('Of concurrent appends of the same event one stores it, and the others find it', async ({ store }) => {
    const results = await Promise.all(Array.from({ length: 8 }, () => store.append([sampleEvent(1)])));
    const kinds = results.map(({ kind }) => kind).toSorted();
    claimSame('The answers', kinds, ['appended', ...Array.from({ length: 7 }, () => 'duplicate')]);
    claimSame('The head', (await store.head()).position, 1);
  }),

  law('A batch stays together however many append at once', async ({ store }) => {
    const batches = Array.from({ length: 12 }, (_, b) => sampleEvents(5).map((e) => ({ ...e, id: `${b}/${e.id}` })));
    await Promise.all(batches.map((batch) => store.append(batch)));
    const order = (await gather(store)).map(({ event }) => event.id.split('/')[0] ?? '');
    claimSame('How often another batch begins', order.filter((b, i) => b !== order[i - 1]).length, 12);
  }),

  law('A conflict of one append leaves those that came with it alone', async ({ store }) => {
    const results = await Promise.all([
      store.append([sampleEvent(1)]),
      store.append([sampleEvent(1, { data: { n: 2 } })]),
      store.append([sampleEvent(2, { time: 'never' })]),
      store.append([sampleEvent(3)]),
    ]);
    claimSame(
      'The answers',
      results.map(({ kind }) => kind),
      ['appended', 'id-conflict', 'invalid', 'appended'],
    );
  }),

  law('What a reader has seen stays as it is while others append', async ({ store }) => {
    const writers = sampleEvents(40).map(async (event) => store.append([event]));
    const views = await Promise.all(Array.from({ length: 10 }, () => gather(store)));
    await Promise.all(writers);
    const all = asJson(await gather(store));
    for (const view of views) claimSame('A view', asJson(view), all.slice(0, view.length));
  }),

  law(
    'Two handles append to one ledger at once, and none is lost or doubled',
    async ({ store, another }) => {
      const second = await another();
      const results = await Promise.all(
        sampleEvents(40).map((event, index) => (index % 2 === 0 ? store : second).append([event], { stream: 's' })),
      );
      claim(
        'Every append succeeds',
        results.every(({ kind }) => kind === 'appended'),
      );
      const [seen, alsoSeen] = [await gather(store), await gather(second)];
      claimSame(
        'The versions',
        seen.map(({ version }) => version),
        sampleEvents(40).map((_, index) => index + 1),
      );
      claimSame('What the second handle sees', asJson(alsoSeen), asJson(seen));
    },
    'another',
  ),

  law(
    'Two handles see the same events in the same order while both append',
    async ({ store, another }) => {
      const second = await another();
      const writing = sampleEvents(30).map((event, index) => (index % 3 === 0 ? second : store).append([event]));
      const views = await Promise.all([gather(store), gather(second), gather(second), gather(store)]);
      await Promise.all(writing);
      const all = positions(await gather(store));
      for (const view of views) claimSame('A view', positions(view), all.slice(0, view.length));
    },
    'another',
  ),
];
