import type { Value } from '../model/expr.js';
import { printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { StepModel } from '../model/procedure.js';
import type { Pass } from './world.js';

/** Refuses two steps that an event could both be of: same type, same state, and no field that both set to a literal of its own. */
export function sayAlike(steps: readonly StepModel[], pointer: string, { report }: Pass): void {
  steps.forEach((step, index) => {
    const other = steps.slice(0, index).find((earlier) => areAlike(earlier, step));
    if (other === undefined) return;
    report.add('step-alike', child(pointer, step.name), { step: step.name, other: other.name, type: step.event });
  });
}

function areAlike(a: StepModel, b: StepModel): boolean {
  if (a.event !== b.event) return false;
  const meet = a.from.length === 0 ? b.from.length === 0 : a.from.some((state) => b.from.includes(state));
  return (
    meet &&
    ![...a.fields].some(([name, { expr }]) => {
      const other = b.fields.get(name)?.expr;
      return expr.kind === 'literal' && other?.kind === 'literal' && literal(expr.value) !== literal(other.value);
    })
  );
}

function literal(value: Exclude<Value, undefined>): string {
  return typeof value === 'object' ? printNum(value) : String(value);
}
