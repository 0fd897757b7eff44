/** A JSON value as our reader returns it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** Null-prototype and frozen when it comes from our reader, so that no key is inherited. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** `Array.isArray` does not narrow readonly arrays. */
export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two objects say that they are of different shapes, by their `kind` or, as effects do, by the `type` of their `params`. */
export function differInKind(a: JsonObject, b: JsonObject): boolean {
  if (typeof a.kind === 'string' && typeof b.kind === 'string') return a.kind !== b.kind;
  const isEffect =
    typeof a.type === 'string' && typeof b.type === 'string' && isJsonObject(a.params) && isJsonObject(b.params);
  return isEffect && a.type !== b.type;
}
