import type { Formula } from '../model/expr.js';
import { child } from '../model/problem.js';
import type { StepDocument } from './document-procedure.js';
import { formulaAt } from './formula.js';
import type { Scope } from './formula-scope.js';
import { hole } from './formula-typed.js';
import type { ProcedurePass } from './procedure-pass.js';

/** The fields that a step sets: of its event's type, neither computed nor lists nor written by the procedure. */
export function setFieldsAt(
  step: StepDocument,
  pointer: string,
  scope: Scope,
  pass: ProcedurePass,
): ReadonlyMap<string, Formula> {
  return new Map(
    Object.entries(step.fields ?? {}).map(([name, slot]) => {
      const at = child(pointer, name);
      sayField(step, name, at, pass);
      const field = pass.world.events.get(step.event)?.get(name);
      const choices =
        field === undefined || field.choices.length === 0 ? undefined : { field: name, of: field.choices };
      const beside = { ...hole({ piece: '', column: 1 }), choices };
      const wanted = field?.type === undefined ? [] : [field.type];
      return [name, formulaAt(pass, slot, at, scope, wanted, beside).formula] as const;
    }),
  );
}

function sayField({ event: type }: StepDocument, name: string, pointer: string, pass: ProcedurePass): void {
  const { world, report, document } = pass;
  const fields = world.events.get(type);
  const field = fields?.get(name);
  if (fields === undefined || world.broken.has(type) || world.broken.has(name)) return;
  if (field === undefined) {
    report.add('field-unknown', pointer, { type, name, nearest: report.near(name, fields.keys()) });
    return;
  }
  const by = (['case', 'actor', 'role'] as const).find((key) => document[key] === name);
  if (by !== undefined) report.add('step-sets', pointer, { name, by });
  else if (isComputed(type, name, pass)) report.add('issue-computed', pointer, { type, name });
  else if (field.kind === 'list') report.add('issue-list', pointer, { type, name });
}

export function isComputed(type: string, name: string, { events }: ProcedurePass): boolean {
  return events.get(type)?.fields.get(name)?.is !== undefined;
}
