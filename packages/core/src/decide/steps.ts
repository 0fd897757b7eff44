import type { ProcedurePlan, StepPlan } from '../model/plan-procedure.js';
import type { Bilingual } from '../model/problem.js';
import { stepsNamed } from './case-text.js';
import type { Rules } from './procedure-edition.js';
import { type Scene, sameValue } from './scene.js';

/** The steps that can be taken in a state; those that open a case, in none. */
export function stepsFrom({ steps }: ProcedurePlan, state: string | undefined): readonly StepPlan[] {
  return [...steps.values()].filter(({ model }) =>
    state === undefined ? model.from.length === 0 : model.from.includes(state),
  );
}

/** The step that the event at hand is of: its type, possible in the state, and the fields that the step sets as it sets them. */
export function stepOf({ procedure }: Rules, state: string | undefined, scene: Scene): StepPlan | undefined {
  return stepsFrom(procedure, state).find(
    ({ model, fields }) =>
      model.event === scene.hand?.type &&
      [...fields].every(([name, is]) => sameValue(scene.own(name), scene.value(is))),
  );
}

/** For messages: what can be done now. */
export function possibleNow(
  { procedure, edition }: Rules,
  state: string | undefined,
): { readonly possible: Bilingual } {
  return { possible: stepsNamed(stepsFrom(procedure, state), edition) };
}
