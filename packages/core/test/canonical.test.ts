import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../src/model/canonical.js';
import { sha256 } from '../src/model/digest.js';
import type { Json } from '../src/model/json.js';

const value: fc.Arbitrary<Json> = fc.json({ stringUnit: 'grapheme' }).map((text): Json => JSON.parse(text));

describe('canonical', () => {
  test('it is JSON for the same value, and its own canonical text', () => {
    fc.assert(
      fc.property(value, (json) => {
        const text = canonical(json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test('the order in which members were written leaves no trace', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (members) => {
        expect(canonical(Object.fromEntries(Object.entries(members).reverse()))).toBe(canonical(members));
      }),
    );
  });

  test('the example of RFC 8785, section 3.2.2, comes out byte for byte', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonical(example)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('members are sorted by UTF-16 code units, as section 3.2.3 shows', () => {
    const keys = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö'];
    const sorted: Json = JSON.parse(canonical(Object.fromEntries(keys.map((key) => [key, 0]))));
    expect(JSON.stringify(sorted)).toBe(
      JSON.stringify(Object.fromEntries(['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33'].map((key) => [key, 0]))),
    );
    expect(canonical({ b: 1, a: { d: -0, c: '' } })).toBe('{"a":{"c":"","d":0},"b":1}');
  });

  test('what has no canonical text is a bug', () => {
    const missing: { a?: Json } = {};
    const bad: (() => string)[] = [
      () => canonical('\ud800'),
      () => canonical({ '\udc00': 1 }),
      () => canonical([Number.NaN]),
      () => canonical(Number.POSITIVE_INFINITY),
      () => canonical(JSON.parse('['.repeat(2000) + ']'.repeat(2000))),
      () => Reflect.apply(canonical, undefined, [{ a: missing.a }]),
    ];
    for (const run of bad) expect(run).toThrow();
  });
});

describe('sha256', () => {
  test('it agrees with another implementation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(`sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`);
      }),
    );
  });

  test('a lone surrogate has no digest', () => {
    expect(() => sha256('\ud800')).toThrow(RangeError);
  });
});
