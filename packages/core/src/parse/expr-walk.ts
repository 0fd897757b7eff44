import { type Condition, childrenOf, type Expr } from '../model/expr.js';

/** The expressions directly inside one, passed values included. */
export function partsOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'indicator' ? [...expr.args, ...expr.passes] : childrenOf(expr);
}

/** Every expression in an expression, itself first. */
export function within(expr: Expr): readonly Expr[] {
  const found = [expr];
  // The list grows while it is walked; generators would pass each part up through all levels above it.
  for (const one of found) found.push(...partsOf(one));
  return found;
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
