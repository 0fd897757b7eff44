import { expect, test } from 'vitest';
import { parseEvents } from '../src/index.js';
import type { Json } from '../src/model/json.js';
import { event, rubric } from './faults/small-rubric.js';

const pupil = { kind: 'key', is: 'subject' };
const by = rubric({
  events: {
    seen: {
      fields: {
        pupil,
        deep: { kind: 'number', optional: true, path: '$.a.b[1]' },
        list: { kind: 'list', items: 'number', optional: true },
      },
    },
  },
});
const told = (data: { readonly [name: string]: Json }) => {
  const read = parseEvents(by, [event('e', 'seen', 'ann', '03-01', data)]);
  return read.ok ? [] : read.problems.map(({ code, pointer }) => `${code} ${pointer}`);
};

test.each<readonly [string, number, string]>([
  ['is not a number', Number.NaN, 'json.number'],
  ['is infinite', Number.NEGATIVE_INFINITY, 'json.number'],
  ['is a minus zero', -0, 'json.minus-zero'],
  ['has sixteen digits', 0.1234567890123456, 'json.number-digits'],
])('A number that %s is refused where it stands, also beside what is read', (_, number, code) => {
  for (const [data, pointer] of [
    [{ a: { b: [number, 7] } }, '/0/data/a/b/0'],
    [{ a: { b: [1, 7], c: number } }, '/0/data/a/c'],
    [{ a: { b: [1, number] } }, '/0/data/a/b/1'],
    [{ list: [1, number] }, '/0/data/list/1'],
  ] as const)
    expect(told(data).map((one) => one.split(' '))).toEqual([[expect.stringContaining(code), pointer]]);
  expect(told({ a: { b: [1, 7], c: 0.5 }, list: [1, 2] })).toEqual([]);
});
