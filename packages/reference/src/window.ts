import { CivilDate, Moment, startOf } from './dates.js';
import { contextValue, evaluate, evaluateAll } from './evaluate-formula.js';
import { canonical } from './events.js';
import type { Formula, TakeModel } from './model.js';
import { noteTie } from './simultaneous.js';
import type { Value } from './values.js';
import type { Frame, Happening, Member } from './world.js';

type Window = Exclude<TakeModel['window'], undefined>;

/** The members inside the window, in time and in order; where a bound in time is unknown, all of them with unknown value. */
export async function insideWindow(
  window: TakeModel['window'],
  members: readonly Member[],
  frame: Frame,
): Promise<readonly Member[]> {
  if (window === undefined) return members;
  return insideOrder(window, await insideTime(window, members, frame), frame);
}

async function insideTime(window: Window, members: readonly Member[], frame: Frame): Promise<readonly Member[]> {
  if (window.from === undefined && window.until === undefined) return members;
  const from = await boundOf(window.from, frame);
  const until = await boundOf(window.until, frame);
  if (from === undefined || until === undefined) return members.map(ofUnknownValue);
  const kept: Member[] = [];
  for (const member of members) {
    const by = window.by === undefined ? contextValue('effective', member.frame) : evaluate(window.by, member.frame);
    const at = msOf(await by, frame);
    if (at === undefined) kept.push(ofUnknownValue(member));
    else if (from <= at && at < until) kept.push(member);
  }
  return kept;

  async function boundOf(formula: Formula | undefined, scope: Frame): Promise<number | undefined> {
    if (formula !== undefined) return msOf(await evaluate(formula, scope), scope);
    return formula === window.from ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
}

/** Those strictly behind the event that `after` picks, and before that of `before`. */
async function insideOrder(window: Window, members: readonly Member[], frame: Frame): Promise<readonly Member[]> {
  const after = await pickedBy(window.after, frame);
  const before = await pickedBy(window.before, frame);
  if (after === undefined && before === undefined) return members;
  const { events, course } = frame.world;
  const order = course === undefined ? await canonical(events, frame) : events;
  const kept: Member[] = [];
  for (const member of members) {
    const { event } = member.frame;
    if (event === undefined) throw new TypeError('only events stand before or behind an event');
    for (const bound of [after, before]) if (bound !== undefined) await noteTie(bound, event, frame);
    const place = order.indexOf(event);
    const isBehind = after === undefined || place > order.indexOf(after);
    if (isBehind && (before === undefined || place < order.indexOf(before))) kept.push(member);
  }
  return kept;
}

async function pickedBy(pick: Window['after'], frame: Frame): Promise<Happening | undefined> {
  if (pick === undefined) return undefined;
  return frame.world.calls.picked(pick.name, frame, await evaluateAll(pick.passes, frame));
}

function ofUnknownValue(member: Member): Member {
  return { ...member, value: undefined };
}

/** Dates stand for their first instant, so that a window by days may be bounded by either. */
function msOf(value: Value, frame: Frame): number | undefined {
  if (value instanceof CivilDate) return startOf(frame.edition.zone, value).ms;
  return value instanceof Moment ? value.ms : undefined;
}
