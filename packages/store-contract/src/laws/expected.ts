import { claimSame } from '../claim.js';
import { appendAll, outline } from '../gather.js';
import { type Law, law } from '../law.js';
import { sampleEvent, sampleEvents } from '../sample-event.js';

export const expectedLaws: readonly Law[] = [
  law("An append succeeds when the expected version is the stream's, 0 for a new stream", async ({ store }) => {
    await appendAll(store, sampleEvents(2), { stream: 's', expected: 0 });
    const [third] = await appendAll(store, [sampleEvent(3)], { stream: 's', expected: 2 });
    claimSame('The version', third?.version ?? null, 3);
  }),

  law('An append with another expected version stores nothing and tells the actual one', async ({ store }) => {
    await appendAll(store, sampleEvents(2), { stream: 's' });
    for (const expected of [0, 1, 3]) {
      const result = await store.append([sampleEvent(9)], { stream: 's', expected });
      claimSame('The answer', outline(result), { kind: 'version-conflict', stream: 's', expected, actual: 2 });
    }
    claimSame('The head', (await store.head()).position, 2);
  }),

  law('Without a named stream the expected version is that of the one subject', async ({ store }) => {
    const both = [sampleEvent(1), sampleEvent(5)];
    await appendAll(store, both, { expected: 0 });
    const stale = await store.append([sampleEvent(9)], { expected: 1 });
    claimSame('The answer', outline(stale), { kind: 'version-conflict', stream: 'unit-1', expected: 1, actual: 2 });
  }),

  law('An expected version for events of several streams is invalid', async ({ store }) => {
    const result = await store.append(sampleEvents(2), { expected: 0 });
    claimSame('The answer', outline(result), { kind: 'invalid', at: ['/options/expected'] });
  }),

  law('An expected version that is no whole number from 0 is invalid', async ({ store }) => {
    for (const expected of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      const result = await store.append([sampleEvent(1)], { expected });
      claimSame(`The answer to ${expected}`, outline(result), { kind: 'invalid', at: ['/options/expected'] });
    }
    claimSame('The head', (await store.head()).position, 0);
  }),
];
