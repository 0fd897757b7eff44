import { type Instant, parseInstant } from '../model/calendar.js';
import type { CaseFile, Command } from '../model/case-file.js';
import type { CloudEvent } from '../model/event.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { Plan } from '../model/plan.js';
import type { StepPlan } from '../model/plan-procedure.js';
import type { Problem } from '../model/problem.js';
import { stateNamed, stepNamed } from './case-text.js';
import { type DecideProblemCode, decideProblem, type Facts } from './decide-problem.js';
import { draftEvent } from './draft-event.js';
import { type Acting, judgeActor, judgeEvent, judgeTime } from './judge.js';
import { compareEvents, refOf } from './order.js';
import { type Rules, rulesOf } from './procedure-edition.js';
import { idOf, Scene } from './scene.js';
import { possibleNow } from './steps.js';

/** A command on its way to an event: the door stands between its two halves. */
export interface Proposal {
  readonly rules: Rules;
  readonly step: StepPlan;
  readonly acting: Acting;
  readonly file: CaseFile;
  readonly event: CloudEvent;
  readonly at: Instant;
  readonly problems: readonly Problem[];
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
  return { rules, step, file, event, problems, at: parsed.instant, acting: { actor, roles, memberOf } };
}

/** Everything that is wrong; `hand` is the event as it passed the door, if it did. */
export function judgedProposal(proposal: Proposal, hand: LedgerEvent | undefined): readonly Problem[] {
  const { rules, step, file, acting, event, at } = proposal;
  const scene = new Scene(rules.edition, file.entries, hand);
  const taking = { rules, step, scene, acting };
  const possible = possibleNow(rules, file.state);
  const isPossible =
    step.model.from.length === 0 ? file.state === undefined : step.model.from.includes(file.state ?? '');
  return [
    ...proposal.problems,
    ...(hand === undefined ? [] : judgePlace(hand, file)),
    ...(isPossible ? [] : [notNow(proposal, possible)]),
    ...judgeActor(taking),
    ...(isPossible ? judgeTime(at, event.time, possible, taking) : []),
    ...(hand === undefined ? [] : [...judgeCase(rules, file, scene, step), ...judgeEvent(taking)]),
  ];
}

/** It must be new, and stand behind all that is there. */
function judgePlace(hand: LedgerEvent, file: CaseFile): readonly Problem[] {
  const problem = (code: DecideProblemCode, pointer: string, facts: Facts): readonly Problem[] => [
    decideProblem(code, pointer, facts),
  ];
  if (file.events.some((event) => refOf(event) === refOf(hand)))
    return problem('id-taken', '/id', { event: refOf(hand) });
  const last = file.events[file.events.length - 1];
  if (last === undefined || compareEvents(last, hand) < 0) return [];
  return problem('not-after', '/at', { at: hand.event.time, last: last.event.time });
}

/** A case that is computed, such as from the id of the event, must be this one; and the file must find the step again. */
function judgeCase(rules: Rules, file: CaseFile, scene: Scene, step: StepPlan): readonly Problem[] {
  const found = step.model.names.kind === 'case' ? idOf(scene.own(rules.procedure.model.case)) : file.id;
  if (found === file.id) return [];
  return [decideProblem('other-case', '/id', { found: found ?? '–', expected: file.id })];
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
