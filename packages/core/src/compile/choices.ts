import type { Value } from '../model/expr.js';
import type { Eval } from '../model/plan.js';
import type { FieldModel } from '../model/rubric.js';

/** What a choice does not list is unknown, however it comes about. */
export function amongChoices({ kind, choices }: FieldModel, is: Eval): Eval {
  if (kind !== 'choice' || choices.length === 0) return is;
  const allowed: ReadonlySet<Value> = new Set(choices);
  return (frame) => {
    const value = is(frame);
    return allowed.has(value) ? value : undefined;
  };
}
