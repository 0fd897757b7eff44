import { castDraft, enablePatches, Immer, type Patch } from 'immer';
import type { Json, JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';

/** A document after a change, and the change itself, as it is shown to people and recorded. */
export interface Amendment {
  readonly document: JsonObject;
  /** RFC 6902: applied to the baseline in this order, they give the document. */
  readonly patches: readonly JsonPatch[];
}

export type JsonPatch =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string };

/** JSON while it may be changed. */
export type JsonDraft = null | boolean | number | string | JsonDraft[] | ObjectDraft;

export interface ObjectDraft {
  [key: string]: JsonDraft;
}

/** Carries out a change on a draft; the baseline stays as it is, byte for byte, and is not even frozen. */
export function amended(baseline: JsonObject, change: (draft: ObjectDraft) => void): Amendment {
  const [document, patches] = immer.produceWithPatches(baseline, change);
  return { document, patches: patches.map(jsonPatch) };
}

export function isListDraft(value: JsonDraft | undefined): value is JsonDraft[] {
  return Array.isArray(value);
}

export function isObjectDraft(value: JsonDraft | undefined): value is ObjectDraft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value for a draft to hold. Immer hands it back undrafted, so whoever may change it later puts in a copy. */
export function draftOf(value: Json): JsonDraft {
  return castDraft(value);
}

enablePatches();

// An instance of our own: the settings of the shared one belong to the application.
const immer = new Immer({ autoFreeze: false });

function jsonPatch({ op, path, value }: Patch): JsonPatch {
  const pointer = path.reduce<string>((at, key) => child(at, key), '');
  if (op === 'remove') return { op, path: pointer };
  if (!isJson(value)) throw new TypeError(`an amendment put something other than JSON at ${pointer}`);
  return { op, path: pointer, value };
}

function isJson(value: unknown): value is Json {
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isJson);
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
