import { childrenOf, type Expr } from '../model/expr.js';
import type { Eval, ReadPlan } from '../model/plan.js';
import type { CompileContext } from './context.js';
import { compileExpression } from './expression.js';

type Reached = ReadPlan['reached'];

/** Every indicator and standing that a formula can read, in the order of its text, and when it gets there. */
export function compileReads(expr: Expr, context: CompileContext): readonly ReadPlan[] {
  return readsIn(expr, [], context);
}

function readsIn(expr: Expr, reached: Reached, context: CompileContext): readonly ReadPlan[] {
  const inside = ways(expr, context).flatMap(({ part, only }) =>
    readsIn(part, only === undefined ? reached : [...reached, only], context),
  );
  if (expr.kind !== 'indicator' && expr.kind !== 'standing') return inside;
  const compileAll = (args: readonly Expr[]): readonly Eval[] => args.map((arg) => compileExpression(arg, context));
  const { kind, name, args } = expr;
  const read = { expr, reached, name, args: compileAll(args) };
  return kind === 'indicator'
    ? [{ ...read, kind, part: undefined, passes: compileAll(expr.passes) }, ...inside]
    : [{ ...read, kind, part: expr.part, passes: [] }, ...inside];
}

/** What is directly inside, and the condition under which it is looked at, where it is not always. */
function ways(
  expr: Expr,
  context: CompileContext,
): readonly { readonly part: Expr; readonly only?: Reached[number] }[] {
  if (expr.kind === 'if') {
    const when = onceAsked(expr.when, context);
    return [
      { part: expr.when },
      { part: expr.then, only: (frame) => when(frame) === true },
      { part: expr.else, only: (frame) => when(frame) === false },
    ];
  }
  if (expr.kind === 'binary' && (expr.op === '&&' || expr.op === '||')) {
    const left = onceAsked(expr.left, context);
    const settles = expr.op === '||';
    return [{ part: expr.left }, { part: expr.right, only: (frame) => left(frame) !== settles }];
  }
  if (expr.kind === 'call' && expr.name === 'coalesce') {
    const args = expr.args.map((arg) => onceAsked(arg, context));
    return expr.args.map((part, index) => ({
      part,
      only: (frame) => args.slice(0, index).every((arg) => arg(frame) === undefined),
    }));
  }
  return childrenOf(expr).map((part) => ({ part }));
}

/** Only reasons ask what a formula got to, so nothing is compiled for it before. */
function onceAsked(expr: Expr, context: CompileContext): Eval {
  let compiled: Eval | undefined;
  return (frame) => {
    compiled ??= compileExpression(expr, context);
    return compiled(frame);
  };
}
