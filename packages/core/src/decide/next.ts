import type { Instant } from '../model/calendar.js';
import type { CaseFile, NextStep } from '../model/case-file.js';
import type { Plan } from '../model/plan.js';
import type { StepPlan } from '../model/plan-procedure.js';
import { stepNamed } from './case-text.js';
import { deadlineOf } from './deadline.js';
import { rulesOf } from './procedure-edition.js';
import { Scene } from './scene.js';
import { stepsFrom } from './steps.js';

/** The steps of a case's state at an instant: who may take them, until when, and whether that is over. */
export function stepsNext(plan: Plan, file: CaseFile, at: Instant): readonly NextStep[] {
  const rules = rulesOf(plan, file, at);
  if (rules === undefined) return [];
  const scene = new Scene(rules.edition, file.entries, undefined);
  return stepsFrom(rules.procedure, file.state).map((step) => nextStep(step, scene, at));
}

function nextStep(step: StepPlan, scene: Scene, at: Instant): NextStep {
  const { name, event, roles, only, not, late } = step.model;
  const by = deadlineOf(step, scene);
  const people = (refs: typeof only): readonly string[] => [
    ...new Set(refs.flatMap((ref) => scene.people(ref).flat())),
  ];
  const known = only.filter((ref) => ref.step !== undefined);
  const over = by !== undefined && at > by.last;
  return {
    step: name,
    title: stepNamed(step),
    event,
    roles,
    only: known.length === 0 ? undefined : people(known),
    not: people(not),
    by: by?.shown,
    status: over ? (late ? 'overdue' : 'lapsed') : 'open',
  };
}
