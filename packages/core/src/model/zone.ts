import { type Day, formatDay, type Instant, MS_PER_DAY, MS_PER_MINUTE } from './day.js';
import { formatInstant } from './instant.js';

/** A time zone as its table of offsets, so that an outcome never hangs on the time-zone data of the host. */
export interface Zone {
  readonly name: string;
  /** Ordered by `from`; the first holds from the beginning of time, whatever its `from` says. Never empty. */
  readonly offsets: readonly ZoneOffset[];
}

export interface ZoneOffset {
  readonly from: Instant;
  /** Minutes east of UTC. */
  readonly minutes: number;
}

/** A zone that keeps one offset for ever. */
export function fixedZone(name: string, minutes: number): Zone {
  return { name, offsets: [{ from: Number.NEGATIVE_INFINITY, minutes }] };
}

/** Minutes east of UTC at an instant. */
export function offsetAt(zone: Zone, instant: Instant): number {
  return spanAt(zone, spanIndex(zone, instant)).minutes;
}

/** The local day an instant falls on. */
export function dayOfInstant(zone: Zone, instant: Instant): Day {
  return Math.floor((instant + offsetAt(zone, instant) * MS_PER_MINUTE) / MS_PER_DAY);
}

/** The day's first instant: the first at which the local calendar shows this day or, where the zone skips it, a later one. */
export function startOfDay(zone: Zone, day: Day): Instant {
  const midnight = day * MS_PER_DAY;
  // No offset reaches two days, so a span that ended two days before this midnight in UTC cannot hold it.
  for (let at = spanIndex(zone, midnight - 2 * MS_PER_DAY); ; at += 1) {
    const span = spanAt(zone, at);
    const shown = midnight - span.minutes * MS_PER_MINUTE;
    const start = at === 0 ? shown : Math.max(shown, span.from);
    const next = zone.offsets[at + 1];
    if (next === undefined || start < next.from) return start;
  }
}

/** As a lens would ask for it: the date where an instant is the end of its day, else '2026-01-01T08:00:00+08:00'. */
export function momentText(zone: Zone, instant: Instant): string {
  const day = dayOfInstant(zone, instant);
  if (instant === endOfDay(zone, day)) return formatDay(day);
  const minutes = offsetAt(zone, instant);
  const local = formatInstant(instant + minutes * MS_PER_MINUTE).slice(0, -1);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const offset = [hours, rest].map((part) => String(part).padStart(2, '0')).join(':');
  return `${local}${minutes < 0 ? '-' : '+'}${offset}`;
}

/** The last millisecond before the next day starts. */
export function endOfDay(zone: Zone, day: Day): Instant {
  return startOfDay(zone, day + 1) - 1;
}

function spanAt(zone: Zone, index: number): ZoneOffset {
  const span = zone.offsets[index];
  if (span === undefined) throw new RangeError(`the zone ${zone.name} has no offsets`);
  return span;
}

/** The last span that has begun, by bisection. */
function spanIndex(zone: Zone, instant: Instant): number {
  let low = 0;
  let high = zone.offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spanAt(zone, middle).from <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}
