import type { Expr } from '../model/expr.js';

/** A text that two expressions share if and only if they are written alike, names resolved. */
export function exprKey(expr: Expr): string {
  return JSON.stringify(expr, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
