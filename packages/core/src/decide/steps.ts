import type { Instant } from '../model/calendar.js';
import type { ProcedurePlan, StepPlan } from '../model/plan-procedure.js';
import { stepsNamed } from './case-text.js';
import { deadlineOf } from './deadline.js';
import type { Facts } from './decide-problem.js';
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

/** For messages: what can be done in a state at an instant. */
export function possibleAt(rules: Rules, state: string | undefined, scene: Scene, at: Instant): Facts {
  const steps = stepsFrom(rules.procedure, state).filter((step) => {
    const by = deadlineOf(step, scene);
    return by === undefined || at <= by.last || step.model.late;
  });
  return { possible: stepsNamed(steps, rules.edition) };
}
