import type { Value } from '../model/expr.js';
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

/** What follows from events, for each subject. */
export function eventConsequences(reader: ViewReader): ReadonlyMap<string, readonly RowConsequence[]> {
  const bySubject = new Map<string, RowConsequence[]>();
  for (const edition of reader.plan.editions) {
    for (const rule of edition.rules.values()) {
      const { on } = rule.model;
      if (rule.effect.kind !== 'consequence' || on.kind !== 'events') continue;
      for (const ord of triggers(reader, on.types)) add(reader, rule, ord, bySubject);
    }
  }
  return bySubject;
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
