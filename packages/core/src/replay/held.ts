import type { LedgerEvent } from '../model/ledger.js';
import { add, type Num } from '../model/num.js';
import { type RulePlan, UNBOUND } from '../model/plan.js';
import { instantOf, rowConsequences } from './consequence.js';
import { scopesOf } from './fan-out.js';
import { findPlace } from './find.js';
import { keyFrame } from './frame.js';
import { membersOf } from './measure.js';
import type { ViewReader } from './reader.js';
import type { Session } from './replay.js';
import { applies } from './rule.js';

/** Whether any version of a rule held for a trigger, and had its effect. */
export function ruleHeld(session: Session, rule: string, trigger: LedgerEvent): boolean {
  const versions = session.plan.editions.flatMap(({ rules }) => rules.get(rule) ?? []);
  const ord = placeOf(session, trigger);
  return versions.some((version) => held(session, version, ord));
}

/** What a rule gives for a trigger; 0 where it does not hold, undefined where the points are unknown. */
export function pointsGiven(session: Session, rule: string, to: string, trigger: LedgerEvent): Num | undefined {
  const { reader } = session;
  const plan = reader.indicatorPlan(to, reader.asOf);
  const ord = placeOf(session, trigger);
  // A trigger that was voided gives nothing.
  if (plan.body.kind !== 'measure' || ord < 0) return 0;
  const ids = reader.plan.keyNames.map((_, key) => (plan.per.includes(key) ? reader.columns.keyId(ord, key) : UNBOUND));
  if (plan.per.some((key) => (ids[key] ?? UNBOUND) < 0)) return 0;
  const frame = keyFrame(reader, reader.instantFor(plan, ids, reader.asOf), ids);
  let sum: Num | undefined = 0;
  for (const { give, frame: scope, value } of membersOf(reader, plan.body, frame) ?? []) {
    if (give?.rule.model.name !== rule || scope.ord !== ord) continue;
    sum = sum === undefined || value === undefined ? undefined : add(sum, value as Num);
  }
  return sum;
}

/** What was recorded is the same, whatever it is read as. */
function placeOf({ reader }: Session, trigger: LedgerEvent): number {
  return reader.columns.recorded.findIndex(({ event }) => event === trigger.event);
}

function held({ reader }: Session, rule: RulePlan, ord: number): boolean {
  if (ord < 0) return false;
  switch (rule.effect.kind) {
    case 'issue':
      return [...reader.columns.derivedBy.values()].some((by) => by.rule === rule.model.name && by.trigger === ord);
    case 'end':
      return [...reader.columns.endedAt.values()].some((end) => end.rule === rule.model.name && end.by === ord);
    case 'void':
      return judged(reader, rule, ord, Number.POSITIVE_INFINITY);
    case 'give':
    case 'limit':
    case 'consequence':
      return rule.model.on.kind === 'standing'
        ? followsFrom(reader, rule, rule.model.on.standing, ord)
        : judged(reader, rule, ord, instantOf(reader, ord));
  }
}

/** Whether a rule on a standing held for the row of the trigger's subject. */
function followsFrom(reader: ViewReader, rule: RulePlan, standing: string, ord: number): boolean {
  const { subject } = reader.event(ord).event;
  const place = subject === undefined ? undefined : findPlace(reader, standing, subject, {});
  const consequences = place === undefined ? [] : rowConsequences(reader, standing, place.row.frame);
  return consequences.some((consequence) => consequence.rule === rule.model.name);
}

function judged(reader: ViewReader, rule: RulePlan, ord: number, at: number): boolean {
  const { on } = rule.model;
  if (on.kind !== 'events' || !on.types.includes(reader.event(ord).type)) return false;
  return scopesOf(reader, rule, ord, at).some(({ frame }) => applies(reader, rule, frame));
}
