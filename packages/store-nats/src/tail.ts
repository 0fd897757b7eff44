import type { StoredEvent, TailOptions } from '@meritlog/core';
import { type Bell, planRead } from '@meritlog/core/store';
import { errors } from '@nats-io/transport-node';
import { lastPosition } from './commit.js';
import type { Ledger } from './ledger.js';
import { sequenceOf } from './search.js';

/** What a tail needs of a store. */
export interface Followed {
  readonly ledger: Ledger;
  /** Rings when the store is closed. */
  readonly changes: Bell;
  closed(): boolean;
  /** Throws what a failure means. */
  failed(error: unknown): never;
}

/** Everything after a position, then whatever comes, by a consumer of its own; the consumer outlives lost connections. */
export async function* tail(
  { ledger, changes, closed, failed }: Followed,
  after: number,
  { signal }: TailOptions,
): AsyncGenerator<readonly StoredEvent[], void, undefined> {
  const ended = (): boolean => closed() || signal?.aborted === true;
  planRead({ after }, 0, () => 0); // Refuses what is no position.
  if (ended()) return;
  const following = ledger.follow(await startOf(ledger, after).catch(failed));
  const stop = (): void => void following.stop();
  const unheard = changes.listen(stop);
  signal?.addEventListener('abort', stop);
  try {
    for await (const { events } of following) {
      if (ended()) return;
      const fresh = events.filter(({ position }) => position > after);
      if (fresh.length > 0) yield fresh;
    }
    if (!ended()) throw new errors.ClosedConnectionError();
  } catch (error) {
    if (!ended()) failed(error);
  } finally {
    unheard();
    signal?.removeEventListener('abort', stop);
    await following.stop();
  }
}

/** The first message with something after the position. */
async function startOf(ledger: Ledger, after: number): Promise<number> {
  const last = await ledger.last();
  if (last === undefined) return 1;
  return after >= lastPosition(last) ? last.sequence + 1 : sequenceOf(ledger, after + 1, last);
}
