import type { CaseEntry, CaseFile } from '../model/case-file.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { Plan } from '../model/plan.js';
import type { Problem } from '../model/problem.js';
import { stateNamed } from './case-text.js';
import { deadlineOf } from './deadline.js';
import { type DecideProblemCode, decideProblem, type Facts } from './decide-problem.js';
import { judgeActor, judgeEvent, judgeTime } from './judge.js';
import { isOfCase } from './membership.js';
import { refOf } from './order.js';
import { rulesOf } from './procedure-edition.js';
import { Scene } from './scene.js';
import { possibleAt, stepOf } from './steps.js';

/** What stands before the event at hand. */
export type FileSoFar = Pick<CaseFile, 'procedure' | 'id' | 'edition' | 'state' | 'entries' | 'events'>;

/** What a recorded event comes to. */
export interface JudgedRecord {
  readonly entry: CaseEntry | undefined;
  readonly problems: readonly Problem[];
  readonly edition: string;
}

/** What an event comes to in a file. A step that should not have been taken was taken all the same. */
export function judgeRecorded(plan: Plan, file: FileSoFar, event: LedgerEvent): JudgedRecord {
  const ref = refOf(event);
  const nothing = (code: DecideProblemCode, facts: Facts): JudgedRecord => ({
    entry: undefined,
    problems: [decideProblem(code, '', { event: ref, ...facts })],
    edition: file.edition,
  });
  const rules = rulesOf(plan, file, event.time);
  if (rules === undefined) return nothing('not-in-force', { procedure: file.procedure, at: event.event.time });
  const { procedure, edition } = rules;
  const scene = new Scene(edition, file.entries, event);
  if (!isOfCase(procedure, file.id, file.events, scene)) return nothing('not-of-this-case', { type: event.type });
  const possible = (): Facts => possibleAt(rules, file.state, scene, event.time);
  const step = stepOf(rules, file.state, scene);
  if (step === undefined) {
    const stateName = stateNamed(procedure, file.state);
    return nothing('not-in-this-state', { ...possible(), stepName: event.type, state: file.state ?? '', stateName });
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
