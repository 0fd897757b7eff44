import type { Eval } from './plan.js';
import type { ProcedureModel, StepModel } from './procedure.js';

export interface ProcedurePlan {
  readonly model: ProcedureModel;
  readonly steps: ReadonlyMap<string, StepPlan>;
}

export interface StepPlan {
  readonly model: StepModel;
  readonly fields: ReadonlyMap<string, Eval>;
  readonly by: Eval | undefined;
  readonly must: ReadonlyMap<string, Eval>;
}
