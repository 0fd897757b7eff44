import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonArray, isJsonObject, type Json } from '../src/model/json.js';
import { pointerKeys } from '../src/model/problem.js';
import type { RubricModel } from '../src/model/rubric.js';
import { printRubric } from '../src/parse/print.js';
import { parseRubric } from '../src/parse/rubric.js';
import { CARDS } from './decide-samples.js';
import { CONDUCT, CONDUCT_AMENDED, LEAGUE } from './parse-samples.js';

const SAMPLES: readonly Json[] = [CONDUCT, CONDUCT_AMENDED, LEAGUE, CARDS];

describe('a rubric that anybody wrote', () => {
  test('is never answered by an exception, and every problem points to something that was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SAMPLES),
        fc.array(mutation(), { minLength: 1, maxLength: 3 }),
        (sample, mutations) => {
          const input = mutations.reduce(mutated, sample);
          const result = parseRubric(input);
          for (const problem of result.ok ? result.warnings : result.problems) {
            expect([problem.code, problem.pointer, isThere(input, problem.pointer)]).toEqual([
              problem.code,
              problem.pointer,
              true,
            ]);
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  test('is told the same as text and as parsed documents', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), mutation(), (sample, change) => {
        const input = mutated(sample, change);
        if (typeof input === 'string') return;
        const parsed = parseRubric(input);
        const read = parseRubric(JSON.stringify(input));
        const codes = (result: typeof read) =>
          result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`).sort();
        if (read.ok || !read.problems.some(({ code }) => code.startsWith('json.')))
          expect(codes(read)).toEqual(codes(parsed));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('survives reading, printing and reading', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.option(mutation()), (sample, change) => {
        const first = parseRubric(change === null ? sample : mutated(sample, change));
        if (!first.ok) return;
        const again = parseRubric(printRubric(first.value));
        expect(again.ok ? withoutOrigin(again.value) : again.problems).toEqual(withoutOrigin(first.value));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** Where a part was written, in which document of the file, is no part of what the rubric says. */
function withoutOrigin(rubric: RubricModel): object {
  return { ...rubric, editions: rubric.editions.map(({ origin: _, ...edition }) => edition) };
}

interface Mutation {
  readonly kind: 'delete' | 'duplicate' | 'retype' | 'rename' | 'nest' | 'scribble' | 'borrow';
  readonly place: number;
  readonly other: number;
  readonly text: string;
}

function mutation(): fc.Arbitrary<Mutation> {
  return fc.record({
    kind: fc.constantFrom('delete', 'duplicate', 'retype', 'rename', 'nest', 'scribble', 'borrow'),
    place: fc.nat(),
    other: fc.nat(),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...TEXTS)),
  });
}

const TEXTS = [
  ...[
    'total',
    'total + ',
    '((((',
    '1/0',
    "'2026-13-01'",
    'it',
    'unknown',
    'date(1)',
    'ranking.band',
    'outer.unit',
    'total(total)',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '$.a',
    'a in [1, b]',
    '-'.repeat(1900),
    'x ? y : z',
    'grace(1, 2)',
  ],
];

/** Changes the value at one place of the document. */
function mutated(json: Json, { kind, place, other, text }: Mutation): Json {
  const places = placesIn(json);
  const at = places[place % places.length] ?? [];
  const value = valueAt(json, at) ?? null;
  switch (kind) {
    case 'delete':
      return put(json, at, undefined);
    case 'duplicate':
      return put(json, at, isJsonArray(value) ? [...value, ...value] : [value, value]);
    case 'retype':
      return put(json, at, [null, true, 7, 'x', [], {}][other % 6] ?? null);
    case 'rename':
      return at.length === 0 ? json : put(put(json, at, undefined), [...at.slice(0, -1), text], value);
    case 'nest':
      return put(
        json,
        at,
        Array.from({ length: other % 90 }).reduce<Json>((inner) => [inner], value),
      );
    case 'scribble':
      return put(json, at, text);
    case 'borrow':
      return put(json, at, valueAt(json, places[other % places.length] ?? []) ?? null);
  }
}

function placesIn(json: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function valueAt(json: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    if (isJsonArray(value)) return value[Number(key)];
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, json);
}

function put(json: Json, path: readonly string[], value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  const inner = rest.length === 0 ? value : put(valueAt(json, [key]) ?? null, rest, value);
  if (isJsonArray(json)) {
    return json.flatMap((item, index) => (String(index) !== key ? [item] : inner === undefined ? [] : [inner]));
  }
  const copy: Record<string, Json> = Object.assign(Object.create(null), json);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}

/** The place itself, or for what is missing its parent. */
function isThere(json: Json, pointer: string): boolean {
  const keys = pointerKeys(pointer);
  return valueAt(json, keys) !== undefined || valueAt(json, keys.slice(0, -1)) !== undefined;
}
