import type { Expr, Value } from '../model/expr.js';
import { eq, type Num } from '../model/num.js';
import type { Eval } from '../model/plan.js';
import type { Watch } from '../model/plan-watch.js';
import { compileCall } from './call.js';
import type { CompileContext } from './context.js';

type Call = Extract<Expr, { kind: 'call' }>;

/** A call that chooses among its arguments, and tells which one it chose; undefined for others, and where nobody watches. */
export function watchedCall(expr: Call, args: readonly Eval[], context: CompileContext): Eval | undefined {
  const { watch } = context;
  if (watch === undefined) return undefined;
  if (expr.name === 'coalesce') return watchedCoalesce(expr, args, watch);
  if (expr.name !== 'min' && expr.name !== 'max' && expr.name !== 'clamp') return undefined;
  let given: readonly Value[] = [];
  const call = compileCall(
    expr.name,
    args.map((_, index) => () => given[index]),
    expr.args,
    context,
  );
  return (frame) => {
    // All of them first: what they read may come back to this very call.
    const values = args.map((arg) => arg(frame));
    given = values;
    const result = call(frame);
    const chosen = result === undefined ? -1 : values.findIndex((value) => sameNum(value, result));
    watch.went(expr, chosen < 0 ? 'unknown' : String(chosen));
    return result;
  };
}

function watchedCoalesce(expr: Call, args: readonly Eval[], watch: Watch): Eval {
  return (frame) => {
    for (const [index, arg] of args.entries()) {
      const value = arg(frame);
      if (value === undefined) continue;
      watch.went(expr, String(index));
      return value;
    }
    watch.went(expr, 'unknown');
    return undefined;
  };
}

function sameNum(a: Value, b: Value): boolean {
  return a === b || (a !== undefined && b !== undefined && eq(a as Num, b as Num));
}
