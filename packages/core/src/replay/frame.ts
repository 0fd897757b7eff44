import type { Instant } from '../model/calendar.js';
import type { Value } from '../model/expr.js';
import type { Frame, Reader } from '../model/plan.js';

/** A frame over an event. */
export function eventFrame(reader: Reader, at: Instant, ord: number, outer?: Frame): Frame {
  return {
    reader,
    cells: reader.cells,
    at,
    outer,
    ord,
    bound: undefined,
    passed: undefined,
    it: undefined,
    size: 0,
  };
}

/** A frame that binds keys, by index of the key. */
export function keyFrame(
  reader: Reader,
  at: Instant,
  bound: readonly number[],
  outer?: Frame,
  passed?: ReadonlyMap<string, Value>,
): Frame {
  return { reader, cells: reader.cells, at, outer, ord: -1, bound, passed, it: undefined, size: 0 };
}

/** The frame of a table, with what a standing counts by the names that formulas know. */
export function counting(scope: Frame, counts: Readonly<Record<string, number>>): Frame {
  return { ...scope, passed: new Map(Object.entries(counts)) };
}

/** Position of the event in scope. */
export function eventOrdOf(frame: Frame): number {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.outer) if (at.ord >= 0) return at.ord;
  throw new Error('no event is in scope');
}

/** The same frame, with the value that `it` names. Spelled out, because a spread costs several times as much. */
export function withIt(frame: Frame, it: Value): Frame {
  const { reader, cells, at, outer, ord, bound, passed, size } = frame;
  return { reader, cells, at, outer, ord, bound, passed, it, size };
}

/** The same frame, for one item of an `issue` with `each`. */
export function withItem(frame: Frame, item: Value, position: number): Frame {
  return { ...frame, it: item, size: position };
}
