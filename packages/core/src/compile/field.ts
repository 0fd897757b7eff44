import { parseDay, parseInstant } from '../model/calendar.js';
import type { Value, ValueType } from '../model/expr.js';
import { isJsonArray, type Json } from '../model/json.js';
import type { LedgerEvent } from '../model/ledger.js';
import { fromDouble, parseNum } from '../model/num.js';
import type { FieldPlan, TypePlan } from '../model/plan.js';
import type { EventTypeModel, FieldModel, RubricModel } from '../model/rubric.js';
import { compileBecomes } from './becomes.js';
import { amongChoices } from './choices.js';
import { type CompileContext, keyOf } from './context.js';
import { compileExpression } from './expression.js';
import { walk } from './walk.js';

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
    becomes: compileBecomes(type, context),
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
