import { expect, test } from 'vitest';
import { event, judged, rubric } from './faults/small-rubric.js';

/** The value of an indicator that reads itself through so many earlier keys, and what was found. */
function chained(length: number) {
  const is = `term == ${2026 - length + 1} ? 0 : chain(term - 1) + 1`;
  const by = rubric({ indicators: { chain: { per: ['pupil', 'term'], is } } });
  const outcome = judged(by, [event('e', 'done', 'ann', '03-01', { item: 'x' })]);
  return [
    outcome.subjects.ann?.indicators.chain?.members?.[0]?.value ?? outcome.subjects.ann?.indicators.chain?.value,
    outcome.findings.map(({ code, facts }) => [code, facts.indicator]),
  ];
}

test('A chain of reads is 10,000 deep at most, and what is deeper is unknown and a finding', () => {
  expect(chained(3)).toEqual(['2', []]);
  expect(chained(257)).toEqual(['256', []]);
  expect(chained(10_000)).toEqual(['9999', []]);
  expect(chained(10_001)).toEqual([null, [['too-deep', 'chain']]]);
});
