import type { Value } from '../model/expr.js';
import { compareTexts } from '../model/order.js';
import type { RowConsequence } from '../model/outcome.js';
import { type Frame, type RulePlan, UNBOUND } from '../model/plan.js';
import { dayOfInstant } from '../model/zone.js';
import { type ConsequenceName, decisionOn } from './decision.js';
import { scopesOf, subjectFor } from './fan-out.js';
import type { ViewReader } from './reader.js';
import { applies, holds } from './rule.js';
import { keyShown, show } from './show.js';

/** What follows for a row of a standing, in the rubric's order of rules. */
export function rowConsequences(reader: ViewReader, standing: string, frame: Frame): readonly RowConsequence[] {
  const consequences: RowConsequence[] = [];
  const edition = reader.editionAt(frame.at);
  const cohort = edition.cohorts.get(edition.standings.get(standing)?.model.among ?? '');
  for (const rule of edition.rules.values()) {
    const { on, name } = rule.model;
    if (rule.effect.kind !== 'consequence' || on.kind !== 'standing' || on.standing !== standing) continue;
    if (cohort === undefined || !holds(reader, rule, frame)) continue;
    const keys = [...cohort.each, cohort.of].map((key) => keyShown(reader, key, frame.bound?.[key] ?? UNBOUND));
    consequences.push(consequenceOf(reader, rule, frame, { id: `${name}@${keys.join('/')}`, source: undefined }));
  }
  return consequences;
}

/** A consequence on an event, with the name under which people decide on it. */
export interface EventConsequence {
  readonly name: ConsequenceName;
  readonly consequence: RowConsequence;
}

/** What follows from events, for each subject: by rule name, then in the order of the triggers. */
export function eventConsequences(reader: ViewReader): ReadonlyMap<string, readonly EventConsequence[]> {
  const bySubject = new Map<string, EventConsequence[]>();
  const stated = reader.plan.editions.flatMap(({ rules }) =>
    [...rules.values()].flatMap((rule) => trialsOf(reader, rule)),
  );
  stated.sort(
    (a, b) => compareTexts(a.rule.model.name, b.rule.model.name) || reader.view.place(a.ord) - reader.view.place(b.ord),
  );
  for (const { rule, ord } of stated) add(reader, rule, ord, bySubject);
  return bySubject;
}

function trialsOf(reader: ViewReader, rule: RulePlan): readonly { readonly rule: RulePlan; readonly ord: number }[] {
  const { on } = rule.model;
  if (rule.effect.kind !== 'consequence' || on.kind !== 'events') return [];
  return triggers(reader, on.types).map((ord) => ({ rule, ord }));
}

/** The instant at which something about an event is read: `asOf`, or the earlier end of the period it carries. */
export function instantOf(reader: ViewReader, ord: number): number {
  const { periodKey } = reader.plan;
  return periodKey < 0 ? reader.asOf : reader.periodInstant(reader.columns.keyId(ord, periodKey));
}

function triggers(reader: ViewReader, types: readonly string[]): readonly number[] {
  return types
    .flatMap((type) => reader.view.ofType(type))
    .filter((ord) => reader.columns.effectiveOf(ord) <= reader.asOf)
    .sort((a, b) => reader.view.place(a) - reader.view.place(b));
}

function add(reader: ViewReader, rule: RulePlan, ord: number, bySubject: Map<string, EventConsequence[]>): void {
  const trigger = reader.event(ord);
  for (const { frame, member } of scopesOf(reader, rule, ord, instantOf(reader, ord))) {
    if (!applies(reader, rule, frame)) continue;
    const subject = String(subjectFor(reader, frame, trigger) ?? '');
    const id = `${rule.model.name}@${trigger.event.id}${member === undefined ? '' : `/${member}`}`;
    const name = { id, source: trigger.event.source };
    const list = bySubject.get(subject) ?? [];
    list.push({ name, consequence: consequenceOf(reader, rule, frame, name) });
    bySubject.set(subject, list);
  }
}

function consequenceOf(reader: ViewReader, rule: RulePlan, frame: Frame, name: ConsequenceName): RowConsequence {
  const { effect } = rule.model;
  if (effect.kind !== 'consequence' || rule.effect.kind !== 'consequence') throw new Error('not a consequence');
  const amount: Value = rule.effect.amount?.(frame);
  const due: Value = rule.effect.due?.(frame);
  const dueShown = show(due, 'date');
  const status = decisionOn(reader, name) ?? (effect.recommendation ? 'recommended' : 'due');
  const isOpen = status !== 'executed' && status !== 'declined';
  return {
    id: name.id,
    rule: rule.model.name,
    what: effect.what,
    to: effect.to,
    authority: effect.authority ?? null,
    amount: amount === undefined ? null : String(show(amount, 'number')),
    due: dueShown === null ? null : String(dueShown),
    recommendation: effect.recommendation,
    status,
    overdue: isOpen && typeof due === 'number' && due < dayOfInstant(reader.zone, reader.asOf),
  };
}
