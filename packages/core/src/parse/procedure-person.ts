import type { PersonRef } from '../model/procedure.js';
import type { EventScope } from './formula-scope.js';
import type { ProcedurePass } from './procedure-pass.js';

/** `field` of the event at hand, or `step.field` of earlier ones: something that holds names of persons or bodies. */
export function personRef(text: string, own: EventScope, pointer: string, pass: ProcedurePass): PersonRef | undefined {
  const parts = text.split('.');
  const [first = '', second] = parts;
  const step = second === undefined ? undefined : first;
  const field = second ?? first;
  const { steps, report } = pass;
  const event = step === undefined ? own : steps.get(step);
  if (event === undefined || parts.length > 2) {
    report.add('step-unknown', pointer, {
      name: parts.length > 2 ? text : first,
      nearest: report.near(first, steps.keys()),
    });
    return undefined;
  }
  const found = event.fields.get(field);
  const isKnown = found?.type === 'text' || (found === undefined && field === 'subject');
  const type = event.types[0] ?? '';
  if (pass.bound.get(type)?.has(field) === true) report.add('step-reads', pointer, { name: field, type });
  else if (!isKnown && !event.broken && (found === undefined || found.type !== undefined))
    report.add('step-person', pointer, { ref: text });
  return { text, step, field };
}
