import { type Day, formatDay, formatInstant, startOfDay, yearOf } from '../model/calendar.js';
import type { CloudEvent } from '../model/event.js';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { lt, printNum } from '../model/num.js';
import type { EditionModel, FieldModel } from '../model/rubric.js';

/** An event that has no id yet. */
export type Draft = Omit<CloudEvent, 'id'>;

export interface About {
  readonly type: string;
  readonly subject: string;
  readonly day: Day;
  /** Minutes after nine o'clock. */
  readonly minute?: number;
  /** Values of fields; what is not named gets a plain one, `null` leaves an optional field out. */
  readonly values?: JsonObject;
}

/** An event that fits the vocabulary of the edition. */
export function draftEvent(edition: EditionModel, about: About): Draft {
  const { type, subject, day, minute = 0, values = {} } = about;
  const at = startOfDay(edition.zone, day) + NINE + minute * MINUTE;
  let data: JsonObject = {};
  for (const field of edition.events.get(type)?.fields.values() ?? []) {
    if (field.is !== undefined) continue;
    const value = Object.hasOwn(values, field.name) ? values[field.name] : plainValue(edition, field, about);
    if (value === undefined || (value === null && field.optional)) continue;
    data = placed(data, field.path, value);
  }
  return { specversion: '1.0', source: '/witness', type, subject, time: formatInstant(at), data };
}

const MINUTE = 60_000;
const NINE = 9 * 60 * MINUTE;

/** Drafts as events, in their order. */
export function numbered(drafts: readonly Draft[]): readonly CloudEvent[] {
  return drafts.map((draft, index) => ({ ...draft, id: `w${index + 1}` }));
}

function plainValue(edition: EditionModel, field: FieldModel, { subject, day }: About): Json {
  switch (field.kind) {
    case 'key':
      return plainKey(edition, field, subject, day);
    case 'number':
      return plainNumber(field);
    case 'text':
      return field.refersTo === undefined ? 'text' : subject;
    case 'choice':
      return field.choices[0] ?? 'text';
    case 'flag':
      return true;
    case 'date':
      return formatDay(day);
    case 'instant':
      return formatInstant(startOfDay(edition.zone, day) + NINE);
    case 'list':
      return [field.type === 'number' ? plainNumber(field) : field.refersTo === undefined ? 'text' : subject];
  }
}

/** 1, or the bound that is nearest to it. */
function plainNumber({ min, max }: FieldModel): Json {
  if (min !== undefined && lt(1, min)) return printNum(min);
  return max !== undefined && lt(max, 1) ? printNum(max) : 1;
}

/** Whoever is not told apart by a key shares its value, so that they are compared. */
function plainKey(edition: EditionModel, { name, type }: FieldModel, subject: string, day: Day): Json {
  if (name === edition.subject) return subject;
  if (type !== 'number') return `${name}-1`;
  return name === edition.period?.key ? yearOf(day) : 1;
}

/** The data with a value put where a path leads. */
function placed(data: JsonObject, path: FieldModel['path'], value: Json): JsonObject {
  const [first, ...rest] = path;
  return first === undefined ? data : { ...data, [first]: under(data[first], rest, value) };
}

function under(json: Json | undefined, path: FieldModel['path'], value: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof first === 'string') {
    const object = isJsonObject(json) ? json : {};
    return { ...object, [first]: under(object[first], rest, value) };
  }
  const list = isJsonArray(json) ? json : [];
  return Array.from({ length: Math.max(first + 1, list.length) }, (_, at) =>
    at === first ? under(list[at], rest, value) : (list[at] ?? null),
  );
}
