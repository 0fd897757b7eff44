import type { LedgerEvent } from '../model/ledger.js';
import { compareSequences, compareTexts } from '../model/order.js';

/** By time, sequence, source and id: the order in which a file takes its events. */
export function compareEvents(a: LedgerEvent, b: LedgerEvent): number {
  return (
    a.time - b.time ||
    compareSequences(a.event.sequence, b.event.sequence) ||
    compareTexts(a.event.source, b.event.source) ||
    compareTexts(a.event.id, b.event.id)
  );
}

/** `source#id`. */
export function refOf({ event }: LedgerEvent): string {
  return `${event.source}#${event.id}`;
}
