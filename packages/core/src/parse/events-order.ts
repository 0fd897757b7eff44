import type { LedgerEvent } from '../model/ledger.js';

/** The order of a ledger: (time, sequence, source, id). No two events of a ledger are equal in it. */
export function compareEvents(a: LedgerEvent, b: LedgerEvent): number {
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

/**
 * An absent one first, then numerals by number, then other texts by code point. Numerals stand before other texts,
 * because by code point '10' < '1a' < '9' would contradict 9 < 10.
 */
export function compareSequences(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  const [x, y] = [NUMERAL.test(a), NUMERAL.test(b)];
  if (x !== y) return x ? -1 : 1;
  return (x ? compareNumerals(a, b) : 0) || compareTexts(a, b);
}

const NUMERAL = /^[0-9]+$/;

function compareNumerals(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || compareTexts(x, y);
}

/** By code point; `<` compares UTF-16 units, which puts the supplementary planes before U+E000. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return weight(x) - weight(y);
  }
  return a.length - b.length;
}

/** Moves the surrogates behind all other units. */
function weight(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
