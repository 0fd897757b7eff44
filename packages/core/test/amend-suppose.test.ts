import { describe, expect, test } from 'vitest';
import { supposed } from '../src/amend/suppose.js';
import type { JsonObject } from '../src/model/json.js';
import { parseRubric } from '../src/parse/rubric.js';

describe('A supposition', () => {
  const written: JsonObject = {
    kind: 'rubric',
    id: 'x',
    edition: '1',
    title: { en: 'X', zh: '甲' },
    effective: { from: '2026-01-01' },
    zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
    subject: 'pupil',
    keys: { pupil: {} },
    vocabulary: { events: { missed: { fields: { pupil: { kind: 'key', is: 'subject' } } } } },
    tables: { t: { by: ['x'], rows: { a: 1, b: 2 } } },
  };
  const next: JsonObject = {
    kind: 'rubric',
    edition: '2',
    parent: '1',
    effective: { from: '2027-01-01' },
    tables: { t: { rows: { b: null } } },
  };
  const supposition = { tables: { t: { rows: { a: 5 } } } };

  test('is laid over each whole edition, and what comes out is a rubric', () => {
    const rubric = parseRubric([written, next]);
    if (!rubric.ok) throw new Error(JSON.stringify(rubric.problems));
    const whole = rubric.value.editions.map(({ document }) => document);
    const amendments = supposed(whole, supposition);
    expect(amendments).toMatchObject([
      { document: { edition: '1', tables: { t: { rows: { a: 5, b: 2 } } } }, patches: [{ path: '/tables/t/rows/a' }] },
      { document: { edition: '2', tables: { t: { rows: { a: 5 } } } }, patches: [{ path: '/tables/t/rows/a' }] },
    ]);
    expect(parseRubric(amendments.map(({ document }) => document)).ok).toBe(true);
    expect(supposed(whole, {}).flatMap(({ patches }) => patches)).toEqual([]);
  });
});
