import type { EventStore } from '@meritlog/core';
import { type Clock, clockAt } from './clock.js';

/** What every store must do, as a sentence, with the trial that shows it. */
export interface Law {
  readonly name: string;
  /** The law speaks only of stores that can do this. */
  readonly requires?: Requirement;
  /** Rejects where the law is broken. */
  run(make: MakeStore): Promise<void>;
}

/** `dense`: positions are 1..N. `another`: a second handle can be opened on the same ledger. */
export type Requirement = 'dense' | 'another';

/** Makes an empty ledger, whose clock is `now` (milliseconds since 1970). */
export type MakeStore = (options: { readonly now: () => number }) => Promise<StoreUnderTest>;

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Opens a second handle on the same ledger, with the same clock; it outlives the first. */
  another?(): Promise<EventStore>;
  /** Closes what is open and removes what was written. */
  end(): Promise<void>;
}

export interface Bench {
  readonly store: EventStore;
  readonly clock: Clock;
  another(): Promise<EventStore>;
}

/** A law whose trial gets an empty ledger of its own. */
export function law(name: string, trial: (bench: Bench) => Promise<void>, requires?: Requirement): Law {
  return {
    name,
    ...(requires === undefined ? {} : { requires }),
    run: (make) => withBench(make, trial),
  };
}

export async function withBench(make: MakeStore, trial: (bench: Bench) => Promise<void>): Promise<void> {
  const clock = clockAt('2026-01-01T00:00:00Z');
  const made = await make({ now: clock.now });
  try {
    await trial({ store: made.store, clock, another: () => secondHandle(made) });
  } finally {
    await made.end();
  }
}

function secondHandle(made: StoreUnderTest): Promise<EventStore> {
  if (made.another === undefined)
    throw new Error('This store opens no second handle; give `another`, or skip the law.');
  return made.another();
}
