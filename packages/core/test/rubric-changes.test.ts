import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentChanges } from '../src/explain/document-diff.js';
import { listedAt, type PartKind } from '../src/explain/document-part.js';
import { rubricChanges } from '../src/explain/rubric-changes.js';
import { slotAt } from '../src/explain/slot.js';
import { type Json, type JsonObject, parseRubric, rubricJsonSchema } from '../src/index.js';
import { isJsonArray, isJsonObject } from '../src/model/json.js';
import { CARDS } from './decide-samples.js';
import { appliedTo } from './document-changes.js';
import { CONDUCT, LEAGUE } from './parse-samples.js';

const schema = rubricJsonSchema();

/** Every slot that the JSON Schema of a rubric knows, by the thing it is in. */
function slotsIn(
  kind: PartKind,
  json: Json | undefined,
  slots: readonly string[],
): readonly [PartKind, readonly string[]][] {
  const at = resolved(json);
  const listed = listedAt(kind, slots);
  const own =
    slots.length === 0 || listed !== undefined ? [] : ([[kind, slots]] satisfies [PartKind, readonly string[]][]);
  if (['title', 'examples', 'map'].includes(slots.at(-1) ?? '')) return own;
  const inner = (of: Json | undefined, key: string) => slotsIn(kind, of, [...slots, key]);
  if (listed !== undefined) return slotsIn(listed, at.additionalProperties ?? at.items, []);
  const branches = [at.anyOf, at.oneOf].flatMap((list) => (isJsonArray(list) ? list : []));
  const properties = Object.entries(isJsonObject(at.properties) ? at.properties : {});
  const isMeasure = slots.join('/') === 'of/value' && kind === 'indicator';
  return [
    ...own,
    ...branches.flatMap((branch) => (isMeasure ? [] : slotsIn(kind, branch, slots))),
    ...properties.flatMap(([key, of]) => (kind === 'rule' && key === 'params' ? effects(at) : inner(of, key))),
  ];
}

function effects(effect: JsonObject): readonly [PartKind, readonly string[]][] {
  const properties = isJsonObject(effect.properties) ? effect.properties : {};
  const { const: type } = resolved(properties.type);
  const { properties: params } = resolved(properties.params);
  return Object.keys(isJsonObject(params) ? params : {}).map((key) => ['rule', [String(type), key]]);
}

function resolved(json: Json | undefined): JsonObject {
  if (!isJsonObject(json)) return {};
  const { $ref } = json;
  const [, , name = ''] = typeof $ref === 'string' ? $ref.split('/') : [];
  const { $defs } = schema;
  return name !== '' && isJsonObject($defs) ? resolved($defs[name]) : json;
}

/** Every place of a scalar in a document. */
function scalarsIn(json: Json, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (isJsonArray(json)) return json.flatMap((item, index) => scalarsIn(item, [...at, index]));
  if (isJsonObject(json)) return Object.entries(json).flatMap(([key, value]) => scalarsIn(value, [...at, key]));
  return [at];
}

function withAt(json: Json, [key, ...rest]: readonly (string | number)[], make: (value: Json) => Json): Json {
  if (key === undefined) return make(json);
  if (isJsonArray(json)) return json.map((item, index) => (index === key ? withAt(item, rest, make) : item));
  if (!isJsonObject(json)) throw new Error(`nothing stands at ${key}`);
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, name === key ? withAt(value, rest, make) : value]),
  );
}

const object = (json: Json): JsonObject => (isJsonObject(json) ? json : {});
const valueAt = (json: Json, place: readonly (string | number)[]): Json =>
  place.reduce<Json>((at, key) => (isJsonArray(at) ? at[Number(key)] : object(at)[key]) ?? null, json);
const other = (value: Json): Json =>
  typeof value === 'number' ? value + 77 : typeof value === 'boolean' ? !value : 'otherwise';

