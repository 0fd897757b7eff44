import type { Value } from '../model/expr.js';
import { eq } from '../model/num.js';
import type { Member } from './member.js';
import type { ViewReader } from './reader.js';
import { orderedById } from './simultaneous.js';

/** Notes that two events, of which the order counts, are ordered by source or id alone. */
export function noteTie(reader: ViewReader, one: number, other: number): void {
  const tied = orderedById(reader.columns, one, other);
  if (tied === undefined) return;
  const [a, b] = [reader.event(one), reader.event(other)];
  const subject = a.subject === b.subject && a.subject !== '' ? a.subject : null;
  reader.remark('simultaneous', subject, { ...tied });
}

/** Notes two members of different values, of which the order counts, that source or id alone orders. */
export function noteOrder(reader: ViewReader, one: Member | undefined, other: Member | undefined): void {
  if (one === undefined || other === undefined || isSame(one.value, other.value)) return;
  const [a, b] = [one.frame.ord, other.frame.ord];
  if (a >= 0 && b >= 0) noteTie(reader, a, b);
}

function isSame(a: Value, b: Value): boolean {
  return typeof a === 'object' && typeof b === 'object' ? eq(a, b) : a === b;
}
