import type { Instant } from '../model/calendar.js';
import type { StepPlan } from '../model/plan-procedure.js';
import type { Problem } from '../model/problem.js';
import type { PersonRef } from '../model/procedure.js';
import { named, rolesNamed, stepNamed } from './case-text.js';
import { deadlineOf } from './deadline.js';
import { type DecideProblemCode, decideProblem, type Facts } from './decide-problem.js';
import type { Rules } from './procedure-edition.js';
import type { Scene } from './scene.js';

/** Who acts: claimed by a command, or as far as a recorded event tells it. */
export interface Acting {
  readonly actor: string | undefined;
  readonly roles: readonly string[] | undefined;
  readonly memberOf: readonly string[] | undefined;
}

/** A step that is to be taken, or was, with what it is judged by. */
export interface Taking {
  readonly rules: Rules;
  readonly step: StepPlan;
  readonly scene: Scene;
  readonly acting: Acting;
}

/** Whether the one who acts may. */
export function judgeActor(taking: Taking): readonly Problem[] {
  const { step, acting } = taking;
  const { roles } = acting;
  const isFine = roles === undefined || step.model.roles.some((role) => roles.includes(role));
  const wrong = isFine ? [] : [say('wrong-role', '/by/roles', heldBy(roles, taking), taking)];
  return [...wrong, ...step.model.not.flatMap((ref) => judgeNot(ref, taking)), ...judgeOnly(taking)];
}

function heldBy(roles: readonly string[], { rules }: Taking): Facts {
  return {
    held: roles.join(', '),
    heldNames: roles.length === 0 ? { en: 'nothing', zh: '无' } : rolesNamed(roles, rules.edition),
  };
}

/** Four eyes where the reference is to who took a step, recusal otherwise. */
function judgeNot(ref: PersonRef, taking: Taking): readonly Problem[] {
  const { rules, scene, acting } = taking;
  const { model } = rules.procedure;
  const events = scene.people(ref);
  const isActor = ref.step !== undefined && ref.field === model.actor;
  const me = selves(acting);
  const who = events.flat().find((value) => me.includes(value));
  if (who !== undefined) {
    const earlier = ref.step ?? '';
    const earlierName = named(model.steps.get(earlier), earlier);
    return isActor && who === acting.actor
      ? [say('same-person', '/by/actor', { earlier, earlierName }, taking)]
      : [say('recused', '/by', { who, ref: ref.text }, taking)];
  }
  const isUnknown =
    isActor && events.length > 0 && (acting.actor === undefined || events.some((one) => one.length === 0));
  return isUnknown ? [say('actor-unknown', '/by/actor', { ref: ref.text }, taking)] : [];
}

/** A recorded event does not tell what its actor belongs to, and what does not pass the door has no fields. */
function judgeOnly(taking: Taking): readonly Problem[] {
  const { step, scene, acting } = taking;
  const { only } = step.model;
  const isOpen = scene.hand === undefined && only.some((ref) => ref.step === undefined);
  if (only.length === 0 || isOpen || acting.memberOf === undefined) return [];
  const allowed = only.flatMap((ref) => scene.people(ref).flat());
  const me = selves(acting);
  if (allowed.some((value) => me.includes(value))) return [];
  const facts = { allowed: [...new Set(allowed)].join(', ') || '–', ref: only.map(({ text }) => text).join(', ') };
  return [say('not-concerned', '/by', facts, taking)];
}

function selves({ actor, memberOf = [] }: Acting): readonly string[] {
  return actor === undefined ? memberOf : [actor, ...memberOf];
}

/** Whether it is too late, and no longer possible. `shown` is the instant as it was given. */
export function judgeTime(at: Instant, shown: string, possible: () => Facts, taking: Taking): readonly Problem[] {
  const by = deadlineOf(taking.step, taking.scene);
  if (by === undefined || at <= by.last || taking.step.model.late) return [];
  return [say('too-late', '/at', { ...possible(), by: by.shown, at: shown }, taking)];
}

/** Whether the event has what the step needs, and keeps its rules. */
export function judgeEvent(taking: Taking): readonly Problem[] {
  const { step, scene } = taking;
  const needs = step.model.needs
    .filter((field) => isEmpty(field, scene))
    .map((field) => say('not-given', `/data/${field}`, { field }, taking));
  const must = step.model.must.flatMap(({ name, title, is }) => {
    const test = step.must.get(name);
    const holds = test === undefined ? undefined : scene.value(test);
    if (holds === true) return [];
    const facts = { must: name, mustName: named({ title }, name), formula: is.text };
    return [say(holds === false ? 'not-allowed' : 'not-known', '/data', facts, taking)];
  });
  return [...needs, ...must];
}

function isEmpty(field: string, scene: Scene): boolean {
  const value = scene.own(field);
  return (
    value === undefined || value === '' || (value === true && scene.isList(field) && scene.ownList(field).length === 0)
  );
}

function say(code: DecideProblemCode, pointer: string, facts: Facts, { rules, step, acting }: Taking): Problem {
  return decideProblem(code, pointer, {
    step: step.model.name,
    stepName: stepNamed(step),
    roles: step.model.roles.join(', '),
    roleNames: rolesNamed(step.model.roles, rules.edition),
    actor: acting.actor ?? '–',
    ...facts,
  });
}
