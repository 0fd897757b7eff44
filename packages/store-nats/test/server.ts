import { randomUUID } from 'node:crypto';
import type { EventStore } from '@meritlog/core';
import { type LocalNats, natsServer, startNats } from '@meritlog/local-nats';
import { type NatsStoreOptions, openNatsStore } from '@meritlog/store-nats';
import { afterAll, onTestFinished } from 'vitest';

/** Whether this machine has the program. */
export const hasNats: boolean = natsServer() !== undefined;

/** A server for the tests of one file. */
export async function serverOfFile(settings?: string): Promise<LocalNats> {
  const server = await startNats(settings);
  afterAll(() => server.stop());
  return server;
}

/** A name that no ledger has yet. */
export function newLedger(): string {
  return randomUUID();
}

/** A store that is closed when the test is over. */
export async function openStore(options: NatsStoreOptions): Promise<EventStore> {
  const store = await openNatsStore({ now: () => 0, ...options });
  onTestFinished(() => store.close());
  return store;
}
