import type { Expr, Formula } from '../model/expr.js';
import { conditionExprs, fieldsIn } from '../model/expr-walk.js';
import type { IndicatorModel, MeasureModel, RuleModel } from '../model/rubric.js';

/** The fields of an event that a measure reads to take it as a member. */
export function fieldsOfMeasure({ body }: IndicatorModel): readonly string[] {
  return body.kind === 'measure' ? fieldsOf(exprsOfMeasure(body)) : [];
}

/** The fields of its trigger that a rule reads, in its conditions and in what it does. */
export function fieldsOfRule({ when, effect }: RuleModel): readonly string[] {
  return fieldsOf([...conditionExprs(when), ...formulasOf(effect).flatMap((formula) => formula?.expr ?? [])]);
}

function formulasOf(effect: RuleModel['effect']): readonly (Formula | undefined)[] {
  switch (effect.kind) {
    case 'give':
      return [effect.points];
    case 'limit':
      return [effect.max, effect.min];
    case 'issue':
      return [...effect.fields.values()];
    case 'end':
    case 'void':
    case 'consequence':
      return [];
  }
}

function fieldsOf(exprs: readonly Expr[]): readonly string[] {
  return [...new Set(exprs.flatMap((expr) => [...fieldsIn(expr)]))];
}

/** The value first: it is what the number is about. A nested measure is told by its own members. */
function exprsOfMeasure({ of, take }: MeasureModel): readonly Expr[] {
  if (of.kind === 'each' && 'kind' in of.value) return exprsOfMeasure(of.value);
  if (of.kind !== 'events') return [];
  const formulas = [of.value, of.weight, of.where].flatMap((formula) => formula?.expr ?? []);
  return [...formulas, ...[take.window?.by, take.drop?.where?.expr].flatMap((expr) => expr ?? [])];
}
