import type { Value } from '../model/expr.js';
import { add, num } from '../model/num.js';
import { type Frame, type MeasurePlan, POINT_DIGITS } from '../model/plan.js';
import { eventFrame } from './frame.js';
import type { Result } from './indicator.js';
import { triggersOf } from './join.js';
import { gatherMembers, type Member } from './member.js';
import type { ViewReader } from './reader.js';
import { reduceMembers } from './reduce.js';
import { applies } from './rule.js';
import { takeMembers } from './take.js';

/** Evaluates a measure in the frame that binds its keys. */
export function evaluateMeasure(reader: ViewReader, plan: MeasurePlan, frame: Frame): Result {
  return sumConstants(reader, plan, frame) ?? weigh(reader, plan, frame, gatherMembers(reader, plan, frame));
}

/** Take and reduce; marks on each member what became of it. */
export function weigh(reader: ViewReader, plan: MeasurePlan, frame: Frame, members: readonly Member[]): Result {
  const taken = takeMembers(plan, frame, members);
  const value = taken.candidates === undefined ? undefined : reduceMembers(reader, plan.model.reduce, taken.candidates);
  return { value, used: taken.used, of: taken.of };
}

const UNIT = 10 ** POINT_DIGITS;

/**
 * The hot path: a sum of points that are literals, added as scaled integers. The general path gives the same, which the
 * tests compare.
 */
function sumConstants(reader: ViewReader, plan: MeasurePlan, frame: Frame): Result | undefined {
  if (!plan.plainSum || plan.of.kind !== 'given') return undefined;
  for (const give of plan.of.gives) if (give.constant === undefined || give.rule.model.appliesBy === 'lenient') return undefined;
  let scaled = 0;
  let hits = 0;
  for (const give of plan.of.gives) {
    const points = give.constant?.scaled ?? 0;
    const scope = eventFrame(reader, frame.at, -1);
    for (const ord of triggersOf(reader, give.joins, frame)) {
      scope.ord = ord;
      if (!applies(reader, give.rule, scope)) continue;
      scaled += points;
      hits += 1;
    }
  }
  if (!Number.isSafeInteger(scaled)) return undefined;
  return { value: unscaled(scaled), used: hits, of: hits };
}

function unscaled(scaled: number): Value {
  return scaled % UNIT === 0 ? add(scaled / UNIT, 0) : num(BigInt(scaled), BigInt(UNIT));
}
