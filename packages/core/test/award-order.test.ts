import { expect, test } from 'vitest';
import { ranked } from './faults/class-ranking.js';
import { column } from './faults/small-rubric.js';

const awards = (outcome: ReturnType<typeof ranked>) => column(outcome, ({ awards: got }) => got.join('+'));
const pupils = { a: [9, 1], b: [8, 3], c: [7, 2] } as const;

test('Awards exclude each other, in their order', () => {
  const standing = {
    awards: [{ id: 'best', quota: '1' }, { id: 'model', quota: '1', exclusive: ['best'] }, { id: 'every' }],
  };
  expect(awards(ranked(pupils, standing))).toBe('a best+every, b model+every, c every');
});

test('Awards go by their own keys, and who has an unknown one is no candidate', () => {
  const by = [{ is: 'second', unknown: 'unranked' }];
  const standing = { awards: [{ id: 'second', by, quota: '2' }] };
  expect(awards(ranked(pupils, standing))).toBe('a , b second, c second');
  expect(awards(ranked({ a: [9, null], b: [8, 3], c: [7, 2] }, { awards: [{ id: 'second', by, quota: '3' }] }))).toBe(
    'a , b second, c second',
  );
});

test('Awards may read the rank and the band of their own standing', () => {
  const standing = {
    bands: [{ id: 'top', from: 8 }, { id: 'low' }],
    awards: [
      { id: 'not-first', where: 'ranking.rank >= 2' },
      { id: 'top', where: "ranking.band == 'top'" },
    ],
  };
  expect(awards(ranked(pupils, standing))).toBe('a top, b not-first+top, c not-first');
});

test('Only ranked rows get awards, and of whom it is unknown whether they may, nobody', () => {
  expect(awards(ranked({ a: [9], b: [null] }, { awards: [{ id: 'all' }] }))).toBe('a all, b ');
  expect(awards(ranked({ a: [9, 1], b: [8, null] }, { awards: [{ id: 'all', where: 'second > 0' }] }))).toBe(
    'a all, b ',
  );
  expect(awards(ranked(pupils, { awards: [{ id: 'all', quota: 'unknown' }] }))).toBe('a , b , c ');
});

test('Of a tie nobody gets the last place, unless the edge says otherwise', () => {
  const outcome = ranked({ a: [9], b: [9] }, { awards: [{ id: 'best', quota: '1' }] });
  expect(awards(outcome)).toBe('a , b ');
  expect(outcome.findings.map(({ code, facts }) => [code, facts.award, facts.members])).toEqual([
    ['unresolved-award', 'best', 'a, b'],
  ]);
  expect(awards(ranked({ a: [9], b: [9] }, { awards: [{ id: 'best', quota: '1', edge: 'extend' }] }))).toBe(
    'a best, b best',
  );
});
