import type { Formula } from '../model/expr.js';
import { child } from '../model/problem.js';
import type { RuleModel } from '../model/rubric.js';
import { fieldOf } from './common-fields.js';
import type { FormulaSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import { isOpen, type Scope, type ScopeField } from './formula-scope.js';
import { hole, type Typed } from './formula-typed.js';
import { sayOlder } from './older-forms.js';
import type { Pass } from './world.js';

type Fields = Readonly<Record<string, FormulaSlot>>;

/** The fields of an issued event: each must be one of its type, and none that it needs may be missing. */
export function issueAt(
  type: string,
  fields: Fields,
  pointer: string,
  on: RuleModel['on'],
  scope: Scope,
  pass: Pass,
): ReadonlyMap<string, Formula> {
  const declared = pass.world.events.get(type);
  if (declared === undefined && !pass.world.broken.has(type)) {
    pass.report.add('event-type-unknown', child(pointer, 'type'), {
      type,
      nearest: pass.report.near(type, pass.world.events.keys()),
    });
  }
  sayOlder(type, child(pointer, 'type'), pass);
  const at = child(pointer, 'fields');
  const formulas = Object.entries(fields).map(
    ([name, slot]) => [name, fieldAt(type, name, slot, child(at, name), declared, scope, pass)] as const,
  );
  if (declared !== undefined && on.kind === 'events') sayMissing(type, fields, declared, at, scope, pass);
  return new Map(formulas);
}

function fieldAt(
  type: string,
  name: string,
  slot: FormulaSlot,
  pointer: string,
  declared: ReadonlyMap<string, ScopeField> | undefined,
  scope: Scope,
  pass: Pass,
): Formula {
  if (name === 'subject') return formulaAt(pass, slot, pointer, scope, ['text']).formula;
  const field = declared?.get(name);
  if (field === undefined || field.type === undefined) {
    if (declared !== undefined && field === undefined && !pass.world.broken.has(type)) {
      pass.report.add('field-unknown', pointer, {
        type,
        name,
        nearest: pass.report.near(name, [...declared.keys(), 'subject']),
      });
    }
    return formulaAt(pass, slot, pointer, scope).formula;
  }
  const document = fieldOf(pass.world.document, type, name)?.document;
  if (document?.is !== undefined && field.kind !== 'key') pass.report.add('issue-computed', pointer, { type, name });
  if (field.kind === 'list') pass.report.add('issue-list', pointer, { type, name });
  const beside = {
    ...hole({ piece: '', column: 1 }),
    choices: field.choices.length === 0 ? undefined : { field: name, of: field.choices },
  };
  const { formula, typed } = formulaAt(pass, slot, pointer, scope, [field.type], beside);
  if (formula.expr.kind === 'context' && formula.expr.name === 'item') sayItems(typed, name, field, pointer, pass);
  return formula;
}

/** A text that is gone through must be one of a choice, as if it stood there. */
function sayItems({ choices, at }: Typed, name: string, field: ScopeField, pointer: string, pass: Pass): void {
  const { piece, column } = at;
  for (const value of field.choices.length === 0 ? [] : (choices?.of ?? [])) {
    if (field.choices.includes(value)) continue;
    const nearest = pass.report.near(value, field.choices);
    const facts = { value, field: name, allowed: field.choices.join(', '), nearest };
    pass.report.add('choice-unknown', pointer, { ...facts, piece, column });
  }
}

/** Keys are inherited from the trigger; everything else that is neither optional nor computed must be given. */
function sayMissing(
  type: string,
  fields: Fields,
  declared: ReadonlyMap<string, ScopeField>,
  pointer: string,
  scope: Scope,
  pass: Pass,
): void {
  for (const [name, field] of declared) {
    const document = fieldOf(pass.world.document, type, name)?.document;
    if (Object.hasOwn(fields, name) || field.optional || document?.is !== undefined || document === undefined) continue;
    const inherited = field.kind === 'key' && scope.event?.fields.get(name)?.kind === 'key';
    const isBroken = isOpen(scope) || pass.world.broken.has(type);
    if (!inherited && !isBroken)
      pass.report.add('issue-field-missing', Object.keys(fields).length === 0 ? pointer : child(pointer, name), {
        type,
        name,
        kind: field.kind,
      });
  }
}
