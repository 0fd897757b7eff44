import type { AnalysisCode } from '../src/model/analysis.js';
import type { Json, JsonObject } from '../src/model/json.js';
import type { Rubric } from '../src/rubric.js';
import { GIVE, rubricWith, rule, STANDING } from './analyse-rubric.js';

/** A rubric with one fault, and the same without it. */
export interface Pair {
  readonly code: AnalysisCode;
  readonly what: string;
  readonly names: readonly string[];
  readonly pointer: string;
  readonly faulty: Rubric;
  readonly mended: Rubric;
}

export function faultyPairs(): readonly Pair[] {
  return [...rulePairs(), ...bandPairs(), ...placePairs()];
}

function rulePairs(): readonly Pair[] {
  const late = rule('late', { where: { kind: 'late' }, event: GIVE });
  const long = { fact: 'days', operator: 'greaterThan', value: 10 };
  const withRules = (...rules: readonly JsonObject[]): Rubric => rubricWith({ rules });
  const numbers = (low: number, high: number): JsonObject =>
    rule('second', { where: { days: { greaterThan: low, lessThan: high } }, event: GIVE });
  const never = { code: 'rule-never', pointer: '/rules/1' } as const;
  return [
    {
      code: 'rule-without-example',
      what: 'a rule that no example shows',
      names: ['late'],
      pointer: '/rules/0',
      faulty: withRules({ ...late, examples: [] }),
      mended: withRules(late),
    },
    {
      ...never,
      what: 'bounds that exclude each other',
      names: ['second'],
      faulty: withRules(late, numbers(5, 5)),
      mended: withRules(late, numbers(5, 6)),
    },
    {
      ...never,
      what: 'one choice that is two things',
      names: ['second'],
      faulty: withRules(
        late,
        rule('second', {
          where: { kind: ['late', 'dirty'] },
          conditions: { all: [{ fact: 'kind', operator: 'equal', value: 'closed' }] },
          event: GIVE,
        }),
      ),
      mended: withRules(
        late,
        rule('second', {
          where: { kind: ['late', 'dirty'] },
          conditions: { all: [{ fact: 'kind', operator: 'equal', value: 'dirty' }] },
          event: GIVE,
        }),
      ),
    },
    {
      ...never,
      what: 'no choice is left',
      names: ['second'],
      faulty: withRules(late, rule('second', { where: { kind: { notIn: ['late', 'dirty', 'closed'] } }, event: GIVE })),
      mended: withRules(late, rule('second', { where: { kind: { notIn: ['late', 'dirty'] } }, event: GIVE })),
    },
    {
      ...never,
      what: 'an exception that takes everything',
      names: ['second', 'late'],
      faulty: withRules(
        late,
        rule('second', { where: { kind: 'late' }, conditions: { all: [long] }, unless: ['late'], event: GIVE }),
      ),
      mended: withRules(late, rule('second', { conditions: { all: [long] }, unless: ['late'], event: GIVE })),
    },
    {
      ...never,
      what: 'a rule that overrides it always',
      names: ['second', 'late'],
      faulty: withRules(
        { ...late, overrides: ['second'] },
        rule('second', { where: { kind: 'late', days: 3 }, event: GIVE }),
      ),
      mended: withRules({ ...late, overrides: ['second'] }, rule('second', { where: { days: 3 }, event: GIVE })),
    },
  ];
}

