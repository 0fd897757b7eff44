import { type Instant, parseInstant } from '../model/calendar.js';
import type { CaseFile, Command } from '../model/case-file.js';
import type { CloudEvent } from '../model/event.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { Plan } from '../model/plan.js';
import type { StepPlan } from '../model/plan-procedure.js';
import type { Problem } from '../model/problem.js';
import { stateNamed, stepNamed } from './case-text.js';
import { decideProblem, type Facts } from './decide-problem.js';
import { draftEvent } from './draft-event.js';
import { type Acting, judgeActor, judgeEvent, judgeTime } from './judge.js';
import { compareEvents, refOf } from './order.js';
import { type Rules, rulesOf } from './procedure-edition.js';
import { idOf, Scene } from './scene.js';
import { possibleAt } from './steps.js';
import { isRuling, voidedIn } from './voids.js';

/** A command on its way to an event: the door stands between its two halves. */
export interface Proposal {
  readonly rules: Rules;
  readonly step: StepPlan;
  readonly acting: Acting;
  readonly file: CaseFile;
  readonly event: CloudEvent;
  readonly at: Instant;
  readonly problems: readonly Problem[];
  /** Whether the step can be taken in the state. */
  readonly isPossible: boolean;
}

/** What can be said before the event passes the door; the problems alone where it cannot be made at all. */
export function proposed(plan: Plan, file: CaseFile, command: Command): Proposal | readonly Problem[] {
  const parsed = parseInstant(command.at);
  if (!('instant' in parsed)) return [decideProblem('bad-time', '/at', { at: command.at })];
  const rules = rulesOf(plan, file, parsed.instant);
  const { procedure } = file;
  if (rules === undefined) return [decideProblem('not-in-force', '/at', { procedure, at: command.at })];
  const { steps } = rules.procedure;
  const step = steps.get(command.step);
  if (step === undefined) {
    const facts = { procedure, step: command.step, known: [...steps.keys()].join(', ') };
    return [decideProblem('step-unknown', '/step', facts)];
  }
  const { actor, roles, memberOf = [] } = command.by;
  const { event, problems } = draftEvent(rules, step, file, command);
  const { from } = step.model;
  return {
    ...{ rules, step, file, event, problems },
    at: parsed.instant,
    acting: { actor: actor === '' ? undefined : actor, roles, memberOf },
    isPossible: from.length === 0 ? file.state === undefined : from.includes(file.state ?? ''),
  };
}

/** Everything that is wrong; `hand` is the event as it passed the door, if it did. */
export function judgedProposal(proposal: Proposal, hand: LedgerEvent | undefined): readonly Problem[] {
  const { rules, step, file, acting, event, at, isPossible } = proposal;
  const scene = new Scene(rules.edition, file.entries, hand);
  const taking = { rules, step, scene, acting };
  const possible = (): Facts => possibleAt(rules, file.state, scene, at);
  return [
    ...proposal.problems,
    ...(hand === undefined ? [] : judgePlace(hand, file)),
    ...(isPossible ? [] : [notNow(proposal, possible())]),
    ...(acting.actor === undefined ? [nobody(proposal)] : judgeActor(taking)),
    ...(isPossible ? judgeTime(at, event.time, possible, taking) : []),
    ...(hand === undefined ? [] : [...judgeCase(rules, file, scene, step), ...judgeEvent(taking)]),
  ];
}

/** It must be new, and stand behind all that is there: what is void, or voids, is in nobody's way. */
function judgePlace(hand: LedgerEvent, file: CaseFile): readonly Problem[] {
  const taken = file.events.some((event) => refOf(event) === refOf(hand));
  if (taken) return [decideProblem('id-taken', '/id', { event: refOf(hand) })];
  const voided = voidedIn(file.events);
  const last = file.events.findLast((event) => !isRuling(event) && !voided.has(refOf(event)));
  if (last === undefined || compareEvents(last, hand) < 0) return [];
  return [decideProblem('not-after', '/at', { at: hand.event.time, last: last.event.time })];
}

/** A case that is computed, such as from the id of the event, must be this one; and the file must find the step again. */
function judgeCase(rules: Rules, file: CaseFile, scene: Scene, step: StepPlan): readonly Problem[] {
  const found = step.model.names.kind === 'case' ? idOf(scene.own(rules.procedure.model.case)) : file.id;
  if (found === file.id) return [];
  return [decideProblem('other-case', '/id', { found: found ?? '–', expected: file.id })];
}

function nobody({ step }: Proposal): Problem {
  return decideProblem('actor-unknown', '/by/actor', {
    ref: 'by.actor',
    step: step.model.name,
    stepName: stepNamed(step),
  });
}

function notNow({ rules, step, file }: Proposal, possible: Facts): Problem {
  return decideProblem('not-in-this-state', '/step', {
    ...possible,
    step: step.model.name,
    stepName: stepNamed(step),
    state: file.state ?? '',
    stateName: stateNamed(rules.procedure, file.state),
  });
}
