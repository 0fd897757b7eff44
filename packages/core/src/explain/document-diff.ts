import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { listedAt, membersOf, type Part, type PartKind } from './document-part.js';

/** One difference of two documents, small enough for a sentence. */
export interface DocumentChange {
  /** The thing that it is in, inside what holds it; the rubric first. */
  readonly parts: readonly Part[];
  /** From the thing on; empty where the thing itself came or went. */
  readonly slots: readonly string[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** Whether it is the order of the things listed there that changed; `before` and `after` are their names. */
  readonly ofOrder: boolean;
  /** Of a thing that came: the one that it comes behind in its list; null where it comes first. */
  readonly behind: string | null;
}

/**
 * Where two documents of a rubric differ, each difference once: in the order of the later one, what is gone last. The
 * edition is left out, because a difference tells it by itself. Put into `before`, the changes give `after`.
 */
export function documentChanges(before: JsonObject, after: JsonObject): readonly DocumentChange[] {
  return changesAt({ parts: [{ kind: 'rubric', under: [], name: '', before, after }], slots: [] }, before, after);
}

type At = Pick<DocumentChange, 'parts' | 'slots'>;

function changesAt(at: At, before: Json | undefined, after: Json | undefined): readonly DocumentChange[] {
  if (at.parts.length === 1 && at.slots.join() === 'edition') return [];
  if (isSame(before, after)) return [];
  const { kind } = innermost(at);
  const listed = listedAt(kind, at.slots);
  if (listed !== undefined) {
    const [was, is] = [membersOf(before), membersOf(after)];
    if (was !== undefined && is !== undefined) return listChanges(at, listed, before, after, was, is);
  }
  if (!isJsonObject(before) || !isJsonObject(after) || isToldWhole(kind, at.slots, before, after))
    return [changeAt(at, before, after)];
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key) =>
    changesAt({ ...at, slots: [...at.slots, key] }, memberOf(before, key), memberOf(after, key)),
  );
}

function innermost({ parts }: At): Part {
  const last = parts[parts.length - 1];
  if (last === undefined) throw new Error('a change is in the rubric at least');
  return last;
}

function changeAt(at: At, before: Json | undefined, after: Json | undefined): DocumentChange {
  return { ...at, before, after, ofOrder: false, behind: null };
}

/** What reads as one: a condition, a test, a title, examples, and what became another kind of thing. */
function isToldWhole(kind: PartKind, slots: readonly string[], before: JsonObject, after: JsonObject): boolean {
  const last = slots[slots.length - 1];
  if (kind === 'condition' || last === 'conditions' || last === 'examples' || last === 'title' || last === 'map')
    return true;
  if (slots[slots.length - 2] === 'where' || slots[slots.length - 2] === 'plus') return true;
  if (kind === 'rule' && last === 'event') return before.type !== after.type;
  return slots.length > 0 && before.kind !== after.kind;
}

function listChanges(
  at: At,
  kind: PartKind,
  before: Json | undefined,
  after: Json | undefined,
  was: ReadonlyMap<string, Json>,
  is: ReadonlyMap<string, Json>,
): readonly DocumentChange[] {
  const names = [...is.keys()];
  const changes = [...new Set([...names, ...was.keys()])].flatMap((name) => {
    const part: Part = { kind, under: at.slots, name, before: was.get(name), after: is.get(name) };
    const behind = names[names.indexOf(name) - 1] ?? null;
    return changesAt({ parts: [...at.parts, part], slots: [] }, part.before, part.after).map((change) =>
      change.parts.length === at.parts.length + 1 && change.slots.length === 0 ? { ...change, behind } : change,
    );
  });
  return [...emptied(at, before, after, was, is), ...changes, ...reordered(at, before, was, is)];
}

/** An empty list and none say the same, but not in the same words. */
function emptied(
  at: At,
  before: Json | undefined,
  after: Json | undefined,
  was: ReadonlyMap<string, Json>,
  is: ReadonlyMap<string, Json>,
): readonly DocumentChange[] {
  const [old, now] = [was.size === 0 ? before : undefined, is.size === 0 ? after : undefined];
  return isSame(old, now) ? [] : [changeAt(at, old, now)];
}

/** Objects have no order; that of a list is that of the things which are in both. */
function reordered(
  at: At,
  before: Json | undefined,
  was: ReadonlyMap<string, Json>,
  is: ReadonlyMap<string, Json>,
): readonly DocumentChange[] {
  if (!isJsonArray(before)) return [];
  const old = [...was.keys()].filter((name) => is.has(name));
  const now = [...is.keys()].filter((name) => was.has(name));
  return isSame(old, now) ? [] : [{ ...changeAt(at, old, now), ofOrder: true }];
}

/** Members of an object in any order. */
function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (isJsonArray(a) && isJsonArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  if (!isJsonObject(a) || !isJsonObject(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], memberOf(b, key)));
}

function memberOf(of: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}
