import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/model/json.js';
import { parseEvents } from '../../src/parse/events.js';
import { parseRubric } from '../../src/parse/rubric.js';
import { objectAt, put } from './tree.js';

const folder = path.resolve(import.meta.dirname, '../../../../examples/refusals');
const base: Json = JSON.parse(readFileSync(path.join(folder, 'rubric.json'), 'utf8'));
const good = readFileSync(path.join(folder, 'events.jsonl'), 'utf8');

/** So many members, or entries, made from their number. */
function many(count: number, member: (index: number) => readonly [string, Json]): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => member(index)));
}

const indicators = (added: JsonObject): string =>
  JSON.stringify(put(base, ['indicators'], { ...objectAt(base, ['indicators']), ...added }));
const formulas = (is: string): string => indicators(many(900, (index) => [`i${index}`, { is }]));

/** What a hostile or hapless author may write; each once took minutes, or well might. */
const RUBRICS: Readonly<Record<string, () => string>> = {
  'millions of commas': () => `[${','.repeat(3_900_000)}`,
  'millions of brackets': () => '['.repeat(3_900_000),
  'a text that never ends': () => `"${'a'.repeat(3_900_000)}`,
  'duplicate keys behind millions of lines': () => `{${'\n'.repeat(3_500_000)}${'"a":1,'.repeat(50_000)}"b":1}`,
  'a hundred thousand unknown members': () =>
    JSON.stringify({ ...objectAt(base, []), ...many(100_000, (index) => [`u${index}`, 1]) }),
  'a table of a hundred thousand rows': () =>
    JSON.stringify(put(base, ['tables', 'wide'], { by: ['x>='], rows: many(100_000, (index) => [`row${index}`, 1]) })),
  'twenty thousand bands': () =>
    indicators({ wide: { is: '1', bands: Array.from({ length: 20_000 }, (_, from) => ({ id: `b${from}`, from })) } }),
  'a hundred thousand parts': () =>
    indicators({
      wide: { of: { kind: 'parts', parts: Array.from({ length: 100_000 }, (_, index) => `p${index}`) }, reduce: 'sum' },
    }),
  'long lists in nine hundred formulas': () =>
    formulas(`1 in [${Array.from({ length: 480 }, () => '1').join(',')}] ? 1 : nobody`),
  'unknown names in nine hundred formulas': () =>
    formulas(Array.from({ length: 90 }, (_, index) => `storagf${index}`).join('+')),
  'a choice and its misspelling, each of sixty thousand letters': () => {
    const fields = { f: { kind: 'choice', of: [`${'a'.repeat(60_000)}b`] } };
    const wide = put(base, ['vocabulary', 'events', 'wide'], { fields });
    const of = { kind: 'events', type: 'wide', where: { f: 'a'.repeat(60_000) } };
    return JSON.stringify(put(wide, ['indicators', 'wide'], { of, reduce: 'count' }));
  },
  'definitions that double sixty times': () => {
    const doubled = many(60, (index) => [`d${index + 1}`, { with: ['x'], is: `d${index}(x) + d${index}(x)` }]);
    const define = { d0: { with: ['x'], is: 'x' }, ...doubled };
    return JSON.stringify(put(put(base, ['define'], define), ['indicators', 'wide'], { is: 'd60(1)' }));
  },
};

const envelope = { specversion: '1.0', source: 's', type: 'fault.found', subject: 'north-school' };
const event = (id: string, more: JsonObject): JsonObject => ({
  ...envelope,
  id,
  time: '2026-04-01T09:00:00+08:00',
  ...more,
});
const lines = (count: number, more: (index: number) => JsonObject): string =>
  Array.from({ length: count }, (_, index) => `${JSON.stringify(event(`e${index}`, more(index)))}\n`).join('');
const fault = (days: number): JsonObject => ({ data: { place: 'store', severity: 'minor', days } });
const wide = many(100_000, (index) => [`field${index}`, 1]);

const EVENTS: Readonly<Record<string, () => string>> = {
  'a hundred thousand bad events': () => lines(100_000, () => ({ data: { place: 'x', days: 'z' } })),
  'a hundred thousand torn lines': () => '{"a":1,"b":x}\n'.repeat(100_000),
  'fifty thousand rulings on nothing': () =>
    good + lines(50_000, (index) => ({ type: 'meritlog.event.voided', data: { id: `no${index}`, reason: 'x' } })),
  'a thousand misspelt subjects among two thousand': () => {
    const name = (letter: string, index: number): string => `a-very-long-name-of-a-school-kitche${letter}-${index}`;
    const registered = lines(2000, (index) => ({
      id: `r${index}`,
      type: 'kitchen.registered',
      subject: name('n', index),
      data: { district: 'a' },
    }));
    return registered + lines(1000, (index) => ({ ...fault(1), subject: name('m', index) }));
  },
  'a line of a hundred thousand unknown fields': () => JSON.stringify(event('e', { data: wide })),
  'a list of a hundred thousand unknown fields': () => JSON.stringify([event('e', { data: wide })]),
  'millions of empty lines': () => `${'\n'.repeat(5_000_000)}{`,
};

describe('whatever is written ends soon, refused:', () => {
  test.each(Object.entries(RUBRICS))('%s, as a rubric', (_, text) => {
    const result = parseRubric(text());
    expect(result.ok ? [] : result.problems.slice(0, 1)).toHaveLength(1);
  });

  test.each(Object.entries(EVENTS))('%s, as events', (_, text) => {
    const rubric = parseRubric(base);
    const result = rubric.ok ? parseEvents(rubric.value, text()) : rubric;
    expect(result.ok ? [] : result.problems.slice(0, 1)).toHaveLength(1);
  });
});
