import { expect, test } from 'vitest';
import { mappingJsonSchema, readMapping } from '../src/index.js';
import { mappingOf } from './table.js';

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The properties that say nothing of themselves in one of the two languages. */
function undescribed(node: unknown, at = ''): readonly string[] {
  if (!isNode(node)) return [];
  const own = isNode(node.properties) ? Object.entries(node.properties) : [];
  const silent = own.filter(([, property]) => {
    const { description } = isNode(property) ? property : {};
    return typeof description !== 'string' || !/[a-z].*\n.*\p{Script=Han}/su.test(description);
  });
  const inside = Object.entries(node).flatMap(([key, value]) => undescribed(value, `${at}/${key}`));
  return [...silent.map(([name]) => `${at}/${name}`), ...inside];
}

test('every property of the schema is described in both languages', () => {
  expect(undescribed(mappingJsonSchema())).toEqual([]);
});

test('a mapping is told all that is wrong with its shape, at its place', () => {
  const text = JSON.stringify({ ...mappingOf(), header: -1, encoding: 'latin1', sheeet: 'x', time: '2026' }, null, 1);
  const read = readMapping(text, { file: 'm.json' });
  expect(read.ok ? [] : read.problems.map(({ code, pointer, line }) => [code, pointer, line]).sort()).toEqual([
    ['not-one-of', '/encoding', 16],
    ['unknown-key', '/sheeet', 17],
    ['wrong-size', '/header', 15],
    ['wrong-type', '/time', 9],
  ]);
});

test.each(['8', '+8', 'Asia/Shanghai', '+25:00'])('%s is no zone', (zone) => {
  const read = readMapping(JSON.stringify(mappingOf({ zone })));
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['bad-offset']);
});

test('a mapping that is no object, or is hostile, is refused', () => {
  for (const text of ['[]', '[{}]', '3', '{', '{"__proto__": 1}', `${'['.repeat(200)}`])
    expect(readMapping(text).ok, text).toBe(false);
});
