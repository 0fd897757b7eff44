import type { Instant } from '../model/calendar.js';
import { type Frame, type RulePlan, UNBOUND } from '../model/plan.js';
import { tablesFor } from './cohort.js';
import { eventFrame } from './frame.js';
import type { ViewReader } from './reader.js';

export interface RuleScope {
  readonly frame: Frame;
  /** The member's value, for the identity of what is issued; undefined where the rule is not fanned out. */
  readonly member: string | undefined;
}

/** The frames in which a rule is tried for a trigger: one, or one for each member of the cohort it is fanned out over. */
export function scopesOf(reader: ViewReader, rule: RulePlan, trigger: number, at: Instant): readonly RuleScope[] {
  const frame = eventFrame(reader, at, trigger);
  if (rule.model.for === undefined) return [{ frame, member: undefined }];
  const cohort = reader.editionAt(at).cohorts.get(rule.model.for);
  if (cohort === undefined) throw new Error(`the checked rubric names an undeclared cohort: ${rule.model.for}`);
  return tablesFor(reader, cohort, frame).flatMap(({ keys, members }) =>
    members.map((member): RuleScope => {
      const bound = keys.map((id, key) => (key === cohort.of ? member : id));
      return { frame: { ...frame, bound }, member: String(reader.keyValue(cohort.of, member) ?? UNBOUND) };
    }),
  );
}
