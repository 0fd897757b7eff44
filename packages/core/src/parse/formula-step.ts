import { isOpen, OWN_EVENT } from './formula-scope.js';
import type { Place } from './formula-syntax.js';
import { type Check, hole, type Typed, typed } from './formula-typed.js';
import { CONTEXT_TYPES, isContextName, type ValueType } from './formula-words.js';

/** `step.field` or `step.time`: of the latest event of a step, which stands around the event in scope like a passed value. */
export function readStep(step: string, part: string, at: Place, check: Check): Typed {
  const event = check.scope.steps.get(step);
  if (event === undefined) return hole(at);
  const field = event.fields.get(part);
  const name = `${step}.${part}`;
  if (field?.kind === 'list') {
    check.say('list-as-value', { piece: at.piece, column: at.column, name });
    return hole(at);
  }
  if (field !== undefined && field.type !== undefined) {
    const read = passed(name, field.type, at, field.unit, field.kind === 'key');
    return field.choices.length === 0 ? read : { ...read, choices: { field: name, of: field.choices } };
  }
  if (isContextName(part) && OWN_EVENT.includes(part)) return passed(name, CONTEXT_TYPES[part], at, undefined, false);
  if (!event.broken && field === undefined && !isOpen(check.scope)) {
    const nearest = check.near(part, [...event.fields.keys(), ...OWN_EVENT]);
    check.say('step-part', { step, part, nearest, piece: at.piece, column: at.column });
  }
  return hole(at);
}

function passed(name: string, type: ValueType, at: Place, unit: string | undefined, isKey: boolean): Typed {
  return typed({ kind: 'outer', type, name }, at, { unit, isKey });
}
