import { describe, expect, test } from 'vitest';
import { explain, explanationText } from '../src/index.js';
import { event, judged, rubric } from './faults/small-rubric.js';

const KEYS = { pupil: {}, group: {}, item: {}, card: {}, term: { type: 'number' }, step: { type: 'number' } };
const indicators = {
  made: { per: ['pupil'], of: { kind: 'events', type: 'done' }, reduce: 'count' },
  ladder: {
    per: ['pupil'],
    of: { kind: 'each', key: 'step', in: { kind: 'range', from: '1', to: 'made + 1' }, value: '10 * step' },
    reduce: 'sum',
  },
  endless: {
    per: ['pupil'],
    of: { kind: 'each', key: 'step', in: { kind: 'range', from: '1', to: '1 / (made - 2)' }, value: 'step' },
    reduce: 'sum',
  },
  high: {
    per: ['pupil'],
    of: { kind: 'each', key: 'item', in: { kind: 'events', type: 'done', where: 'points > made' }, value: '1' },
    reduce: 'sum',
  },
  average: { per: ['pupil'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'mean', need: 'made + 1' },
  share: { per: ['pupil'], is: '8 / (made - 2)' },
  each: { per: ['pupil'], of: { kind: 'events', type: 'done', value: 'points / (points - 4)' }, reduce: 'sum' },
  last: { per: ['pupil'], of: { kind: 'events', type: 'done', where: 'points > share', value: '1' }, reduce: 'sum' },
  lowest: {
    per: ['pupil'],
    of: { kind: 'events', type: 'done', where: 'points > 100', value: 'points' },
    reduce: 'min',
  },
};
const outcome = judged(rubric({ keys: KEYS, indicators }), [
  event('1', 'done', 'ann', '03-01', { item: 'a', points: 4 }),
  event('2', 'done', 'ann', '03-02', { item: 'b', points: 2 }),
]);
const text = (indicator: string, language: 'en' | 'zh' = 'en') =>
  explanationText(explain(outcome, { subject: 'ann', indicator }), language);

describe('The keys of an each', () => {
  test('are told by the bounds of their range, down to the events that made these', () => {
    expect(text('ladder')).toMatchInlineSnapshot(`
      "ladder (ann) = 60
        every step from 1, to made + 1 = 2 + 1 = 3
          made (ann) = 2
            count of 2
              1  2026-03-01 done 1
              1  2026-03-02 done 2
        sum of 3, each = 10 * step
          10  step 1
            = 10 * 1
          20  step 2
            = 10 * 2
          30  step 3
            = 10 * 3"
    `);
    expect(text('ladder', 'zh')).toContain('step 从 1 起，到 made + 1 = 2 + 1 = 3 为止');
  });

  test('are unknown where a bound of their range is', () => {
    expect(text('endless')).toMatchInlineSnapshot(`
      "endless (ann) = unknown
        every step from 1, to 1 / (made - 2) = 1 / (2 - 2)
          without a value: 1 / (2 - 2)
          made (ann) = 2
            count of 2
              1  2026-03-01 done 1
              1  2026-03-02 done 2
        what counts is unknown"
    `);
  });

  test('that the condition of the domain leaves out are told with the event and what failed', () => {
    expect(text('high')).toMatchInlineSnapshot(`
      "high (ann) = 1
        1  item a
        left out by the condition of the keys: 1
          2026-03-02 done 2
            points > made does not hold (2 > 2)
            made (ann) = 2
              count of 2
                1  2026-03-01 done 1
                1  2026-03-02 done 2"
    `);
    expect(text('high', 'zh')).toContain('因键的条件不计：1 项');
  });
});

describe('A value that is unknown says why:', () => {
  test('fewer are known than needed', () => {
    expect(text('average')).toMatchInlineSnapshot(`
      "average (ann) = unknown
        mean of 2
          4  2026-03-01 done (points 4) 1
          2  2026-03-02 done (points 2) 2
        known: 2, needed: made + 1 = 2 + 1 = 3
          made (ann) = 2
            count of 2
              1  2026-03-01 done 1
              1  2026-03-02 done 2"
    `);
    expect(text('average', 'zh')).toContain('已知 2 项，需要 made + 1 = 2 + 1 = 3');
  });

  test('a quotient by 0', () => {
    expect(text('share')).toMatchInlineSnapshot(`
      "share (ann) = unknown
        = 8 / (made - 2)
        = 8 / (2 - 2)
        without a value: 8 / (2 - 2)
        made (ann) = 2
          count of 2
            1  2026-03-01 done 1
            1  2026-03-02 done 2"
    `);
    expect(text('share', 'zh')).toContain('没有值：8 / (2 - 2)');
  });

  test('one of its members is unknown', () => {
    expect(text('each')).toMatchInlineSnapshot(`
      "each (ann) = unknown
        sum of 1, each = points / (points - 4)
          unknown  2026-03-01 done (points 4) 1
            = 4 / (4 - 4)
            without a value: 4 / (4 - 4)
          -1  2026-03-02 done (points 2) 2
            = 2 / (2 - 4)
        unknown, because one of them is unknown"
    `);
  });

  test('it is unknown whether a member counts', () => {
    expect(text('last')).toMatchInlineSnapshot(`
      "last (ann) = unknown
        sum of 0
          unknown  2026-03-01 done (points 4) 1
            points > share is unknown (4 > unknown)
            share (ann) = unknown
              = 8 / (made - 2)
              = 8 / (2 - 2)
              without a value: 8 / (2 - 2)
              made (ann) = 2
                count of 2
                  1  2026-03-01 done 1
                  1  2026-03-02 done 2
          unknown  2026-03-02 done (points 2) 2
            points > share is unknown (2 > unknown)
            share (ann) = unknown  (see above)
        unknown, because one of them is unknown"
    `);
  });

  test('nothing is left of what a condition looks at', () => {
    expect(text('lowest')).toMatchInlineSnapshot(`
      "lowest (ann) = unknown
        nothing recorded
        left out by the condition: 2
          2026-03-01 done (points 4) 1  points > 100 does not hold (4 > 100)
          2026-03-02 done (points 2) 2  points > 100 does not hold (2 > 100)"
    `);
  });
});
