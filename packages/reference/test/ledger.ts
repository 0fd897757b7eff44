import type { CloudEvent, JsonObject, Ledger, LedgerEvent } from '../src/model.js';

/** An event on a day of 2026, `'03-01'`, or at a time, `'2025-03-01T08:00:00Z'`. */
export function event(
  id: string,
  type: string,
  subject: string,
  on: string,
  data: JsonObject = {},
  more: Partial<CloudEvent> = {},
): CloudEvent {
  const time = on.includes('T') ? on : `2026-${on}T12:00:00Z`;
  return { specversion: '1.0', id, source: 'school', type, subject, time, data, ...more };
}

export function ledgerOf(...events: readonly CloudEvent[]): Ledger {
  return { events: events.map(entry) };
}

function entry(each: CloudEvent): LedgerEvent {
  const time = Date.parse(each.time);
  const recorded = each.recordedtime === undefined ? time : Date.parse(each.recordedtime);
  return { event: each, type: each.type, subject: each.subject ?? '', data: each.data ?? {}, time, recorded };
}
