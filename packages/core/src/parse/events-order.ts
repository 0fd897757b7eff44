import type { LedgerEvent } from '../model/ledger.js';
import { compareSequences, compareTexts } from '../model/order.js';

/** The order of a ledger: (time, sequence, source, id). No two events of a ledger are equal in it. */
function compareEvents(a: LedgerEvent, b: LedgerEvent): number {
  return (
    a.time - b.time ||
    compareSequences(a.event.sequence, b.event.sequence) ||
    compareTexts(a.event.source, b.event.source) ||
    compareTexts(a.event.id, b.event.id)
  );
}

/** Sorted in place, unless it is sorted already, as files mostly are. */
export function sortEvents(events: LedgerEvent[]): LedgerEvent[] {
  for (let index = 1; index < events.length; index += 1) {
    const before = events[index - 1];
    const after = events[index];
    if (before !== undefined && after !== undefined && compareEvents(before, after) > 0) {
      return events.sort(compareEvents);
    }
  }
  return events;
}

/** Two sorted lists as one. */
export function mergeEvents(old: readonly LedgerEvent[], added: readonly LedgerEvent[]): readonly LedgerEvent[] {
  if (added.length === 0) return old;
  const merged: LedgerEvent[] = [];
  let next = 0;
  for (const event of old) {
    for (let other = added[next]; other !== undefined && compareEvents(other, event) < 0; other = added[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(event);
  }
  for (; next < added.length; next += 1) {
    const other = added[next];
    if (other !== undefined) merged.push(other);
  }
  return merged;
}
