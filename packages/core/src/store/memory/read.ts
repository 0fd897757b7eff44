import type { StoredEvent } from '../../model/event.js';
import type { ReadQuery } from '../../model/store.js';
import { planRead, type ReadPlan } from '../read-plan.js';
import { throwIfStopped } from '../throw-if-stopped.js';
import { countUpTo, type Entry, type Ledger, positionAt } from './ledger.js';

/** `open` gives the ledger, or throws once the store is closed. */
export async function* read(
  open: () => Ledger,
  query: ReadQuery,
): AsyncGenerator<readonly StoredEvent[], void, undefined> {
  const ledger = open();
  throwIfStopped(query.signal);
  const plan = planRead(query, ledger.entries.length, (ms) => positionAt(ledger, ms));
  for (const batch of batches(matches(ledger, plan), plan.limit)) {
    open();
    throwIfStopped(query.signal);
    yield batch;
  }
}

function* batches(entries: Iterable<Entry>, limit: number): Generator<readonly StoredEvent[]> {
  let left = limit;
  let batch: StoredEvent[] = [];
  for (const { stored } of entries) {
    if (left <= 0) break;
    left -= 1;
    batch.push(stored);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

const BATCH = 1000;

function* matches({ entries, streams }: Ledger, plan: ReadPlan): Generator<Entry> {
  const source = plan.stream === undefined ? entries : (streams.get(plan.stream) ?? []);
  const types = plan.types && new Set(plan.types);
  const first = countUpTo(source, ({ stored }) => stored.position <= plan.after);
  const last = countUpTo(source, ({ stored }) => stored.position <= plan.upTo);
  for (let step = 0; step < last - first; step += 1) {
    const entry = source[plan.backward ? last - 1 - step : first + step];
    if (entry === undefined || types?.has(entry.stored.event.type) === false) continue;
    if (occurredWithin(plan, entry)) yield entry;
  }
}

function occurredWithin({ occurred }: ReadPlan, entry: Entry): boolean {
  return occurred === undefined || (occurred.from <= entry.occurred && entry.occurred < occurred.before);
}
