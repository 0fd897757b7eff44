import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type CloudEvent,
  type EventStore,
  memoryStore,
  outcomeDocument,
  parseEvents,
  parseRubric,
  tryReplay,
} from '@meritlog/core';
import { natsServer, startNats } from '@meritlog/local-nats';
import { startPostgres } from '@meritlog/local-postgres';
import { openNatsStore } from '@meritlog/store-nats';
import { openPostgresStore } from '@meritlog/store-postgres';
import { openSqliteStore } from '@meritlog/store-sqlite';
import { afterAll, expect, test } from 'vitest';
import { galleryNames } from '../src/gallery.js';
import { root } from '../src/repository.js';

const server = await startPostgres({ fsync: 'off' });
afterAll(() => server.stop());

/** With room for the largest ledger at once; none where this machine has no nats-server. */
const nats = natsServer() === undefined ? undefined : await startNats('max_payload: 8MB');
afterAll(() => nats?.stop());

const schemes = [
  ...galleryNames.map((name) => `gallery/${name}`),
  'class-conduct',
  'contractor-scorecard',
  'four-institutions',
];

/** When an event that brings no recorded time is recorded. */
const now = (): number => Date.parse('2030-01-01T00:00:00Z');

test.for(schemes)(
  'I17: all stores give the events of %s back in the same order, and the same outcome',
  async (name) => {
    const text = (file: string): string => readFileSync(path.join(root, 'examples', name, file), 'utf8');
    const rubric = good(parseRubric(text('rubric.json')));
    const events = byRecordedTime(good(parseEvents(rubric, text('events.jsonl'))).events.map(({ event }) => event));
    const stores: readonly EventStore[] = [
      memoryStore({ now }),
      await openSqliteStore({ file: ':memory:', now }),
      await openPostgresStore({ connection: server.connection, ledger: name, now }),
      ...(nats === undefined ? [] : [await openNatsStore({ connection: nats.connection, ledger: name, now })]),
    ];
    const found = [];
    for (const store of stores) {
      await store.append(events, { preserveRecorded: true });
      const stored = [];
      for await (const batch of store.read()) stored.push(...batch);
      await store.close();
      const ledger = good(
        parseEvents(
          rubric,
          stored.map(({ event }) => event),
        ),
      );
      found.push({ stored, digests: outcomeDocument(good(tryReplay(ledger, rubric))).digests });
    }
    expect(found[0]?.stored).toHaveLength(events.length);
    for (const other of found.slice(1)) expect(other).toEqual(found[0]);
  },
);

/** A store takes them in no other order; those that bring no recorded time come last. */
function byRecordedTime(events: readonly CloudEvent[]): readonly CloudEvent[] {
  const at = ({ recordedtime }: CloudEvent): number => Date.parse(recordedtime ?? '2030-01-01T00:00:00Z');
  return events.toSorted((a, b) => at(a) - at(b));
}

function good<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly object[] },
): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems, null, 2));
}
