import type { Instant } from '../model/calendar.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { EditionPlan, Plan } from '../model/plan.js';
import { dayOfInstant, startOfDay } from '../model/zone.js';
import { compareCanonical } from './canonical-order.js';
import { Columns } from './columns.js';
import { eventFrame } from './frame.js';
import { lastOf, type Note, ViewReader } from './reader.js';
import { View } from './view.js';

/** Recorded events that stand, with a reader that sees all of them whatever their date: what fields are read from. */
export interface World {
  readonly columns: Columns;
  readonly recorded: ViewReader;
}

/** Lays out events in canonical order. `events` come in order of (time, sequence, source, id). */
export function buildWorld(plan: Plan, events: readonly LedgerEvent[], forced: EditionPlan | undefined, note: Note): World {
  let recorded: ViewReader;
  const columns: Columns = new Columns(
    plan,
    (ord) => eventFrame(recorded, Number.POSITIVE_INFINITY, ord),
    plan.editions.length === 1 || forced !== undefined ? constant(forced ?? lastOf(plan.editions)) : (ord) => editionOfEvent(plan, recorded, ord),
  );
  const view = new View(columns);
  recorded = new ViewReader(plan, columns, view, Number.POSITIVE_INFINITY, forced, note);
  for (const event of plan.ordersByFormula ? inOrderOfEffect(plan, events, forced, note) : events.map(atItsTime)) {
    columns.add(event.event, event.effective);
  }
  for (let ord = 0; ord < columns.events.length; ord += 1) view.add(ord);
  return { columns, recorded };
}

interface Placed {
  readonly event: LedgerEvent;
  readonly effective: Instant;
}

function constant<T>(value: T): () => T {
  return () => value;
}

function atItsTime(event: LedgerEvent): Placed {
  return { event, effective: event.time };
}

/** Effective times come from fields of the event alone, so they are read before the events are laid out in order. */
function inOrderOfEffect(plan: Plan, events: readonly LedgerEvent[], forced: EditionPlan | undefined, note: Note): readonly Placed[] {
  let reader: ViewReader;
  const columns: Columns = new Columns(
    plan,
    (ord) => eventFrame(reader, Number.POSITIVE_INFINITY, ord),
    (ord) => (forced ?? editionOfEvent(plan, reader, ord)),
  );
  reader = new ViewReader(plan, columns, new View(columns), Number.POSITIVE_INFINITY, forced, note);
  for (const event of events) columns.add(event, event.time);
  const placed = events.map((event, ord): Placed => ({ event, effective: effectiveOf(reader, ord, event) }));
  return placed.sort((a, b) => compareCanonical(a.event, a.effective, b.event, b.effective));
}

function effectiveOf(reader: ViewReader, ord: number, event: LedgerEvent): Instant {
  const type = reader.columns.typePlan(ord);
  const value = type?.effective?.(eventFrame(reader, Number.POSITIVE_INFINITY, ord));
  if (typeof value !== 'number') return event.time;
  return isDate(reader, ord) ? startOfDay(reader.zone, value) : value;
}

function isDate(reader: ViewReader, ord: number): boolean {
  const type = lastOf(reader.plan.editions).model.events.get(reader.event(ord).type);
  return type?.effective?.expr.type === 'date';
}

/** The edition of an event's computed fields: picked by its type's `appliesBy`, else by its day. */
function editionOfEvent(plan: Plan, reader: ViewReader, ord: number): EditionPlan {
  const event = reader.event(ord);
  const type = lastOf(plan.editions).types.get(event.type);
  const day = event.time === undefined ? 0 : dayOfInstant(reader.zone, event.time);
  if (type?.appliesBy === undefined) return reader.editionOn(day);
  const picked = type.appliesBy(eventFrame(reader, Number.POSITIVE_INFINITY, ord));
  return reader.editionOn(typeof picked === 'number' ? picked : day);
}
