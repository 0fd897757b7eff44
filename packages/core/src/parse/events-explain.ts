import { parseInstant } from '../model/calendar.js';
import { isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { child, nearest } from '../model/problem.js';
import type { FieldModel } from '../model/rubric.js';
import { valueAt } from './events-admit.js';
import type { Findings } from './events-findings.js';
import type { EventProblemCode } from './events-problems.js';
import { envelopeFaults, KNOWN_ATTRIBUTES } from './events-schema.js';
import { isPlain, sealed, significantDigits, type ValueFault, valueFaults } from './events-seal.js';
import { shown } from './events-shown.js';
import type { Door, Shape } from './events-vocabulary.js';
import type { Facts } from './events-wording.js';
import { JSON_LIMITS } from './json-text.js';

/** Notes everything for which the quick way refused the event. */
export function explain(raw: unknown, index: number, door: Door, findings: Findings): void {
  const place = index + 1;
  if (!isPlain(raw)) {
    findings.note('event-not-object', index, '', () => ({ place, found: shown(raw) }));
    return;
  }
  const { id, type, data } = raw;
  const name = typeof id === 'string' && id !== '' ? shown(id) : '';
  const note = (code: EventProblemCode, pointer: string, facts: () => Facts): void =>
    findings.note(code, index, pointer, () => ({ place, id: name, ...facts() }));
  for (const { attribute, what } of envelopeFaults(raw)) attributeFault(raw[attribute], attribute, what, note);
  valueFaults(raw, '', (fault, pointer, found) => {
    if (fault === 'event-value') note(fault, pointer, () => ({ field: fieldAt(pointer), found: shown(found) }));
    else findings.note(fault, index, pointer, () => valueFacts(fault, found));
  });
  if (typeof type !== 'string' || type === '') return;
  const gate = door.types.get(type);
  if (gate === undefined) {
    note('event-type-unknown', '/type', () => ({
      rubric: door.rubric,
      type,
      nearest: nearest(type, door.types.keys()) ?? '',
    }));
    return;
  }
  const sound = sealed(data ?? {});
  if (isJsonObject(sound)) dataFaults(sound, gate.shapes, note);
}

type Note = (code: EventProblemCode, pointer: string, facts: () => Facts) => void;

function attributeFault(value: unknown, attribute: string, what: 'value' | 'name', note: Note): void {
  const pointer = child('', attribute);
  if (what === 'name') {
    note('event-attribute', pointer, () => ({ field: attribute, nearest: nearest(attribute, KNOWN_ATTRIBUTES) ?? '' }));
    return;
  }
  const found = value === undefined ? '' : shown(value);
  switch (attribute) {
    case 'specversion':
      note('event-specversion', pointer, () => ({ found: found === '' ? 'missing' : found }));
      return;
    case 'datacontenttype':
      note('event-content-type', pointer, () => ({ found }));
      return;
    case 'data':
      note('event-data', pointer, () => ({ found }));
      return;
    case 'time':
    case 'recordedtime':
      if (typeof value === 'string' && value !== '') {
        const parsed = parseInstant(value);
        const reason = 'reason' in parsed ? parsed.reason : '';
        note('event-instant', pointer, () => ({ field: attribute, found, reason }));
        return;
      }
  }
  const code = KNOWN_ATTRIBUTES.includes(attribute) ? 'event-field' : 'event-extension';
  note(code, pointer, () => ({ field: attribute, found }));
}

/** Of the editions that know the type, the one that asks for the fewest changes explains; the latest of equals. */
function dataFaults(data: JsonObject, shapes: readonly Shape[], note: Note): void {
  let fewest: readonly DataFault[] | undefined;
  for (const shape of shapes) {
    const faults = faultsOf(data, shape);
    if (fewest === undefined || faults.length <= fewest.length) fewest = faults;
  }
  for (const { code, pointer, facts } of fewest ?? []) note(code, `/data${pointer}`, facts);
}

interface DataFault {
  readonly code: EventProblemCode;
  readonly pointer: string;
  readonly facts: () => Facts;
}

function faultsOf(data: JsonObject, shape: Shape): readonly DataFault[] {
  const faults: DataFault[] = [];
  for (const [name, { reads }] of shape.properties) {
    for (const { field, path, fault } of reads) {
      const whole = data[name];
      const value = whole === undefined ? undefined : valueAt(whole, path);
      const code = value === undefined ? (field.optional ? undefined : 'field-missing') : fault(value);
      if (code === undefined) continue;
      const pointer = value === undefined ? child('', name) : path.reduce<string>(child, child('', name));
      faults.push({ code, pointer, facts: () => fieldFacts(field, value) });
    }
  }
  for (const name of Object.keys(data)) {
    if (shape.properties.has(name) || shape.open) continue;
    const formula = shape.computed.get(name);
    faults.push({
      code: formula === undefined ? 'field-unknown' : 'computed-field-given',
      pointer: child('', name),
      facts: () =>
        formula === undefined
          ? { field: name, nearest: nearest(name, shape.properties.keys()) ?? '' }
          : { field: name, formula },
    });
  }
  return faults;
}

function fieldFacts(field: FieldModel, value: Json | undefined): Facts {
  const choices = field.choices.map((choice) => JSON.stringify(choice)).join(', ');
  const near = typeof value === 'string' ? nearest(value, field.choices) : undefined;
  return {
    field: field.name,
    kind: kindOf(field),
    choices,
    ...(value === undefined ? {} : { found: shown(value) }),
    ...(near === undefined ? {} : { nearest: JSON.stringify(near) }),
  };
}

function kindOf({ kind, type }: FieldModel): string {
  if (kind === 'list') return type === 'number' ? 'numbers' : 'texts';
  return kind === 'key' ? type : kind;
}

function fieldAt(pointer: string): string {
  return pointer.slice(1).replace(/^data\//, '');
}

function valueFacts(fault: Exclude<ValueFault, 'event-value'>, found: unknown): Facts {
  switch (fault) {
    case 'json.number-digits':
      return { found: String(found), digits: typeof found === 'number' ? significantDigits(found) : 0 };
    case 'json.lone-surrogate': {
      const lone = /\p{Surrogate}/u.exec(String(found))?.[0] ?? '';
      return { found: `\\u${lone.charCodeAt(0).toString(16)}` };
    }
    case 'json.forbidden-key':
    case 'json.key-not-nfc':
      return { key: String(found) };
    case 'json.too-deep':
      return { limit: JSON_LIMITS.depth };
    case 'json.number-range':
    case 'json.minus-zero':
      return { found: Object.is(found, -0) ? '-0' : String(found) };
  }
}
