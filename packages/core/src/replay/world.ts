import type { Instant } from '../model/calendar.js';
import { type Laid, type LedgerEvent, layOut } from '../model/ledger.js';
import type { EditionPlan, Plan } from '../model/plan.js';
import { dayOfInstant, startOfDay } from '../model/zone.js';
import { compareCanonical } from './canonical-order.js';
import { type Carried, Columns } from './columns.js';
import { lastOf } from './edition.js';
import { eventFrame } from './frame.js';
import { type Note, ViewReader } from './reader.js';
import { View } from './view.js';

/** Recorded events that stand, with a reader that sees all of them whatever their date: what fields are read from. */
export interface World {
  readonly columns: Columns;
  readonly recorded: ViewReader;
}

/** Lays out events in canonical order. `events` come in order of (time, sequence, source, id). */
export function buildWorld(
  plan: Plan,
  laid: Laid,
  forced: EditionPlan | undefined,
  note: Note,
  carried: Carried,
): World {
  if (!plan.ordersByFormula) return arrange(plan, laid, undefined, forced, note, carried);
  const placed = inOrderOfEffect(plan, laid, forced, note, carried);
  return arrange(
    plan,
    layOut(placed.map(({ event }) => event)),
    placed.map(({ effective }) => effective),
    forced,
    note,
    carried,
  );
}

function arrange(
  plan: Plan,
  laid: Laid,
  effects: readonly Instant[] | undefined,
  forced: EditionPlan | undefined,
  note: Note,
  carried: Carried,
): World {
  let recorded: ViewReader;
  const columns: Columns = new Columns(
    plan,
    laid,
    effects,
    carried,
    (ord) => eventFrame(recorded, Number.POSITIVE_INFINITY, ord),
    editionFinder(plan, forced, () => recorded),
  );
  recorded = new ViewReader(plan, columns, View.whole(columns, laid.byType), Number.POSITIVE_INFINITY, forced, note);
  return { columns, recorded };
}

interface Placed {
  readonly event: LedgerEvent;
  readonly effective: Instant;
}

/** Effective times come from fields of the event alone, so they are read before the events are laid out in order. */
function inOrderOfEffect(
  plan: Plan,
  laid: Laid,
  forced: EditionPlan | undefined,
  note: Note,
  carried: Carried,
): readonly Placed[] {
  const { recorded } = arrange(plan, laid, undefined, forced, note, carried);
  const placed = laid.events.map((event, ord): Placed => ({ event, effective: effectiveOf(recorded, ord, event) }));
  return placed.sort((a, b) => compareCanonical(a.event, a.effective, b.event, b.effective));
}

function effectiveOf(reader: ViewReader, ord: number, event: LedgerEvent): Instant {
  const value = reader.columns.typePlan(ord)?.effective?.(eventFrame(reader, Number.POSITIVE_INFINITY, ord));
  if (typeof value !== 'number') return event.time;
  return isDate(reader, event) ? startOfDay(reader.zone, value) : value;
}

function isDate(reader: ViewReader, event: LedgerEvent): boolean {
  return lastOf(reader.plan.editions).model.events.get(event.type)?.effective?.expr.type === 'date';
}

/** The edition of an event's computed fields: picked by its type's `appliesBy`, else by its day. */
function editionFinder(
  plan: Plan,
  forced: EditionPlan | undefined,
  readerOf: () => ViewReader,
): EditionPlan | ((ord: number) => EditionPlan) {
  const only = plan.editions.length === 1 ? lastOf(plan.editions) : forced;
  if (only !== undefined) return only;
  const found = new Map<number, EditionPlan>();
  return (ord) => {
    const known = found.get(ord);
    if (known !== undefined) return known;
    const reader = readerOf();
    const event = reader.event(ord);
    const ofDay = reader.editionOn(dayOfInstant(reader.zone, event.time));
    // What `appliesBy` reads of the event is read by the edition of its day, as long as its own is looked for.
    found.set(ord, ofDay);
    const picked = ofDay.types.get(event.type)?.appliesBy?.(eventFrame(reader, Number.POSITIVE_INFINITY, ord));
    const edition = typeof picked === 'number' ? reader.editionOn(picked) : ofDay;
    found.set(ord, edition);
    return edition;
  };
}
