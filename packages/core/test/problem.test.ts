import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { child, nearest, pointerKeys } from '../src/model/problem.js';

const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '~', '/', '1'), maxLength: 8 });

describe('pointers', () => {
  test('the keys that a pointer was built from are the keys read back', () => {
    fc.assert(
      fc.property(fc.array(name), (keys) => {
        expect(pointerKeys(keys.reduce((pointer, key) => child(pointer, key), ''))).toEqual(keys);
      }),
    );
    expect(child(child('', 'a/b~c'), 0)).toBe('/a~1b~0c/0');
  });
});

describe('nearest', () => {
  test('the suggestion is one of the candidates, and their order leaves no trace', () => {
    fc.assert(
      fc.property(name, fc.uniqueArray(name), (wrong, candidates) => {
        const found = nearest(wrong, candidates);
        expect(nearest(wrong, candidates.toReversed())).toBe(found);
        if (found !== undefined) expect(candidates).toContain(found);
        expect(found).not.toBe(wrong);
      }),
    );
  });

  test('one slip of any kind is forgiven', () => {
    const candidates = ['severity', 'polarity', 'subject'];
    const slips = ['severty', 'seeverity', 'severitY', 'sevreity'];
    expect(slips.map((slip) => nearest(slip, candidates))).toEqual(slips.map(() => 'severity'));
  });

  test.each([
    ['abcdef', 2],
    ['abcdefgh', 2],
    ['abcdefghi', 3],
    ['abcdefghijk', 3],
    ['abcdefghijkl', 4],
  ])('%s forgives %i slips and no more', (name, slips) => {
    const slipped = (count: number) => name.slice(0, name.length - count) + '_'.repeat(count);
    expect(nearest(name, [slipped(slips)])).toBe(slipped(slips));
    expect(nearest(name, [slipped(slips + 1)])).toBeUndefined();
  });

  test('a name that shares nothing suggests nothing', () => {
    expect([nearest('at', ['id']), nearest('zzzzzzzz', ['severity']), nearest('x', [])]).toEqual(
      Array.from({ length: 3 }),
    );
  });
});
