import { type Expr, within } from '../model/expr.js';
import type { ReadPlan } from '../model/plan.js';
import type { CompileContext } from './context.js';
import { compileExpression } from './expression.js';

/** Every indicator and standing that a formula reads, in the order of its text. */
export function compileReads(expr: Expr, context: CompileContext): readonly ReadPlan[] {
  const reads: ReadPlan[] = [];
  for (const node of within(expr)) {
    const compileAll = (args: readonly Expr[]) => args.map((arg) => compileExpression(arg, context));
    if (node.kind === 'indicator') {
      reads.push({
        kind: 'indicator',
        name: node.name,
        part: undefined,
        args: compileAll(node.args),
        passes: compileAll(node.passes),
      });
    } else if (node.kind === 'standing') {
      reads.push({ kind: 'standing', name: node.name, part: node.part, args: compileAll(node.args), passes: [] });
    }
  }
  return reads;
}
