import { conjunctsOf } from '../model/condition-expr.js';
import { type Formula, within } from '../model/expr.js';
import type { BandPlan, ChainPlan, ChainStepPlan, RankKeyPlan, StandingPlan } from '../model/plan.js';
import type { ChainStep, RankKey, StandingModel } from '../model/rubric.js';
import type { CompileContext } from './context.js';
import { compileExpression } from './expression.js';
import { compileOptional } from './rule.js';

export function compileStanding(standing: StandingModel, context: CompileContext): StandingPlan {
  return {
    model: standing,
    unranked: standing.unranked.map(({ where, label }) => ({ where: compileExpression(where.expr, context), label })),
    total: compileExpression(standing.total.expr, context),
    by: compileChain(standing.by, context),
    bands: standing.bands.map((model) => ({
      model,
      where: compileOptional(model.where, context),
      conjuncts: partsOf(model.where, context),
      quota: compileOptional(model.quota, context),
      asksTaken: asksTaken(model.quota),
      edgeKeys: model.edgeKeys.map((key) => compileKey(key, context)),
      plus: compileOptional(model.plus, context),
    })),
    awards: standing.awards.map((model) => ({
      model,
      where: compileOptional(model.where, context),
      conjuncts: partsOf(model.where, context),
      by: compileChain(model.by, context),
      quota: compileOptional(model.quota, context),
      asksTaken: asksTaken(model.quota),
      edgeKeys: model.edgeKeys.map((key) => compileKey(key, context)),
    })),
  };
}

function compileChain(chain: readonly ChainStep[], context: CompileContext): ChainPlan {
  const steps = chain.map((step): ChainStepPlan => {
    if (step.kind !== 'among') return compileKey(step, context);
    const keys = step.by.map((key) => compileKey(key, context));
    return { kind: 'among', model: step, keys, if: compileOptional(step.if, context) };
  });
  return { steps, keys: steps.flatMap((step): readonly RankKeyPlan[] => (step.kind === 'among' ? step.keys : [step])) };
}

function compileKey(model: RankKey, context: CompileContext): RankKeyPlan {
  const condition = compileOptional(model.if, context);
  if (model.kind === 'is') return { kind: 'is', model, is: compileExpression(model.is.expr, context), if: condition };
  return {
    kind: 'items',
    model,
    passes: model.items.passes.map((pass) => compileExpression(pass, context)),
    depth: compileOptional(model.depth, context),
    if: condition,
  };
}

function partsOf(where: Formula | undefined, context: CompileContext): BandPlan['conjuncts'] {
  const parts = where === undefined ? [] : conjunctsOf(where.expr);
  return parts.map((expr) => ({ expr, test: compileExpression(expr, context) }));
}

function asksTaken(quota: Formula | undefined): boolean {
  return quota !== undefined && within(quota.expr).some((part) => part.kind === 'context' && part.name === 'taken');
}
