import type { Expr } from '../model/expr.js';
import type { RuleModel } from '../model/rubric.js';
import type { NumberSet, Span } from './number-set.js';
import { ANY } from './span.js';

/** Where an expression is read: the event in scope, and what is known to hold there. */
export interface Scope {
  readonly types: readonly string[];
  /** By the key of an expression. */
  readonly known: ReadonlyMap<string, NumberSet>;
  readonly it: Span;
}

export const NOWHERE: Scope = { types: [], known: new Map(), it: ANY };

/** Whoever knows between which numbers expressions lie. */
export interface RangeReader {
  readonly rules: readonly RuleModel[];
  readonly of: (expr: Expr, scope: Scope) => Span;
  readonly where: (scope: Scope, condition: Expr | undefined) => Scope;
  readonly indicator: (name: string) => Span;
}
