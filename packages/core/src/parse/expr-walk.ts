import { type Condition, childrenOf, type Expr } from '../model/expr.js';

/** The expressions directly inside one, passed values included. */
export function partsOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'indicator' ? [...expr.args, ...expr.passes] : childrenOf(expr);
}

/** Every expression in an expression, itself first. */
export function* within(expr: Expr): Generator<Expr> {
  yield expr;
  for (const part of partsOf(expr)) yield* within(part);
}

/** Every expression that a condition reads. */
export function conditionExprs(condition: Condition): readonly Expr[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(conditionExprs);
    case 'not':
      return conditionExprs(condition.of);
    case 'test':
      if (condition.value.kind === 'expr') return [condition.read, condition.value.expr];
      return condition.value.kind === 'list' ? [condition.read, ...condition.value.items] : [condition.read];
  }
}

/** The fields of the event in scope that an expression reads. */
export function fieldsIn(expr: Expr): Set<string> {
  const names = new Set<string>();
  for (const part of within(expr)) {
    if (part.kind === 'field') names.add(part.name);
    if (part.kind === 'in' && 'field' in part.list) names.add(part.list.field);
  }
  return names;
}
