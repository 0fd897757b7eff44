import { parseInstant } from '../model/calendar.js';
import { isJsonObject } from '../model/json.js';
import { child, nearest } from '../model/problem.js';
import { dataFaults } from './events-data-faults.js';
import type { Findings } from './events-findings.js';
import type { EventProblemCode } from './events-problems.js';
import { envelopeFaults, KNOWN_ATTRIBUTES } from './events-schema.js';
import { isPlain, sealed, significantDigits, type ValueFault, valueFaults } from './events-seal.js';
import { shown } from './events-shown.js';
import type { Door } from './events-vocabulary.js';
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
    // Of an attribute as a whole, the envelope has told.
    if (fault === 'event-value' && pointer.lastIndexOf('/') === 0) return;
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
  if (!isJsonObject(sound)) return;
  for (const fault of dataFaults(sound, gate.shapes)) note(fault.code, `/data${fault.pointer}`, fault.facts);
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
