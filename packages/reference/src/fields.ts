import { CivilDate, Moment, startOf } from './dates.js';
import { editionAt, editionOn } from './editions.js';
import { evaluate } from './evaluate-formula.js';
import { Fraction } from './fraction.js';
import type { EditionModel, FieldModel, Json, JsonObject, ValueType } from './model.js';
import { carries } from './scope.js';
import type { Scalar, Value } from './values.js';
import { bareFrame, type Frame, type Happening, rememberFor, type World } from './world.js';

/** A field of an event: set by the rule that issued it, computed, inherited from the trigger, or read from its data. */
export async function fieldValue(event: Happening, name: string, frame: Frame): Promise<Value> {
  const edition = frame.provisional ? frame.edition : await editionOfEvent(event, frame);
  const cell = `${name} ${frame.provisional ? 'provisional' : ''} ${edition.edition}`;
  const world = recordedWorld(frame.world);
  return rememberFor(world.memo.fields, event, cell, async () => {
    const field = edition.events.get(event.type)?.fields.get(name);
    return field && compute(field, event, { ...eventFrame(world, event, edition), provisional: frame.provisional });
  });
}

/** The items of a list field in their places, unknown ones too; none of a derived event, because no rule sets a list. */
export async function listItems(event: Happening, name: string, frame: Frame): Promise<readonly Value[]> {
  const field = (await editionOfEvent(event, frame)).events.get(event.type)?.fields.get(name);
  return field === undefined || event.issued !== undefined ? [] : items(field, event.data);
}

/** The edition of an event's fields: by its type's `appliesBy`, else by the day of its `time`. */
export async function editionOfEvent(event: Happening, frame: Frame): Promise<EditionModel> {
  const world = recordedWorld(frame.world);
  return rememberFor(world.memo.editions, event, '', async () => {
    const first = editionAt(world, event.time);
    const appliesBy = first.events.get(event.type)?.appliesBy;
    if (appliesBy === undefined) return first;
    const by = await evaluate(appliesBy, { ...eventFrame(world, event, first), provisional: true });
    if (by instanceof CivilDate) return editionOn(world, by);
    return by instanceof Moment ? editionAt(world, by.ms) : first;
  });
}

/** When an event takes effect: as its type says, else at its `time`. A derived event does so when its rule was tried. */
export async function effectiveTime(event: Happening, frame: Frame): Promise<number> {
  const world = recordedWorld(frame.world);
  return rememberFor(world.memo.effective, event, '', async () => {
    const edition = await editionOfEvent(event, frame);
    const effective = edition.events.get(event.type)?.effective;
    if (effective === undefined || event.issued !== undefined) return event.time;
    const at = await evaluate(effective, eventFrame(world, event, edition));
    if (at instanceof CivilDate) return startOf(edition.zone, at).ms;
    return at instanceof Moment ? at.ms : event.time;
  });
}

/** Computed fields see recorded events alone, whatever their date. */
function recordedWorld(world: World): World {
  return world.recorded ?? world;
}

function eventFrame(world: World, event: Happening, edition: EditionModel): Frame {
  return { ...bareFrame(world, edition, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY), event };
}

async function compute(field: FieldModel, event: Happening, frame: Frame): Promise<Value> {
  if (event.carried !== undefined && field.name === frame.edition.period?.key) return event.carried;
  const set = event.issued?.fields;
  if (set?.has(field.name)) return set.get(field.name);
  if (field.is !== undefined) return amongChoices(field, await evaluate(field.is, frame));
  if (event.issued === undefined) return read(field, event.data);
  const { trigger } = event.issued;
  if (field.kind !== 'key' || !(await carries(trigger, field.name, frame))) return undefined;
  return frame.world.calls.field(trigger, field.name, { ...frame, provisional: false });
}

/** What a choice does not list is unknown, however it comes about. */
export function amongChoices(field: FieldModel, value: Value): Value {
  if (field.kind !== 'choice' || field.choices.length === 0) return value;
  return typeof value === 'string' && field.choices.includes(value) ? value : undefined;
}

function read(field: FieldModel, data: JsonObject): Value {
  const json = field.path.reduce<Json | undefined>(step, data);
  if (field.kind !== 'list') return typed(field.type, json);
  return Array.isArray(json) ? items(field, data).filter((item): item is Scalar => item !== undefined) : undefined;
}

function items(field: FieldModel, data: JsonObject): readonly (Scalar | undefined)[] {
  const json = field.path.reduce<Json | undefined>(step, data);
  return Array.isArray(json) ? json.map((item: Json) => typed(field.type, item)) : [];
}

function step(json: Json | undefined, key: string | number): Json | undefined {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, key)) return undefined;
  return Object.entries(json).find(([name]) => name === String(key))?.[1];
}

function typed(type: ValueType, json: Json | undefined): Scalar | undefined {
  if (typeof json === 'boolean') return type === 'flag' ? json : undefined;
  if (typeof json !== 'string' && typeof json !== 'number') return undefined;
  switch (type) {
    case 'number':
      return Fraction.parse(String(json));
    case 'text':
      return String(json);
    case 'date':
      return CivilDate.parse(String(json));
    case 'instant':
      return Moment.parse(String(json));
    case 'flag':
      return undefined;
  }
}
