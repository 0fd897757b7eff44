import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.js';
import { parseRubric } from '../../src/parse/rubric.js';
import { arbitraryRubric } from '../../src/testing/index.js';
import { campaign, SEED, TIMES, type Trial } from './campaign.js';
import type { Faults, Soil } from './fault.js';
import { FORMULA_FAULTS } from './formula-faults.js';
import { MEANING_FAULTS } from './meaning-faults.js';
import { NAME_FAULTS } from './name-faults.js';
import { SHAPE_FAULTS } from './shape-faults.js';
import { TEXT_FAULTS } from './text-faults.js';
import { isThere } from './tree.js';

const FAULTS: Faults = { ...TEXT_FAULTS, ...SHAPE_FAULTS, ...NAME_FAULTS, ...FORMULA_FAULTS, ...MEANING_FAULTS };

const examples = path.resolve(import.meta.dirname, '../../../../examples');
const EXAMPLES: readonly Json[] = ['class-conduct', 'contractor-scorecard', 'refusals'].map((name) =>
  JSON.parse(readFileSync(path.join(examples, name, 'rubric.json'), 'utf8')),
);

const rubrics: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: arbitraryRubric().map((all): Json => (all.length === 1 ? (all[0] ?? null) : all)) },
  { weight: 1, arbitrary: fc.constantFrom(...EXAMPLES) },
);

const trials: fc.Arbitrary<Trial> = rubrics.map((root) => ({
  soil: soilOf(root),
  problems: (input) => {
    const result = parseRubric(input);
    return result.ok ? [] : result.problems;
  },
}));

test(
  'of a rubric with one fault, a problem is told where the fault is',
  () => {
    campaign(FAULTS, trials, 400);
  },
  120_000 * Math.max(1, TIMES),
);

describe('what is no rubric at all', () => {
  test(
    'is refused without an exception, and every problem points to something that is there',
    () => {
      const words = fc.constantFrom(...EXAMPLES.flatMap((example) => wordsOf(example)));
      const strange = fc.jsonValue({ maxDepth: 5 });
      const alike = fc.letrec<{ value: Json }>((tie) => ({
        value: fc.oneof(
          { maxDepth: 5 },
          fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null)),
          fc.array(tie('value'), { maxLength: 4 }),
          fc.dictionary(words, tie('value'), { maxKeys: 6 }),
        ),
      })).value;
      fc.assert(
        fc.property(
          fc.oneof(
            strange.map((value): Json => JSON.parse(JSON.stringify(value))),
            alike,
          ),
          (json) => {
            const result = parseRubric(json);
            if (result.ok) throw new Error('a random value is no rubric');
            for (const { pointer } of result.problems)
              expect([pointer, isThere(json, pointer)]).toEqual([pointer, true]);
            expect(parseRubric(JSON.stringify(json)).ok).toBe(false);
          },
        ),
        { numRuns: 150 * TIMES, seed: SEED },
      );
    },
    60_000 * Math.max(1, TIMES),
  );
});

function soilOf(root: Json): Soil {
  const first = isJsonArray(root) ? root[0] : root;
  return { root, home: isJsonArray(root) ? [0] : [], document: isJsonObject(first) ? first : {}, editions: [] };
}

function wordsOf(json: Json): readonly string[] {
  if (typeof json === 'string') return [json];
  if (isJsonArray(json)) return json.flatMap(wordsOf);
  return isJsonObject(json) ? Object.entries(json).flatMap(([key, inner]) => [key, ...wordsOf(inner)]) : [];
}
