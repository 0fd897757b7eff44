import { isJsonArray, isJsonObject, type Json } from '../model/json.js';

/** What stands at a plain path in data; undefined where there is nothing. */
export function walk(data: Json, path: readonly (string | number)[]): Json | undefined {
  let at: Json | undefined = data;
  for (const step of path) {
    if (isJsonArray(at)) at = at[Number(step)];
    else if (isJsonObject(at) && Object.hasOwn(at, step)) at = at[step];
    else return undefined;
  }
  return at;
}
