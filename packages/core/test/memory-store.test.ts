import { memoryStore } from '@meritlog/core';
import { type MakeStore, runContract } from '@meritlog/store-contract';
import { describe, expect, test } from 'vitest';

const make: MakeStore = async ({ now }) => {
  const store = memoryStore({ now });
  return { store, end: () => store.close() };
};

describe('The memory store keeps the contract:', async () => {
  await runContract(make, {
    test: (name, trial) => (trial.kind === 'run' ? test(name, trial.run) : test.skip(`${name} (${trial.reason})`)),
  });
});

test('What the memory store gives back cannot be changed', async () => {
  const store = memoryStore({ now: () => 0 });
  const event = {
    specversion: '1.0',
    id: 'e1',
    source: 'urn:test',
    type: 'matter.overdue',
    time: '2026-01-01T00:00:00Z',
  } as const;
  const result = await store.append([{ ...event, data: { list: [{ n: 1 }] } }]);
  const [stored] = result.kind === 'appended' ? result.events : [];
  const list = stored?.event.data?.list;
  expect([stored, stored?.event, stored?.event.data, list].every(Object.isFrozen)).toBe(true);
});

test('A refused append says of one event what is wrong, and how many others there are', async () => {
  const store = memoryStore({ now: () => 0 });
  const event = (id: string, n: number) => ({
    specversion: '1.0' as const,
    id,
    source: 'urn:test',
    type: 'counted',
    time: '2026-01-01T00:00:00Z',
    data: { n },
  });
  await store.append([event('a', 1), event('b', 1), event('c', 1)]);
  const told = async (...events: ReturnType<typeof event>[]) => {
    const result = await store.append(events);
    return result.kind === 'id-conflict' ? [result.message.en, result.message.zh] : [result.kind];
  };
  expect((await told(event('a', 2))).join()).not.toMatch(/more|另有/);
  expect(
    (await told(event('a', 2), event('b', 2), event('c', 2))).map((text) => /and 2 more|另有 2 处/.test(text)),
  ).toEqual([true, true]);
});
