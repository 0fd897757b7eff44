import { formatInstant } from '../model/calendar.js';
import { cmp, type Num } from '../model/num.js';
import { compareTexts } from '../model/order.js';
import type { CardEntry, Finding, IndicatorReading, KeyValues, Reading, Shown, SubjectFile } from '../model/outcome.js';
import { type IndicatorPlan, UNBOUND } from '../model/plan.js';
import type { CardModel } from '../model/rubric.js';
import { byValue } from './cohort.js';
import { eventConsequences, instantOf } from './consequence.js';
import type { Result } from './indicator.js';
import type { ViewReader } from './reader.js';
import { keyShown, show } from './show.js';
import { allTables } from './standings-outcome.js';
import { compositeOf } from './view.js';

type Binding = readonly number[];

/** Each subject's indicators, cards and consequences. */
export function subjectsOf(reader: ViewReader): { readonly [subject: string]: SubjectFile } {
  const { subjectKey } = reader.plan;
  const plans = [...reader.editionAt(reader.asOf).indicators.values()].filter(
    (plan) => !plan.model.hidden && plan.per.includes(subjectKey),
  );
  const bindings = new Map<string, ReadonlyMap<number, readonly Binding[]>>();
  for (const plan of plans) {
    const name = plan.per.join();
    if (!bindings.has(name)) bindings.set(name, bindingsBySubject(reader, plan.per));
  }
  const shown = periodsShown(reader);
  const consequences = eventConsequences(reader);
  const cards = cardsBySubject(reader);
  const files: Record<string, SubjectFile> = Object.create(null);
  for (const id of subjectIds(reader)) {
    const indicators: Record<string, IndicatorReading> = {};
    for (const plan of plans) {
      const own = bindings.get(plan.per.join())?.get(id) ?? [];
      if (own.length > 0) indicators[plan.model.name] = indicatorReading(reader, plan, own, shown.get(id));
    }
    const name = String(keyShown(reader, subjectKey, id));
    const stated = (consequences.get(name) ?? []).map(({ consequence }) => consequence);
    files[name] = { indicators, cards: cards.get(name) ?? [], consequences: stated };
  }
  return files;
}

/** The bindings of an indicator for one subject, by key values. */
export function bindingsOf(reader: ViewReader, plan: IndicatorPlan, subject: string): readonly Binding[] {
  return plan.per.includes(reader.plan.subjectKey) ? bindingsAround(reader, plan, subject) : [];
}

/** The same, of an indicator too whose keys the subject is not among: those that events of the subject carry. */
export function bindingsAround(reader: ViewReader, plan: IndicatorPlan, subject: string): readonly Binding[] {
  const ids = subjectIds(reader).filter((id) => String(keyShown(reader, reader.plan.subjectKey, id)) === subject);
  return ids.flatMap((id) => bindingsBySubject(reader, plan.per).get(id) ?? []);
}

/** The id of the period shown for a subject. */
export function periodShown(reader: ViewReader, subject: string): number | undefined {
  const id = subjectIds(reader).find(
    (candidate) => String(keyShown(reader, reader.plan.subjectKey, candidate)) === subject,
  );
  return id === undefined ? undefined : periodsShown(reader).get(id);
}

/** Events of types marked as findings that still stand. */
export function findingEvents(reader: ViewReader): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [type, model] of reader.editionAt(reader.asOf).model.events) {
    if (!model.finding) continue;
    for (const ord of reader.view.ofType(type)) {
      if (reader.columns.effectiveOf(ord) > reader.asOf || reader.state(ord, instantOf(reader, ord)) !== 'active')
        continue;
      const { event } = reader.event(ord);
      const facts: Record<string, string | number> = { id: event.id, time: formatInstant(reader.event(ord).time) };
      for (const [name, shownValue] of Object.entries(fieldsShown(reader, ord)))
        if (shownValue !== null) facts[name] = String(shownValue);
      const title = model.title ?? { en: type, zh: type };
      findings.push({ code: type, subject: event.subject ?? null, message: title, facts });
    }
  }
  return findings;
}

function subjectIds(reader: ViewReader): readonly number[] {
  const ids = new Set<number>();
  for (const type of reader.view.types()) {
    for (const ord of reader.view.ofType(type)) {
      if (reader.columns.effectiveOf(ord) > reader.asOf) continue;
      const id = reader.columns.keyId(ord, reader.plan.subjectKey);
      if (id >= 0) ids.add(id);
    }
  }
  const name = (id: number): string => String(keyShown(reader, reader.plan.subjectKey, id));
  return [...ids].sort((a, b) => compareTexts(name(a), name(b)));
}

/** The distinct values of keys in live events that carry all of them, by subject. */
function bindingsBySubject(reader: ViewReader, per: readonly number[]): ReadonlyMap<number, readonly Binding[]> {
  const { subjectKey, keyNames } = reader.plan;
  const found = new Map<number, Map<number | string, Binding>>();
  for (const type of reader.view.types()) {
    for (const ord of reader.view.ofType(type)) {
      if (reader.columns.effectiveOf(ord) > reader.asOf) continue;
      const subject = reader.columns.keyId(ord, subjectKey);
      if (subject < 0 || per.some((key) => reader.columns.keyId(ord, key) < 0)) continue;
      const name = compositeOf(per, (key) => reader.columns.keyId(ord, key));
      const own = found.get(subject) ?? new Map<number | string, Binding>();
      found.set(subject, own);
      if (own.has(name)) continue;
      const ids = new Array<number>(keyNames.length).fill(UNBOUND);
      for (const key of per) ids[key] = reader.columns.keyId(ord, key);
      own.set(name, ids);
    }
  }
  return new Map(
    [...found].map(([subject, own]) => [subject, [...own.values()].sort((a, b) => byBinding(reader, per, a, b))]),
  );
}

