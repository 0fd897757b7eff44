import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import type { DocumentChange } from './document-diff.js';
import { membersOf, objectOf, type Part, type PartKind } from './document-part.js';
import { clauseOf, essenceOf, slotsIn, triggersOf } from './essence.js';
import type { RubricNames } from './rubric-names.js';
import { type Slot, slotAt } from './slot.js';
import { slotValue } from './slot-values.js';
import { usersOf } from './users.js';

/** A change of a rubric as one sentence: the thing by its title, what of it changed, from what to what. */
export function changeSentence(change: DocumentChange, names: RubricNames): string {
  const { phrases } = names;
  const thing = thingText(change.parts, names);
  const body =
    change.slots.length === 0 && !change.ofOrder
      ? partText(change, thing, names)
      : phrases.about(thing, slotText(change, names));
  return capitalized(`${body}${usersText(change, names)}${phrases.end}`);
}

function capitalized(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;
}

/** `Band «Good» of Standing «Ranking»`; a rule with its clause. */
function thingText(parts: readonly Part[], names: RubricNames): string {
  const inner = parts.length > 1 ? parts.slice(1) : parts;
  return inner.reduce((holder, part) => {
    const thing = partName(part, names);
    return holder === '' ? thing : names.phrases.within(thing, holder);
  }, '');
}

function partName(part: Part, names: RubricNames): string {
  const { kinds, named } = names.phrases;
  const json = objectOf(part);
  const title = names.titleOf(json);
  const code = part.kind === 'indicator' && typeof json.code === 'string' ? `${json.code} ` : '';
  if (part.kind === 'rubric') return kinds.rubric;
  return named(kinds[part.kind], `${code}${title ?? part.name}`, clauseOf(part.kind, json));
}

function partText({ parts, before, after, behind }: DocumentChange, thing: string, names: RubricNames): string {
  const { phrases } = names;
  const part = parts[parts.length - 1];
  if (part === undefined) return thing;
  if (before !== undefined && after !== undefined)
    return phrases.about(
      thing,
      phrases.changed('', essenceOf(part.kind, before, names), essenceOf(part.kind, after, names)).trim(),
    );
  if (after === undefined) return phrases.gone(thing, essenceOf(part.kind, before ?? null, names));
  const ordered = part.kind === 'band' || part.kind === 'award' || part.kind === 'chain' || part.kind === 'threshold';
  const place = !ordered ? undefined : behind === null ? null : siblingName(parts, behind, names);
  return phrases.came(thing, place, essenceOf(part.kind, after, names));
}

/** The title of another thing in the same list. */
function siblingName(parts: readonly Part[], name: string, names: RubricNames): string {
  const [part, holder] = [parts[parts.length - 1], parts[parts.length - 2]];
  return part === undefined || holder === undefined ? name : listedName(holder, part.under, name, names);
}

function listedName({ after }: Part, under: readonly string[], name: string, names: RubricNames): string {
  const found = membersOf(at(after, under))?.get(name);
  return (isJsonObject(found) ? names.titleOf(found) : undefined) ?? name;
}

function at(json: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => (isJsonObject(value) ? value[key] : undefined), json);
}

function slotText({ parts, slots, before, after, ofOrder }: DocumentChange, names: RubricNames): string {
  const { phrases } = names;
  const part = parts[parts.length - 1];
  if (part === undefined) throw new Error('a change is in the rubric at least');
  const json = objectOf(part);
  const slot = slotAt(part.kind, slots, effectOf(json));
  const called = slot?.[names.language] ?? phrases.unnamed(slots);
  const say = (value: Json): string => {
    const several = isJsonObject(value) && (slot === undefined || slot.value === 'plain');
    if (several) return slotsIn(part.kind, json, value, slots, names).join(phrases.part) || phrases.empty;
    return slotValue(slot, value, names, triggersOf(part.kind, json), slots[slots.length - 1] ?? '');
  };
  const [was, is] = [before ?? absentOf(slot), after ?? absentOf(slot)];
  if (ofOrder) {
    const titles = (list: Json | undefined): string =>
      (isJsonArray(list) ? list : []).map((name) => listedName(part, slots, String(name), names)).join(phrases.list);
    return phrases.order(called, titles(was), titles(is));
  }
  if (was === undefined) return phrases.set(called, say(is ?? null));
  if (is === undefined) return phrases.unset(called, say(was));
  if (isLong(was) && isLong(is)) {
    const [gone, come] = [was.filter((item) => !is.includes(item)), is.filter((item) => !was.includes(item))];
    if (gone.length + come.length > 0)
      return phrases.listed(called, come.length === 0 ? '' : say(come), gone.length === 0 ? '' : say(gone));
  }
  const [old, now] = [say(was), say(is)];
  return old === now ? phrases.rewritten(called, now) : phrases.changed(called, old, now);
}

const LONG = 4;

/** A list of scalars that is told by what came and what went, where something did. */
function isLong(json: Json): json is readonly Json[] {
  return isJsonArray(json) && json.length > LONG && json.every((item) => typeof item !== 'object');
}

function absentOf(slot: Slot | undefined): Json | undefined {
  return slot?.absent;
}

function effectOf({ event }: JsonObject): string {
  return isJsonObject(event) && typeof event.type === 'string' ? event.type : '';
}

const SHARED: ReadonlySet<PartKind> = new Set(['calendar', 'definition', 'table', 'condition']);

/** What formulas share says little by itself: who uses it. */
function usersText({ parts }: DocumentChange, names: RubricNames): string {
  const [rubric, part] = parts;
  if (rubric === undefined || part === undefined || part.name === '') return '';
  if (!SHARED.has(part.kind)) return '';
  const users = usersOf(part.name, objectOf(rubric), names);
  return users === '' ? '' : names.phrases.usedBy(users);
}
