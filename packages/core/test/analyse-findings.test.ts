import { describe, expect, test } from 'vitest';
import { ANALYSIS_CODES } from '../src/analyse/sentence.js';
import { analyse } from '../src/analyse.js';
import { bites } from '../src/witness.js';
import { faultyPairs } from './analyse-pairs.js';
import { rubricWith } from './analyse-rubric.js';

const pairs = faultyPairs();

test('In a rubric without a fault nothing is found.', () => {
  expect(analyse(rubricWith()).findings).toEqual([]);
});

test('There is a pair for every code.', () => {
  expect([...new Set(pairs.map(({ code }) => code))].sort()).toEqual([...ANALYSIS_CODES].sort());
});

describe.each(pairs)('$code: $what', ({ code, names, pointer, faulty, mended }) => {
  test('The fault is found, and its witness bites.', () => {
    const { findings } = analyse(faulty);
    expect(findings.map((finding) => [finding.code, finding.pointer])).toEqual([[code, pointer]]);
    for (const finding of findings) {
      expect(finding.names).toEqual(names);
      expect(bites(faulty, finding.witness)).toBe(true);
      expect(finding.message.en).not.toMatch(/undefined/);
      expect(finding.message.zh).not.toMatch(/undefined/);
      expect(finding.shows.en).not.toMatch(/undefined/);
    }
  });

  test('Without the fault nothing is found.', () => {
    expect(analyse(mended).findings).toEqual([]);
  });

  test('No event of the witness is there for nothing.', () => {
    for (const { witness } of analyse(faulty).findings) {
      const { against, events } = witness;
      for (const one of events) {
        const at = events.indexOf(one);
        const left = (all: typeof events): typeof events => all.filter((_, index) => index !== at);
        const less = { ...witness, events: left(events) };
        const both = against === undefined ? less : { ...less, against: { ...against, events: left(against.events) } };
        expect(bites(faulty, both)).toBe(false);
      }
    }
  });
});

test('The same rubric always gives the same analysis.', () => {
  for (const { faulty } of pairs) expect(analyse(faulty)).toEqual(analyse(faulty));
});
