import type { LedgerEvent } from '../model/ledger.js';

/** The full reference of an event: `source#id`. */
export function refOf({ event }: LedgerEvent): string {
  return `${event.source}#${event.id}`;
}
