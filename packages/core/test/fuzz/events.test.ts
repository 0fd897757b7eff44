import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.js';
import type { RubricModel } from '../../src/model/rubric.js';
import { parseEvents } from '../../src/parse/events.js';
import { parseRubric } from '../../src/parse/rubric.js';
import { arbitraryScheme } from '../../src/testing/index.js';
import { campaign, SEED, TIMES, type Trial } from './campaign.js';
import { EVENT_FAULTS } from './event-faults.js';
import type { Faults } from './fault.js';
import { TEXT_FAULTS } from './text-faults.js';

const FAULTS: Faults = { ...TEXT_FAULTS, ...EVENT_FAULTS };

interface Ground {
  readonly editions: readonly JsonObject[];
  readonly rubric: RubricModel;
  readonly events: readonly Json[];
}

const examples = path.resolve(import.meta.dirname, '../../../../examples');
const EXAMPLES = ['class-conduct', 'contractor-scorecard', 'refusals'].map((name) => {
  const read = (file: string): string => readFileSync(path.join(examples, name, file), 'utf8');
  return groundOf([JSON.parse(read('rubric.json'))], read('events.jsonl').trim().split('\n').map(parsed));
});

/** Reading a rubric takes longer than reading its events, so that each one is sown several times. */
const GENERATED: readonly Ground[] = fc
  .sample(
    arbitraryScheme({ events: 30 }).filter(({ events }) => events.length > 0),
    { numRuns: Math.ceil(30 * TIMES), seed: SEED },
  )
  .map(({ rubric, events }) =>
    groundOf(
      rubric,
      events.map((event) => parsed(JSON.stringify(event))),
    ),
  );

const FORMS: readonly ((events: Json) => string | Json)[] = [
  (events) => events,
  (events) => JSON.stringify(events),
  (events) => (isJsonArray(events) ? events.map((event) => `${JSON.stringify(event)}\n`).join('') : ''),
];

const trials: fc.Arbitrary<Trial> = fc
  .record({
    ground: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...GENERATED) },
      { weight: 1, arbitrary: fc.constantFrom(...EXAMPLES) },
    ),
    place: fc.nat(),
    form: fc.constantFrom(...FORMS),
  })
  .map(({ ground: { editions, rubric, events }, place, form }) => {
    const at = place % events.length;
    const document = events[at];
    return {
      soil: { root: events, home: [at], document: isJsonObject(document) ? document : {}, editions },
      problems: (input) => {
        const result = parseEvents(rubric, listOf(typeof input === 'string' ? input : form(input)));
        return result.ok ? [] : result.problems;
      },
    };
  });

test(
  'of an event file with one fault, a problem is told where the fault is',
  () => {
    campaign(FAULTS, trials, 1100);
  },
  120_000 * Math.max(1, TIMES),
);

test(
  'what is no event file at all is refused without an exception',
  () => {
    const grounds = fc.constantFrom(...EXAMPLES);
    fc.assert(
      fc.property(grounds, fc.array(fc.jsonValue({ maxDepth: 4 }), { minLength: 1 }), ({ rubric }, values) => {
        const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
        for (const input of [values, JSON.stringify(values)]) expect(parseEvents(rubric, input).ok).toBe(false);
        // One a line, an empty list is a text of no events, and so is an empty line.
        for (const input of [text, text.slice(1), text.slice(0, -2)]) parseEvents(rubric, input);
      }),
      { numRuns: Math.ceil(150 * TIMES), seed: SEED },
    );
  },
  60_000 * Math.max(1, TIMES),
);

function listOf(input: string | Json): string | readonly Json[] {
  return typeof input === 'string' || isJsonArray(input) ? input : [input];
}

function parsed(text: string): Json {
  return JSON.parse(text);
}

function groundOf(editions: readonly JsonObject[], events: readonly Json[]): Ground {
  const rubric = parseRubric(editions);
  if (!rubric.ok || !parseEvents(rubric.value, events).ok) throw new Error('the ground is not good');
  return { editions, rubric: rubric.value, events };
}
