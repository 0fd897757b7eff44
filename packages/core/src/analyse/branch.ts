import type { Expr } from '../model/expr.js';

export function branch(when: Expr, yes: Expr, no: Expr): Expr {
  // biome-ignore lint/suspicious/noThenProperty: the model calls its branch so, and no tree is ever awaited
  return { kind: 'if', type: yes.type, when, then: yes, else: no };
}
