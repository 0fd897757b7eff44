import { type Condition, type Expr, within } from './expr.js';

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
