import { conditionExpr } from '../model/condition-expr.js';
import type { Reason, ReasonStep } from '../model/explanation.js';
import type { ValueType } from '../model/expr.js';
import { measureType } from '../model/measure-type.js';
import { printNum } from '../model/num.js';
import type { Frame, IndicatorPlan } from '../model/plan.js';
import type { MapStep } from '../model/rubric.js';
import { eventFrame } from './frame.js';
import { limited } from './indicator.js';
import { inTurn, limitsOf } from './limits.js';
import { applyMap } from './map.js';
import { membersOf, weigh } from './measure.js';
import { show } from './show.js';
import type { Tracer } from './trace.js';
import { partsTold, tellingAt } from './trace-working.js';

/** What `map`, `otherwise` and limits made of the value of a body, in order. */
export function stepsOf(tracer: Tracer, plan: IndicatorPlan, frame: Frame, depth: number): readonly ReasonStep[] {
  const { reader } = tracer;
  const steps: ReasonStep[] = [];
  const { type } = plan.model;
  let value =
    plan.body.kind === 'measure'
      ? weigh(reader, plan.body, frame, membersOf(reader, plan.body, frame)).value
      : plan.body.is(frame);
  for (const [index, { model }] of plan.map.entries()) {
    if (value === undefined) break;
    const after = applyMap(reader, plan, index, value, frame);
    const last = index === plan.map.length - 1;
    steps.push({
      kind: 'map',
      text: stepText(model),
      before: show(value, index === 0 ? bodyType(plan) : 'number'),
      after: show(after, last ? type : 'number'),
    });
    value = after;
  }
  if (value === undefined && plan.otherwise !== undefined) {
    value = plan.otherwise(frame);
    steps.push({ kind: 'otherwise', text: plan.model.otherwise?.text ?? '', after: show(value, type) });
  }
  if (value === undefined) return steps;
  for (const limit of inTurn(limitsOf(reader, plan, frame))) {
    const after = limited(value, [limit]);
    const { rule } = limit;
    const edition = reader.plan.editions[rule.edition];
    const telling = tellingAt(tracer, eventFrame(reader, frame.at, limit.ord), depth, edition);
    const behind: Reason[] = [];
    steps.push({
      kind: 'limit',
      rule: rule.model.name,
      title: rule.model.title ?? null,
      basis: rule.model.basis ?? null,
      event: tracer.event(limit.ord, frame.at, depth),
      conditions: partsTold(telling, conditionExpr(rule.model.when), behind),
      behind,
      max: show(limit.max, 'number'),
      min: show(limit.min, 'number'),
      before: show(value, type),
      after: show(after, type),
    });
    value = after ?? value;
  }
  return steps;
}

function bodyType(plan: IndicatorPlan): ValueType {
  return plan.model.body.kind === 'formula' ? plan.model.body.is.expr.type : measureType(plan.model.body);
}

/** A step of a map as reasons tell it. */
export function stepText(step: MapStep): string {
  switch (step.kind) {
    case 'formula':
      return step.is.text;
    case 'round':
      return `round(it, ${step.digits}) ${step.mode}`;
    case 'steps':
      return step.steps.map(({ from, value }) => `≥ ${printNum(from)}: ${printNum(value)}`).join('; ');
    case 'linear':
      return step.points.map(({ x, y }) => `${printNum(x)} → ${printNum(y)}`).join('; ');
    case 'rank':
      return `rank among ${step.among}, ${step.order}, ${step.ties}`;
  }
}
