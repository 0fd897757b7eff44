import { parseDay, parseInstant } from '../model/calendar.js';
import type { Value, ValueType } from '../model/expr.js';
import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import type { LedgerEvent } from '../model/ledger.js';
import { fromDouble, parseNum } from '../model/num.js';
import type { Eval, FieldPlan, TypePlan } from '../model/plan.js';
import type { EventTypeModel, FieldModel, RubricModel } from '../model/rubric.js';
import { type CompileContext, keyOf } from './context.js';
import { compileExpression } from './expression.js';

export function compileEventType(type: EventTypeModel, context: CompileContext): TypePlan {
  const fields = new Map<string, FieldPlan>();
  const keyFields = new Array<FieldPlan | undefined>(context.keyIndex.size).fill(undefined);
  for (const field of type.fields.values()) {
    const plan = compileField(field, context);
    fields.set(field.name, plan);
    if (field.kind === 'key') keyFields[keyOf(context, field.name)] = plan;
  }
  return {
    type: type.type,
    fields,
    keyFields,
    effective: type.effective === undefined ? undefined : compileExpression(type.effective.expr, context),
    appliesBy: type.appliesBy === undefined ? undefined : compileExpression(type.appliesBy.expr, context),
    card: type.card,
  };
}

/** Reads the period that a closing names. */
export function closingReader({ editions }: RubricModel): ((event: LedgerEvent) => Value) | undefined {
  const period = editions.find(({ period: one }) => one?.late !== undefined)?.period;
  const type = editions[0]?.keys.get(period?.key ?? '')?.type;
  return type === undefined ? undefined : (event) => readValue(event.data.period, type);
}

function compileField(field: FieldModel, context: CompileContext): FieldPlan {
  const { is } = field;
  return {
    name: field.name,
    plain: is === undefined ? plainReader(field) : undefined,
    list: field.kind === 'list' ? listReader(field) : undefined,
    is: is === undefined ? undefined : amongChoices(field, compileExpression(is.expr, context)),
    isSubject: is !== undefined && is.expr.kind === 'context' && is.expr.name === 'subject',
  };
}

/** What a choice does not list is unknown, however it comes about. */
export function amongChoices({ kind, choices }: FieldModel, is: Eval): Eval {
  if (kind !== 'choice' || choices.length === 0) return is;
  const allowed: ReadonlySet<Value> = new Set(choices);
  return (frame) => {
    const value = is(frame);
    return allowed.has(value) ? value : undefined;
  };
}

/** A list as a whole is read only for whether it is there. */
function plainReader(field: FieldModel): (event: LedgerEvent) => Value {
  if (field.kind === 'list') return (event) => (isJsonArray(walk(event.data, field.path)) ? true : undefined);
  const [first] = field.path;
  if (field.path.length === 1 && typeof first === 'string') return (event) => readValue(event.data[first], field.type);
  return (event) => readValue(walk(event.data, field.path), field.type);
}

function listReader(field: FieldModel): (event: LedgerEvent) => readonly Value[] {
  return (event) => {
    const list = walk(event.data, field.path);
    return isJsonArray(list) ? list.map((item) => readValue(item, field.type)) : [];
  };
}

function walk(data: Json, path: readonly (string | number)[]): Json | undefined {
  let at: Json | undefined = data;
  for (const step of path) {
    if (isJsonArray(at)) at = at[Number(step)];
    else if (isJsonObject(at) && Object.hasOwn(at, step)) at = at[step];
    else return undefined;
  }
  return at;
}

/** The value that JSON holds, once the door has checked its kind. */
function readValue(json: Json | undefined, type: ValueType): Value {
  if (json === undefined || json === null) return undefined;
  switch (type) {
    case 'number':
      if (typeof json === 'number') return fromDouble(json);
      return typeof json === 'string' ? parseNum(json) : undefined;
    case 'text':
      return typeof json === 'string' ? json : String(json);
    case 'flag':
      return json === true;
    case 'date':
      return typeof json === 'string' ? parseDay(json) : undefined;
    case 'instant': {
      const parsed = typeof json === 'string' ? parseInstant(json) : undefined;
      return parsed !== undefined && 'instant' in parsed ? parsed.instant : undefined;
    }
  }
}
