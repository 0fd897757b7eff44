import { conditionExpr } from '../model/condition-expr.js';
import type { LeftOut, Reason, ReasonMeasure, ReasonMember } from '../model/explanation.js';
import type { Expr, Formula } from '../model/expr.js';
import { measureType, memberType } from '../model/measure-type.js';
import { printNum } from '../model/num.js';
import type { Frame, GivePlan, MeasurePlan } from '../model/plan.js';
import type { SourceModel } from '../model/rubric.js';
import { membersOf, spanOf, weigh } from './measure.js';
import { type Member, memberScopes } from './member.js';
import { keyShown, show } from './show.js';
import type { Tracer } from './trace.js';
import { FEW, keysLeftOut, needTold, rangeTold, whyOpen } from './trace-bounds.js';
import { isPlain, partsTold, ruleReason, type Telling, tellingAt, told } from './trace-working.js';

/** What a measure is made of in the scope that binds its keys. */
export function traceMeasure(tracer: Tracer, plan: MeasurePlan, frame: Frame, depth: number): ReasonMeasure {
  const { reader } = tracer;
  const members = membersOf(reader, plan, frame);
  const { value } = weigh(reader, plan, frame, members);
  // In the order in which they are shown: what is met again is told above.
  const told = {
    ...reduction(plan, frame),
    ...rangeTold(tracer, plan, frame, depth),
    ...bounds(tracer, plan, frame, depth),
    value: show(value, measureType(plan.model)),
    members: (members ?? []).map((member) => memberOf(tracer, plan, member, depth)),
    ...leftOut(tracer, plan, frame, depth),
    ...keysLeftOut(tracer, plan, frame, depth),
    ...voidedTold(tracer, plan, frame),
  };
  const need = needTold(tracer, plan, frame, depth, members ?? []);
  const open = value === undefined ? whyOpen(tracer, plan, frame, members, need) : undefined;
  return { ...told, ...need, ...(open === undefined ? {} : { open }) };
}

/** Voided events that it would have counted. */
function voidedTold({ unheard }: Tracer, plan: MeasurePlan, frame: Frame): Pick<ReasonMeasure, 'voided'> {
  const voided = unheard?.membersOf(plan, frame);
  return voided === undefined ? {} : { voided };
}

function bounds(
  tracer: Tracer,
  plan: MeasurePlan,
  frame: Frame,
  depth: number,
): Pick<ReasonMeasure, 'after' | 'before'> {
  const { after, before } = spanOf(tracer.reader, plan, frame);
  return {
    ...(after === undefined ? {} : { after: tracer.event(after, frame.at, depth) }),
    ...(before === undefined ? {} : { before: tracer.event(before, frame.at, depth) }),
  };
}

function reduction(
  { model: { reduce }, decay }: MeasurePlan,
  frame: Frame,
): Pick<ReasonMeasure, 'reduce' | 'parameter'> {
  if (typeof reduce === 'string') return { reduce };
  const parameter = reduce.kind === 'decay' ? decay?.(frame) : reduce.power;
  return { reduce: reduce.kind, parameter: show(parameter, 'number') };
}

function memberOf(tracer: Tracer, plan: MeasurePlan, member: Member, depth: number): ReasonMember {
  const { frame, give } = member;
  const { reader } = tracer;
  const edition = give === undefined ? undefined : reader.plan.editions[give.rule.edition];
  const rule = give?.rule.model;
  const event = frame.ord < 0 ? null : tracer.event(frame.ord, frame.at, depth);
  const made = madeOf(tellingAt(tracer, frame, depth, edition), plan, member);
  const isUnweighed = member.weight === undefined || (made.weighing?.value === null && !member.assumed);
  return {
    value: show(member.value, memberType(plan.model.of)),
    weight: isUnweighed ? null : printNum(member.weight),
    ...(member.assumed ? { assumed: true } : {}),
    fate: member.fate,
    event,
    rule: rule === undefined ? null : ruleReason(rule, edition?.model.edition),
    key: keyOf(tracer, member.key, frame),
    ...made,
  };
}

function keyOf({ reader }: Tracer, key: number | undefined, frame: Frame): ReasonMember['key'] {
  if (key === undefined) return null;
  return { name: reader.plan.keyNames[key] ?? '', value: keyShown(reader, key, reader.keyId(frame, key)) };
}

type MadeOf = Pick<ReasonMember, 'reasons' | 'working' | 'weighing' | 'conditions' | 'inner' | 'behind'>;

function madeOf(telling: Telling, plan: MeasurePlan, { part, give, doubtful }: Member): MadeOf {
  const { tracer, frame, depth } = telling;
  const { of } = plan.model;
  if (part !== undefined) return { reasons: [tracer.read(part, [], [], frame, depth)].flatMap((one) => one ?? []) };
  const [reasons, behind]: [Reason[], Reason[]] = [[], []];
  // In the order in which they are shown: what is met again is told above.
  const nested =
    plan.of.kind === 'each' && typeof plan.of.value !== 'function' && !doubtful ? plan.of.value : undefined;
  const inner = nested && traceMeasure(tracer, nested, frame, depth);
  const value = doubtful ? undefined : formulaOf(of, give);
  const working = value && told(telling, value, of.kind === 'each' ? reasons : behind);
  const weight = doubtful || of.kind === 'given' || of.kind === 'parts' ? undefined : of.weight;
  const weighing = weight && told(telling, weight, behind);
  const conditions = partsTold(telling, conditionOf(of, give), behind);
  return {
    reasons,
    ...(working === undefined || value === undefined || (isPlain(value.expr) && working.open === undefined)
      ? {}
      : { working }),
    ...(weighing === undefined || weight === undefined || (isPlain(weight.expr) && weighing.open === undefined)
      ? {}
      : { weighing }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(inner === undefined ? {} : { inner }),
    ...(behind.length === 0 ? {} : { behind }),
  };
}

function conditionOf(of: SourceModel, give: GivePlan | undefined): Expr | undefined {
  if (of.kind === 'parts') return undefined;
  if (of.kind !== 'given') return of.where?.expr;
  return give === undefined ? undefined : conditionExpr(give.rule.model.when);
}

function formulaOf(of: SourceModel, give: GivePlan | undefined): Formula | undefined {
  if (of.kind === 'given') {
    const effect = give?.rule.model.effect;
    return effect?.kind === 'give' ? effect.points : undefined;
  }
  return of.kind === 'parts' || of.value === undefined || 'kind' in of.value ? undefined : of.value;
}

/** Events and keys that the condition of a measure left out. */
function leftOut(tracer: Tracer, plan: MeasurePlan, frame: Frame, depth: number): Pick<ReasonMeasure, 'leftOut'> {
  const { reader } = tracer;
  const { of } = plan;
  const where = conditionOf(plan.model.of, undefined);
  if ((of.kind !== 'events' && of.kind !== 'each') || where === undefined) return {};
  const out = (memberScopes(reader, of, frame) ?? []).filter((scope) => of.where?.(scope) === false);
  if (out.length === 0) return {};
  const members = (out.length > FEW ? [] : out).map((scope): LeftOut => {
    const behind: Reason[] = [];
    const failed = partsTold(tellingAt(tracer, scope, depth), where, behind, false);
    const event = scope.ord < 0 ? null : tracer.event(scope.ord, scope.at, depth);
    return { event, key: keyOf(tracer, of.kind === 'each' ? of.key : undefined, scope), failed, behind };
  });
  return { leftOut: { count: out.length, members } };
}
