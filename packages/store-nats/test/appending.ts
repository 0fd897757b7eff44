import type { EventStore } from '@meritlog/core';
import { expect } from 'vitest';
import { gather, sampleEvent } from './sample.js';

/** Callers that append one event after the other, until they are stopped. */
export interface Appending {
  /** Settles when so many more appends are acknowledged. */
  more(count: number): Promise<void>;
  /** "position id" of each, when the last one is answered. */
  stop(): Promise<readonly string[]>;
}

export function appending(store: EventStore, callers: number): Appending {
  const lines: string[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let isStopped = false;
  const call = async (caller: number): Promise<void> => {
    for (let n = 0; !isStopped; n += 1) {
      const id = `${caller}-${n}`;
      const result = await store.append([sampleEvent(id)]);
      lines.push(`${result.kind === 'appended' ? result.events[0]?.position : result.kind} ${id}`);
      for (const { count, resolve } of waiting) if (lines.length >= count) resolve();
    }
  };
  const all = Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  return {
    more: (count) => new Promise((resolve) => waiting.push({ count: lines.length + count, resolve })),
    stop: async () => {
      isStopped = true;
      await all;
      return lines;
    },
  };
}

/** Every acknowledged event is there, once and whole, and appending goes on. */
export async function expectWhole(store: EventStore, lines: readonly string[]): Promise<void> {
  const stored = await gather(store);
  const found = stored.map(({ position, event }) => `${position} ${event.id}`);
  expect(found).toEqual(expect.arrayContaining([...lines]));
  expect(new Set(stored.map(({ event }) => event.id)).size).toBe(stored.length);
  expect(stored.map(({ position }) => position)).toEqual(stored.map((_, index) => index + 1));
  expect(await store.append([sampleEvent('next')])).toMatchObject({ events: [{ position: stored.length + 1 }] });
}
