import type { Frame, TargetPlan } from '../model/plan.js';
import { eventOrdOf } from './frame.js';
import { membersOf } from './measure.js';
import type { ViewReader } from './reader.js';
import { refOf } from './ref.js';
import { takeMembers } from './take.js';

/** Full references (`source#id`) of the events that an effect is about. */
export function referTo(reader: ViewReader, target: TargetPlan, frame: Frame): readonly string[] {
  if (target.kind === 'items') return itemsOf(reader, target.indicator, frame).map((ord) => refOf(reader.event(ord)));
  const ref = target.ref(frame);
  if (typeof ref !== 'string') return [];
  return [ref.includes('#') ? ref : `${reader.event(eventOrdOf(frame)).event.source}#${ref}`];
}

/** Position of the event that a reference names, if it has happened. */
export function positionOf(reader: ViewReader, target: TargetPlan, frame: Frame): readonly number[] {
  const [ref] = referTo(reader, target, frame);
  const ord = ref === undefined ? undefined : reader.view.positionOf(ref);
  return ord === undefined ? [] : [ord];
}

/** Positions of the events that an indicator takes, read in the scope of the frame. */
export function itemsOf(reader: ViewReader, indicator: string, frame: Frame): readonly number[] {
  const plan = reader.indicatorPlan(indicator, frame.at);
  if (plan.body.kind !== 'measure') return [];
  const scope = reader.scopeOf(plan, frame);
  if (scope === undefined) return [];
  const members = membersOf(reader, plan.body, scope);
  const { candidates } = takeMembers(plan.body, scope, members);
  return (candidates ?? []).map((member) => member.frame.ord).filter((ord) => ord >= 0);
}
