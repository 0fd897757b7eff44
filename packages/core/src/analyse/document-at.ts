import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { pointerKeys } from '../model/problem.js';

/** What stands at a pointer; undefined where nothing does. */
export function documentAt(document: JsonObject, pointer: string): Json | undefined {
  return pointerKeys(pointer).reduce<Json | undefined>((json, key) => {
    if (isJsonArray(json)) return json[Number(key)];
    return isJsonObject(json) && Object.hasOwn(json, key) ? json[key] : undefined;
  }, document);
}
