import { describe, expect, test } from 'vitest';
import type { Json } from '../src/index.js';
import { event, judged, rubric, scores, valueFor } from './faults/small-rubric.js';

function mapped(map: Json, points: number | string, more = {}) {
  const figure = {
    per: ['pupil'],
    of: { kind: 'events', type: 'scored', value: 'points' },
    reduce: 'latest',
    map,
    ...more,
  };
  return valueFor(judged(rubric({ indicators: { figure } }), scores({ ann: points })), 'ann', 'figure');
}

describe('steps', () => {
  const steps = {
    kind: 'steps',
    steps: [
      { from: 0, value: 1 },
      { from: 10, value: 2 },
    ],
  };

  test('hold their left end', () => {
    expect(['0', '9.99', '10', '11'].map((points) => mapped(steps, points))).toEqual(['1', '1', '2', '2']);
  });

  test('below the first are unknown, or what stands below', () => {
    expect(mapped(steps, -1)).toBeNull();
    expect(mapped({ ...steps, below: 5 }, -1)).toBe('5');
  });
});

describe('A line', () => {
  const line = {
    kind: 'linear',
    points: [
      [70, 0],
      [85, 20],
      [100, 50],
    ],
  };

  test('goes exactly through its points and between them, and stays level outside', () => {
    const at = (points: number | string) => mapped(line, points);
    expect([69, 70, 71, '77.5', 85, '92.5', 100, 101].map(at)).toEqual(['0', '0', '4/3', '10', '20', '35', '50', '50']);
  });
});

describe('Rounding', () => {
  test.each([
    ['half-up', '2.5', '3'],
    ['half-up', '-2.5', '-2'],
    ['half-even', '2.5', '2'],
    ['half-away', '-2.5', '-3'],
    ['half-down', '2.5', '2'],
    ['up', '2.1', '3'],
    ['down', '-2.9', '-2'],
    ['ceil', '2.1', '3'],
    ['floor', '-2.1', '-3'],
  ])('%s of %s is %s', (mode, points, value) => {
    expect(mapped({ kind: 'round', digits: 0, mode }, points)).toBe(value);
  });

  test('is to the digits named, with ties up where no mode is named', () => {
    expect(mapped({ kind: 'round', digits: 1 }, '0.25')).toBe('0.3');
    expect(mapped({ kind: 'round', digits: 1 }, '-0.25')).toBe('-0.2');
  });
});

test('Steps follow each other, and an unknown stays unknown through all, until otherwise', () => {
  expect(mapped(['it + 1', 'it * 2'], 3)).toBe('8');
  expect(mapped(['it / 0', 'coalesce(it, 7)'], 3)).toBeNull();
  expect(mapped(['it / 0', 'coalesce(it, 7)'], 3, { otherwise: '4' })).toBe('4');
  expect(mapped(['it + 1'], 3, { otherwise: '9' })).toBe('4');
});

describe('A rank within a map', () => {
  const rank = (ties: string, order: string, ...before: readonly Json[]) => {
    const by = rubric({
      cohorts: { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } },
      indicators: {
        figure: {
          per: ['pupil'],
          of: { kind: 'events', type: 'scored', value: 'points' },
          reduce: 'latest',
          map: [...before, { kind: 'rank', among: 'peers', order, ties }],
        },
      },
    });
    const pupils = { a: 9, b: 5, c: 5, d: 1, e: 7 };
    const joined = [...Object.keys(pupils), 'f'].map((who) =>
      event(`j-${who}`, 'joined', who, '01-01', { group: who === 'e' ? 'other' : 'g' }),
    );
    const outcome = judged(by, [...joined, ...scores(pupils)]);
    return ['a', 'b', 'c', 'd', 'e', 'f'].map((who) => valueFor(outcome, who, 'figure') ?? '-').join(' ');
  };

  test.each([
    ['standard', '1 2 2 4 1 -'],
    ['modified', '1 3 3 4 1 -'],
    ['dense', '1 2 2 3 1 -'],
    ['fractional', '1 2.5 2.5 4 1 -'],
    ['ordinal', '1 2 3 4 1 -'],
  ])('goes by the %s convention among the cohort, without those whose value is unknown', (ties, expected) => {
    expect(rank(ties, 'desc')).toBe(expected);
  });

  test('ascends where it says so', () => {
    expect(rank('standard', 'asc')).toBe('4 2 2 1 1 -');
    expect(rank('dense', 'asc')).toBe('3 2 2 1 1 -');
  });

  test('compares the values that all have at this step', () => {
    expect(rank('standard', 'desc', 'min(it, 5)')).toBe('1 1 1 4 1 -');
  });
});
