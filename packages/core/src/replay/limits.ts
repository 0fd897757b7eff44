import type { Value } from '../model/expr.js';
import { cmp, type Num } from '../model/num.js';
import type { Frame, IndicatorPlan, RulePlan } from '../model/plan.js';
import { eventFrame } from './frame.js';
import { triggersOf } from './join.js';
import type { ViewReader } from './reader.js';
import { applies } from './rule.js';

export interface Limit {
  readonly rule: RulePlan;
  readonly ord: number;
  readonly max: Value;
  readonly min: Value;
}

/** The limits that hold for an indicator at the keys and the instant of the frame. */
export function limitsOf(reader: ViewReader, plan: IndicatorPlan, frame: Frame): readonly Limit[] {
  const limits: Limit[] = [];
  for (const limit of plan.limits) {
    for (const ord of triggersOf(reader, limit.joins, frame)) {
      const scope = eventFrame(reader, frame.at, ord);
      if (!applies(reader, limit.rule, scope)) continue;
      limits.push({ rule: limit.rule, ord, max: limit.max?.(scope), min: limit.min?.(scope) });
    }
  }
  return limits;
}

/** Limits in an order in which, one by one, they come to what they come to together: where any cross, all lower ones first. */
export function inTurn(limits: readonly Limit[]): readonly Limit[] {
  const crosses = limits.some(({ min: low }) =>
    limits.some(({ max: high }) => low !== undefined && high !== undefined && cmp(low as Num, high as Num) > 0),
  );
  if (!crosses) return limits;
  const lower = limits.filter(({ min }) => min !== undefined).map((limit) => ({ ...limit, max: undefined }));
  return [...lower, ...limits.filter(({ max }) => max !== undefined).map((limit) => ({ ...limit, min: undefined }))];
}
