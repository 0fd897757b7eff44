import { cmp, type Num } from '../model/num.js';
import { type Frame, type IndicatorPlan, UNBOUND } from '../model/plan.js';
import { tableFor } from './cohort.js';
import { keyFrame } from './frame.js';
import type { ViewReader } from './reader.js';

/** The scopes of those that stand before a value at its steps of kind `rank`. */
export function scopesAhead(reader: ViewReader, plan: IndicatorPlan, frame: Frame): readonly Frame[] {
  return plan.map.flatMap(({ model }, step) => {
    if (model.kind !== 'rank') return [];
    const cohort = reader.editionAt(frame.at).cohorts.get(model.among);
    const table = cohort && tableFor(reader, cohort, frame);
    if (cohort === undefined || table === undefined) return [];
    const { of } = cohort;
    const passes = plan.model.with.map(({ name }) => reader.passed(frame, name));
    const idsOf = (member: number): readonly number[] => {
      const ids = reader.plan.keyNames.map((_, key) => (plan.per.includes(key) ? reader.keyId(frame, key) : UNBOUND));
      ids[of] = member;
      return ids;
    };
    const reached = (member: number) => reader.readBound(plan, idsOf(member), frame.at, passes, step).value;
    const own = reached(reader.keyId(frame, of));
    if (own === undefined) return [];
    const sign = model.order === 'desc' ? 1 : -1;
    return table.members
      .filter((member) => {
        const other = reached(member);
        return other !== undefined && sign * cmp(other as Num, own as Num) > 0;
      })
      .map((member) => keyFrame(reader, frame.at, idsOf(member), undefined, frame.passed));
  });
}
