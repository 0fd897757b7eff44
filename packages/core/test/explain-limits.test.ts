import { describe, expect, test } from 'vitest';
import { explain, explanationText, type Json, tryExplain } from '../src/index.js';
import { event, judged, rubric } from './faults/small-rubric.js';

/** Each event that the rule issues makes it issue the next, until there are so many. */
const chain = (length: number): Json => ({
  name: 'again',
  on: { any: ['done', 'told'] },
  where: { told: { lessThan: length } },
  event: { type: 'issue', params: { type: 'told', fields: { note: 'text(told)' } } },
});
const told = { per: ['pupil'], of: { kind: 'events', type: 'told' }, reduce: 'count' };
const steps = { per: ['pupil', 'term'], is: 'term <= 1 ? 1 : 1 + steps(term - 1)' };
const done = event('1', 'done', 'ann', '03-01', { item: 'a' });

const textOf = (length: number): string => {
  const rules = [chain(length), { ...(chain(length) as object), name: 'on', on: 'told' }] as Json[];
  const outcome = judged(
    rubric({ indicators: { told }, rules: [{ ...(rules[0] as object), on: 'done' }, rules[1] ?? null] }),
    [done],
  );
  return explanationText(explain(outcome, { subject: 'ann', indicator: 'told' }), 'en');
};

describe('An explanation has an end:', () => {
  test('a chain of issued events is told once each, and grows no faster than the chain', () => {
    const [short, long] = [textOf(40), textOf(80)].map((text) => text.split('\n').length);
    expect(long).toBeLessThan(2.5 * (short ?? 0));
    expect(textOf(80)).toContain('(not followed further)');
    expect(textOf(80)).toMatch(/\nWhat is not followed further is explained by itself:.*--event\.$/);
  });

  test('readings that lead to one another deeper than is told are marked, and none is told falsely', () => {
    const outcome = judged(rubric({ indicators: { steps } }), [done]);
    const asked = { subject: 'ann', indicator: 'steps', keys: { term: 2026 } };
    const text = explanationText(explain(outcome, asked), 'zh');
    expect(text).toContain('steps (ann 2026) = 2026');
    expect(text).toMatch(/steps \(ann 1770\) = 1770 {2}（不再展开）\n不再展开之处可单独说明/);
    expect(explanationText(explain(outcome, { ...asked, depth: 1 }), 'en')).not.toContain('not followed');
  });

  test('what is asked for beyond that is refused with the limit', () => {
    const outcome = judged(rubric({ indicators: { told } }), [done]);
    for (const depth of [257, -1, 1.5, 100_000])
      expect(tryExplain(outcome, { subject: 'ann', indicator: 'told', depth })).toMatchObject({
        problems: [{ code: 'explain-depth', pointer: '/depth', message: { en: expect.stringContaining('0 to 256') } }],
      });
  });
});
