import type { StoredEvent } from '../model/event.js';
import type { ReadQuery, StopSignal, TailOptions } from '../model/store.js';
import { checkedPosition } from './read-plan.js';

/** What a tail needs of a store. */
export interface Followed {
  read(query: ReadQuery): AsyncIterable<readonly StoredEvent[]>;
  /** Calls `listener` when there may be something new, or the store was closed, until the returned function is called. */
  listen(listener: () => void): () => void;
  closed(): boolean;
}

/** A tail made of reads: everything after a position, then whatever comes, until the signal fires or the store closes. */
export async function* follow(
  store: Followed,
  after: number,
  { signal }: TailOptions = {},
): AsyncGenerator<readonly StoredEvent[], void, undefined> {
  let position = checkedPosition('after', after);
  const alarm = latch();
  const unheard = store.listen(alarm.set);
  signal?.addEventListener('abort', alarm.set);
  try {
    while (!ended(store, signal)) {
      for await (const batch of store.read({ after: position })) {
        position = batch.at(-1)?.position ?? position;
        yield batch;
        if (ended(store, signal)) return;
      }
      await alarm.wait();
    }
  } catch (error) {
    if (!store.closed()) throw error; // A read that the closing of the store cut off is the end of the tail.
  } finally {
    unheard();
    signal?.removeEventListener('abort', alarm.set);
  }
}

function ended(store: Followed, signal: StopSignal | undefined): boolean {
  return store.closed() || signal?.aborted === true;
}

/** Remembers a call of `set` until somebody waits for it, so that no append falls between a read and the wait. */
function latch(): { set(): void; wait(): Promise<void> } {
  let isSet = false;
  let wake = (): void => {};
  return {
    set: () => {
      isSet = true;
      wake();
    },
    wait: async () => {
      if (!isSet) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      isSet = false;
    },
  };
}
