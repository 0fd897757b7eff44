import type { Expr } from '../model/expr.js';
import type { Scope } from './formula-scope.js';
import type { Place, Syntax } from './formula-syntax.js';
import type { ValueType } from './formula-words.js';
import type { RubricFacts, RubricProblemCode } from './problem-catalogue.js';
import type { Report } from './report.js';
import type { World } from './world.js';

/** A checked piece of a formula. */
export interface Typed {
  readonly expr: Expr;
  /** Undefined where it cannot be told: for `unknown`, and for what has a problem already. It fits everywhere. */
  readonly type: ValueType | undefined;
  readonly unit: string | undefined;
  /** The texts it can be, where they are listed, and the field that lists them. */
  readonly choices: { readonly field: string; readonly of: readonly string[] } | undefined;
  readonly isKey: boolean;
  readonly at: Place;
}

/** How problems of one formula are told. */
export interface Voice {
  readonly say: <C extends RubricProblemCode>(code: C, facts: RubricFacts[C]) => void;
  readonly near: Report['near'];
}

/** What checking a formula needs. Facts of problems get the piece and column of their place. */
export interface Check extends Voice {
  readonly world: World;
  readonly scope: Scope;
  readonly typed: (syntax: Syntax) => Typed;
}

export function typed(expr: Expr, at: Place, more: { unit?: string | undefined; isKey?: boolean } = {}): Typed {
  return { expr, type: expr.type, unit: more.unit, choices: undefined, isKey: more.isKey ?? false, at };
}

/** Stands for what has a problem that was told. */
export function hole(at: Place): Typed {
  return {
    expr: { kind: 'unknown', type: 'number' },
    type: undefined,
    unit: undefined,
    choices: undefined,
    isKey: false,
    at,
  };
}

/** A conditional of the model. */
export function choice(type: ValueType, when: Expr, yes: Expr, no: Expr): Expr {
  // biome-ignore lint/suspicious/noThenProperty: the model calls its branch so, and no tree is ever awaited
  return { kind: 'if', type, when, then: yes, else: no };
}
