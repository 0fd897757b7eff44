import type { ReadQuery, StoredEvent } from '@meritlog/core';
import { checkedInstant, planRead, type ReadPlan, throwIfStopped } from '@meritlog/core/store';
import { type Commit, lastPosition } from './commit.js';
import type { Ledger } from './ledger.js';
import { FEW, range } from './range.js';
import { positionAt, sequenceOf } from './search.js';

/** Reads message by message: memory stays constant, and no reader holds up the writers. */
export type Read = (query: ReadQuery) => AsyncGenerator<readonly StoredEvent[], void, undefined>;

/** `open` runs work on the connection, and throws once the store is closed. */
export function reader(ledger: Ledger, patienceMs: number, open: <T>(work: () => Promise<T>) => Promise<T>): Read {
  return async function* read(query) {
    throwIfStopped(query.signal);
    const pages = pagesOf(ledger, query, patienceMs);
    try {
      for (;;) {
        const { done, value } = await open(() => pages.next());
        throwIfStopped(query.signal);
        if (done === true) return;
        yield value;
      }
    } finally {
      await pages.return();
    }
  };
}

async function* pagesOf(
  ledger: Ledger,
  query: ReadQuery,
  patienceMs: number,
): AsyncGenerator<readonly StoredEvent[], void, undefined> {
  const last = await ledger.last();
  const plan = await planned(ledger, query, last);
  if (last === undefined || plan.after >= plan.upTo) return;
  let [page, left]: [StoredEvent[], number] = [[], plan.limit];
  for await (const events of batches(ledger, plan, last, patienceMs)) {
    for (const stored of events) {
      if (left === 0) break;
      if (!matches(plan, stored)) continue;
      left -= 1;
      page.push(stored);
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
    if (left === 0) break;
  }
  if (page.length > 0) yield page;
}

const PAGE = 1000;

async function planned(ledger: Ledger, query: ReadQuery, last: Commit | undefined): Promise<ReadPlan> {
  const { knownAt } = query;
  const known = knownAt === undefined ? 0 : await positionAt(ledger, checkedInstant('knownAt', knownAt), last);
  return planRead(query, last === undefined ? 0 : lastPosition(last), () => known);
}

/** The events of the messages that the plan may mean, in its order. */
async function* batches(
  ledger: Ledger,
  plan: ReadPlan,
  last: Commit,
  patienceMs: number,
): AsyncGenerator<readonly StoredEvent[]> {
  const from = await sequenceOf(ledger, plan.after + 1, last);
  const to = await sequenceOf(ledger, plan.upTo, last);
  if (!plan.backward) {
    for await (const { events } of range(ledger, from, to, patienceMs)) yield events;
    return;
  }
  // No consumer goes backwards: the messages are asked for by name, some at once.
  for (let high = to; high >= from; high -= FEW) {
    const commits: Commit[] = [];
    for await (const commit of range(ledger, Math.max(from, high - FEW + 1), high, patienceMs)) commits.push(commit);
    for (const { events } of commits.toReversed()) yield events.toReversed();
  }
}

function matches({ after, upTo, stream, types, occurred }: ReadPlan, stored: StoredEvent): boolean {
  const { position, event } = stored;
  if (position <= after || position > upTo || (stream !== undefined && stream !== stored.stream)) return false;
  if (types?.includes(event.type) === false) return false;
  if (occurred === undefined) return true;
  const at = checkedInstant('time', event.time);
  return occurred.from <= at && at < occurred.before;
}
