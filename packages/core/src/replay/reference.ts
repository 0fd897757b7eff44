import type { Frame, TargetPlan } from '../model/plan.js';
import { eventOrdOf } from './frame.js';
import { leftMembers } from './measure.js';
import type { ViewReader } from './reader.js';
import { refOf } from './ref.js';

/** For each event that an effect is about, the full references (`source#id`) that may be meant, the likelier first. */
export function referTo(reader: ViewReader, target: TargetPlan, frame: Frame): readonly (readonly string[])[] {
  if (target.kind === 'items') return itemsOf(reader, target.indicator, frame).map((ord) => [refOf(reader.event(ord))]);
  const text = target.ref(frame);
  return typeof text === 'string' ? [meaningsOf(text, reader.event(eventOrdOf(frame)).event.source)] : [];
}

/** What a reference may mean: an id of its holder's own source, else, where it holds a `#`, of the source before that. */
export function meaningsOf(text: string, source: string): readonly string[] {
  const own = `${source}#${text}`;
  return text.includes('#') ? [own, text] : [own];
}

/** Position of the event that a reference names, if it has happened. */
export function positionOf(reader: ViewReader, target: TargetPlan, frame: Frame): readonly number[] {
  const meanings = referTo(reader, target, frame).flat();
  const ord = meanings.map((ref) => reader.view.positionOf(ref)).find((at) => at !== undefined);
  return ord === undefined ? [] : [ord];
}

/** Positions of the events that an indicator takes, read in the scope of the frame. */
export function itemsOf(reader: ViewReader, indicator: string, frame: Frame): readonly number[] {
  const plan = reader.indicatorPlan(indicator, frame.at);
  if (plan.body.kind !== 'measure') return [];
  const scope = reader.scopeOf(plan, frame);
  if (scope === undefined) return [];
  return (leftMembers(reader, plan.body, scope) ?? []).map((member) => member.frame.ord).filter((ord) => ord >= 0);
}
