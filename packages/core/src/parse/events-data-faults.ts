import { isJsonArray, type Json, type JsonObject } from '../model/json.js';
import { printNum } from '../model/num.js';
import { child, nearest } from '../model/problem.js';
import type { FieldModel } from '../model/rubric.js';
import { valueAt } from './events-admit.js';
import type { EventProblemCode } from './events-problems.js';
import { shown } from './events-shown.js';
import { type FieldFault, itemFaultFinder, type Shape } from './events-vocabulary.js';
import type { Facts } from './events-wording.js';

/** Told by a pointer into the data; the facts are made when there is room for them. */
export interface DataFault {
  readonly code: EventProblemCode;
  readonly pointer: string;
  readonly facts: () => Facts;
}

/** Of the editions that know the type, the one that asks for the fewest changes explains; the latest of equals. */
export function dataFaults(data: JsonObject, shapes: readonly Shape[]): readonly DataFault[] {
  let fewest: readonly DataFault[] | undefined;
  for (const shape of shapes) {
    const faults = faultsOf(data, shape);
    if (fewest === undefined || faults.length <= fewest.length) fewest = faults;
  }
  return fewest ?? [];
}

function faultsOf(data: JsonObject, shape: Shape): readonly DataFault[] {
  const faults: DataFault[] = [];
  const missing = new Map<string, DataFault>();
  const told = new Set<DataFault>();
  for (const [name, { reads }] of shape.properties) {
    for (const { field, path, fault } of reads) {
      const whole = data[name];
      const value = whole === undefined ? undefined : valueAt(whole, path);
      if (value !== undefined) faults.push(...valueFaults(field, value, fault(value), [name, ...path]));
      else if (!field.optional) {
        const gap: DataFault = {
          code: 'field-missing',
          pointer: child('', name),
          facts: () => fieldFacts(field, value),
        };
        faults.push(gap);
        missing.set(name, gap);
      }
    }
  }
  for (const name of Object.keys(data)) {
    if (shape.properties.has(name) || shape.open) continue;
    const formula = shape.computed.get(name);
    // One slip in a name is one mistake: the field that was meant is not told as missing, too.
    const meant = formula === undefined && missing.size > 0 ? nearest(name, missing.keys()) : undefined;
    const gap = meant === undefined ? undefined : missing.get(meant);
    if (gap !== undefined) told.add(gap);
    missing.delete(meant ?? '');
    faults.push({
      code: formula === undefined ? 'field-unknown' : 'computed-field-given',
      pointer: child('', name),
      facts: () =>
        formula === undefined
          ? { field: name, nearest: meant ?? nearest(name, shape.properties.keys()) ?? '' }
          : { field: name, formula },
    });
  }
  return faults.filter((fault) => !told.has(fault));
}

/** In a list, the items that do not fit. */
function valueFaults(
  field: FieldModel,
  value: Json,
  code: FieldFault | undefined,
  path: readonly (string | number)[],
): readonly DataFault[] {
  if (code === undefined) return [];
  const pointer = path.reduce<string>(child, '');
  if (field.kind !== 'list' || !isJsonArray(value)) return [{ code, pointer, facts: () => fieldFacts(field, value) }];
  const faultOf = itemFaultFinder(field);
  const kind = field.type === 'number' ? 'number' : 'text';
  return value.flatMap((item, at): readonly DataFault[] => {
    const fault = faultOf(item);
    const facts = () => ({ field: `${field.name}[${at}]`, kind, found: shown(item), ...boundFacts(field) });
    return fault === undefined ? [] : [{ code: fault, pointer: child(pointer, at), facts }];
  });
}

function fieldFacts(field: FieldModel, value: Json | undefined): Facts {
  const choices = field.choices.map((choice) => JSON.stringify(choice)).join(', ');
  const near = typeof value === 'string' ? nearest(value, field.choices) : undefined;
  return {
    field: field.name,
    kind: kindOf(field),
    choices,
    ...boundFacts(field),
    ...(value === undefined ? {} : { found: shown(value) }),
    ...(near === undefined ? {} : { nearest: JSON.stringify(near) }),
  };
}

/** The bounds of a number, where it has any. */
function boundFacts({ min, max }: FieldModel): Facts {
  return {
    ...(min === undefined ? {} : { min: printNum(min) }),
    ...(max === undefined ? {} : { max: printNum(max) }),
  };
}

function kindOf({ kind, type }: FieldModel): string {
  if (kind === 'list') return type === 'number' ? 'numbers' : 'texts';
  if (kind === 'choice') return 'text';
  return kind === 'key' ? type : kind;
}
