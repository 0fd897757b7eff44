import type { Expr } from '../model/expr.js';
import { branch } from './branch.js';

/** The expression with another one in the place of a part. */
export function replaced(expr: Expr, part: Expr, by: Expr): Expr {
  if (expr === part) return by;
  const inner = (one: Expr): Expr => replaced(one, part, by);
  switch (expr.kind) {
    case 'indicator':
    case 'standing':
    case 'table':
    case 'call':
      return { ...expr, args: expr.args.map(inner) };
    case 'unary':
      return { ...expr, of: inner(expr.of) };
    case 'binary':
      return { ...expr, left: inner(expr.left), right: inner(expr.right) };
    case 'if':
      return branch(inner(expr.when), inner(expr.then), inner(expr.else));
    case 'in':
      return { ...expr, of: inner(expr.of), list: 'field' in expr.list ? expr.list : expr.list.map(inner) };
    case 'literal':
    case 'unknown':
    case 'field':
    case 'key':
    case 'outer':
    case 'context':
      return expr;
  }
}
