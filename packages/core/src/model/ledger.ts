import type { Instant } from './calendar.js';
import { FieldCells } from './cells.js';
import type { CloudEvent } from './event.js';
import type { JsonObject } from './json.js';

/**
 * An event that passed the door: typed against the vocabulary, frozen, its times read. `event` is what was recorded;
 * while a ledger is judged, `type` and `data` of an older form are those that it is read as.
 */
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
  /** Distinct types, and for each event the place of its type among them. */
  readonly types: readonly string[];
  readonly typeOf: Int32Array;
  readonly times: Float64Array;
  readonly fields: FieldCells;
}

export type ByType = ReadonlyMap<string, readonly number[]>;

export function layOut(events: readonly LedgerEvent[]): Laid {
  const byType = new Map<string, number[]>();
  const typePlaces = new Map<string, number>();
  const subjectPlaces = new Map<string, number>();
  const [typeOf, subjectOf] = [new Int32Array(events.length), new Int32Array(events.length)];
  const times = new Float64Array(events.length);
  events.forEach(({ type, subject, time }, ord) => {
    const list = byType.get(type);
    if (list === undefined) byType.set(type, [ord]);
    else list.push(ord);
    typeOf[ord] = placeIn(typePlaces, type);
    subjectOf[ord] = placeIn(subjectPlaces, subject);
    times[ord] = time;
  });
  return {
    events,
    byType,
    subjects: [...subjectPlaces.keys()],
    subjectOf,
    types: [...typePlaces.keys()],
    typeOf,
    times,
    fields: new FieldCells(events),
  };
}

function placeIn(places: Map<string, number>, name: string): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, places.size);
  return places.size - 1;
}
