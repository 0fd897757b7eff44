import { expect, test } from 'vitest';
import { parseRubric, runExamples } from '../src/index.js';

const DOCUMENT = {
  kind: 'rubric',
  id: 'library',
  edition: '1',
  effective: { from: '2026-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
  subject: 'reader',
  keys: { reader: {} },
  vocabulary: {
    events: {
      'reader.joined': { registers: true, fields: { reader: { kind: 'key', is: 'subject' } } },
      'book.returned': { fields: { reader: { kind: 'key', is: 'subject' }, late: { kind: 'number' } } },
      'notice.sent': { fields: { reader: { kind: 'key' } } },
    },
  },
  cohorts: { readers: { each: [], of: 'reader', in: { event: 'reader.joined' } } },
  indicators: {
    points: {
      per: ['reader'],
      of: { kind: 'given' },
      reduce: 'sum',
      map: 'max(0, 10 + it)',
      examples: [
        { events: [returned(3)], subject: 'ann', value: 7 },
        { events: [returned(30)], subject: 'ann', value: '0' },
      ],
    },
  },
  rules: [
    {
      name: 'late',
      basis: 'rule 1',
      on: 'book.returned',
      where: { late: { greaterThan: 0 } },
      event: { type: 'give', params: { to: 'points', points: '-1 * late' } },
      examples: [
        { events: [returned(3)], points: '-3' },
        { events: [returned(0)], points: 0 },
      ],
    },
    {
      name: 'notice',
      basis: 'rule 2',
      on: 'book.returned',
      where: { late: { greaterThan: 7 } },
      event: { type: 'issue', params: { type: 'notice.sent' } },
      examples: [
        { events: [returned(8)], holds: true },
        { events: [returned(8), returned(7)], holds: false },
      ],
    },
  ],
  standings: {
    ranking: {
      among: 'readers',
      by: [{ is: 'points' }],
      bands: [{ id: 'good', from: 8 }, { id: 'poor' }],
      examples: [
        {
          events: [joined('ann'), joined('bob'), returned(3)],
          rows: { ann: { rank: 2, band: 'poor' }, bob: { rank: 1 } },
        },
      ],
    },
  },
};

function returned(late: number) {
  return { type: 'book.returned', subject: 'ann', time: '2026-02-01', data: { late } };
}

function joined(subject: string) {
  return { type: 'reader.joined', subject, time: '2026-01-01' };
}

function resultsOf(document: object) {
  const parsed = parseRubric(JSON.stringify(document));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return runExamples(parsed.value);
}

test('examples beside rules, indicators and standings are replayed, and tell what came out', () => {
  const results = resultsOf(DOCUMENT);
  expect(results).toHaveLength(7);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
});

test('an example that the rubric breaks is red, with what was expected and what came out', () => {
  const [late, notice] = DOCUMENT.rules;
  const changed = { ...late, event: { type: 'give', params: { to: 'points', points: '-2 * late' } } };
  const red = resultsOf({ ...DOCUMENT, rules: [changed, notice] }).filter(({ ok }) => !ok);
  expect(red.map(({ of, name, index, expected, actual }) => [of, name, index, expected, actual])).toEqual([
    ['rule', 'late', 0, '-3', '-6'],
    ['indicator', 'points', 0, '7', '4'],
  ]);
});

test('deleting a rule turns its own example red or takes it away, and others red', () => {
  const red = resultsOf({ ...DOCUMENT, rules: [] }).filter(({ ok }) => !ok);
  expect(red.map(({ of, name }) => `${of} ${name}`)).toEqual([
    'indicator points',
    'indicator points',
    'standing ranking',
  ]);
});

test('an example whose events do not fit the vocabulary is red and says why', () => {
  const [late] = DOCUMENT.rules;
  const bad = { ...late, examples: [{ events: [{ ...returned(1), data: { late: 'soon' } }], points: 0 }] };
  const [result] = resultsOf({ ...DOCUMENT, rules: [bad] });
  expect(result?.ok).toBe(false);
  expect(result?.problems.map(({ code }) => code)).toEqual(['field-kind']);
});

test('a rule whose trigger was voided does not hold for it', () => {
  const [late] = DOCUMENT.rules;
  const ruling = { type: 'meritlog.event.voided', subject: 'ann', time: '2026-02-02', data: { id: 'x', reason: 'y' } };
  const examples = [
    { events: [ruling, { ...returned(6), id: 'x' }], holds: false },
    { events: [ruling, { ...returned(6), id: 'x' }], points: 0 },
    { events: [ruling, { ...returned(6), id: 'x' }, returned(5)], points: '-5' },
  ];
  const results = resultsOf({ ...DOCUMENT, rules: [{ ...late, examples }] });
  expect(results.filter(({ of, ok }) => of === 'rule' && !ok)).toEqual([]);
});
