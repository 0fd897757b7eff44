import { allEditions } from './editions.js';
import { evaluate } from './evaluate-formula.js';
import { amongChoices } from './fields.js';
import { Fraction } from './fraction.js';
import type { EditionModel, EventTypeModel, FieldModel, Json, JsonObject } from './model.js';
import { isList, type Value } from './values.js';
import { bareFrame, type Frame, type Happening, type World } from './world.js';

/** Reads an older form of an event as the newer one, and that as the one that it is an older form of, by the last edition that knows the type. */
export async function readOlderForm(event: Happening, world: World): Promise<Happening> {
  let read = event;
  for (;;) {
    const { type } = read;
    const edition = allEditions(world).findLast((each) => each.events.get(type)?.becomes !== undefined);
    const becomes = edition?.events.get(type)?.becomes;
    if (edition === undefined || becomes === undefined) return read;
    read = { ...read, type: becomes.type, data: await dataOf(read, edition, world) };
  }
}

async function dataOf(event: Happening, edition: EditionModel, world: World): Promise<JsonObject> {
  const old = edition.events.get(event.type);
  const target = edition.events.get(old?.becomes?.type ?? '');
  const frame: Frame = { ...bareFrame(world, edition, Infinity, Infinity), event, provisional: true };
  let data: JsonObject = {};
  for (const field of target?.fields.values() ?? []) {
    if (old === undefined || field.is !== undefined) continue;
    const json = await jsonFor(field, old, frame);
    if (json !== undefined) data = withValue(data, field.path, json);
  }
  return data;
}

/** The formula for a field, else what the older form has under its name, else nothing. */
async function jsonFor(field: FieldModel, old: EventTypeModel, frame: Frame): Promise<Json | undefined> {
  const formula = old.becomes?.data.get(field.name);
  if (formula !== undefined) return written(amongChoices(field, await evaluate(formula, frame)));
  const own = old.fields.get(field.name);
  if (own === undefined || own.is !== undefined) return undefined;
  return own.path.reduce<Json | undefined>(at, frame.event?.data ?? {});
}

/** A value as data hold it; a number that no decimal writes is none. */
function written(value: Value): Json | undefined {
  if (value === undefined || isList(value)) return undefined;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  const text = String(value);
  return value instanceof Fraction && Fraction.parse(text) === undefined ? undefined : text;
}

function at(json: Json | undefined, key: string | number): Json | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  return Object.entries(json).find(([name]) => name === String(key))?.[1];
}

function withValue(data: JsonObject, path: readonly (string | number)[], value: Json): JsonObject {
  const [first = '', ...rest] = path;
  return { ...data, [first]: under(at(data, first), rest, value) };
}

function under(json: Json | undefined, path: readonly (string | number)[], value: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof first === 'string') return withValue(isObject(json) ? json : {}, path, value);
  const items: readonly Json[] = Array.isArray(json) ? json : [];
  const length = Math.max(items.length, first + 1);
  return Array.from({ length }, (_, place) =>
    place === first ? under(items[place], rest, value) : (items[place] ?? null),
  );
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
