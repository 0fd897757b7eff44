import { parseDay, parseInstant } from '../model/calendar.js';
import { isJsonArray, type Json } from '../model/json.js';
import { fromDouble, lte, parseNum } from '../model/num.js';
import type { EventTypeModel, FieldModel, RubricModel } from '../model/rubric.js';
import { type EngineType, engineTypes } from './events-engine.js';
import { type KeyRead, keysCarried, keysNamed } from './events-registered.js';

/** What the editions of a rubric together know of events: who may pass the door. */
export interface Door {
  /** The id of the rubric, for messages. */
  readonly rubric: string;
  readonly types: ReadonlyMap<string, Gate>;
  /** The key that subjects are values of. */
  readonly subject: string;
  /** Whether some type registers subjects, so that all others need a registered one. */
  readonly registers: boolean;
}

export interface Gate {
  readonly type: string;
  readonly registers: boolean;
  /** Keys whose values an event that registers makes known beside its subject. */
  readonly carries: readonly KeyRead[];
  /** Fields that may name only such values. */
  readonly names: readonly KeyRead[];
  /** One for each edition that knows the type; an event must fit one of them. */
  readonly shapes: readonly Shape[];
}

/** What the data of an event may look like. */
export interface Shape {
  /** By the top-level name in the data. */
  readonly properties: ReadonlyMap<string, Property>;
  /** How many of them must be there. */
  readonly required: number;
  /** The formulas of the computed fields, for messages. */
  readonly computed: ReadonlyMap<string, string>;
  /** Whether further names are fine. */
  readonly open: boolean;
}

export interface Property {
  readonly required: boolean;
  readonly reads: readonly FieldRead[];
}

export interface FieldRead {
  readonly field: FieldModel;
  /** From the property's value on; empty for most. */
  readonly path: readonly (string | number)[];
  readonly fault: FaultFinder;
}

export type FieldFault = 'field-kind' | 'field-choice' | 'field-range';

export function doorOf(rubric: RubricModel): Door {
  const models = new Map<string, EventTypeModel[]>();
  for (const edition of rubric.editions) {
    for (const [type, model] of edition.events) models.set(type, [...(models.get(type) ?? []), model]);
  }
  const types = new Map<string, Gate>();
  const known = engineTypes(rubric);
  for (const [type, engine] of known) {
    if (!models.has(type)) types.set(type, { ...gateOf(type, [], engine), shapes: [shapeOf(engine.fields, true)] });
  }
  for (const [type, versions] of models) types.set(type, gateOf(type, versions, known.get(type)));
  for (const [type, gate] of types) types.set(type, { ...gate, registers: registersBy(type, models, types) });
  const subject = rubric.editions[0]?.subject ?? '';
  return {
    rubric: rubric.id,
    types,
    subject,
    registers: [...models.values()].flat().some(({ registers }) => registers),
  };
}

/** An older form registers its subject where the type that it becomes does. */
function registersBy(
  type: string,
  models: ReadonlyMap<string, readonly EventTypeModel[]>,
  types: ReadonlyMap<string, Gate>,
): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = type; at !== undefined && !seen.has(at); ) {
    if (types.get(at)?.registers === true) return true;
    seen.add(at);
    at = models.get(at)?.find(({ becomes }) => becomes !== undefined)?.becomes?.type;
  }
  return false;
}

function gateOf(type: string, versions: readonly EventTypeModel[], engine: EngineType | undefined): Gate {
  return {
    type,
    registers: engine?.registers === true || versions.some(({ registers }) => registers),
    carries: keysCarried(versions),
    names: keysNamed(versions),
    shapes: versions.map(({ fields }) => shapeOf([...fields.values(), ...(engine?.fields ?? [])], false)),
  };
}

function shapeOf(fields: readonly FieldModel[], open: boolean): Shape {
  const reads = new Map<string, FieldRead[]>();
  const computed = new Map<string, string>();
  for (const field of fields) {
    if (field.is !== undefined) {
      computed.set(field.name, field.is.text);
      continue;
    }
    const [first = field.name, ...path] = field.path;
    const read: FieldRead = { field, path, fault: faultFinder(field) };
    reads.set(String(first), [...(reads.get(String(first)) ?? []), read]);
  }
  const properties = new Map<string, Property>();
  for (const [name, all] of reads) {
    properties.set(name, { required: all.some(({ field }) => !field.optional), reads: all });
  }
  const required = [...properties.values()].filter((property) => property.required).length;
  return { properties, required, computed, open };
}

/** Made once a field, because it runs once an event. */
function faultFinder(field: FieldModel): FaultFinder {
  if (field.kind !== 'list') return itemFaultFinder(field);
  const fault = itemFaultFinder(field);
  return (value) => {
    if (!isJsonArray(value)) return 'field-kind';
    for (const item of value) {
      const found = fault(item);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

type FaultFinder = (value: Json) => FieldFault | undefined;

/** Of a field's value or, for a list, of one of its items. */
export function itemFaultFinder(field: FieldModel): FaultFinder {
  switch (field.kind) {
    case 'number':
      return numberFault(field);
    case 'text':
      return judged(isText);
    case 'key':
      return judged(field.type === 'number' ? isNumber : isText);
    case 'flag':
      return judged((value) => typeof value === 'boolean');
    case 'date':
      return judged((value) => typeof value === 'string' && parseDay(value) !== undefined);
    case 'instant':
      return judged((value) => typeof value === 'string' && 'instant' in parseInstant(value));
    case 'list':
      return field.type === 'number' ? numberFault(field) : judged(isText);
    case 'choice': {
      const allowed = new Set(field.choices);
      return (value) => {
        if (typeof value !== 'string') return 'field-kind';
        return allowed.size === 0 || allowed.has(value) ? undefined : 'field-choice';
      };
    }
  }
}

function numberFault({ min, max }: FieldModel): FaultFinder {
  if (min === undefined && max === undefined) return judged(isNumber);
  return (value) => {
    const number =
      typeof value === 'string' ? parseNum(value) : typeof value === 'number' ? fromDouble(value) : undefined;
    if (number === undefined) return 'field-kind';
    const isWithin = (min === undefined || lte(min, number)) && (max === undefined || lte(number, max));
    return isWithin ? undefined : 'field-range';
  };
}

function judged(fits: (value: Json) => boolean): FaultFinder {
  return (value) => (fits(value) ? undefined : 'field-kind');
}

function isText(value: Json): boolean {
  return typeof value === 'string';
}

function isNumber(value: Json): boolean {
  return typeof value === 'number' || (typeof value === 'string' && parseNum(value) !== undefined);
}
