import type { Frame, RulePlan } from '../model/plan.js';
import { dayOfInstant } from '../model/zone.js';
import type { ViewReader } from './reader.js';

/** Whether this version of a rule is the one for the trigger in scope, and holds for it. */
export function applies(reader: ViewReader, rule: RulePlan, frame: Frame): boolean {
  return isVersionFor(reader, rule, frame) && holds(reader, rule, frame);
}

/** Whether this version of a rule is the one for the trigger in scope. */
export function isVersionFor(reader: ViewReader, rule: RulePlan, frame: Frame): boolean {
  return reader.plan.editions.length === 1 || versionFor(reader, rule, frame) === rule;
}

/** Whether a rule's conditions hold, and no exception to it does. */
export function holds(reader: ViewReader, rule: RulePlan, frame: Frame): boolean {
  if (rule.test(frame) !== true) return false;
  if (rule.unless.length === 0 && rule.overriddenBy.length === 0) return true;
  const others = reader.plan.editions[rule.edition]?.rules;
  const heldBy = (name: string): boolean => {
    const other = others?.get(name);
    return other !== undefined && triggeredBy(reader, other, frame) && holds(reader, other, frame);
  };
  return !rule.unless.some(heldBy) && !rule.overriddenBy.some(heldBy);
}

/** The version of a rule that the trigger's own date picks; undefined where that edition has no such rule. */
export function versionFor(reader: ViewReader, rule: RulePlan, frame: Frame): RulePlan | undefined {
  if (reader.plan.editions.length === 1) return rule;
  const day = rule.appliesBy?.(frame) ?? dayOfInstant(reader.zone, reader.event(frame.ord).time);
  return reader.editionOn(day as number).rules.get(rule.model.name);
}

function triggeredBy(reader: ViewReader, rule: RulePlan, frame: Frame): boolean {
  const { on } = rule.model;
  return on.kind === 'standing' ? frame.ord < 0 : frame.ord >= 0 && on.types.includes(reader.event(frame.ord).type);
}
