import { describe, expect, test } from 'vitest';
import { type CloudEvent, explain, explanationText, type JsonObject, type Lens, tryExplain } from '../src/index.js';
import { event, judged, rubric } from './faults/small-rubric.js';

const by = rubric({
  events: {
    struck: { title: { en: 'Struck out', zh: '撤销' }, fields: { what: { kind: 'text' }, why: { kind: 'text' } } },
  },
  cohorts: { peers: { each: [], of: 'pupil', in: { event: 'joined' } } },
  indicators: {
    conduct: {
      title: { en: 'Conduct', zh: '操行' },
      basis: 'art. 1',
      per: ['pupil'],
      of: { kind: 'given' },
      reduce: 'sum',
    },
    best: {
      per: ['pupil'],
      of: { kind: 'events', type: 'scored', value: 'points' },
      take: { keep: { best: 1 } },
      reduce: 'sum',
    },
    items: {
      per: ['pupil', 'term'],
      of: {
        kind: 'each',
        key: 'item',
        value: { of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'max' },
      },
      reduce: 'sum',
    },
  },
  rules: [
    {
      name: 'mark',
      title: { en: 'Mark', zh: '记分' },
      basis: 'art. 2',
      on: 'scored',
      event: { type: 'give', params: { to: 'conduct', points: '2' } },
    },
    { name: 'strike', basis: 'art. 5', on: 'struck', event: { type: 'void', params: { event: 'what' } } },
    {
      name: 'tell',
      basis: 'art. 6',
      on: 'done',
      event: { type: 'issue', params: { type: 'told', fields: { note: "'well done'" } } },
    },
    {
      name: 'forget',
      basis: 'art. 7',
      on: 'joined',
      event: { type: 'limit', params: { indicator: 'conduct', max: '3' } },
    },
  ],
  standings: { ranking: { among: 'peers', by: [{ is: 'conduct' }] } },
});
const first = event('a', 'scored', 'ann', '03-01', { points: 3 });
const second = event('b', 'scored', 'ann', '03-02', { points: 5 }, { recordedtime: '2026-03-09T00:00:00Z' });
const events: readonly CloudEvent[] = [
  event('j', 'joined', 'ann', '01-01', { group: 'g' }),
  first,
  second,
  event('d', 'done', 'ann', '03-03', { item: 'essay', points: 4 }),
  event('c', 'scored', 'ann', '06-01', { points: 1 }),
];
const ruling = event('r', 'meritlog.event.voided', 'ann', '04-01', { id: 'a', reason: 'an error', docket: 7 });
const struck = event('s', 'struck', 'ann', '04-02', { what: 'b', why: 'a test' });

const text = (id: string, more: readonly CloudEvent[] = [], lens: Lens = {}, language: 'en' | 'zh' = 'en'): string =>
  explanationText(explain(judged(by, [...events, ...more], lens), { event: id }), language);
const problemOf = (id: string, more: readonly CloudEvent[] = []): JsonObject => {
  const result = tryExplain(judged(by, [...events, ...more]), { event: id });
  if (result.ok) throw new Error('it was explained');
  const [problem] = result.problems;
  return { code: problem?.code ?? '', fix: problem?.fix?.en ?? '', facts: problem?.facts ?? {} };
};

describe('An event is explained', () => {
  test.each(['en', 'zh'] as const)(
    'by what reads it, what it is worth there, and the rule that gives it: %s',
    (language) => {
      expect(text('a', [], {}, language)).toMatchSnapshot();
      expect(text('d', [], {}, language)).toMatchSnapshot();
      expect(text('j', [], {}, language)).toMatchSnapshot();
      expect(text('tell@d', [], {}, language)).toMatchSnapshot();
    },
  );

  test.each(['en', 'zh'] as const)('by the rulings that void it, where it does not count: %s', (language) => {
    expect(text('a', [ruling], {}, language)).toMatchSnapshot();
    expect(text('b', [struck], {}, language)).toMatchSnapshot();
    expect(text('s', [struck], {}, language)).toMatchSnapshot();
    expect(text('r', [ruling], {}, language)).toMatchSnapshot();
    expect(text('a', [], { suppose: { void: ['a'] } }, language)).toMatchSnapshot();
  });

  test.each(['en', 'zh'] as const)(
    'by the moment that it is later than, or at which it was not known: %s',
    (language) => {
      expect(text('c', [], { asOf: '2026-04-30' }, language)).toMatchSnapshot();
      expect(text('b', [], { knownAt: '2026-03-05' }, language)).toMatchSnapshot();
    },
  );

  test('by its source too, where several have the id', () => {
    const other = event('a', 'scored', 'ann', '03-04', { points: 9 }, { source: 'club' });
    expect(text('club#a', [other])).toContain('points 9');
    expect(problemOf('a', [other])).toMatchObject({ code: 'explain-event-open', facts: { keys: 'school#a, club#a' } });
  });

  test('not, where there is none; the nearest id is told', () => {
    expect(problemOf('tell@e')).toMatchObject({ code: 'explain-event', fix: 'Did you mean "tell@d"?' });
  });

  test('and leaves the findings of the outcome as they are', () => {
    const outcome = judged(by, events);
    explain(outcome, { event: 'a' });
    expect(outcome.findings).toEqual(judged(by, events).findings);
  });
});
