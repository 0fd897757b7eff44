import type { StoredEvent } from '../model/event.js';
import type { StopSignal } from '../model/store.js';
import type { ReadPlan } from './read-plan.js';
import { throwIfStopped } from './throw-if-stopped.js';

/** The next events whose key (the version of a stream, else the position) is greater than `low` and at most `high`. */
export type Page = (low: number, high: number, size: number) => Promise<readonly StoredEvent[]>;

/** What a plan reads, page by page. */
export async function* readPages(
  plan: ReadPlan,
  signal: StopSignal | undefined,
  page: Page,
): AsyncGenerator<readonly StoredEvent[], void, undefined> {
  let [low, high] = plan.stream === undefined ? [plan.after, plan.upTo] : [0, Number.MAX_SAFE_INTEGER];
  for (let left = plan.limit; left > 0; ) {
    const size = Math.min(left, PAGE);
    const events = await page(low, high, size);
    throwIfStopped(signal);
    if (events.length > 0) yield events;
    const last = events.at(-1);
    if (last === undefined || events.length < size) return;
    left -= size;
    const key = plan.stream === undefined ? last.position : last.version;
    if (plan.backward) high = key - 1;
    else low = key;
  }
}

const PAGE = 1000;
