import { type EventStore, memoryStore } from '@meritlog/core';
import { contract, type MakeStore, runContract } from '@meritlog/store-contract';
import { expect, test } from 'vitest';

/** A memory store that differs from a good one in `fault`. */
function planted(fault: (store: EventStore) => Partial<EventStore>): MakeStore {
  return async ({ now }) => {
    const store = memoryStore({ now });
    return { store: { ...store, ...fault(store) }, end: () => store.close() };
  };
}

/** What each planted fault does, with a law that must notice it. */
const FAULTS: ReadonlyArray<readonly [string, string, (store: EventStore) => Partial<EventStore>]> = [
  [
    'tells a repeated append from a first one by nothing',
    'An event appended twice is stored once, and the second answer tells its first place',
    (store) => ({
      append: async (events, options) => {
        const result = await store.append(events, options);
        return result.kind === 'duplicate' ? { ...result, kind: 'appended' } : result;
      },
    }),
  ],
  [
    'looks at versions before identities',
    'A repeated append is a duplicate although its expected version is stale by now',
    (store) => ({
      append: async (events, options = {}) => {
        const { stream = events[0]?.subject ?? '', expected } = options;
        let actual = 0;
        for await (const batch of store.read({ stream })) actual += batch.length;
        const message = { en: 'stale', zh: '过期' };
        if (expected === undefined || expected === actual) return store.append(events, options);
        return { kind: 'version-conflict', stream, expected, actual, message };
      },
    }),
  ],
  [
    'stores a batch event by event',
    'One bad event keeps the whole batch out, and every fault is named',
    (store) => ({
      append: async (events, options) => {
        const [first] = events;
        if (first !== undefined && events.length > 1) await store.append([first], options);
        return store.append(events, options);
      },
    }),
  ],
  [
    'believes the recorded time that events bring',
    'The recorded time that an event brings is not believed unless it is asked for',
    (store) => ({ append: (events, options) => store.append(events, { ...options, preserveRecorded: true }) }),
  ],
  [
    'takes a period for closed at both ends',
    'Periods compare instants, whatever their offsets, and are half-open',
    (store) => ({
      read: ({ occurred, ...query } = {}) => {
        if (occurred?.before === undefined) return store.read({ ...query, ...(occurred && { occurred }) });
        const before = new Date(Date.parse(occurred.before) + 1).toISOString();
        return store.read({ ...query, occurred: { ...occurred, before } });
      },
    }),
  ],
  [
    'counts the limit in each batch',
    'A limit counts over batches',
    (store) => ({
      read: ({ limit, ...query } = {}) => store.read({ ...query, ...(limit && { limit: limit % 1000 }) }),
    }),
  ],
  [
    'finds the position before the one recorded at the instant',
    'positionAt finds what a look at every event finds, on clocks that jump',
    (store) => ({ positionAt: async (instant) => Math.max(0, (await store.positionAt(instant)) - 1) }),
  ],
  [
    'gives the last event again when a tail goes on',
    'A tail from any position gives what a read from there gives',
    (store) => ({ tail: (after, options) => store.tail(after === 0 ? 0 : after - 1, options) }),
  ],
  [
    'goes on after it was closed',
    'After it is closed, every call of a store is rejected by the code closed',
    () => ({ close: async () => {} }),
  ],
];

test.each(FAULTS)('A store that %s is caught by the law: %s', async (_, name, fault) => {
  const law = contract.find((one) => one.name === name);
  await expect(law?.run(planted(fault))).rejects.toThrow();
});

test('The first broken law is told by its name', async () => {
  const make = planted(() => ({ head: async () => ({ position: 1, recordedtime: null }) }));
  await expect(runContract(make)).rejects.toThrow('This store breaks a law: An empty ledger has head 0');
});

test('No two laws have the same name', () => {
  expect(new Set(contract.map(({ name }) => name)).size).toBe(contract.length);
});

test('A skip that names no law is refused', async () => {
  const skip = { 'Every store is fast': 'This one is not.' };
  await expect(
    runContract(
      planted(() => ({})),
      { skip },
    ),
  ).rejects.toThrow('No law is called "Every store is fast"');
});

test('A skip without a reason is refused', async () => {
  const skip = { 'A store may be closed twice': ' ' };
  await expect(
    runContract(
      planted(() => ({})),
      { skip },
    ),
  ).rejects.toThrow('gives no reason');
});

test('A law that is skipped is not run, and its reason is told', async () => {
  const reasons: string[] = [];
  await runContract(
    planted(() => ({})),
    {
      skip: { 'A store may be closed twice': 'Its driver counts handles.' },
      test: (_, trial) => void (trial.kind === 'skip' && reasons.push(trial.reason)),
    },
  );
  expect(reasons).toContain('Its driver counts handles.');
  expect(reasons).toContain('This store opens no second handle on a ledger.');
});
