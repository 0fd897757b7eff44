import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { ConditionWords } from './condition-words.js';
import { listedAt, membersOf, type PartKind } from './document-part.js';
import type { RubricNames } from './rubric-names.js';
import { slotAt } from './slot.js';
import { slotValue } from './slot-values.js';

/** The clause that a thing rests on, where it tells one. */
export function clauseOf(kind: PartKind, json: JsonObject): string | undefined {
  return kind !== 'rubric' && typeof json.basis === 'string' ? json.basis : undefined;
}

/** The event types whose fields the conditions of a thing read. */
export function triggersOf(kind: PartKind, json: JsonObject): readonly string[] {
  const inner = kind === 'indicator' ? json.of : json.in;
  const type = kind === 'rule' ? json.on : isJsonObject(inner) ? (inner.type ?? inner.event) : undefined;
  return isJsonArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
}

/** What a thing is, in words, without its name: of a rule when it does what, of others what stands in their slots. */
export function essenceOf(kind: PartKind, json: Json, names: RubricNames): string {
  if (kind === 'condition') return new ConditionWords(names, []).tree(json);
  if (!isJsonObject(json)) return slotValue(undefined, json, names, [], '');
  if (kind !== 'rule') return slotsIn(kind, json, json, [], names).join(names.phrases.part);
  const { on, where, conditions, event, ...rest } = json;
  const said = {
    ...(on === undefined ? {} : { on }),
    ...(where === undefined ? {} : { where }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(event === undefined ? {} : { event }),
  };
  return [...slotsIn(kind, json, said, [], names), ...slotsIn(kind, json, rest, [], names)].join(names.phrases.part);
}

/** Told with the name of the thing; examples only show what the rest says. */
const TOLD: ReadonlySet<string> = new Set(['name', 'id', 'title', 'basis', 'code', 'examples']);

/** What stands in the slots of a thing, from a slot on. */
export function slotsIn(
  kind: PartKind,
  thing: JsonObject,
  json: JsonObject,
  path: readonly string[],
  names: RubricNames,
): readonly string[] {
  return Object.entries(json).flatMap(([key, value]) => {
    const slots = [...path, key];
    if (path.length === 0 && TOLD.has(key)) return [];
    const listed = listedAt(kind, slots);
    if (listed !== undefined) return listedIn(listed, value, names);
    const slot = slotAt(kind, slots, '');
    const plain = slot === undefined || slot.value === 'plain';
    if (plain && isJsonObject(value) && Object.keys(value).length > 0) return slotsIn(kind, thing, value, slots, names);
    const called = slot?.[names.language] ?? names.phrases.unnamed(slots);
    return [names.phrases.slot(called, slotValue(slot, value, names, triggersOf(kind, thing), key))];
  });
}

function listedIn(kind: PartKind, list: Json, names: RubricNames): readonly string[] {
  return [...(membersOf(list) ?? [])].map(([name, json]) => {
    const title = (isJsonObject(json) ? names.titleOf(json) : undefined) ?? name;
    const essence = essenceOf(kind, json, names);
    const called = names.phrases.named(names.phrases.kinds[kind], title, undefined);
    return essence === '' ? called : names.phrases.made(called, essence);
  });
}
