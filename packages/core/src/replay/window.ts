import { cmp, type Num } from '../model/num.js';
import type { Frame, MeasurePlan } from '../model/plan.js';
import type { Member } from './member.js';
import type { ViewReader } from './reader.js';
import { noteTie } from './tie.js';

type Window = NonNullable<MeasurePlan['window']>;

/** Positions of the events that indicators picked for a window; undefined where there is no such bound. */
export interface Span {
  readonly after: number | undefined;
  readonly before: number | undefined;
}

/** Where a member stands to a window; `unknown`: it may be inside. Marks those that are outside. */
export function placeIn(
  reader: ViewReader,
  window: Window,
  span: Span,
  frame: Frame,
): (member: Member) => 'inside' | 'outside' | 'unknown' {
  const isTimely = timeTest(window, frame);
  return (member) => {
    const timely = isTimely(member);
    if (timely !== false && isBetween(reader, span, member.frame.ord)) return timely === true ? 'inside' : 'unknown';
    member.fate = 'outside-window';
    return 'outside';
  };
}

/** Whether the time of a member lies between the bounds, the first instant included; undefined where one of them is unknown. */
function timeTest(window: Window, frame: Frame): (member: Member) => boolean | undefined {
  if (window.from === undefined && window.until === undefined) return () => true;
  const from = window.from?.(frame);
  const until = window.until?.(frame);
  const bounded =
    (window.from === undefined || from !== undefined) && (window.until === undefined || until !== undefined);
  return (member) => {
    const by = window.by(member.frame);
    if (by === undefined || !bounded) return undefined;
    return (
      (from === undefined || cmp(from as Num, by as Num) <= 0) &&
      (until === undefined || cmp(by as Num, until as Num) < 0)
    );
  };
}

/** Strictly behind the one event and before the other. Where only names tell that, it is a finding. */
function isBetween(reader: ViewReader, { after, before }: Span, ord: number): boolean {
  for (const bound of [after, before]) if (bound !== undefined && bound !== ord) noteTie(reader, bound, ord);
  const place = reader.view.place(ord);
  return (
    (after === undefined || place > reader.view.place(after)) &&
    (before === undefined || place < reader.view.place(before))
  );
}
