import { childrenOf, type Expr, type Formula } from '../model/expr.js';
import { conditionExprs } from '../model/expr-walk.js';
import type { EffectPlan, Eval, RulePlan, TargetPlan } from '../model/plan.js';
import type { EffectModel, RuleModel, TargetModel } from '../model/rubric.js';
import { amongChoices } from './choices.js';
import { compileCondition } from './condition.js';
import type { CompileContext } from './context.js';
import { compileExpression } from './expression.js';

export function compileRule(rule: RuleModel, edition: number, context: CompileContext): RulePlan {
  const overriddenBy: string[] = [];
  for (const other of context.edition.rules.values())
    if (other.overrides.includes(rule.name)) overriddenBy.push(other.name);
  return {
    model: rule,
    edition,
    test: compileCondition(rule.when, context),
    timeless: conditionExprs(rule.when).every(readsEventAlone),
    appliesBy: rule.appliesBy === 'lenient' ? undefined : compileOptional(rule.appliesBy, context),
    at: compileOptional(rule.at, context),
    unless: rule.unless,
    overriddenBy,
    effect: compileEffect(rule.effect, context),
  };
}

function readsEventAlone(expr: Expr): boolean {
  if (expr.kind === 'indicator' || expr.kind === 'standing' || expr.kind === 'key' || expr.kind === 'outer')
    return false;
  if (expr.kind === 'context' && (expr.name === 'state' || expr.name === 'now' || expr.name === 'today')) return false;
  return childrenOf(expr).every(readsEventAlone);
}

export function compileOptional(formula: Formula | undefined, context: CompileContext): Eval | undefined {
  return formula === undefined ? undefined : compileExpression(formula.expr, context);
}

function compileEffect(effect: EffectModel, context: CompileContext): EffectPlan {
  switch (effect.kind) {
    case 'give':
    case 'limit':
      return { kind: effect.kind };
    case 'issue': {
      const fields = new Map<string, Eval>();
      const type = context.edition.events.get(effect.type);
      for (const [name, formula] of effect.fields) {
        const is = compileExpression(formula.expr, context);
        const field = type?.fields.get(name);
        fields.set(name, field === undefined ? is : amongChoices(field, is));
      }
      const where = compileOptional(effect.where, context);
      const consumes = effect.consumes.map(({ what, as }) => ({ what: compileTarget(what, context), as }));
      return { kind: 'issue', type: effect.type, each: effect.each, where, fields, consumes };
    }
    case 'end':
      return { kind: 'end', what: compileTarget(effect.what, context), as: effect.as };
    case 'void':
      return { kind: 'void', what: compileTarget(effect.what, context) };
    case 'consequence':
      return {
        kind: 'consequence',
        amount: compileOptional(effect.amount, context),
        due: compileOptional(effect.due, context),
      };
  }
}

function compileTarget(target: TargetModel, context: CompileContext): TargetPlan {
  if (target.kind === 'items') return { kind: 'items', indicator: target.indicator };
  return { kind: 'event', ref: compileExpression(target.ref.expr, context) };
}
