import type { LedgerEvent } from '../model/ledger.js';
import { refOf } from './order.js';

/** Whether the event takes back another one. */
export function isRuling({ type }: LedgerEvent): boolean {
  return type === 'meritlog.event.voided';
}

/** The event that a ruling is about. */
export function targetOf({ event, data }: LedgerEvent): string {
  return `${typeof data.source === 'string' ? data.source : event.source}#${String(data.id)}`;
}

/** What rulings void, heard from the last to the first; one that is void itself does nothing, and of rulings only earlier ones can be void. */
export function voidedIn(events: readonly LedgerEvent[]): ReadonlySet<string> {
  const voided = new Set<string>();
  const rulings = new Map(events.flatMap((event, place) => (isRuling(event) ? [[refOf(event), place] as const] : [])));
  for (const [place, event] of [...events.entries()].reverse()) {
    if (!isRuling(event) || voided.has(refOf(event))) continue;
    const target = targetOf(event);
    if ((rulings.get(target) ?? -1) < place) voided.add(target);
  }
  return voided;
}
