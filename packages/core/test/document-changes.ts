import type { DocumentChange } from '../src/explain/document-diff.js';
import { listedAt, membersOf } from '../src/explain/document-part.js';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../src/model/json.js';

/** A document with changes put into it: what they tell is all there is to tell if that gives the later one. */
export function appliedTo(document: JsonObject, changes: readonly DocumentChange[]): Json {
  const ordered = [...changes].sort((a, b) => rank(a) - rank(b));
  return ordered.reduce<Json>((json, change) => put(json, stepsTo(change), change), structuredClone(document));
}

/** Empty lists go first and come last; things come behind others that are in their order. */
function rank({ parts, slots, before, after, ofOrder }: DocumentChange): number {
  const part = parts[parts.length - 1];
  const isList = part !== undefined && listedAt(part.kind, slots) !== undefined;
  if (ofOrder) return 2;
  if (isList) return after === undefined ? 0 : 4;
  return slots.length === 0 && before === undefined ? 3 : 1;
}

interface Step {
  readonly key: string;
  readonly of: 'object' | 'list' | undefined;
}

const IN_LISTS: readonly string[] = ['rule', 'threshold', 'band', 'award', 'chain'];

function stepsTo({ parts, slots }: DocumentChange): readonly Step[] {
  const [, ...inner] = parts;
  const plain = (key: string): Step => ({ key, of: undefined });
  return [
    ...inner.flatMap(({ kind, under, name }): Step[] => [
      ...under.map(plain),
      { key: name, of: IN_LISTS.includes(kind) ? 'list' : 'object' },
    ]),
    ...slots.map(plain),
  ];
}

function put(json: Json | undefined, [step, ...rest]: readonly Step[], change: DocumentChange): Json {
  if (step === undefined) throw new Error('a change is somewhere');
  if (step.of === 'list') return putInList(isJsonArray(json) ? json : [], step.key, rest, change);
  const { [step.key]: own, ...others }: JsonObject = isJsonObject(json) ? json : {};
  const value = rest.length > 0 ? put(own, rest, change) : change.ofOrder ? inOrder(own, change.after) : change.after;
  // A list that loses its last thing goes with it; an empty one is told by itself.
  const isLeft = value !== undefined && !(isEmpty(value) && rest.length === 1 && rest[0]?.of !== undefined);
  return isLeft ? { ...others, [step.key]: value } : others;
}

function isEmpty(value: Json): boolean {
  return isJsonArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}

function putInList(list: readonly Json[], name: string, rest: readonly Step[], change: DocumentChange): Json {
  const at = list.findIndex((item) => nameOf(item) === name);
  const own = list[at];
  if (rest.length > 0) return list.map((item, index) => (index === at ? put(own, rest, change) : item));
  const without = list.filter((_, index) => index !== at);
  if (change.after === undefined) return without;
  if (own !== undefined) return list.map((item, index) => (index === at ? (change.after ?? item) : item));
  const place = change.behind === null ? 0 : without.findIndex((item) => nameOf(item) === change.behind) + 1;
  return [...without.slice(0, place), change.after, ...without.slice(place)];
}

function inOrder(list: Json | undefined, names: Json | undefined): Json | undefined {
  if (!isJsonArray(list) || !isJsonArray(names)) return list;
  const sorted = [...list].filter((item) => names.includes(nameOf(item)));
  sorted.sort((a, b) => names.indexOf(nameOf(a)) - names.indexOf(nameOf(b)));
  return list.map((item) => (names.includes(nameOf(item)) ? (sorted.shift() ?? item) : item));
}

/** By what a list of one knows its item. */
function nameOf(item: Json): string {
  const [name = ''] = membersOf([item])?.keys() ?? [];
  return name;
}
