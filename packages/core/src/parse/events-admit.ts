import { type Instant, parseInstant } from '../model/calendar.js';
import type { CloudEvent } from '../model/event.js';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import type { LedgerEvent } from '../model/ledger.js';
import { bare } from './events-bare.js';
import { sealed } from './events-seal.js';
import type { Door, Property, Shape } from './events-vocabulary.js';

/** The event as the ledger holds it; undefined for one that must not pass, for whatever reason: this is the quick way. */
export function admit(raw: unknown, door: Door): LedgerEvent | undefined {
  const event = sealed(raw);
  if (!isJsonObject(event) || !isEnvelope(event)) return undefined;
  const { type, subject = '', data = NOTHING, recordedtime } = event;
  const gate = door.types.get(type);
  const time = instantOf(event.time);
  const recorded = recordedtime === undefined ? time : instantOf(recordedtime);
  if (gate === undefined || time === undefined || recorded === undefined) return undefined;
  if (!gate.shapes.some((shape) => fits(data, shape))) return undefined;
  return Object.freeze({ event, type, subject, data, time, recorded });
}

/** Everything but whether the times exist, which the caller needs to read anyway. */
function isEnvelope(event: JsonObject): event is JsonObject & CloudEvent {
  let required = 0;
  for (const name of Object.keys(event)) {
    const value = event[name];
    const attribute = ATTRIBUTES.get(name);
    if (value === undefined) return false;
    if (attribute === undefined ? !isExtension(name, value) : !attribute.fits(value)) return false;
    if (attribute?.required === true) required += 1;
  }
  return required === REQUIRED;
}

interface Attribute {
  readonly required: boolean;
  readonly fits: (value: Json) => boolean;
}

const ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map([
  ['specversion', { required: true, fits: (value) => value === '1.0' }],
  ['id', { required: true, fits: isFilled }],
  ['source', { required: true, fits: isFilled }],
  ['type', { required: true, fits: isFilled }],
  ['time', { required: true, fits: isFilled }],
  ['subject', { required: false, fits: isFilled }],
  ['sequence', { required: false, fits: isFilled }],
  ['recordedtime', { required: false, fits: isFilled }],
  ['dataschema', { required: false, fits: isFilled }],
  ['datacontenttype', { required: false, fits: (value) => value === 'application/json' }],
  ['data', { required: false, fits: isJsonObject }],
] satisfies (readonly [string, Attribute])[]);

const REQUIRED = 5;
const EXTENSION_NAME = /^[a-z0-9]+$/;
const NOTHING: JsonObject = Object.freeze(bare());

function isFilled(value: Json): boolean {
  return typeof value === 'string' && value !== '';
}

function isExtension(name: string, value: Json): boolean {
  return EXTENSION_NAME.test(name) && value !== null && typeof value !== 'object';
}

function instantOf(text: string): Instant | undefined {
  const parsed = parseInstant(text);
  return 'instant' in parsed ? parsed.instant : undefined;
}

function fits(data: JsonObject, shape: Shape): boolean {
  let required = 0;
  for (const name of Object.keys(data)) {
    const property = shape.properties.get(name);
    const value = data[name];
    if (property === undefined) {
      if (!shape.open) return false;
    } else if (value === undefined || !holds(value, property)) return false;
    else if (property.required) required += 1;
  }
  return required === shape.required;
}

function holds(value: Json, property: Property): boolean {
  for (const { field, path, fault } of property.reads) {
    const read = path.length === 0 ? value : valueAt(value, path);
    if (read === undefined ? !field.optional : fault(read) !== undefined) return false;
  }
  return true;
}

/** The value at the end of a path; undefined where it leads nowhere. */
export function valueAt(value: Json, path: readonly (string | number)[]): Json | undefined {
  let at: Json | undefined = value;
  for (const step of path) {
    if (isJsonArray(at)) at = typeof step === 'number' ? at[step] : undefined;
    else at = isJsonObject(at) && typeof step === 'string' ? at[step] : undefined;
  }
  return at;
}
