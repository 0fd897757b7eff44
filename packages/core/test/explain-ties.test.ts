import { describe, expect, test } from 'vitest';
import { explain, explanationText } from '../src/index.js';
import { ranked } from './faults/class-ranking.js';
import { event, judged, rubric } from './faults/small-rubric.js';

describe('Rows that no key parts are told', () => {
  test.each([
    ['standard', 'tied with c; ties share a rank (1 2 2 4)', '与 c 并列，并列者名次相同（1 2 2 4）'],
    ['modified', 'tied with c; ties share the lower rank (1 3 3 4)', '与 c 并列，并列者取较低名次（1 3 3 4）'],
    ['ordinal', 'tied with c; ties are listed one by one (1 2 3 4)', '与 c 并列，并列者逐一编号（1 2 3 4）'],
  ] as const)('with the convention by which they share a rank: %s', (ties, en, zh) => {
    const outcome = ranked({ a: [9, 3], b: [5, 1], c: [5, 1] }, { ties, by: [{ is: 'total' }] });
    const explanation = explain(outcome, { subject: 'b', standing: 'ranking' });
    expect(explanationText(explanation, 'en')).toContain(en);
    expect(explanationText(explanation, 'zh')).toContain(zh);
  });
});

test('A value that goes back too far is told to be unknown for that', () => {
  const is = 'term == 0 ? 0 : chain(term - 1) + 1';
  const by = rubric({
    indicators: { chain: { per: ['pupil', 'term'], is }, above: { per: ['pupil'], is: 'coalesce(chain(20000), -1)' } },
  });
  const outcome = judged(by, [event('e', 'done', 'ann', '03-01', { item: 'x' })]);
  const text = (indicator: string, keys: { readonly term?: number }, language: 'en' | 'zh'): string =>
    explanationText(explain(outcome, { subject: 'ann', indicator, keys }), language);
  expect(text('chain', { term: 20_000 }, 'en')).toBe(
    'chain (ann 20000) = unknown\n  unknown, because it goes back through more than 10000 readings: bound the recursion by a condition\n  No event carries these keys together; who reads them gets this all the same.',
  );
  expect(text('above', {}, 'zh')).toBe('above (ann) = 未知\n  未知：逐层回读超过 10000 次；请用条件限定回读范围');
});

test('A number put in place of a name stands in brackets where it has a sign, or is a fraction, and a sign stands before it', () => {
  const by = rubric({
    indicators: {
      third: { per: ['pupil'], is: '1 / 3' },
      minus: { per: ['pupil'], is: '0 - 2' },
      all: { per: ['pupil'], is: 'third / third - minus * minus - minus + third / 7 + -third' },
    },
  });
  const outcome = judged(by, [event('e', 'done', 'ann', '03-01', { item: 'x' })]);
  const text = explanationText(explain(outcome, { subject: 'ann', indicator: 'all' }), 'en');
  expect(text.split('\n').slice(0, 3)).toEqual([
    'all (ann) = -9/7',
    '  = third / third - minus * minus - minus + third / 7 + -third',
    '  = (1/3) / (1/3) - (-2) * (-2) - (-2) + (1/3) / 7 + (-1/3)',
  ]);
});
