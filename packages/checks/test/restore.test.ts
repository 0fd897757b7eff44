import {
  type CloudEvent,
  type EventStore,
  memoryStore,
  outcomeDocument,
  parseEvents,
  parseRubric,
  tryReplay,
} from '@meritlog/core';
import { arbitraryScheme, type Scheme } from '@meritlog/core/testing';
import { exportLines, restoreLedger } from '@meritlog/import';
import { openSqliteStore } from '@meritlog/store-sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';

type Open = (now: () => number) => Promise<EventStore>;
const memory: Open = async (now) => memoryStore({ now });
const sqlite: Open = (now) => openSqliteStore({ file: ':memory:', now });
const pairs: readonly (readonly [name: string, from: Open, into: Open])[] = [
  ['a memory store, from SQLite', sqlite, memory],
  ['a SQLite file, from memory', memory, sqlite],
];

test.each(pairs)(
  'an export restored into %s is the same ledger, and its outcome has the same digests',
  async (_, from, into) => {
    const clocks = fc.array(fc.integer({ min: -5000, max: 100_000 }), { minLength: 1, maxLength: 10 });
    const property = fc.asyncProperty(arbitraryScheme({ events: 25 }), clocks, async (scheme, steps) => {
      let now = Date.parse('2026-01-01T00:00:00Z');
      const first = await from(() => now);
      for (const [index, event] of scheme.events.entries()) {
        now += steps[index % steps.length] ?? 0;
        await first.append([event]);
      }
      const second = await into(() => Date.parse('2040-01-01T00:00:00Z'));
      const text = await exported(first);
      const restored = await restoreLedger(second, text.split('\n'));
      expect(restored).toMatchObject({ ok: true, value: { known: 0 } });
      expect(await all(second)).toEqual(await all(first));
      expect(await digests(scheme, second)).toEqual(await digests(scheme, first));
      expect(await exported(second)).toBe(text);
      expect(await restoreLedger(second, text.split('\n'))).toMatchObject({ ok: true, value: { restored: 0 } });
      await Promise.all([first.close(), second.close()]);
    });
    await fc.assert(property, { seed: 20_260_101, numRuns: 25 });
  },
);

async function exported(store: EventStore): Promise<string> {
  let text = '';
  for await (const lines of exportLines(store)) text += lines;
  return text;
}

async function all(store: EventStore) {
  const stored = [];
  for await (const batch of store.read()) stored.push(...batch);
  return stored;
}

async function digests({ rubric }: Scheme, store: EventStore) {
  const read = parseRubric([...rubric]);
  if (!read.ok) throw new Error('no rubric');
  const events: readonly CloudEvent[] = (await all(store)).map(({ event }) => event);
  const ledger = parseEvents(read.value, events);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.problems));
  const outcome = tryReplay(ledger.value, read.value);
  return outcome.ok ? outcomeDocument(outcome.value).digests : outcome.problems;
}
