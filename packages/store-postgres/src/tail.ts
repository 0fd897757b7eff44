import { setTimeout } from 'node:timers/promises';
import type { Bell, Followed } from '@meritlog/core/store';
import type { PostgresClient, PostgresPool } from './database.js';
import { withClient } from './open-pool.js';

/** Hears what any process appends, on one connection for all tails of a store, held while there are any. */
export interface Listening {
  readonly listen: Followed['listen'];
  /** Gives the connection back. */
  end(): Promise<void>;
}

/** A connection that is lost is replaced; then the tails look for what they missed meanwhile. */
export function listening(pool: PostgresPool, channel: string, changes: Bell): Listening {
  let tails = 0;
  let stop = (): void => {};
  let hearing: Promise<void> | undefined;
  const hear = async (): Promise<void> => {
    while (tails > 0) {
      const stopped = new Promise<void>((resolve) => {
        stop = resolve;
      });
      await withClient(pool, (client) => hearOn(client, channel, changes, stopped)).catch(() => setTimeout(RETRY_MS));
    }
    hearing = undefined;
  };
  const end = async (): Promise<void> => {
    tails = 0;
    stop();
    await hearing;
  };
  return {
    listen: (listener) => {
      tails += 1;
      hearing ??= hear();
      const unheard = changes.listen(listener);
      return () => {
        unheard();
        tails = Math.max(0, tails - 1);
        if (tails === 0) stop();
      };
    },
    end,
  };
}

const RETRY_MS = 100;

/** Until `stopped`; rejects when the connection is lost. */
async function hearOn(client: PostgresClient, channel: string, changes: Bell, stopped: Promise<void>): Promise<void> {
  let lose = (): void => {};
  const lost = new Promise<never>((_, reject) => {
    lose = () => reject(new Error('The listening connection was lost.'));
  });
  client.on('notification', changes.ring);
  client.on('end', lose);
  client.on('error', lose);
  try {
    await client.query(`LISTEN "${channel}"`);
    changes.ring(); // What came before is heard from nobody.
    await Promise.race([stopped, lost]);
    await client.query(`UNLISTEN "${channel}"`);
  } finally {
    client.off('notification', changes.ring);
    client.off('end', lose);
    client.off('error', lose);
  }
}
