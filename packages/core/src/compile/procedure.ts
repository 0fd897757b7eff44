import type { ProcedurePlan, StepPlan } from '../model/plan-procedure.js';
import type { ProcedureModel, StepModel } from '../model/procedure.js';
import type { CompileContext } from './context.js';
import { compileExpression } from './expression.js';
import { compileOptional } from './rule.js';

export function compileProcedure(model: ProcedureModel, context: CompileContext): ProcedurePlan {
  return { model, steps: new Map([...model.steps].map(([name, step]) => [name, compileStep(step, context)])) };
}

function compileStep(model: StepModel, context: CompileContext): StepPlan {
  return {
    model,
    fields: new Map([...model.fields].map(([name, { expr }]) => [name, compileExpression(expr, context)])),
    by: compileOptional(model.by, context),
    must: new Map(model.must.map(({ name, is }) => [name, compileExpression(is.expr, context)])),
  };
}
