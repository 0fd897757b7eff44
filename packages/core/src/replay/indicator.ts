import type { Value } from '../model/expr.js';
import { cmp, type Num } from '../model/num.js';
import type { Frame, IndicatorPlan } from '../model/plan.js';
import { limitsOf } from './limits.js';
import { applyMap } from './map.js';
import { evaluateMeasure } from './measure.js';
import type { ViewReader } from './reader.js';

/** A value, and how much evidence stands behind it. */
export interface Result {
  readonly value: Value;
  readonly used: number;
  readonly of: number;
}

export const UNEVALUATED: Result = { value: undefined, used: 0, of: 0 };

/** Evaluates an indicator whose keys the frame binds. With `stage`, only up to that step of its `map`. */
export function evaluateIndicator(reader: ViewReader, plan: IndicatorPlan, frame: Frame, stage?: number): Result {
  const body = evaluateBody(reader, plan, frame);
  let { value } = body;
  const steps = stage === undefined ? plan.map.length : stage;
  for (let step = 0; step < steps && value !== undefined; step += 1) value = applyMap(reader, plan, step, value, frame);
  if (stage !== undefined) return { ...body, value };
  if (value === undefined && plan.otherwise !== undefined) value = plan.otherwise(frame);
  if (plan.limits.length > 0 && value !== undefined) value = limited(value, limitsOf(reader, plan, frame));
  return value === body.value ? body : { value, used: body.used, of: body.of };
}

function evaluateBody(reader: ViewReader, plan: IndicatorPlan, frame: Frame): Result {
  if (plan.body.kind === 'measure') return evaluateMeasure(reader, plan.body, frame, plan);
  const value = plan.body.is(frame);
  return { value, used: value === undefined ? 0 : 1, of: 1 };
}

/** Of several limits the strictest holds; where they cross, the upper one wins. */
export function limited(
  value: Exclude<Value, undefined>,
  limits: readonly { readonly max: Value; readonly min: Value }[],
): Value {
  let result = value as Num;
  for (const { min } of limits) if (min !== undefined && cmp(result, min as Num) < 0) result = min as Num;
  for (const { max } of limits) if (max !== undefined && cmp(result, max as Num) > 0) result = max as Num;
  return result;
}
