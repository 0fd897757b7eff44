import type { LedgerEvent } from '../model/ledger.js';
import { byCodePoint } from './cohort.js';
import type { Columns } from './columns.js';

/** Canonical order: (effective time, time, sequence, source, id). */
export function compareCanonical(a: LedgerEvent, effectiveA: number, b: LedgerEvent, effectiveB: number): number {
  return (
    effectiveA - effectiveB ||
    a.time - b.time ||
    compareSequence(a.event.sequence, b.event.sequence) ||
    byCodePoint(a.event.source, b.event.source) ||
    byCodePoint(a.event.id, b.event.id)
  );
}

/** Zero where only source and id order two events. */
export function compareMoments(columns: Columns, a: number, b: number): number {
  const [x, y] = [columns.event(a), columns.event(b)];
  return columns.effectiveOf(a) - columns.effectiveOf(b) || x.time - y.time || compareSequence(x.event.sequence, y.event.sequence);
}

const NUMERAL = /^\d+$/;

/** As numbers where both are numerals, else by code point; an absent one first. */
function compareSequence(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  if (!NUMERAL.test(a) || !NUMERAL.test(b)) return byCodePoint(a, b);
  const [x, y] = [BigInt(a), BigInt(b)];
  return x < y ? -1 : x > y ? 1 : byCodePoint(a, b);
}
