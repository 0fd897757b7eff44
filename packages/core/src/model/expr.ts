import type { Num } from './num.js';

/** What a formula can yield. `date` is a calendar day in the edition's zone, `instant` a point in time. */
export type ValueType = 'number' | 'text' | 'flag' | 'date' | 'instant';

/** A value while evaluating: number → Num, text → string, flag → boolean, date → Day, instant → ms. `undefined` is unknown. */
export type Value = Num | string | boolean | undefined;

export type UnaryOp = '-' | '!';
export type BinaryOp = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';

/** Names that every slot may know, as far as it has an event (`time` …) or a value (`it`, `size`, `item`) in scope. */
export type ContextName =
  | 'time'
  | 'effective'
  | 'recorded'
  | 'now'
  | 'today'
  | 'id'
  | 'source'
  | 'subject'
  | 'type'
  | 'state'
  | 'it'
  | 'size'
  | 'taken'
  | 'tied'
  | 'place'
  | 'item'
  | 'position';

export type FunctionName =
  | 'min'
  | 'max'
  | 'abs'
  | 'floor'
  | 'ceil'
  | 'round'
  | 'sqrt'
  | 'ln'
  | 'exp'
  | 'pow'
  | 'clamp'
  | 'known'
  | 'coalesce'
  | 'year'
  | 'month'
  | 'day'
  | 'quarter'
  | 'weekday'
  | 'date'
  | 'addDays'
  | 'addMonths'
  | 'addYears'
  | 'days'
  | 'yearStart'
  | 'yearEnd'
  | 'quarterStart'
  | 'quarterEnd'
  | 'startOf'
  | 'endOf'
  | 'seconds'
  | 'text'
  | 'addWorkdays'
  | 'workdays'
  | 'isWorkday';

/** One typed expression tree for formulas, conditions and curves. */
export type Expr =
  | { readonly kind: 'literal'; readonly type: ValueType; readonly value: Exclude<Value, undefined> }
  | { readonly kind: 'unknown'; readonly type: ValueType }
  | { readonly kind: 'field'; readonly type: ValueType; readonly name: string }
  | { readonly kind: 'key'; readonly type: ValueType; readonly name: string }
  /** A key or passed value of the scope around the event in scope (`outer.period`, a name of `with`). */
  | { readonly kind: 'outer'; readonly type: ValueType; readonly name: string }
  | { readonly kind: 'context'; readonly type: ValueType; readonly name: ContextName }
  /** `args` bind the last keys of the indicator's `per`, the others come from the scope; `passes` are the values of its `with`, in order, each the name resolved where the read stands. */
  | {
      readonly kind: 'indicator';
      readonly type: ValueType;
      readonly name: string;
      readonly args: readonly Expr[];
      readonly passes: readonly Expr[];
    }
  | {
      readonly kind: 'standing';
      readonly type: ValueType;
      readonly name: string;
      /** `rank`, `tied`, `band`, `size`, or the id of an award. */
      readonly part: string;
      readonly args: readonly Expr[];
    }
  | { readonly kind: 'table'; readonly type: ValueType; readonly name: string; readonly args: readonly Expr[] }
  | { readonly kind: 'call'; readonly type: ValueType; readonly name: FunctionName; readonly args: readonly Expr[] }
  | { readonly kind: 'unary'; readonly type: ValueType; readonly op: UnaryOp; readonly of: Expr }
  | {
      readonly kind: 'binary';
      readonly type: ValueType;
      readonly op: BinaryOp;
      readonly left: Expr;
      readonly right: Expr;
    }
  | { readonly kind: 'if'; readonly type: ValueType; readonly when: Expr; readonly then: Expr; readonly else: Expr }
  /** `list` holds literals, or one list field of the event in scope. */
  | {
      readonly kind: 'in';
      readonly type: 'flag';
      readonly of: Expr;
      readonly list: readonly Expr[] | { readonly field: string };
    };

/** A formula with its text, for reasons and messages. */
export interface Formula {
  readonly text: string;
  readonly expr: Expr;
}

export type ConditionOperator =
  | 'equal'
  | 'notEqual'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'doesNotContain'
  | 'present'
  | 'absent';

/** The json-rules-engine tree, checked and typed. `fact` is a field, key, indicator, context name or standing part. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'test';
      readonly fact: string;
      readonly read: Expr;
      readonly operator: ConditionOperator;
      readonly value: Operand;
    };

export type Operand =
  | { readonly kind: 'none' }
  | { readonly kind: 'expr'; readonly expr: Expr }
  | { readonly kind: 'list'; readonly items: readonly Expr[] };

/** Every expression in an expression, itself first, in the order of the text. */
export function within(expr: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const ahead = [expr];
  for (let one = ahead.pop(); one !== undefined; one = ahead.pop()) {
    found.push(one);
    ahead.push(...[...childrenOf(one)].reverse());
  }
  return found;
}

/** The expressions directly inside one, passed values included. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'indicator':
      return [...expr.args, ...expr.passes];
    case 'standing':
    case 'table':
    case 'call':
      return expr.args;
    case 'unary':
      return [expr.of];
    case 'binary':
      return [expr.left, expr.right];
    case 'if':
      return [expr.when, expr.then, expr.else];
    case 'in':
      return 'field' in expr.list ? [expr.of] : [expr.of, ...expr.list];
    case 'literal':
    case 'unknown':
    case 'field':
    case 'key':
    case 'outer':
    case 'context':
      return [];
  }
}
