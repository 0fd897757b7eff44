import type { LedgerEvent } from '../model/ledger.js';
import { compareSequences, compareTexts } from '../model/order.js';
import type { Columns } from './columns.js';

/** Canonical order: (effective time, time, sequence, source, id). */
export function compareCanonical(a: LedgerEvent, effectiveA: number, b: LedgerEvent, effectiveB: number): number {
  return (
    effectiveA - effectiveB ||
    a.time - b.time ||
    compareSequences(a.event.sequence, b.event.sequence) ||
    compareTexts(a.event.source, b.event.source) ||
    compareTexts(a.event.id, b.event.id)
  );
}

/** Zero where only source and id order two events. */
export function compareMoments(columns: Columns, a: number, b: number): number {
  const [x, y] = [columns.event(a), columns.event(b)];
  return (
    columns.effectiveOf(a) - columns.effectiveOf(b) ||
    x.time - y.time ||
    compareSequences(x.event.sequence, y.event.sequence)
  );
}
