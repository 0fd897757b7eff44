import type { EventStore, ReadQuery } from '@meritlog/core';

/**
 * A ledger, or what a query gives of it, as JSON Lines in batches: each event with its recorded time, in the order of
 * the ledger. Names of streams are no part of an event: restored, each one is in the stream of its subject.
 */
export async function* exportLines(store: EventStore, query: ReadQuery = {}): AsyncGenerator<string, void, undefined> {
  for await (const batch of store.read(query)) {
    yield batch.map(({ event }) => `${JSON.stringify(event)}\n`).join('');
  }
}
