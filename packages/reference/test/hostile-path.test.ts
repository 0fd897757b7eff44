import { Engine } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { decide } from '../src/conditions.js';
import { plainPath } from '../src/plain-path.js';

const HOSTILE = ['$.list[?(@root.list.push(9) > 5)]', '$[?(@.push(9))]', '$.list[(@.push(9))]', '$.list.push(9)'];

describe('a hostile path runs nothing', () => {
  test.each(HOSTILE)('in the engine as it is set up here: %s', async (path) => {
    const object = { list: [1, 2] };
    const conditions = { all: [{ fact: 'object', operator: 'present', value: true, path }] };
    expect(await decide(conditions, Object.assign(Object.create(null), { object }))).toBe(false);
    expect(object).toEqual({ list: [1, 2] });
  });

  test('though it would in the engine as it comes', async () => {
    const object = { list: [1, 2] };
    const engine = new Engine([]);
    const conditions = { all: [{ fact: 'object', operator: 'equal', value: 1, path: HOSTILE[1] ?? '' }] };
    engine.addRule({ conditions, event: { type: 'holds' } });
    await engine.run({ object });
    expect(object.list).toContain(9);
  });
});

test('a plain path reads own properties', () => {
  const value = { a: { b: [{ c: 5 }] }, list: [1, 2] };
  expect(plainPath(value, '$.a.b[0].c')).toBe(5);
  expect(plainPath(value, 'list[1]')).toBe(2);
  expect(plainPath(value, '$.a.toString')).toBeUndefined();
  expect(plainPath(value, '$.__proto__')).toBeUndefined();
});
