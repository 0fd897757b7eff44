import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.js';
import { child, pointerKeys } from '../../src/model/problem.js';

export type Path = readonly (string | number)[];

/** Every place of a value, from the root down. */
export function pathsIn(json: Json, path: Path = []): readonly Path[] {
  if (isJsonArray(json)) return [path, ...json.flatMap((item, index) => pathsIn(item, [...path, index]))];
  if (!isJsonObject(json)) return [path];
  return [path, ...Object.entries(json).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

export function valueAt(json: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    if (isJsonArray(value)) return value[Number(key)];
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, json);
}

export function objectAt(json: Json | undefined, path: Path): JsonObject {
  const value = valueAt(json, path);
  return isJsonObject(value) ? value : {};
}

export function arrayAt(json: Json | undefined, path: Path): readonly Json[] {
  const value = valueAt(json, path);
  return isJsonArray(value) ? value : [];
}

/** A copy with another value at a place; undefined removes. Objects and arrays on the way are made where there are none. */
export function put(json: Json | undefined, path: Path, value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  const inner = rest.length === 0 ? value : put(valueAt(json, [key]), rest, value);
  if (isJsonArray(json) || (json === undefined && key === 0)) {
    const items = [...(json ?? [])];
    if (inner === undefined) items.splice(Number(key), 1);
    else items[Number(key)] = inner;
    return items;
  }
  const members = Object.entries(isJsonObject(json) ? json : {}).filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined ? members : [...members, [key, inner]]);
}

export function pointerOf(path: Path): string {
  return path.reduce<string>(child, '');
}

/** The place itself, or for what is missing its parent. */
export function isThere(json: Json, pointer: string): boolean {
  const keys = pointerKeys(pointer);
  return valueAt(json, keys) !== undefined || valueAt(json, keys.slice(0, -1)) !== undefined;
}

/** The innermost value around an offset of the text of a value. */
export function pathOfOffset(json: Json, offset: number): Path {
  let start = 1;
  for (const [key, inner] of membersOf(json)) {
    if (typeof key === 'string') start += JSON.stringify(key).length + 1;
    const end = start + JSON.stringify(inner).length;
    if (offset < end) return offset < start ? [key] : [key, ...pathOfOffset(inner, offset - start)];
    start = end + 1;
  }
  return [];
}

function membersOf(json: Json): readonly (readonly [string | number, Json])[] {
  if (isJsonArray(json)) return [...json.entries()];
  return isJsonObject(json) ? Object.entries(json) : [];
}
