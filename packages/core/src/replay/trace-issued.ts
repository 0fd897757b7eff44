import type { Instant } from '../model/calendar.js';
import { conditionExpr } from '../model/condition-expr.js';
import type { IssuedReason, Reason } from '../model/explanation.js';
import type { Frame } from '../model/plan.js';
import type { Derivation } from './columns.js';
import type { ViewReader } from './reader.js';
import type { Tracer } from './trace.js';
import { eventReason } from './trace-event.js';
import { partsTold, ruleReason, tellingAt, told } from './trace-working.js';

/** How a rule came to issue an event. `tracer` reads what the rule saw, in the scope of `frame`. */
export function traceIssued(
  tracer: Tracer,
  { rule: name, edition: index, trigger }: Derivation,
  frame: Frame,
  depth: number,
): IssuedReason {
  const edition = tracer.reader.plan.editions[index];
  const rule = edition?.model.rules.get(name);
  if (edition === undefined || rule?.effect.kind !== 'issue') throw new Error('an event was issued by no rule');
  const telling = tellingAt(tracer, frame, depth, edition);
  const behind: Reason[] = [];
  return {
    rule: ruleReason(rule, edition.model.edition),
    trigger: tracer.event(trigger, frame.at, depth),
    conditions: partsTold(telling, conditionExpr(rule.when), behind),
    fields: [...rule.effect.fields].map(([field, formula]) => ({ name: field, ...told(telling, formula, behind) })),
    behind,
  };
}

/** Which rule issued an event on what, and no more. */
export function namedIssue(
  reader: ViewReader,
  { rule: name, edition: index, trigger }: Derivation,
  at: Instant,
): IssuedReason {
  const edition = reader.plan.editions[index];
  const rule = edition?.model.rules.get(name);
  if (rule === undefined) throw new Error('an event was issued by no rule');
  const named = { rule: ruleReason(rule, edition?.model.edition), trigger: eventReason(reader, trigger, at) };
  return { ...named, conditions: [], fields: [], behind: [], cut: true };
}
