import { type Condition, type Expr, within } from '../model/expr.js';
import type { IndicatorModel, MeasureModel, RuleModel } from '../model/rubric.js';

/** The fields of an event that a measure reads to take it as a member. */
export function fieldsOfMeasure({ body }: IndicatorModel): readonly string[] {
  return body.kind === 'measure' ? fieldsIn(exprsOfMeasure(body)) : [];
}

/** The fields of its trigger that a rule reads, in its conditions and in what it does. */
export function fieldsOfRule({ when, effect }: RuleModel): readonly string[] {
  const formulas = effect.kind === 'give' ? [effect.points] : effect.kind === 'limit' ? [effect.max, effect.min] : [];
  return fieldsIn([...exprsOfCondition(when), ...formulas.flatMap((formula) => formula?.expr ?? [])]);
}

function fieldsIn(exprs: readonly Expr[]): readonly string[] {
  const names = exprs.flatMap(within).flatMap((expr) => {
    if (expr.kind === 'field') return [expr.name];
    return expr.kind === 'in' && 'field' in expr.list ? [expr.list.field] : [];
  });
  return [...new Set(names)];
}

/** The value first: it is what the number is about. A nested measure is told by its own members. */
function exprsOfMeasure({ of, take }: MeasureModel): readonly Expr[] {
  if (of.kind === 'each' && 'kind' in of.value) return exprsOfMeasure(of.value);
  if (of.kind !== 'events') return [];
  const formulas = [of.value, of.weight, of.where].flatMap((formula) => formula?.expr ?? []);
  return take.window?.by === undefined ? formulas : [...formulas, take.window.by];
}

function exprsOfCondition(condition: Condition): readonly Expr[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(exprsOfCondition);
    case 'not':
      return exprsOfCondition(condition.of);
    case 'test': {
      const { read, value } = condition;
      if (value.kind === 'none') return [read];
      return value.kind === 'expr' ? [read, value.expr] : [read, ...value.items];
    }
  }
}
