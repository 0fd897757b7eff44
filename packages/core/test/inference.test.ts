import { expect, expectTypeOf, test } from 'vitest';
import {
  type AwardId,
  type BandId,
  defineRubric,
  type EventOf,
  explain,
  type IndicatorId,
  type KeyId,
  ledgerOf,
  parseRubric,
  replay,
  type StandingId,
} from '../src/index.js';

const rubric = defineRubric({
  kind: 'rubric',
  id: 'typed',
  edition: '1',
  effective: { from: '2026-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
  subject: 'pupil',
  keys: { pupil: {}, term: { type: 'number' } },
  vocabulary: {
    events: {
      'pupil.joined': { registers: true, fields: { pupil: { kind: 'key', is: 'subject' } } },
      'work.marked': {
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          term: { kind: 'key' },
          mark: { kind: 'number' },
          grade: { kind: 'choice', of: ['A', 'B'] },
          late: { kind: 'flag', optional: true },
          due: { kind: 'date', optional: true },
          tags: { kind: 'list' },
        },
      },
    },
  },
  cohorts: { pupils: { each: [], of: 'pupil', in: { event: 'pupil.joined' } } },
  indicators: {
    marks: { per: ['pupil'], of: { kind: 'events', type: 'work.marked', value: 'mark' }, reduce: 'mean' },
  },
  standings: {
    ranking: {
      among: 'pupils',
      by: [{ is: 'marks', unknown: 'last' }],
      bands: [{ id: 'good', from: 60 }, { id: 'poor' }],
      awards: [{ id: 'prize', quota: 1 }],
    },
    plain: { among: 'pupils', by: [{ is: 'marks', unknown: 'last' }] },
  },
});
type R = NonNullable<(typeof rubric)['~document']>;

test('ids of a rubric written in TypeScript are literal types', () => {
  expectTypeOf<IndicatorId<R>>().toEqualTypeOf<'marks'>();
  expectTypeOf<StandingId<R>>().toEqualTypeOf<'ranking' | 'plain'>();
  expectTypeOf<KeyId<R>>().toEqualTypeOf<'pupil' | 'term'>();
  expectTypeOf<BandId<R, 'ranking'>>().toEqualTypeOf<'good' | 'poor'>();
  expectTypeOf<AwardId<R, 'ranking'>>().toEqualTypeOf<'prize'>();
  expectTypeOf<BandId<R, 'plain'>>().toEqualTypeOf<never>();
});

test('events are typed by the vocabulary, computed fields left out', () => {
  type Marked = Extract<EventOf<R>, { type: 'work.marked' }>;
  expectTypeOf<NonNullable<Marked['data']>>().toEqualTypeOf<{
    readonly term: number;
    readonly mark: number | string;
    readonly grade: 'A' | 'B';
    readonly tags: readonly string[];
    readonly late?: boolean;
    readonly due?: string;
  }>();
  expectTypeOf<EventOf<R>['type']>().toEqualTypeOf<'pupil.joined' | 'work.marked'>();
});

test('outcomes and questions know the names, and no string leaks in', () => {
  const ledger = ledgerOf(rubric, [
    { id: '1', source: '/s', type: 'pupil.joined', subject: 'ann', time: '2026-01-01T00:00:00Z' },
    {
      id: '2',
      source: '/s',
      type: 'work.marked',
      subject: 'ann',
      time: '2026-01-02T00:00:00Z',
      data: { term: 1, mark: 80, grade: 'A', tags: [] },
    },
  ]);
  const outcome = replay(ledger, rubric);
  const [standing] = outcome.standings;
  expectTypeOf(outcome.standings[0]?.id).toEqualTypeOf<'ranking' | 'plain' | undefined>();
  if (standing?.id === 'ranking')
    expectTypeOf(standing.rows[0]?.band).toEqualTypeOf<'good' | 'poor' | null | undefined>();
  expectTypeOf<keyof NonNullable<typeof outcome.subjects.ann>['indicators']>().toEqualTypeOf<'marks'>();
  // @ts-expect-error: there is no such indicator
  expect(() => explain(outcome, { subject: 'ann', indicator: 'mark' })).toThrow('no indicator "mark"');
  // @ts-expect-error: there is no such standing
  expect(() => explain(outcome, { subject: 'ann', standing: 'rank' })).toThrow('no standing "rank"');
  const data = { term: 1, mark: 1, grade: 'C', tags: [] } as const;
  // @ts-expect-error: a choice has only its values
  const wrong: EventOf<R> = {
    id: '3',
    source: '/s',
    type: 'work.marked',
    subject: 'ann',
    time: '2026-01-03T00:00:00Z',
    data,
  };
  expect(() => ledgerOf(rubric, [wrong])).toThrow('grade');
  expect(explain(outcome, { subject: 'ann', indicator: 'marks' }).kind).toBe('value');
});

test('a rubric from outside has plain strings for names', () => {
  const parsed = parseRubric('{}');
  expect(parsed.ok).toBe(false);
  if (parsed.ok) expectTypeOf<IndicatorId<(typeof parsed.value)['~document']>>().toEqualTypeOf<string>();
});