function bandPairs(): readonly Pair[] {
  const withBands = (...bands: readonly Json[]): Rubric =>
    rubricWith({ standings: { ranking: { ...STANDING, bands } } });
  const never = { code: 'band-never', pointer: '/standings/ranking/bands/1' } as const;
  return [
    {
      ...never,
      what: 'the band above takes more',
      names: ['best', 'good'],
      faulty: withBands({ id: 'good', where: 'total >= 80' }, { id: 'best', where: 'total >= 90' }, { id: 'poor' }),
      mended: withBands({ id: 'good', where: 'total >= 90' }, { id: 'best', where: 'total >= 80' }, { id: 'poor' }),
    },
    {
      ...never,
      what: 'a band behind one that takes all',
      names: ['poor', 'good'],
      faulty: withBands({ id: 'good', where: 'true' }, { id: 'poor' }),
      mended: withBands({ id: 'good', where: 'true', quota: 1, edge: 'extend' }, { id: 'poor' }),
    },
    {
      ...never,
      what: 'conditions that exclude each other',
      names: ['fair'],
      faulty: withBands({ id: 'good', from: 90 }, { id: 'fair', where: 'total < 80 && total >= 80' }, { id: 'poor' }),
      mended: withBands({ id: 'good', from: 90 }, { id: 'fair', where: 'total < 90 && total >= 80' }, { id: 'poor' }),
    },
    {
      code: 'band-overlap',
      what: 'a band that reaches into the one above',
      names: ['fair', 'good'],
      pointer: '/standings/ranking/bands/1',
      faulty: withBands(
        { id: 'good', where: 'total >= 85' },
        { id: 'fair', where: 'total >= 80 && total <= 90' },
        { id: 'poor' },
      ),
      mended: withBands(
        { id: 'good', where: 'total >= 85' },
        { id: 'fair', where: 'total >= 80 && total < 85' },
        { id: 'poor' },
      ),
    },
    {
      code: 'no-band',
      what: 'a gap between two bands',
      names: ['ranking'],
      pointer: '/standings/ranking/bands',
      faulty: withBands({ id: 'good', where: 'total > 90' }, { id: 'poor', where: 'total < 90' }),
      mended: withBands({ id: 'good', where: 'total > 90' }, { id: 'poor', where: 'total <= 90' }),
    },
    {
      code: 'no-band',
      what: 'no band for those below',
      names: ['ranking'],
      pointer: '/standings/ranking/bands',
      faulty: withBands({ id: 'good', where: 'total >= 90' }, { id: 'fair', where: 'total >= 80 && faults < 4' }),
      mended: withBands(
        { id: 'good', where: 'total >= 90' },
        { id: 'fair', where: 'total >= 80 && faults < 4' },
        { id: 'poor' },
      ),
    },
  ];
}

function placePairs(): readonly Pair[] {
  const withParts = (parts: JsonObject): Rubric => rubricWith({ standings: { ranking: { ...STANDING, ...parts } } });
  const first = { id: 'first', quota: 1, edge: 'extend' };
  return [
    {
      code: 'tie-at-quota',
      what: 'a band',
      names: ['best'],
      pointer: '/standings/ranking/bands/0',
      faulty: withParts({ bands: [{ id: 'best', quota: 'max(1, floor(0.25 * size))' }, { id: 'other' }] }),
      mended: withParts({
        bands: [{ id: 'best', quota: 'max(1, floor(0.25 * size))', edge: 'decide' }, { id: 'other' }],
      }),
    },
    {
      code: 'tie-at-quota',
      what: 'an award with many places',
      names: ['model'],
      pointer: '/standings/ranking/awards/0',
      faulty: withParts({ awards: [{ id: 'model', where: 'total >= 95', quota: 5 }] }),
      mended: withParts({ awards: [{ id: 'model', where: 'total >= 95', quota: 5, edge: 'decide' }] }),
    },
    {
      code: 'award-overlap',
      what: 'two awards for one row',
      names: ['second', 'first'],
      pointer: '/standings/ranking/awards/1',
      faulty: withParts({ awards: [first, { ...first, id: 'second', where: 'faults == 0' }] }),
      mended: withParts({ awards: [first, { ...first, id: 'second', where: 'faults == 0', exclusive: [] }] }),
    },
    {
      code: 'award-overlap',
      what: 'two awards that share a value',
      names: ['second', 'first'],
      pointer: '/standings/ranking/awards/1',
      faulty: withParts({
        awards: [
          { ...first, where: 'total >= 90' },
          { ...first, id: 'second', where: 'total <= 90' },
        ],
      }),
      mended: withParts({
        awards: [
          { ...first, where: 'total >= 90' },
          { ...first, id: 'second', where: 'total < 90' },
        ],
      }),
    },
  ];
}
