import type { Bilingual } from '../model/problem.js';
import { child } from '../model/problem.js';
import type { NamedThing, ProcedureModel, StepModel } from '../model/procedure.js';
import type { EventTypeModel } from '../model/rubric.js';
import type { NamedDocument, ProcedureDocument } from './document-procedure.js';
import { sayAlike } from './procedure-alike.js';
import type { ProcedurePass } from './procedure-pass.js';
import { fromLedger } from './procedure-reads.js';
import { resolveStep } from './procedure-step.js';
import { eventsOf, type Pass } from './world.js';

/** The roles of an edition, by name. */
export function resolveRoles({ world }: Pass): ReadonlyMap<string, NamedThing> {
  return named(world.document.roles ?? {});
}

/** The procedures of an edition, by name; `events` are its types, checked already. */
export function resolveProcedures(
  pass: Pass,
  events: ReadonlyMap<string, EventTypeModel>,
): ReadonlyMap<string, ProcedureModel> {
  const entries = Object.entries(pass.world.document.procedures ?? {});
  const bound = entries.length === 0 ? new Map<string, ReadonlySet<string>>() : fromLedger(events);
  return new Map(
    entries.map(([name, document]) => [
      name,
      procedure(name, document, child('/procedures', name), pass, { events, bound }),
    ]),
  );
}

function procedure(
  name: string,
  document: ProcedureDocument,
  pointer: string,
  pass: Pass,
  types: Pick<ProcedurePass, 'events' | 'bound'>,
): ProcedureModel {
  const { world, report } = pass;
  if (!world.keys.has(document.case) && !world.broken.has(document.case)) {
    const facts = { name: document.case, nearest: report.near(document.case, world.keys.keys()) };
    report.add('key-unknown', child(pointer, 'case'), facts);
  }
  const scopes = Object.entries(document.steps).map(([step, { event }]) => [step, eventsOf(world, [event])] as const);
  const inside: ProcedurePass = { ...pass, ...types, document, steps: new Map(scopes) };
  const stepsAt = child(pointer, 'steps');
  const steps = new Map<string, StepModel>();
  for (const [step, one] of Object.entries(document.steps)) {
    steps.set(step, resolveStep(step, one, child(stepsAt, step), inside));
  }
  sayStates(name, document, [...steps.values()], pointer, pass);
  sayAlike([...steps.values()], stepsAt, pass);
  const { title, basis, actor, role } = document;
  return { name, title, basis, case: document.case, actor, role, states: named(document.states), steps };
}

function named(documents: Readonly<Record<string, NamedDocument>>): ReadonlyMap<string, NamedThing> {
  return new Map(
    Object.entries(documents).map(([name, { title }]): [string, { name: string; title: Bilingual | undefined }] => [
      name,
      { name, title },
    ]),
  );
}

/** A procedure must be opened somewhere, and each of its states be reached from there. */
function sayStates(
  name: string,
  document: ProcedureDocument,
  steps: readonly StepModel[],
  pointer: string,
  { report }: Pass,
): void {
  if (!steps.some(({ from }) => from.length === 0)) {
    report.add('procedure-unopened', child(pointer, 'steps'), { name });
    return;
  }
  const states = Object.keys(document.states);
  // A misspelt state leads nowhere, and was told already.
  if (steps.some(({ from, to }) => [...from, ...(to === undefined ? [] : [to])].some((one) => !states.includes(one))))
    return;
  const reached = new Set<string>();
  for (let size = -1; size < reached.size; ) {
    size = reached.size;
    for (const { from, to } of steps)
      if (to !== undefined && (from.length === 0 || from.some((state) => reached.has(state)))) reached.add(to);
  }
  for (const state of states) {
    if (!reached.has(state)) report.add('state-unreached', child(child(pointer, 'states'), state), { name: state });
  }
}
