import { castDraft, Immer } from 'immer';
import type { CaseEntry, CaseFile, Irregularity } from '../model/case-file.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { Plan } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { stateNamed } from './case-text.js';
import { deadlineOf } from './deadline.js';
import { DECIDE_SENTENCES, type DecideProblemCode, decideProblem, type Facts } from './decide-problem.js';
import { judgeActor, judgeEvent, judgeTime } from './judge.js';
import { isOfCase } from './membership.js';
import { compareEvents, refOf } from './order.js';
import { rulesOf } from './procedure-edition.js';
import { Scene } from './scene.js';
import { possibleAt, stepOf } from './steps.js';
import { isRuling, targetOf, voidedIn } from './voids.js';

// An instance of our own: the settings of the shared one belong to the application.
const immer = new Immer({ autoFreeze: true });

/** The file of a case of which nothing is recorded. */
export function emptyFile(procedure: string, id: string): CaseFile {
  const nothing = { entries: [], irregularities: [], events: [] };
  return Object.freeze({ kind: 'case', procedure, id, edition: '', state: undefined, ...nothing });
}

/** The file with one more event. The order in which events arrive makes no difference, and one that is there already changes nothing. */
export function withEvent(plan: Plan, file: CaseFile, event: LedgerEvent): CaseFile {
  const last = file.events[file.events.length - 1];
  const isPlain = !isRuling(event) && !file.events.some(isRuling);
  if (isPlain && (last === undefined || compareEvents(last, event) < 0)) return taken(plan, file, event);
  if (file.events.some((one) => refOf(one) === refOf(event))) return file;
  const refused = file.irregularities.filter(({ problem }) => !Object.hasOwn(DECIDE_SENTENCES, problem.code));
  const { procedure, id, events } = file;
  return refused.reduce(withIrregularity, fileOf(plan, procedure, id, [...events, event]));
}

/** The file with something that did not even pass the door. */
export function withIrregularity(file: CaseFile, irregularity: Irregularity): CaseFile {
  return immer.produce(file, (draft) => {
    draft.irregularities.push(castDraft(irregularity));
  });
}

/** The file of these events, in whatever order they come. */
export function fileOf(plan: Plan, procedure: string, id: string, events: readonly LedgerEvent[]): CaseFile {
  const ordered = events.toSorted(compareEvents);
  const voided = voidedIn(ordered);
  const refs = new Set(ordered.map(refOf));
  let file = emptyFile(procedure, id);
  for (const event of ordered) {
    if (voided.has(refOf(event)) || (isRuling(event) && refs.has(targetOf(event)))) file = kept(file, event);
    else file = taken(plan, file, event);
  }
  return file;
}

/** An event that is taken back, or takes one back: nothing follows from it any more. */
function kept(file: CaseFile, event: LedgerEvent): CaseFile {
  return immer.produce(file, (draft) => {
    draft.events.push(castDraft(event));
  });
}

/** The next event in order. */
function taken(plan: Plan, file: CaseFile, event: LedgerEvent): CaseFile {
  const { entry, problems, edition } = judged(plan, file, event);
  return immer.produce(file, (draft) => {
    draft.events.push(castDraft(event));
    for (const problem of problems) draft.irregularities.push(castDraft({ event: refOf(event), problem }));
    if (entry === undefined) return;
    draft.entries.push(castDraft(entry));
    draft.state = entry.state;
    draft.edition = edition;
  });
}

interface Judged {
  readonly entry: CaseEntry | undefined;
  readonly problems: readonly Problem[];
  readonly edition: string;
}

/** What an event comes to in a file. A step that should not have been taken was taken all the same. */
function judged(plan: Plan, file: CaseFile, event: LedgerEvent): Judged {
  const ref = refOf(event);
  const nothing = (code: DecideProblemCode, facts: Facts): Judged => ({
    entry: undefined,
    problems: [decideProblem(code, '', { event: ref, ...facts })],
    edition: file.edition,
  });
  const rules = rulesOf(plan, file, event.time);
  if (rules === undefined) return nothing('not-in-force', { procedure: file.procedure, at: event.event.time });
  const { procedure, edition } = rules;
  const scene = new Scene(edition, file.entries, event);
  if (!isOfCase(procedure, file.id, file.events, scene)) return nothing('not-of-this-case', { type: event.type });
  const possible = possibleAt(rules, file.state, scene, event.time);
  const step = stepOf(rules, file.state, scene);
  if (step === undefined) {
    const stateName = stateNamed(procedure, file.state);
    return nothing('not-in-this-state', { ...possible, stepName: event.type, state: file.state ?? '', stateName });
  }
  const { actor, role } = procedure.model;
  const text = (field: string | undefined): string | undefined => {
    const value = field === undefined ? undefined : scene.own(field);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const as = text(role);
  const acting = { actor: text(actor), roles: as === undefined ? undefined : [as], memberOf: undefined };
  const taking = { rules, step, scene, acting };
  const by = deadlineOf(step, scene);
  return {
    entry: {
      step: step.model.name,
      event,
      state: step.model.to ?? file.state,
      by: by?.shown,
      late: by !== undefined && event.time > by.last,
    },
    problems: [
      ...judgeActor(taking),
      ...judgeTime(event.time, event.event.time, possible, taking),
      ...judgeEvent(taking),
    ],
    edition: edition.model.edition,
  };
}
