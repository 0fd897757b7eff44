import { Moment } from './dates.js';
import { Fraction } from './fraction.js';
import type { CloudEvent, Ledger, LedgerEvent } from './model.js';
import { byCodePoint } from './values.js';
import type { Frame, Happening } from './world.js';

export const VOIDED = 'meritlog.event.voided';

export function happeningsOf(ledger: Ledger): Happening[] {
  return ledger.events.map((event: LedgerEvent) => ({
    id: event.event.id,
    source: event.event.source,
    type: event.type,
    subject: event.subject,
    sequence: event.event.sequence,
    time: event.time,
    recorded: event.recorded,
    data: event.data,
    carried: undefined,
    issued: undefined,
  }));
}

/** An event that a what-if adds; what stands in it was checked before. */
export function supposed(event: CloudEvent): Happening {
  const time = msOf(event.time);
  return {
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject ?? '',
    sequence: event.sequence,
    time,
    recorded: event.recordedtime === undefined ? time : msOf(event.recordedtime),
    data: event.data ?? {},
    carried: undefined,
    issued: undefined,
  };
}

/** The events of these types that can be seen at the reading instant, in canonical order. */
export async function visible(frame: Frame, types?: readonly string[]): Promise<readonly Happening[]> {
  const { events, course } = frame.world;
  const wanted = events.filter((event) => types === undefined || types.includes(event.type));
  if (course === undefined) return canonical(wanted, frame);
  return wanted.filter((event) => (course.effective.get(event) ?? event.time) <= frame.now);
}

/** Sorted by (effective time, time, sequence, source, id). */
export async function canonical(events: readonly Happening[], frame: Frame): Promise<Happening[]> {
  const timed: { event: Happening; effective: number }[] = [];
  for (const event of events) timed.push({ event, effective: await frame.world.calls.effective(event, frame) });
  return timed.sort((a, b) => a.effective - b.effective || compareEvents(a.event, b.event)).map(({ event }) => event);
}

/** What a reference names: an id of the holder's own source, else `source#id`. */
export function referenced(text: string, source: string, events: readonly Happening[]): Happening | undefined {
  const own = events.find((event) => event.id === text && event.source === source);
  return own ?? events.find((event) => identity(event) === text);
}

export function identity(event: Pick<Happening, 'source' | 'id'>): string {
  return `${event.source}#${event.id}`;
}

/** The recorded events by whose names alone two events are ordered, in their order; undefined where more than that orders them. */
export async function tiedByName(
  a: Happening,
  b: Happening,
  frame: Frame,
): Promise<readonly [Happening, Happening] | undefined> {
  if ((await effectOf(a, frame)) !== (await effectOf(b, frame))) return undefined;
  const left = await occasion(a, frame);
  const right = await occasion(b, frame);
  if (left === right) return undefined;
  if (left.issued !== undefined && right.issued !== undefined) {
    return tiedByName(left.issued.trigger, right.issued.trigger, frame);
  }
  if (left.issued !== undefined || right.issued !== undefined) return undefined;
  if (left.time !== right.time || compareSequences(left.sequence, right.sequence) !== 0) return undefined;
  return compareEvents(left, right) < 0 ? [left, right] : [right, left];
}

/** The recorded event behind which an event stands at its instant, or what a delayed rule issued then. */
async function occasion(event: Happening, frame: Frame): Promise<Happening> {
  const trigger = event.issued?.trigger;
  if (trigger === undefined) return event;
  const isAtOnce = (await effectOf(trigger, frame)) === (await effectOf(event, frame));
  return isAtOnce ? occasion(trigger, frame) : event;
}

async function effectOf(event: Happening, frame: Frame): Promise<number> {
  return frame.world.calls.effective(event, frame);
}

function compareEvents(a: Happening, b: Happening): number {
  return (
    a.time - b.time ||
    compareSequences(a.sequence, b.sequence) ||
    byCodePoint(a.source, b.source) ||
    byCodePoint(a.id, b.id)
  );
}

/** An absent one first, then numerals by number, then other texts by code point. */
function compareSequences(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const [left, right] = [Fraction.parse(a), Fraction.parse(b)];
  if (left === undefined && right === undefined) return byCodePoint(a, b);
  if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
  return left.compare(right);
}

function msOf(text: string): number {
  const moment = Moment.parse(text);
  if (moment === undefined) throw new RangeError(`no RFC 3339 time: ${text}`);
  return moment.ms;
}
