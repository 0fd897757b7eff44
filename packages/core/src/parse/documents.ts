import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { child, type Problem } from '../model/problem.js';
import { FORBIDDEN_KEYS } from './json-seal.js';
import { type JsonDocument, readJson } from './json-text.js';
import { type Report, reportInto } from './report.js';

const RUBRIC_LIMITS = { size: 4_000_000, depth: 64, editions: 200, values: 1_000_000 } as const;

/** The documents of a rubric as they were written, and how a pointer is found in their text. */
export interface Documents {
  readonly list: readonly { readonly value: JsonObject; readonly at: string }[];
  readonly locate: JsonDocument['locate'] | undefined;
  readonly found: Map<string, Problem>;
}

export type DocumentsRead = { readonly documents: Documents } | { readonly problems: readonly Problem[] };

/** Reads a text, or takes what was read already; both are untrusted. */
export function documentsOf(input: string | Json | readonly Json[]): DocumentsRead {
  if (typeof input !== 'string') return { documents: split(input, undefined) };
  const read = readJson(input, { size: RUBRIC_LIMITS.size, depth: RUBRIC_LIMITS.depth });
  return read.ok ? { documents: split(read.value.value, read.value.locate) } : { problems: read.problems };
}

function split(json: Json | readonly Json[], locate: Documents['locate']): Documents {
  const found = new Map<string, Problem>();
  const report = reportInto(found, (pointer) => pointer);
  const walk = new Walk(report);
  walk.value(json, '', RUBRIC_LIMITS.depth);
  if (found.size > 0) return { list: [], locate, found };
  const all = isJsonArray(json) ? json.map((value, at) => ({ value, at: child('', at) })) : [{ value: json, at: '' }];
  if (all.length === 0) report.add('no-documents', '', {});
  if (all.length > RUBRIC_LIMITS.editions) {
    report.add('too-many', '', { what: 'editions', found: all.length, limit: RUBRIC_LIMITS.editions });
    return { list: [], locate, found };
  }
  const list = all.flatMap(({ value, at }) => {
    if (isJsonObject(value)) return [{ value, at }];
    report.add('wrong-type', at, { found: typeName(value), expected: 'object' });
    return [];
  });
  return { list, locate, found };
}

/** Refuses what no JSON text can hold, and what is dangerous to hold. */
class Walk {
  #left: number = RUBRIC_LIMITS.values;

  constructor(readonly report: Report) {}

  value(json: Json, at: string, depth: number): void {
    this.#left -= 1;
    if (this.#left === 0)
      this.report.add('too-many', '', { what: 'values', found: RUBRIC_LIMITS.values + 1, limit: RUBRIC_LIMITS.values });
    if (this.#left <= 0) return;
    if (typeof json === 'string') {
      if (SURROGATE.test(json)) this.report.add('bad-text', at, { found: json });
    } else if (typeof json === 'number') {
      if (!Number.isFinite(json)) this.report.add('not-a-number', at, { found: String(json) });
    } else if (isJsonArray(json) || isJsonObject(json)) {
      if (depth === 0) this.report.add('too-deep', at, { limit: RUBRIC_LIMITS.depth });
      else if (isJsonArray(json))
        for (const [index, item] of json.entries()) this.value(item, child(at, index), depth - 1);
      else this.members(json, at, depth);
    } else if (json !== null && typeof json !== 'boolean') {
      this.report.add('wrong-type', at, { found: typeof json, expected: 'json' });
    }
  }

  members(json: JsonObject, at: string, depth: number): void {
    for (const [key, inner] of Object.entries(json)) {
      if (FORBIDDEN_KEYS.has(key) || SURROGATE.test(key)) this.report.add('forbidden-key', child(at, key), { key });
      else this.value(inner, child(at, key), depth - 1);
    }
  }
}

const SURROGATE = /\p{Surrogate}/u;

function typeName(json: Json): string {
  if (json === null) return 'null';
  return isJsonArray(json) ? 'array' : typeof json;
}
