import type { Formula } from '../model/expr.js';
import { within } from '../model/expr.js';
import { fieldsIn } from '../model/expr-walk.js';
import { child } from '../model/problem.js';
import type { StepModel } from '../model/procedure.js';
import type { StepDocument } from './document-procedure.js';
import { formulaAt } from './formula.js';
import { type EventScope, type Scope, stepScope, withOwnEvent } from './formula-scope.js';
import { sayOlder } from './older-forms.js';
import { setFieldsAt } from './procedure-fields.js';
import type { ProcedurePass } from './procedure-pass.js';
import { personRef } from './procedure-person.js';
import { sayTwice, sayWritten } from './procedure-written.js';
import { eventsOf } from './world.js';

/** One step: what it names must be declared, and its formulas read what stood before it. */
export function resolveStep(name: string, step: StepDocument, pointer: string, pass: ProcedurePass): StepModel {
  sayNames(name, step, pointer, pass);
  sayWritten(step, pointer, pass);
  const own = eventsOf(pass.world, [step.event]);
  const before = stepScope(pass.steps);
  const fields = setFieldsAt(step, child(pointer, 'fields'), withOwnEvent(before, undefined), pass);
  const people = (key: 'only' | 'not') =>
    (step[key] ?? []).flatMap((ref, index) => personRef(ref, own, child(child(pointer, key), index), pass) ?? []);
  const { by } = step;
  const formulas: [Formula, string][] = [];
  const read = (
    slot: Parameters<typeof formulaAt>[1],
    at: string,
    scope: Scope,
    ...wanted: ('flag' | 'date' | 'instant')[]
  ) => {
    const { formula } = formulaAt(pass, slot, at, scope, wanted);
    formulas.push([formula, at]);
    return formula;
  };
  const must = Object.entries(step.must ?? {}).map(([rule, { title, is }]) => {
    const at = child(child(child(pointer, 'must'), rule), 'is');
    return { name: rule, title, is: read(is, at, withOwnEvent(before, own), 'flag') };
  });
  const model: StepModel = {
    name,
    title: step.title,
    basis: step.basis,
    event: step.event,
    from: statesOf(step),
    to: step.to,
    roles: step.roles,
    only: people('only'),
    not: people('not'),
    needs: step.needs ?? [],
    fields,
    names: namesOf(step, own, fields, pointer, pass),
    by: by === undefined ? undefined : read(by, child(pointer, 'by'), before, 'date', 'instant'),
    late: step.late === 'allowed',
    must,
  };
  for (const [set, formula] of fields) formulas.push([formula, child(child(pointer, 'fields'), set)]);
  for (const [formula, at] of formulas) sayLedger(formula, step.event, at, pass);
  return model;
}

function statesOf({ from }: StepDocument): readonly string[] {
  if (from === undefined) return [];
  return typeof from === 'string' ? [from] : from;
}

function sayNames(name: string, step: StepDocument, pointer: string, { document, world, report }: ProcedurePass): void {
  if (name === 'outer') report.add('name-reserved', pointer, { name, kind: 'step', proposal: 'outerStep' });
  const states = Object.keys(document.states);
  const state = (of: string, at: string): void => {
    if (!states.includes(of)) report.add('state-unknown', at, { name: of, nearest: report.near(of, states) });
  };
  const { from, to } = step;
  const fromAt = child(pointer, 'from');
  if (typeof from === 'string') state(from, fromAt);
  else for (const [index, of] of (from ?? []).entries()) state(of, child(fromAt, index));
  if (to !== undefined) state(to, child(pointer, 'to'));
  else if (from === undefined) report.add('missing-key', child(pointer, 'to'), { key: 'to' });
  if (step.late !== undefined && step.by === undefined) report.add('missing-key', child(pointer, 'by'), { key: 'by' });
  const roles = Object.keys(world.document.roles ?? {});
  step.roles.forEach((role, index) => {
    if (!roles.includes(role) && !world.broken.has(role)) {
      report.add('role-unknown', child(child(pointer, 'roles'), index), {
        name: role,
        nearest: report.near(role, roles),
      });
    }
  });
  sayTwice(step, pointer, report);
  sayOlder(step.event, child(pointer, 'event'), { world, report });
  if (world.events.has(step.event) || world.broken.has(step.event)) return;
  const nearest = report.near(step.event, world.events.keys());
  report.add('event-type-unknown', child(pointer, 'event'), { type: step.event, nearest });
}

/** An event says which case it is of by the key, or by the events of other steps that it names. */
function namesOf(
  step: StepDocument,
  own: EventScope,
  fields: ReadonlyMap<string, Formula>,
  pointer: string,
  { document, world, report }: ProcedurePass,
): StepModel['names'] {
  const links = [...fields].flatMap(([field, { expr }]) => {
    const [other = '', part] = expr.kind === 'outer' ? expr.name.split('.') : [];
    return part === 'id' ? [{ field, step: other }] : [];
  });
  if (own.fields.get(document.case)?.kind === 'key') return { kind: 'case' };
  if (links.length === 0 && !own.broken && world.keys.has(document.case)) {
    report.add('step-case', child(pointer, 'event'), { type: step.event, key: document.case });
  }
  return { kind: 'events', links };
}

/** A case file holds some events of a ledger, so a field that is computed from all of them cannot be read there. */
function sayLedger(
  { expr }: Formula,
  event: string,
  pointer: string,
  { document, bound, report }: ProcedurePass,
): void {
  const say = (name: string, type: string): void => {
    if (bound.get(type)?.has(name) === true) report.add('step-reads', pointer, { name, type });
  };
  for (const name of fieldsIn(expr)) say(name, event);
  for (const part of within(expr)) {
    const [step = '', name] = part.kind === 'outer' ? part.name.split('.') : [];
    const type = Object.hasOwn(document.steps, step) ? document.steps[step]?.event : undefined;
    if (name !== undefined && type !== undefined) say(name, type);
  }
}
