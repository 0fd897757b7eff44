import { child } from '../model/problem.js';
import type { StepDocument } from './document-procedure.js';
import { isComputed } from './procedure-fields.js';
import type { ProcedurePass } from './procedure-pass.js';
import type { Report } from './report.js';

/** What the procedure writes into the event must have a place there, and what the step needs must be something that can be given. */
export function sayWritten(step: StepDocument, pointer: string, pass: ProcedurePass): void {
  const { world, report, document } = pass;
  const { event: type } = step;
  const fields = world.events.get(type);
  if (fields === undefined || world.broken.has(type)) return;
  for (const by of ['actor', 'role'] as const) {
    const name = document[by];
    if (name === undefined || world.broken.has(name)) continue;
    const field = fields.get(name);
    const isFine =
      field?.type === 'text' && (field.kind === 'text' || field.kind === 'key') && !isComputed(type, name, pass);
    if (!isFine) report.add('step-written', child(pointer, 'event'), { type, name, by });
  }
  step.needs?.forEach((name, index) => {
    const at = child(child(pointer, 'needs'), index);
    if (!fields.has(name) && !world.broken.has(name))
      report.add('field-unknown', at, { type, name, nearest: report.near(name, fields.keys()) });
    else if (isComputed(type, name, pass)) report.add('issue-computed', at, { type, name });
  });
}

/** A name that stands twice in one list is a slip for another one. */
export function sayTwice(step: StepDocument, pointer: string, report: Report): void {
  const { from } = step;
  const lists = {
    from: typeof from === 'string' ? undefined : from,
    roles: step.roles,
    only: step.only,
    not: step.not,
    needs: step.needs,
  };
  for (const [key, list = []] of Object.entries(lists)) {
    list.forEach((id, index) => {
      if (list.indexOf(id) < index) report.add('duplicate-id', child(child(pointer, key), index), { id });
    });
  }
}
