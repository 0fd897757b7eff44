import type { LeftOut, Reason, ReasonMeasure } from '../model/explanation.js';
import type { Formula } from '../model/expr.js';
import { lte, type Num } from '../model/num.js';
import type { DomainPlan, Frame, MeasurePlan } from '../model/plan.js';
import type { DomainModel } from '../model/rubric.js';
import { domainOf } from './domain.js';
import { eventFrame } from './frame.js';
import { triggersOf } from './join.js';
import { leftMembers } from './measure.js';
import type { Member } from './member.js';
import type { Tracer } from './trace.js';
import { partsTold, tellingAt, told } from './trace-working.js';

/** More than so many that a condition left out are only counted. */
export const FEW = 24;

/** The bounds of the range that an `each` goes through. */
export function rangeTold(
  tracer: Tracer,
  { model: { of } }: MeasurePlan,
  frame: Frame,
  depth: number,
): Pick<ReasonMeasure, 'range'> {
  if (of.kind !== 'each' || of.domain.kind !== 'range') return {};
  const { from, to } = of.domain;
  const [telling, behind]: [ReturnType<typeof tellingAt>, Reason[]] = [tellingAt(tracer, frame, depth), []];
  return { range: { key: of.key, from: told(telling, from, behind), to: told(telling, to, behind), behind } };
}

/** Events that name a key which the condition of the domain keeps out. */
export function keysLeftOut(
  tracer: Tracer,
  { of, model }: MeasurePlan,
  frame: Frame,
  depth: number,
): Pick<ReasonMeasure, 'keysLeftOut'> {
  if (of.kind !== 'each' || model.of.kind !== 'each') return {};
  const [{ domain, key }, where] = [of, conditionOf(model.of.domain)];
  if (domain.kind !== 'events' || where === undefined) return {};
  const { reader } = tracer;
  const named = new Set(domainOf(reader, domain, key, frame));
  const out = triggersOf(reader, domain.joins, frame).filter((ord) =>
    idsOf(tracer, domain, key, ord).some((id) => id >= 0 && !named.has(id)),
  );
  if (out.length === 0) return {};
  const members = (out.length > FEW ? [] : out).map((ord): LeftOut => {
    const behind: Reason[] = [];
    const telling = tellingAt(tracer, eventFrame(reader, frame.at, ord, frame), depth);
    // In the order in which they are shown.
    const event = tracer.event(ord, frame.at, depth);
    return { event, key: null, failed: partsTold(telling, where.expr, behind, false), behind };
  });
  return { keysLeftOut: { count: out.length, members } };
}

function conditionOf(domain: DomainModel): Formula | undefined {
  return domain.kind === 'events' ? domain.where : undefined;
}

function idsOf(
  { reader: { columns } }: Tracer,
  { list }: Extract<DomainPlan, { kind: 'events' }>,
  key: number,
  ord: number,
): readonly number[] {
  return list === undefined
    ? [columns.keyId(ord, key)]
    : columns.list(ord, list).map((item) => columns.intern(key, item));
}

/** How many members must be known, and how many are. */
export function needTold(
  tracer: Tracer,
  { need, model }: MeasurePlan,
  frame: Frame,
  depth: number,
  members: readonly Member[],
): Pick<ReasonMeasure, 'need'> {
  if (need === undefined || model.need === undefined) return {};
  const kept = members.filter(({ fate }) => fate === 'taken' || fate === 'dropped');
  const known = kept.filter(({ assumed }) => !assumed).length;
  const scope: Frame = { ...frame, size: kept.length };
  const least = need(scope);
  const behind: Reason[] = [];
  const working = told(tellingAt(tracer, scope, depth), model.need, behind);
  return { need: { ...working, known, met: least !== undefined && lte(least as Num, known), behind } };
}

/** Why a measure has no value, where it has none. */
export function whyOpen(
  { reader }: Tracer,
  plan: MeasurePlan,
  frame: Frame,
  members: readonly Member[] | undefined,
  { need }: Pick<ReasonMeasure, 'need'>,
): ReasonMeasure['open'] {
  if (members === undefined) return 'keys';
  if (plan.model.missing === 'unknown' && members.some(({ fate }) => fate === 'unknown')) return 'members';
  if (need?.met === false) return 'need';
  const left = leftMembers(reader, plan, frame);
  if (left === undefined) return 'take';
  return left.length === 0 ? 'none' : 'reduce';
}
