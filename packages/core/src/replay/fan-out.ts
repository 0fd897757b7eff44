import type { Instant } from '../model/calendar.js';
import type { Value } from '../model/expr.js';
import type { LedgerEvent } from '../model/ledger.js';
import { type Frame, type RulePlan, UNBOUND } from '../model/plan.js';
import { byValue, tablesFor } from './cohort.js';
import { eventFrame, keyFrame } from './frame.js';
import type { ViewReader } from './reader.js';

export interface RuleScope {
  readonly frame: Frame;
  /** The member's value, for the identity of what is issued; undefined where the rule is not fanned out. */
  readonly member: string | undefined;
}

/** The frames in which a rule is tried for a trigger: one, or one for each member of its cohort, in member order. */
export function scopesOf(reader: ViewReader, rule: RulePlan, trigger: number, at: Instant): readonly RuleScope[] {
  const frame = eventFrame(reader, at, trigger);
  if (rule.model.for === undefined) return [{ frame, member: undefined }];
  const cohort = reader.editionAt(at).cohorts.get(rule.model.for);
  if (cohort === undefined) throw new Error(`the checked rubric names an undeclared cohort: ${rule.model.for}`);
  const scopes = tablesFor(reader, cohort, frame).flatMap(({ keys, members }) =>
    members.map((member) => {
      const bound = keys.map((id, key) => (key === cohort.of ? member : id));
      const scope = eventFrame(reader, at, trigger, keyFrame(reader, at, bound));
      return { frame: scope, value: reader.keyValue(cohort.of, member) };
    }),
  );
  return scopes
    .sort((a, b) => byValue(a.value, b.value))
    .map(({ frame: scope, value }): RuleScope => ({ frame: scope, member: String(value) }));
}

/** The subject of what a rule does: the member it is tried for, else the trigger's own key, else the trigger's subject. */
export function subjectFor(reader: ViewReader, frame: Frame, trigger: LedgerEvent): Value {
  const { subjectKey } = reader.plan;
  const member = frame.outer?.bound?.[subjectKey] ?? UNBOUND;
  const id = member >= 0 ? member : reader.keyId(frame, subjectKey);
  return id >= 0 ? reader.keyValue(subjectKey, id) : trigger.event.subject;
}
