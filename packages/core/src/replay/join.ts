import type { Frame, JoinPlan } from '../model/plan.js';
import type { ViewReader } from './reader.js';

const NONE: readonly number[] = [];

/** Positions of the events that agree with the frame's keys and had taken effect by its instant, in order. */
export function triggersOf(reader: ViewReader, joins: readonly JoinPlan[], frame: Frame): readonly number[] {
  const [only] = joins;
  if (only === undefined) return NONE;
  if (joins.length === 1)
    return seen(
      reader,
      reader.view.find(only, (key) => reader.keyId(frame, key)),
      frame,
    );
  const merged: number[] = [];
  for (const join of joins)
    merged.push(
      ...seen(
        reader,
        reader.view.find(join, (key) => reader.keyId(frame, key)),
        frame,
      ),
    );
  return merged.sort((a, b) => reader.view.place(a) - reader.view.place(b));
}

/** Lists are in order of effect, so what is seen at an instant is a prefix. */
function seen(reader: ViewReader, ords: readonly number[], frame: Frame): readonly number[] {
  if (reader.view.latest <= frame.at) return ords;
  let end = ords.length;
  while (end > 0 && reader.columns.effectiveOf(ords[end - 1] ?? -1) > frame.at) end -= 1;
  return end === ords.length ? ords : ords.slice(0, end);
}
