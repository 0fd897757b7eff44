import type { Json } from '../model/json.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { BecomesField, BecomesPlan } from '../model/plan.js';
import type { EventTypeModel, FieldModel } from '../model/rubric.js';
import { amongChoices } from './choices.js';
import type { CompileContext } from './context.js';
import { compileExpression } from './expression.js';
import { walk } from './walk.js';

/** For each field of the newer type that is read from data: the formula for it, else the older field of its name, else nothing. */
export function compileBecomes(type: EventTypeModel, context: CompileContext): BecomesPlan | undefined {
  const { becomes } = type;
  if (becomes === undefined) return undefined;
  const target = context.edition.events.get(becomes.type);
  const plain = [...(target?.fields.values() ?? [])].filter(({ is }) => is === undefined);
  const data = plain.flatMap((field) => fieldOf(field, type, context) ?? []);
  return { type: becomes.type, data };
}

function fieldOf(field: FieldModel, type: EventTypeModel, context: CompileContext): BecomesField | undefined {
  const { name, path, type: valueType } = field;
  const formula = type.becomes?.data.get(name);
  if (formula !== undefined) {
    const is = amongChoices(field, compileExpression(formula.expr, context));
    return { path, type: valueType, from: { kind: 'formula', is } };
  }
  const old = type.fields.get(name);
  if (old === undefined || old.is !== undefined) return undefined;
  const json = ({ data }: LedgerEvent): Json | undefined => walk(data, old.path);
  return { path, type: valueType, from: { kind: 'copy', json } };
}
