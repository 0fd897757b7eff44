import type { Value } from '../model/expr.js';
import { compareTexts } from '../model/order.js';
import type { RowConsequence } from '../model/outcome.js';
import type { Frame, RulePlan } from '../model/plan.js';
import { scopesOf, subjectFor } from './fan-out.js';
import type { ViewReader } from './reader.js';
import { applies, holds } from './rule.js';
import { show } from './show.js';

/** What follows for a row of a standing, in the rubric's order of rules. */
export function rowConsequences(reader: ViewReader, standing: string, frame: Frame): readonly RowConsequence[] {
  const consequences: RowConsequence[] = [];
  for (const rule of reader.editionAt(frame.at).rules.values()) {
    const { on } = rule.model;
    if (rule.effect.kind !== 'consequence' || on.kind !== 'standing' || on.standing !== standing) continue;
    if (holds(reader, rule, frame)) consequences.push(consequenceOf(rule, frame));
  }
  return consequences;
}

/** What follows from events, for each subject: by rule name, then in the order of the triggers. */
export function eventConsequences(reader: ViewReader): ReadonlyMap<string, readonly RowConsequence[]> {
  const bySubject = new Map<string, RowConsequence[]>();
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

function add(reader: ViewReader, rule: RulePlan, ord: number, bySubject: Map<string, RowConsequence[]>): void {
  for (const { frame } of scopesOf(reader, rule, ord, instantOf(reader, ord))) {
    if (!applies(reader, rule, frame)) continue;
    const subject = String(subjectFor(reader, frame, reader.event(ord)) ?? '');
    const list = bySubject.get(subject) ?? [];
    list.push(consequenceOf(rule, frame));
    bySubject.set(subject, list);
  }
}

function consequenceOf(rule: RulePlan, frame: Frame): RowConsequence {
  const { effect } = rule.model;
  if (effect.kind !== 'consequence' || rule.effect.kind !== 'consequence') throw new Error('not a consequence');
  const amount: Value = rule.effect.amount?.(frame);
  const due = show(rule.effect.due?.(frame), effect.due?.expr.type ?? 'date');
  return {
    rule: rule.model.name,
    what: effect.what,
    to: effect.to,
    authority: effect.authority ?? null,
    amount: amount === undefined ? null : String(show(amount, 'number')),
    due: due === null ? null : String(due),
    recommendation: effect.recommendation,
  };
}
