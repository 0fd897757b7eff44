import type { Instant } from './calendar.js';
import type { CloudEvent } from './event.js';
import type { JsonObject } from './json.js';

/** An event that passed the door: typed against the vocabulary, frozen, its times read. */
export interface LedgerEvent {
  readonly event: CloudEvent;
  readonly type: string;
  /** Empty where the event has none. */
  readonly subject: string;
  readonly data: JsonObject;
  readonly time: Instant;
  /** `recordedtime`, or `time` where the event has not been recorded yet. */
  readonly recorded: Instant;
}

/** Events in canonical order of (time, sequence, source, id), each identity once. */
export interface Ledger extends Laid {
  readonly kind: 'ledger';
}

/** Events in order, with what every replay would otherwise look up again. */
export interface Laid {
  readonly events: readonly LedgerEvent[];
  /** Positions in `events` by type. */
  readonly byType: ByType;
  /** Distinct subjects, and for each event the place of its subject among them. */
  readonly subjects: readonly string[];
  readonly subjectOf: Int32Array;
}

export type ByType = ReadonlyMap<string, readonly number[]>;

export function layOut(events: readonly LedgerEvent[]): Laid {
  const byType = new Map<string, number[]>();
  const places = new Map<string, number>();
  const subjectOf = new Int32Array(events.length);
  events.forEach(({ type, subject }, ord) => {
    const list = byType.get(type);
    if (list === undefined) byType.set(type, [ord]);
    else list.push(ord);
    let place = places.get(subject);
    if (place === undefined) {
      place = places.size;
      places.set(subject, place);
    }
    subjectOf[ord] = place;
  });
  return { events, byType, subjects: [...places.keys()], subjectOf };
}
