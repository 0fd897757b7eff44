import { expect } from 'vitest';
import { documentChanges } from '../../src/explain/document-diff.js';
import { rubricChanges } from '../../src/explain/rubric-changes.js';
import type { JsonObject } from '../../src/index.js';
import { parseRubric } from '../../src/rubric.js';
import { arbitraryRubric } from '../../src/testing/index.js';
import { appliedTo } from '../document-changes.js';
import { law } from './law.js';
import { checked } from './read-case.js';

law(
  'the changes from one rubric to another, each told once, make the one the other, and none of them is too much',
  {
    cases: arbitraryRubric().chain((one) => arbitraryRubric().map((other) => ({ one, other }))),
    runs: 20,
    schemeOf: ({ one }) => ({ rubric: one, events: [] }),
  },
  ({ one, other }, tally) => {
    const [first, ...later] = editionsOf(one);
    const [stranger] = editionsOf(other);
    tally.count('amended', later.length > 0);
    for (const after of [...later, ...(stranger === undefined ? [] : [stranger])]) {
      if (first === undefined) continue;
      expect(rubricChanges(first, first)).toEqual([]);
      const changes = documentChanges(first, after);
      const wanted = { ...after, edition: first.edition };
      expect(appliedTo(first, changes)).toEqual(wanted);
      for (const change of changes.slice(0, 20))
        expect(
          appliedTo(
            first,
            changes.filter((another) => another !== change),
          ),
        ).not.toEqual(wanted);
      for (const { sentence } of rubricChanges(first, after)) {
        expect(sentence.en).toMatch(/^\S.*\S\.$/s);
        expect(sentence.zh).toMatch(/^\S.*\S。$/s);
        expect(`${sentence.en}${sentence.zh}`).not.toMatch(/undefined|\[object|: \.|：。/);
      }
    }
  },
);

function editionsOf(documents: readonly JsonObject[]): readonly JsonObject[] {
  return checked(parseRubric(documents)).model.editions.map(({ document }) => document);
}
