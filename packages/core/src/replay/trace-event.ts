import { formatDay, formatInstant, type Instant } from '../model/calendar.js';
import type { ReasonEvent } from '../model/explanation.js';
import { dayOfInstant } from '../model/zone.js';
import type { ViewReader } from './reader.js';

/** An event as reasons name it, with its state at an instant. */
export function eventReason(reader: ViewReader, ord: number, at: Instant): ReasonEvent {
  const { event, type, time } = reader.event(ord);
  const title = reader.editionAt(at).model.events.get(type)?.title ?? null;
  return {
    id: event.id,
    source: event.source,
    type,
    ...(event.type === type ? {} : { recordedAs: event.type }),
    title,
    time: formatInstant(time),
    day: formatDay(dayOfInstant(reader.zone, time)),
    state: reader.state(ord, at),
  };
}
