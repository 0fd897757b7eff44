import { type Expr, within } from '../model/expr.js';
import { fieldsIn } from '../model/expr-walk.js';
import type { EventTypeModel } from '../model/rubric.js';

/** By type, the fields that are computed from more than the event itself. A type's fields come in the order of their reads. */
export function fromLedger(events: ReadonlyMap<string, EventTypeModel>): ReadonlyMap<string, ReadonlySet<string>> {
  const bound = new Map<string, ReadonlySet<string>>();
  for (const [type, { fields }] of events) {
    const names = new Set<string>();
    for (const field of fields.values()) {
      if (
        field.is !== undefined &&
        (looksAround(field.is.expr) || [...fieldsIn(field.is.expr)].some((of) => names.has(of)))
      )
        names.add(field.name);
    }
    bound.set(type, names);
  }
  return bound;
}

function looksAround(expr: Expr): boolean {
  return within(expr).some(
    (part) =>
      part.kind === 'indicator' ||
      part.kind === 'standing' ||
      (part.kind === 'context' && (part.name === 'recorded' || part.name === 'effective')),
  );
}
