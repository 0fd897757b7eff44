import type { Instant } from '../model/calendar.js';
import type { CaseFile } from '../model/case-file.js';
import type { EditionPlan, Plan } from '../model/plan.js';
import type { ProcedurePlan } from '../model/plan-procedure.js';
import { dayOfInstant } from '../model/zone.js';

/** The edition that a case follows, and its procedure there. */
export interface Rules {
  readonly edition: EditionPlan;
  readonly procedure: ProcedurePlan;
}

/** The edition of the file, once it is opened; else the one in force at an instant, or the next that has the procedure. Undefined where it has ended. */
export function rulesOf(plan: Plan, file: Pick<CaseFile, 'procedure' | 'edition'>, at: Instant): Rules | undefined {
  const having = plan.editions.flatMap((edition): Rules[] => {
    const procedure = edition.procedures.get(file.procedure);
    return procedure === undefined ? [] : [{ edition, procedure }];
  });
  if (file.edition !== '') return having.find(({ edition }) => edition.model.edition === file.edition);
  const last = plan.editions[plan.editions.length - 1];
  if (last === undefined) return undefined;
  const day = dayOfInstant(last.zone, at);
  const inForce = plan.editions.findLast(({ from }) => from <= day) ?? plan.editions[0];
  return having.find(({ edition }) => edition.from >= (inForce?.from ?? 0));
}
