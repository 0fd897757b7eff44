import { compareMoments } from './canonical-order.js';
import type { ViewReader } from './reader.js';

/** Notes that two recorded events, of which the order counts, are ordered by source or id alone. */
export function noteTie(reader: ViewReader, one: number, other: number): void {
  const [ord, next] = [Math.min(one, other), Math.max(one, other)];
  if (reader.columns.isDerived(ord) || reader.columns.isDerived(next)) return;
  if (compareMoments(reader.columns, ord, next) !== 0) return;
  const [a, b] = [reader.event(ord), reader.event(next)];
  const subject = a.subject === b.subject && a.subject !== '' ? a.subject : null;
  reader.remark('simultaneous', subject, { first: a.event.id, second: b.event.id });
}
