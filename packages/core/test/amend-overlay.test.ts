import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amend } from '../src/amend/overlay.js';
import { canonical } from '../src/model/canonical.js';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../src/model/json.js';
import { pointerKeys } from '../src/model/problem.js';
import { readJson } from '../src/parse/json-text.js';
import { overlay as editionOverlay, written } from '../src/parse/overlay.js';

const scalar = fc.constantFrom<Json>(0, 1, 'a', true);
const key = fc.constantFrom('a', 'b', 'rules', 'name', 'kind', 'type', 'params');
const { value } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('value'), { maxLength: 2 }), tie('object')),
  object: fc.dictionary(key, tie('value'), { maxKeys: 3 }),
}));
const rule = fc
  .tuple(fc.option(fc.constantFrom('r1', 'r2', 'r3'), { nil: undefined }), fc.dictionary(key, value, { maxKeys: 2 }))
  .map(([name, rest]): Json => (name === undefined ? rest : { ...rest, name }));
const document = fc
  .tuple(fc.dictionary(key, value), fc.uniqueArray(rule, { maxLength: 3, selector: (one) => JSON.stringify(one) }))
  .map(([rest, rules]): JsonObject => ({ ...rest, rules }));
const removing = fc
  .tuple(document, fc.dictionary(key, fc.constant(null)), fc.dictionary(key, fc.dictionary(key, fc.constant(null))))
  .map(([over, top, inner]): JsonObject => ({ ...over, ...inner, ...top }));

/** RFC 6902, naively: the patches must mean what they say. */
function applied(document: JsonObject, patches: ReturnType<typeof amend>['patches']): unknown {
  const copy = structuredClone(document);
  for (const patch of patches) {
    const keys = pointerKeys(patch.path);
    const last = keys.pop() ?? '';
    let at: unknown = copy;
    for (const step of keys) at = Reflect.get(Object(at), step);
    if (patch.op === 'remove') Reflect.deleteProperty(Object(at), last);
    else Reflect.set(Object(at), last, structuredClone(patch.value));
  }
  return copy;
}

describe('An amendment', () => {
  test('leaves the baseline and the overlay untouched, byte for byte (I13)', () => {
    fc.assert(
      fc.property(document, removing, (base, over) => {
        const before = [JSON.stringify(base), JSON.stringify(over)];
        amend(base, over);
        expect([JSON.stringify(base), JSON.stringify(over)]).toEqual(before);
        expect(Object.isFrozen(base)).toBe(false);
      }),
    );
  });

  test('is what its patches make of the baseline', () => {
    fc.assert(
      fc.property(document, removing, (base, over) => {
        const { document: after, patches } = amend(base, over);
        expect(applied(base, patches)).toEqual(after);
      }),
    );
  });

  test('of the same twice changes nothing more, and has no patch', () => {
    fc.assert(
      fc.property(document, removing, (base, over) => {
        fc.pre(new Set(names(over)).size === names(over).length && names(over).length === rulesOf(over).length);
        const once = amend(base, over).document;
        expect(amend(once, over).patches).toEqual([]);
      }),
    );
  });

  test('is the merge of editions that the parser does', () => {
    fc.assert(
      fc.property(document, removing, (base, over) => {
        const parsed = editionOverlay(written(base, 'a'), written(over, 'b')).value;
        // The parser leaves nulls in an object that replaces something else, and in new rules; there it is a problem anyway.
        expect(canonical(amend(base, over).document)).toBe(canonical(withoutNulls(parsed)));
      }),
      { numRuns: 1000 },
    );
  });

  test('takes frozen documents as our reader returns them', () => {
    const read = readJson('{"rules": [{"name": "a", "points": 1}], "keys": {"x": {}}}');
    const base = read.ok ? read.value.value : null;
    if (!isJsonObject(base)) throw new Error('unread');
    expect(amend(base, { rules: [{ name: 'a', points: 2 }], keys: { x: null } })).toEqual({
      document: { rules: [{ name: 'a', points: 2 }], keys: {} },
      patches: [
        { op: 'remove', path: '/keys/x' },
        { op: 'replace', path: '/rules/0/points', value: 2 },
      ],
    });
  });
});

function withoutNulls(of: Json): Json {
  if (isJsonArray(of)) return of.map(withoutNulls);
  if (!isJsonObject(of)) return of;
  const kept = Object.entries(of).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutNulls(inner)]));
}

function rulesOf({ rules }: JsonObject): readonly Json[] {
  return isJsonArray(rules) ? rules : [];
}

function names(of: JsonObject): readonly string[] {
  return rulesOf(of).flatMap((one) => (isJsonObject(one) && typeof one.name === 'string' ? [one.name] : []));
}
