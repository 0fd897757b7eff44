import type { Value } from '../model/expr.js';
import { add, num } from '../model/num.js';
import {
  type Frame,
  type GivePlan,
  type IndicatorPlan,
  type MeasurePlan,
  type PickPlan,
  POINT_DIGITS,
  UNBOUND,
} from '../model/plan.js';
import { eventFrame } from './frame.js';
import type { Result } from './indicator.js';
import { triggersOf } from './join.js';
import { gatherMembers, type Member } from './member.js';
import type { ViewReader } from './reader.js';
import { reduceMembers } from './reduce.js';
import { applies } from './rule.js';
import { takeMembers } from './take.js';
import type { Span } from './window.js';

/** Evaluates a measure in the frame that binds its keys. */
export function evaluateMeasure(
  reader: ViewReader,
  plan: MeasurePlan,
  frame: Frame,
  indicator?: IndicatorPlan,
): Result {
  return (
    (indicator && summed(reader, indicator, frame)) ??
    sumConstants(reader, plan, frame) ??
    weigh(reader, plan, frame, membersOf(reader, plan, frame))
  );
}

/** All members of a measure, in member order; undefined where it is unknown which there are. */
export function membersOf(reader: ViewReader, plan: MeasurePlan, frame: Frame): readonly Member[] | undefined {
  return gatherMembers(reader, plan, frame, (inner, scope) => evaluateMeasure(reader, inner, scope).value);
}

/** The members that are left to reduce; undefined where the result is unknown whatever they are worth. */
export function leftMembers(reader: ViewReader, plan: MeasurePlan, frame: Frame): readonly Member[] | undefined {
  const members = membersOf(reader, plan, frame);
  return members && takeMembers(reader, plan, frame, members, spanOf(reader, plan, frame)).candidates;
}

/** Take and reduce; marks on each member what became of it. */
export function weigh(
  reader: ViewReader,
  plan: MeasurePlan,
  frame: Frame,
  members: readonly Member[] | undefined,
): Result {
  if (members === undefined) return { value: undefined, used: 0, of: 0 };
  const taken = takeMembers(reader, plan, frame, members, spanOf(reader, plan, frame));
  const value = taken.candidates === undefined ? undefined : reduceMembers(reader, plan, frame, taken.candidates);
  return { value, used: taken.used, of: taken.of };
}

const OPEN: Span = { after: undefined, before: undefined };

/** The events that indicators pick for the window of a measure. */
export function spanOf(reader: ViewReader, { window }: MeasurePlan, frame: Frame): Span {
  if (window?.after === undefined && window?.before === undefined) return OPEN;
  return { after: pickedBy(reader, window.after, frame), before: pickedBy(reader, window.before, frame) };
}

/** The last (first) member of an indicator that is left to reduce; undefined where there is none, or it picks no event. */
function pickedBy(reader: ViewReader, pick: PickPlan | undefined, frame: Frame): number | undefined {
  if (pick === undefined) return undefined;
  const { indicator, passes } = pick;
  const named = reader.indicatorPlan(indicator, frame.at);
  const values = passes.map((pass) => pass(frame));
  const scope = reader.scopeOf(named, frame, values);
  if (scope === undefined) return undefined;
  const { body } = reader.indicatorPlan(indicator, scope.at);
  if (body.kind !== 'measure' || body.of.kind !== 'events') return undefined;
  const { reduce } = body.model;
  if (reduce !== 'latest' && reduce !== 'first') return undefined;
  const left = reader.deeper(indicator, scope, () => leftMembers(reader, body, scope) ?? []) ?? [];
  return left.at(reduce === 'latest' ? -1 : 0)?.frame.ord;
}

const UNIT = 10 ** POINT_DIGITS;
const TENTH = UNIT / 10;

/**
 * A hot path: a sum of points that are literals, added as scaled integers. The general path gives the same, which the
 * tests compare.
 */
function sumConstants(reader: ViewReader, plan: MeasurePlan, frame: Frame): Result | undefined {
  if (!plan.plainSum || plan.of.kind !== 'given') return undefined;
  for (const give of plan.of.gives)
    if (give.constant === undefined || give.rule.model.appliesBy === 'lenient') return undefined;
  let scaled = 0;
  let hits = 0;
  for (const give of plan.of.gives) {
    const points = give.constant?.scaled ?? 0;
    const count = countHits(reader, give, frame);
    scaled += points * count;
    hits += count;
  }
  if (!Number.isSafeInteger(scaled)) return undefined;
  return { value: unscaled(scaled), used: hits, of: hits };
}

/** The hottest path: all such sums were made in one walk over the events. */
function summed(reader: ViewReader, plan: IndicatorPlan, frame: Frame): Result | undefined {
  const sums = reader.pointSums()?.get(plan.model.name);
  const [key] = plan.per;
  const id = sums === undefined || key === undefined ? UNBOUND : reader.keyId(frame, key);
  if (sums === undefined || id < 0) return undefined;
  const sum = sums.upTo(id, frame.at);
  if (sum === undefined || !Number.isSafeInteger(sum.scaled)) return undefined;
  return { value: unscaled(sum.scaled), used: sum.hits, of: sum.hits };
}

function countHits(reader: ViewReader, give: GivePlan, frame: Frame): number {
  const scope = eventFrame(reader, frame.at, -1);
  const { rule } = give;
  const plain = reader.plan.editions.length === 1 && rule.unless.length === 0 && rule.overriddenBy.length === 0;
  let hits = 0;
  for (const ord of triggersOf(reader, give.joins, frame)) {
    scope.ord = ord;
    if (plain ? rule.test(scope) === true : applies(reader, rule, scope)) hits += 1;
  }
  return hits;
}

function unscaled(scaled: number): Value {
  if (scaled % UNIT === 0) return add(scaled / UNIT, 0);
  return scaled % TENTH === 0 ? num(BigInt(scaled / TENTH), 10n) : num(BigInt(scaled), BigInt(UNIT));
}
