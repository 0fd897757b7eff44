import { describe, expect, test } from 'vitest';
import { ranked } from './faults/class-ranking.js';
import { column } from './faults/small-rubric.js';

const ranks = (outcome: ReturnType<typeof ranked>) => column(outcome, ({ rank }) => rank);
/** Two tied for the first place, three for the third. */
const PUPILS = { a: [9, 1], b: [9, 2], c: [5, 1], d: [5, 2], e: [5, 3] } as const;
const by = (condition: string, more = {}) => [{ is: 'total' }, { is: 'second', if: condition, ...more }];

describe('A key with a condition', () => {
  test('such as a play-off splits only those tied for the first place', () => {
    const outcome = ranked(PUPILS, { by: by('place == 1') });
    expect(ranks(outcome)).toBe('b 1, a 2, c 3, d 3, e 3');
    expect(column(outcome, ({ decidedBy }) => decidedBy)).toBe('b second, a second, c total, d total, e total');
  });

  test('sees how many are tied, how many there are, and what the table has', () => {
    expect(ranks(ranked(PUPILS, { by: by('tied == 2') }))).toBe('b 1, a 2, c 3, d 3, e 3');
    expect(ranks(ranked(PUPILS, { by: by('tied > size / 2') }))).toBe('a 1, b 1, e 3, d 4, c 5');
    expect(ranks(ranked(PUPILS, { by: by("group == 'g'") }))).toBe('b 1, a 2, e 3, d 4, c 5');
  });

  test('counts places by who stands before the group, those that it has split itself too', () => {
    const three = { a: [9, 1], b: [9, 2], c: [9, 3], d: [5, 1], e: [5, 2] } as const;
    const chain = [
      { is: 'total' },
      { is: 'second', if: 'place == 1' },
      { is: 'second', name: 'again', if: 'place == 4' },
    ];
    expect(ranks(ranked(three, { by: chain }))).toBe('c 1, b 2, a 3, e 4, d 5');
  });

  test('that is unknown splits nothing', () => {
    expect(ranks(ranked(PUPILS, { by: by('unknown') }))).toBe('a 1, b 1, c 3, d 3, e 3');
  });

  test('hides no key that follows, and shows its values all the same', () => {
    const chain = [...by('place > 1'), { is: 'second', name: 'then', order: 'asc' }];
    const outcome = ranked(PUPILS, { by: chain });
    expect(ranks(outcome)).toBe('a 1, b 2, e 3, d 4, c 5');
    expect(column(outcome, ({ by: values }) => values[1])).toBe('a 1, b 2, e 3, d 2, c 1');
  });

  test('orders awards too, where it sees their candidates', () => {
    const award = { id: 'second', where: 'total == 5', by: by('place == 1 && tied == 3'), quota: '1' };
    expect(column(ranked(PUPILS, { awards: [award] }), ({ awards }) => awards.join())).toBe('a , b , c , d , e second');
  });
});

test('A key without a condition splits every group, whatever its size and place', () => {
  const pairs = { a: [9, 1], b: [9, 2], c: [5, 1], d: [5, 2], e: [1, 1], f: [1, 2], g: [1, 3] } as const;
  const chain = [{ is: 'total' }, { is: 'second' }];
  expect(ranks(ranked(pairs, { by: chain }))).toBe('b 1, a 2, d 3, c 4, g 5, f 6, e 7');
});

test('What a standing counts is a word only there: elsewhere a field or a key may be called so', () => {
  const outcome = ranked(
    PUPILS,
    { by: by('place == 1') },
    { events: { ended: { fields: { pupil: { kind: 'key', is: 'subject' }, place: { kind: 'text' } } } } },
  );
  expect(ranks(outcome)).toBe('b 1, a 2, c 3, d 3, e 3');
});
