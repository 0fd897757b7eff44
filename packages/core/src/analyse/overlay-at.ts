import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { pointerKeys } from '../model/problem.js';

/** An overlay that puts a value where a pointer leads: rules by their name, other lists whole, as overlays replace them. */
export function overlayAt(document: JsonObject, pointer: string, value: Json): JsonObject {
  const [first = '', ...rest] = pointerKeys(pointer);
  const under = document[first];
  if (first !== 'rules' || !isJsonArray(under)) return { [first]: over(under, rest, value) };
  const rule = under[Number(rest[0])];
  const name = isJsonObject(rule) ? (rule.name ?? null) : null;
  const [key = '', ...deeper] = rest.slice(1);
  const inner = isJsonObject(rule) ? rule[key] : undefined;
  return { rules: [{ name, [key]: over(inner, deeper, value) }] };
}

function over(json: Json | undefined, keys: readonly string[], value: Json): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (isJsonArray(json)) return json.map((item, index) => (index === Number(key) ? whole(item, rest, value) : item));
  return { [key]: over(isJsonObject(json) ? json[key] : undefined, rest, value) };
}

/** Inside a list nothing merges. */
function whole(json: Json | undefined, keys: readonly string[], value: Json): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (isJsonArray(json)) return json.map((item, index) => (index === Number(key) ? whole(item, rest, value) : item));
  const object = isJsonObject(json) ? json : {};
  return { ...object, [key]: whole(object[key], rest, value) };
}
