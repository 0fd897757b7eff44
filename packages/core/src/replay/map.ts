import type { Value } from '../model/expr.js';
import { add, cmp, div, eq, mul, type Num, num, round, sub } from '../model/num.js';
import { type Frame, type IndicatorPlan, UNBOUND } from '../model/plan.js';
import type { MapStep } from '../model/rubric.js';
import { tableFor } from './cohort.js';
import { withIt } from './frame.js';
import type { ViewReader } from './reader.js';

/** Applies one step of an indicator's `map` to a known value. */
export function applyMap(
  reader: ViewReader,
  plan: IndicatorPlan,
  step: number,
  value: Exclude<Value, undefined>,
  frame: Frame,
): Value {
  const map = plan.map[step];
  if (map === undefined) throw new RangeError(`no step ${step}`);
  const { model } = map;
  switch (model.kind) {
    case 'formula':
      return map.is?.(withIt(frame, value));
    case 'round':
      return round(value as Num, model.digits, model.mode);
    case 'steps':
      return stepAt(model, value as Num);
    case 'linear':
      return interpolate(model, value as Num);
    case 'rank':
      return rankAmong(reader, plan, step, value as Num, frame);
  }
}

function stepAt(map: Extract<MapStep, { kind: 'steps' }>, value: Num): Num | undefined {
  let found = map.below;
  for (const step of map.steps) if (cmp(step.from, value) <= 0) found = step.value;
  return found;
}

function interpolate({ points }: Extract<MapStep, { kind: 'linear' }>, value: Num): Num | undefined {
  let before: { readonly x: Num; readonly y: Num } | undefined;
  for (const point of points) {
    if (cmp(value, point.x) <= 0) return before === undefined ? point.y : between(before, point, value);
    before = point;
  }
  return before?.y;
}

function between(
  a: { readonly x: Num; readonly y: Num },
  b: { readonly x: Num; readonly y: Num },
  value: Num,
): Num | undefined {
  const share = div(sub(value, a.x), sub(b.x, a.x));
  return share === undefined ? undefined : add(a.y, mul(share, sub(b.y, a.y)));
}

/** The rank of the value among those that the other members of the cohort have at the same step. */
function rankAmong(reader: ViewReader, plan: IndicatorPlan, step: number, value: Num, frame: Frame): Num | undefined {
  const map = plan.map[step]?.model;
  if (map?.kind !== 'rank') return undefined;
  const cohort = reader.editionAt(frame.at).cohorts.get(map.among);
  if (cohort === undefined) throw new Error(`the checked rubric names an undeclared cohort: ${map.among}`);
  const table = tableFor(reader, cohort, frame);
  const own = reader.keyId(frame, cohort.of);
  if (table === undefined || !table.has.has(own)) return undefined;
  const others: Num[] = [];
  let earlierEqual = 0;
  const passes = plan.model.with.map(({ name }) => reader.passed(frame, name));
  let passed = false;
  for (const member of table.members) {
    passed ||= member === own;
    const ids = table.keys.map((_, key) => (plan.per.includes(key) ? reader.keyId(frame, key) : UNBOUND));
    ids[cohort.of] = member;
    const other = reader.readBound(plan, ids, frame.at, passes, step).value;
    if (other === undefined) continue;
    others.push(other as Num);
    if (!passed && eq(other as Num, value)) earlierEqual += 1;
  }
  return rankOf(value, others, map, earlierEqual);
}

/** Rank of a value among values that include it; `earlierEqual` members before it have the same. */
function rankOf(
  value: Num,
  among: readonly Num[],
  { order, ties }: Extract<MapStep, { kind: 'rank' }>,
  earlierEqual: number,
): Num | undefined {
  const sign = order === 'desc' ? 1 : -1;
  const better = among.filter((other) => sign * cmp(other, value) > 0);
  const equal = among.filter((other) => eq(other, value)).length;
  if (equal === 0) return undefined;
  switch (ties) {
    case 'standard':
      return better.length + 1;
    case 'ordinal':
      return better.length + earlierEqual + 1;
    case 'modified':
      return better.length + equal;
    case 'dense':
      return better.filter((other, index) => better.findIndex((earlier) => eq(earlier, other)) === index).length + 1;
    case 'fractional':
      return num(BigInt(2 * better.length + equal + 1), 2n);
  }
}
