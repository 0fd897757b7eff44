import { StoreError } from '@meritlog/core';
import { errors } from '@nats-io/transport-node';
import { type Commit, lastPosition } from './commit.js';
import type { Ledger } from './ledger.js';

/** The messages `from` to `to`: a few are asked for by name, many come by a consumer. */
export async function* range(ledger: Ledger, from: number, to: number, patienceMs: number): AsyncGenerator<Commit> {
  const commits = to - from < FEW ? named(ledger, from, to) : consumed(ledger, from, to, patienceMs);
  let last: Commit | undefined;
  for await (const commit of commits) {
    if (last !== undefined) checkNext(last, commit);
    last = commit;
    yield commit;
  }
}

/** How many are worth a consumer. */
export const FEW = 32;

async function* named(ledger: Ledger, from: number, to: number): AsyncGenerator<Commit> {
  yield* await Promise.all(Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ledger.at(from + index)));
}

/** Rejects where no message comes for `patienceMs` milliseconds although the reader waits. */
async function* consumed(ledger: Ledger, from: number, to: number, patienceMs: number): AsyncGenerator<Commit> {
  const following = ledger.follow(from);
  let [isWaiting, sequence, seen] = [true, from - 1, from - 2];
  const watch = setInterval(() => {
    if (isWaiting && seen === sequence) void following.stop(new errors.TimeoutError());
    seen = sequence;
  }, patienceMs);
  try {
    for await (const commit of following) {
      [isWaiting, sequence] = [false, commit.sequence];
      yield commit;
      if (sequence >= to) return;
      isWaiting = true;
    }
    throw new errors.ClosedConnectionError();
  } finally {
    clearInterval(watch);
    await following.stop();
  }
}

function checkNext(last: Commit, { sequence, events }: Commit): void {
  if (sequence === last.sequence + 1 && events[0]?.position === lastPosition(last) + 1) return;
  throw new StoreError(
    'corrupt',
    `The message ${sequence} of the stream does not follow the message ${last.sequence}. Restore the ledger from a backup.`,
  );
}
