import { casesIn } from './decide/case-events.js';
import { judgedProposal, type Proposal, proposed } from './decide/decide.js';
import { decideProblem } from './decide/decide-problem.js';
import { emptyFile, fileOf, withEvent, withIrregularity } from './decide/fold.js';
import { stepsNext } from './decide/next.js';
import { type Instant, parseDay, parseInstant } from './model/calendar.js';
import type { CaseFile, Command, Decision, NextStep, OverdueCase } from './model/case-file.js';
import type { CloudEvent } from './model/event.js';
import { type Ledger, layOut } from './model/ledger.js';
import type { Problem } from './model/problem.js';
import { endOfDay } from './model/zone.js';
import { extendLedger, parseEvents } from './parse/events.js';
import { ProblemError } from './problem-error.js';
import { lastOf } from './replay/edition.js';
import { readOlderForms } from './replay/older-forms.js';
import type { Rubric } from './rubric.js';

/** The file of a case of which nothing is recorded yet. Throws a `ProblemError` where the rubric has no such procedure. */
export function openCase(rubric: Rubric, procedure: string, id: string): CaseFile {
  assertProcedure(rubric, procedure);
  return emptyFile(procedure, id);
}

/** The file of one case, from all that a ledger has of it. */
export function caseFile(rubric: Rubric, procedure: string, ledger: Ledger, id: string): CaseFile {
  assertProcedure(rubric, procedure);
  const read = readOlderForms(rubric.plan, ledger, undefined);
  return fileOf(rubric.plan, procedure, id, casesIn(rubric.plan, procedure, read).get(id) ?? []);
}

/** The files of all cases of a procedure that a ledger has, by their first events. */
export function caseFiles(rubric: Rubric, procedure: string, ledger: Ledger): readonly CaseFile[] {
  return filesUntil(rubric, procedure, ledger, Number.POSITIVE_INFINITY);
}

/**
 * The file with one more recorded event. The order of arrival makes no difference, one that is there already changes
 * nothing, and one that does not belong there becomes an irregularity. Never throws on an event.
 */
export function evolve(rubric: Rubric, file: CaseFile, event: CloudEvent): CaseFile {
  const before: Ledger = { kind: 'ledger', ...layOut(file.events) };
  const read = extendLedger(rubric.model, before, [event], { anySubject: true });
  const ref = `${event.source}#${event.id}`;
  if (!read.ok) return read.problems.reduce((so, problem) => withIrregularity(so, { event: ref, problem }), file);
  const admitted = read.value.events.find((one) => one.event.source === event.source && one.event.id === event.id);
  if (admitted === undefined) return file;
  const [known = admitted] = readOlderForms(rubric.plan, layOut([admitted]), undefined).events;
  return withEvent(rubric.plan, file, known);
}

/**
 * What comes of a command: the events to append, or everything that speaks against it. Pure: the same rubric, file and
 * command give the same. Whether the subject is registered is told by the ledger, when the events are appended.
 */
export function decide(rubric: Rubric, file: CaseFile, command: Command): Decision {
  const proposal = proposed(rubric.plan, file, command);
  if (!('event' in proposal)) return { ok: false, problems: proposal };
  const read = parseEvents(rubric.model, [proposal.event], { anySubject: true });
  const hand = read.ok ? read.value.events[0] : undefined;
  const refused = read.ok ? [] : read.problems.flatMap((problem) => refusal(problem, proposal));
  const problems = [...refused, ...judgedProposal(proposal, hand)];
  return problems.length === 0 && hand !== undefined ? { ok: true, events: [hand.event] } : { ok: false, problems };
}

/** The door points into a list of one. What the step would have set is missing because the step is not possible. */
function refusal(problem: Problem, { step, isPossible }: Proposal): readonly Problem[] {
  const { code, facts, pointer } = problem;
  if (!isPossible && code === 'field-missing' && step.fields.has(String(facts.field))) return [];
  return [{ ...problem, pointer: pointer.slice('/0'.length) }];
}

/** What can be done next in a case, by whom and by when. `at` is an instant, or a day, which means its end. */
export function nextSteps(rubric: Rubric, file: CaseFile, at: string): readonly NextStep[] {
  return stepsNext(rubric.plan, file, instantOf(rubric, at));
}

/** The cases in which, by what had happened then, something should have been done and still can be. */
export function overdueCases(rubric: Rubric, procedure: string, ledger: Ledger, at: string): readonly OverdueCase[] {
  const until = instantOf(rubric, at);
  return filesUntil(rubric, procedure, ledger, until).flatMap((file) => {
    const steps = stepsNext(rubric.plan, file, until).filter(({ status }) => status === 'overdue');
    return steps.length === 0 ? [] : [{ file, steps }];
  });
}

function filesUntil(rubric: Rubric, procedure: string, ledger: Ledger, until: Instant): readonly CaseFile[] {
  assertProcedure(rubric, procedure);
  const read = readOlderForms(rubric.plan, ledger, undefined);
  return [...casesIn(rubric.plan, procedure, read)].flatMap(([id, events]) => {
    const so = events.filter(({ time }) => time <= until);
    return so.length === 0 ? [] : [fileOf(rubric.plan, procedure, id, so)];
  });
}

function instantOf(rubric: Rubric, at: string): Instant {
  const day = parseDay(at);
  if (day !== undefined) return endOfDay(lastOf(rubric.plan.editions).zone, day);
  const parsed = parseInstant(at);
  if ('instant' in parsed) return parsed.instant;
  throw new ProblemError([decideProblem('bad-time', '', { at })]);
}

function assertProcedure({ plan }: Rubric, procedure: string): void {
  const known = new Set(plan.editions.flatMap(({ procedures }) => [...procedures.keys()]));
  if (known.has(procedure)) return;
  throw new ProblemError([decideProblem('procedure-unknown', '', { procedure, known: [...known].join(', ') })]);
}
