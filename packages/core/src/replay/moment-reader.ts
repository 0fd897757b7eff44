import type { Instant } from '../model/calendar.js';
import type { Frame } from '../model/plan.js';
import type { Derivation } from './columns.js';
import { ViewReader } from './reader.js';

/** Reads what a rule saw when it issued an event: the events seen by then, and their states before its effects. */
class MomentReader extends ViewReader {
  turn: number = 0;

  override state(ord: number, at: Instant): string {
    return this.columns.state(ord, at, this.turn);
  }
}

/** The reader of the moment at which a rule issued something, and the scope in which it did. */
export function momentOf(
  { plan, columns, view, asOf, forced }: ViewReader,
  { frame, turn, seen }: Derivation,
): { readonly reader: ViewReader; readonly frame: Frame } {
  const before = view.keeping([...view.types()], (ord) => view.place(ord) < seen);
  const reader = new MomentReader(plan, columns, before, asOf, forced, () => undefined);
  reader.turn = turn;
  reader.reach(frame.at);
  return { reader, frame: readBy(reader, frame) };
}

function readBy(reader: ViewReader, frame: Frame): Frame {
  const { outer } = frame;
  return { ...frame, reader, cells: reader.cells, outer: outer && readBy(reader, outer) };
}
