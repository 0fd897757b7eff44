import { differInKind, isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { type Origin, partOf, wholly } from '../model/origin.js';

/** A value and where it was written. */
export interface Sourced<T extends Json = Json> {
  readonly value: T;
  readonly origin: Origin;
}

/** Lays an edition over its parent: objects merge, rules by name, other arrays and scalars are replaced, null removes. */
export function overlay(under: Sourced<JsonObject>, over: Sourced<JsonObject>, path = ''): Sourced<JsonObject> {
  const value: Record<string, Json> = Object.create(null);
  const parts = new Map<string, Origin>();
  for (const key of Object.keys({ ...under.value, ...over.value })) {
    const merged = member(memberOf(under, key), memberOf(over, key), `${path}/${key}`);
    if (merged === undefined) continue;
    value[key] = merged.value;
    parts.set(key, merged.origin);
  }
  return { value, origin: { at: over.origin.at, parts } };
}

function member(under: Sourced | undefined, over: Sourced | undefined, path: string): Sourced | undefined {
  if (over === undefined) return under;
  if (over.value === null) return undefined;
  if (under === undefined) return { value: withoutNulls(over.value, path), origin: over.origin };
  if (isObject(under) && isObject(over) && !differInKind(under.value, over.value)) return overlay(under, over, path);
  if (isObject(over)) return { value: withoutNulls(over.value, path), origin: over.origin };
  return path === '/rules' && isArray(under) && isArray(over) ? rulesByName(under, over) : over;
}

/** Rules keep their parent's place; new ones come behind; one that holds only its name and `"remove": null`-like members keeps what is left. */
function rulesByName(under: Sourced<readonly Json[]>, over: Sourced<readonly Json[]>): Sourced<readonly Json[]> {
  const merged = under.value.map((value, at): Sourced => ({ value, origin: partOf(under.origin, at) }));
  over.value.forEach((value, at) => {
    const mine: Sourced = { value, origin: partOf(over.origin, at) };
    const place = merged.findIndex((rule) => nameOf(rule.value) !== undefined && nameOf(rule.value) === nameOf(value));
    const theirs = merged[place];
    if (theirs === undefined) merged.push(mine);
    else if (isObject(theirs) && isObject(mine)) merged[place] = overlay(theirs, mine, '/rules/*');
  });
  const parts = new Map(merged.map((rule, at) => [String(at), rule.origin]));
  return { value: merged.map((rule) => rule.value), origin: { at: over.origin.at, parts } };
}

/** What an overlay adds may hold nulls that remove nothing; conditions and values are left as they are. */
function withoutNulls(value: Json, path: string): Json {
  if (!isJsonObject(value)) return value;
  const kept: Record<string, Json> = Object.create(null);
  for (const [key, inner] of Object.entries(value))
    if (inner !== null) kept[key] = withoutNulls(inner, `${path}/${key}`);
  return kept;
}

function memberOf(of: Sourced<JsonObject>, key: string): Sourced | undefined {
  const value = Object.hasOwn(of.value, key) ? of.value[key] : undefined;
  return value === undefined ? undefined : { value, origin: partOf(of.origin, key) };
}

function nameOf(rule: Json): string | undefined {
  const name = isJsonObject(rule) ? rule.name : undefined;
  return typeof name === 'string' ? name : undefined;
}

function isObject(of: Sourced): of is Sourced<JsonObject> {
  return isJsonObject(of.value);
}

function isArray(of: Sourced): of is Sourced<readonly Json[]> {
  return isJsonArray(of.value);
}

/** A document as it was written. */
export function written(value: JsonObject, at: string): Sourced<JsonObject> {
  return { value, origin: wholly(at) };
}
