import { canonical } from '../model/canonical.js';
import { differInKind, isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import {
  type Amendment,
  amended,
  draftOf,
  isListDraft,
  isObjectDraft,
  type JsonDraft,
  type ObjectDraft,
} from './amendment.js';

/**
 * Lays an overlay over a document as editions do: objects merge, `rules` by name, other arrays and scalars are
 * replaced, null removes. What stays equal is in no patch.
 */
export function amend(document: JsonObject, overlay: JsonObject): Amendment {
  return amended(document, (draft) => lay(draft, overlay, true));
}

function lay(draft: ObjectDraft, overlay: JsonObject, top: boolean): void {
  for (const [key, over] of Object.entries(overlay)) {
    const under = Object.hasOwn(draft, key) ? draft[key] : undefined;
    if (over === null) delete draft[key];
    else if (isObjectDraft(under) && isJsonObject(over) && !differInKind(under, over)) lay(under, over, false);
    else if (top && key === 'rules' && isListDraft(under) && isJsonArray(over)) layRules(under, over);
    else if (under === undefined || !equal(under, over)) draft[key] = draftOf(withoutNulls(over));
  }
}

/** A rule of a name that is there already amends that one in its place; others come behind. */
function layRules(rules: JsonDraft[], overlay: readonly Json[]): void {
  for (const over of overlay) {
    const name = nameOf(over);
    const under = name === undefined ? undefined : rules.find((rule) => nameOf(rule) === name);
    if (isObjectDraft(under) && isJsonObject(over)) lay(under, over, false);
    else rules.push(draftOf(withoutNulls(over)));
  }
}

/** A copy: a second rule of the same name may amend it. Nulls in what is new have nothing to remove. */
function withoutNulls(value: Json): Json {
  if (!isJsonObject(value)) return value;
  const kept: Record<string, Json> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) if (inner !== null) kept[key] = withoutNulls(inner);
  return kept;
}

function nameOf(rule: Json): string | undefined {
  const name = isJsonObject(rule) ? rule.name : undefined;
  return typeof name === 'string' ? name : undefined;
}

function equal(a: Json, b: Json): boolean {
  return canonical(a) === canonical(b);
}