describe('The changes of a rubric', () => {
  test('have words for every slot that the JSON Schema knows', () => {
    const wordless = slotsIn('rubric', schema, []).filter(([kind, slots]) => {
      const effect = kind === 'rule' && slots.length === 2 && slots[0] !== 'event' && slots[0] !== 'where';
      const path = effect ? ['event', 'params', ...slots.slice(1)] : slots;
      return slotAt(kind, path, effect ? (slots[0] ?? '') : '') === undefined;
    });
    expect(slotsIn('rubric', schema, []).length).toBeGreaterThan(150);
    expect(wordless.map(([kind, slots]) => `${kind} ${slots.join('/')}`)).toEqual(['rubric edition']);
  });

  test.each([
    ['of a class', CONDUCT],
    ['of a league', LEAGUE],
    ['of a procedure', CARDS],
  ])('tell a change of any one value once, and quote it: %s', (_name, sample: Json) => {
    const document = object(sample);
    expect(rubricChanges(document, object(structuredClone(sample)))).toEqual([]);
    for (const place of scalarsIn(document)) {
      const [changed, value] = [object(withAt(document, place, other)), valueAt(document, place)];
      const changes = rubricChanges(document, changed);
      const texts = changes.map(({ sentence: { en, zh } }) => `${en} ${zh}`);
      if (place.join() === 'edition') expect(texts).toEqual([]);
      else if (!renames(place)) {
        expect([place, texts]).toEqual([place, [expect.any(String)]]);
        if (!place.includes('examples') && typeof value !== 'boolean') expect(texts[0]).toContain(String(other(value)));
      }
      const { edition } = document;
      expect(appliedTo(document, documentChanges(document, changed))).toEqual({ ...changed, edition });
    }
  });

  test('tell what came and what went, whatever it is, so that nothing else is different', () => {
    for (const document of [object(CONDUCT), object(LEAGUE), object(CARDS)]) {
      for (const place of placesOf(document)) {
        const without = object(withoutAt(document, place));
        for (const [before, after] of [
          [document, without],
          [without, document],
        ] as const) {
          const edition = before.edition === undefined ? {} : { edition: before.edition };
          const { edition: _, ...rest } = after;
          expect(appliedTo(before, documentChanges(before, after))).toEqual({ ...rest, ...edition });
        }
      }
    }
  });
});

/** Whether the value at a place is what its thing is known by, so that one goes and another comes. */
function renames(place: readonly (string | number)[]): boolean {
  const last = place.at(-1);
  return typeof place.at(-2) === 'number' && (last === 'name' || last === 'id' || last === 'is');
}

function placesOf(json: Json, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  const inner: readonly (readonly [string | number, Json])[] = isJsonArray(json)
    ? json.map((item, index) => [index, item])
    : Object.entries(object(json));
  return inner.flatMap(([key, value]) => [[...at, key], ...placesOf(value, [...at, key])]);
}

function withoutAt(json: Json, place: readonly (string | number)[]): Json {
  const [key, ...rest] = place;
  if (isJsonArray(json))
    return json.flatMap((item, index) => (index !== key ? [item] : rest.length === 0 ? [] : [withoutAt(item, rest)]));
  return Object.fromEntries(
    Object.entries(object(json)).flatMap(([name, value]) =>
      name !== key ? [[name, value]] : rest.length === 0 ? [] : [[name, withoutAt(value, rest)]],
    ),
  );
}

const flagship = parseRubric(
  readFileSync(path.resolve(import.meta.dirname, '../../../examples/four-institutions/rubric.json'), 'utf8'),
);

test.each(['en', 'zh'] as const)('The amendment of the four institutions reads as sentences: %s', (language) => {
  const [old, now] = flagship.ok ? flagship.value.model.editions : [];
  const changes = rubricChanges(old?.document ?? {}, now?.document ?? {});
  expect(changes.map(({ sentence }) => sentence[language]).join('\n')).toMatchSnapshot();
});

describe('A sentence', () => {
  const standing = (parts: JsonObject) => ({
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }], ...parts } },
  });
  const [top, low] = [{ id: 'top', title: { en: 'Top', zh: '优' }, from: 9 }, { id: 'low' }];
  const bands = [top, low];
  const said = (before: JsonObject, after: JsonObject) =>
    rubricChanges(before, after).map(({ sentence }) => sentence.en);

  test('shows the default of what is left out', () => {
    expect(said(standing({}), standing({ ties: 'dense' }))).toEqual([
      'Standing ranking: ranks of ties standard (1224) → dense (1223).',
    ]);
    expect(said(standing({}), standing({ ties: 'standard' }))).toEqual([
      'Standing ranking: ranks of ties standard (1224), rewritten.',
    ]);
  });

  test('tells where a band comes, and that bands change places', () => {
    const middle = { id: 'middle', from: 5, quota: 2 };
    expect(said(standing({ bands }), standing({ bands: [top, middle, low] }))).toEqual([
      'Band middle of standing ranking added behind «Top»: least total 5; places 2.',
    ]);
    expect(said(standing({ bands }), standing({ bands: [...bands].reverse() }))).toEqual([
      'Standing ranking: order of the bands «Top», low → low, «Top».',
    ]);
  });

  test('tells of a long list what came and what went', () => {
    const calendar = (holidays: Json) => ({ calendars: { cn: { holidays } } });
    const days = ['2026-01-01', '2026-02-17', '2026-02-18', '2026-02-19', '2026-05-01'];
    expect(said(calendar(days), calendar([...days.slice(1), '2026-10-01']))).toEqual([
      'Calendar cn: holidays now with 2026-10-01, no longer with 2026-01-01.',
    ]);
    expect(said(calendar(days.slice(3)), calendar(days.slice(4)))).toEqual([
      'Calendar cn: holidays 2026-02-19, 2026-05-01 → 2026-05-01.',
    ]);
  });

  test('tells a change that it knows no words for by the keys on its way', () => {
    expect(said(standing({}), standing({ later: { much: [1, { kind: 'x', y: true }] } }))).toEqual([
      'Standing ranking: new later: later much 1, (x y yes).',
    ]);
  });
});