function byBinding(reader: ViewReader, per: readonly number[], a: Binding, b: Binding): number {
  for (const key of per) {
    const order = byValue(reader.keyValue(key, a[key] ?? UNBOUND), reader.keyValue(key, b[key] ?? UNBOUND));
    if (order !== 0) return order;
  }
  return 0;
}

/** For each subject the latest period in which it has a row in a standing. */
function periodsShown(reader: ViewReader): ReadonlyMap<number, number> {
  const { periodKey, subjectKey } = reader.plan;
  const shown = new Map<number, number>();
  if (periodKey < 0) return shown;
  for (const table of allTables(reader)) {
    const period = table.keys[periodKey] ?? UNBOUND;
    if (period < 0 || table.of !== subjectKey) continue;
    for (const { member } of table.rows) {
      const before = shown.get(member);
      if (before === undefined || byValue(reader.keyValue(periodKey, before), reader.keyValue(periodKey, period)) < 0)
        shown.set(member, period);
    }
  }
  return shown;
}

function indicatorReading(
  reader: ViewReader,
  plan: IndicatorPlan,
  bindings: readonly Binding[],
  period: number | undefined,
): IndicatorReading {
  const { periodKey, subjectKey } = reader.plan;
  const plain = plan.per.every((key) => key === subjectKey || key === periodKey);
  const members = bindings.map((ids) => ({ keys: keysShown(reader, plan.per, ids), ...reading(reader, plan, ids) }));
  if (!plain) return { value: null, coverage: { used: 0, of: 0 }, band: null, keys: {}, members };
  const at = bindings.findIndex((ids) => ids[periodKey] === period);
  const main = members[at < 0 ? members.length - 1 : at];
  if (main === undefined) throw new Error('a subject was listed without a binding');
  return members.length > 1 ? { ...main, members } : main;
}

function reading(reader: ViewReader, plan: IndicatorPlan, ids: Binding): Reading {
  const at = reader.instantFor(plan, ids, reader.asOf);
  const result: Result = reader.readBound(plan, ids, at, []);
  return {
    value: show(result.value, plan.model.type),
    coverage: { used: result.used, of: result.of },
    band: bandOf(plan, result),
  };
}

function bandOf(plan: IndicatorPlan, { value }: Result): string | null {
  if (value === undefined) return null;
  const band = plan.model.bands.find(({ from }) => from === undefined || cmp(from, value as Num) <= 0);
  return band?.id ?? null;
}

function keysShown(reader: ViewReader, per: readonly number[], ids: Binding): KeyValues {
  return Object.fromEntries(per.map((key) => [reader.plan.keyNames[key], keyShown(reader, key, ids[key] ?? UNBOUND)]));
}

function cardsBySubject(reader: ViewReader): ReadonlyMap<string, readonly CardEntry[]> {
  const { events } = reader.editionAt(reader.asOf).model;
  const ords = [...events].flatMap(([type, { card }]) => (card === undefined ? [] : reader.view.ofType(type)));
  const cards = new Map<string, CardEntry[]>();
  for (const ord of [...ords].sort((a, b) => reader.view.place(a) - reader.view.place(b))) {
    const card = events.get(reader.event(ord).type)?.card;
    if (card === undefined || reader.columns.effectiveOf(ord) > reader.asOf) continue;
    const entry = cardEntry(reader, ord, card);
    if (entry === undefined) continue;
    const id = reader.columns.keyId(ord, reader.plan.subjectKey);
    const subject = id < 0 ? reader.event(ord).subject : String(keyShown(reader, reader.plan.subjectKey, id));
    cards.set(subject, [...(cards.get(subject) ?? []), entry]);
  }
  return cards;
}

/** An event of a card's type is none where its colour is unknown or has no meaning. */
function cardEntry(reader: ViewReader, ord: number, card: CardModel): CardEntry | undefined {
  const { event, type, time } = reader.event(ord);
  const colour = String(reader.field(ord, card.colour) ?? '');
  const look = card.colours.get(colour);
  if (look === undefined) return undefined;
  const at = instantOf(reader, ord);
  const end = reader.columns.endedAt.get(ord);
  return {
    id: event.id,
    type,
    time: formatInstant(time),
    colour,
    polarity: look.polarity,
    severity: look.severity,
    state: reader.state(ord, at),
    endedAt: end === undefined || end.at > at ? null : formatInstant(end.at),
    derived: reader.columns.isDerived(ord),
    data: fieldsShown(reader, ord),
  };
}

function fieldsShown(reader: ViewReader, ord: number): Record<string, Shown> {
  const shown: Record<string, Shown> = {};
  const { type } = reader.event(ord);
  for (const field of reader.editionAt(reader.asOf).model.events.get(type)?.fields.values() ?? []) {
    if (field.kind !== 'list') shown[field.name] = show(reader.field(ord, field.name), field.type);
  }
  return shown;
}
