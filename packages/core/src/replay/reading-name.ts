import type { Instant } from '../model/calendar.js';
import type { Value } from '../model/expr.js';
import { printNum } from '../model/num.js';
import type { IndicatorPlan } from '../model/plan.js';

/** Tells readings of one reader apart. */
export function readingName(
  indicator: string,
  stage: number | string | undefined,
  at: Instant,
  ids: readonly number[] | undefined,
  passed: ReadonlyMap<string, Value> | undefined,
): string {
  const values = [...(passed ?? [])].map(([name, value]) => [
    name,
    typeof value,
    typeof value === 'object' ? printNum(value) : value,
  ]);
  return JSON.stringify([indicator, stage, String(at), ids, values]);
}

/** The values of an indicator's `with`, by name. */
export function passedTo({ model }: IndicatorPlan, passes: readonly Value[]): ReadonlyMap<string, Value> | undefined {
  return passes.length === 0 ? undefined : new Map(model.with.map(({ name }, index) => [name, passes[index]]));
}
