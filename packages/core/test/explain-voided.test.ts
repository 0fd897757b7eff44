import { expect, test } from 'vitest';
import { type CloudEvent, explain, explanationText, type Lens } from '../src/index.js';
import { event, judged, rubric } from './faults/small-rubric.js';

const by = rubric({
  events: { struck: { title: { en: 'Struck out', zh: '撤销' }, fields: { what: { kind: 'text' } } } },
  indicators: {
    conduct: { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' },
    good: {
      per: ['pupil'],
      of: { kind: 'events', type: 'scored', value: 'points', where: 'points > 2' },
      take: { window: { from: "startOf(date('2026-02-01'))" } },
      reduce: 'sum',
    },
    one: { per: ['pupil', 'item'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'latest' },
    items: { per: ['pupil'], of: { kind: 'each', key: 'item', value: 'one' }, reduce: 'mean' },
    notes: { per: ['pupil'], of: { kind: 'events', type: 'told' }, reduce: 'count' },
  },
  rules: [
    {
      name: 'mark',
      basis: 'art. 1',
      on: 'scored',
      event: { type: 'give', params: { to: 'conduct', points: 'points' } },
    },
    { name: 'tell', basis: 'art. 2', on: 'done', event: { type: 'issue', params: { type: 'told' } } },
    { name: 'strike', basis: 'art. 5', on: 'struck', event: { type: 'void', params: { event: 'what' } } },
  ],
});
const strike = (id: string, what: string): CloudEvent => event(id, 'struck', 'ann', '04-01', { what });
const events: readonly CloudEvent[] = [
  event('a', 'scored', 'ann', '03-01', { points: 3 }),
  event('b', 'scored', 'ann', '03-02', { points: 1 }),
  event('c', 'scored', 'ann', '01-02', { points: 5 }),
  event('d', 'scored', 'bob', '03-02', { points: 7 }),
  event('e', 'scored', 'ann', '03-05', { points: 4 }),
  event('x', 'done', 'ann', '03-03', { item: 'essay', points: 4 }),
  event('y', 'done', 'ann', '03-04', { item: 'talk', points: 2 }),
  ...['a', 'b', 'c', 'd', 'y'].map((what) => strike(`r-${what}`, what)),
];

function told(indicator: string, language: 'en' | 'zh' = 'en', lens: Lens = {}, all = events): readonly string[] {
  const lines = explanationText(explain(judged(by, all, lens), { subject: 'ann', indicator }), language).split('\n');
  const at = lines.findIndex((line) => /voided, and so|已冲正，故/.test(line));
  return at < 0 ? [] : lines.slice(at);
}

test('A value names the voided events that it would have counted, each with the ruling and the rule', () => {
  expect(told('good')).toEqual([
    '  voided, and so not counted: 1',
    '    2026-03-01 scored (points 3) a  voided by 2026-04-01 Struck out (what a) r-a, from school  strike [art. 5]',
  ]);
  expect(told('good', 'zh')).toEqual([
    '  已冲正，故不计：1 项',
    '    2026-03-01 scored （points 3） a  已冲正，依据 2026-04-01 撤销 （what a） r-a，来源 school  strike [art. 5]',
  ]);
});

test('and so does one of points given, in the order of the events', () => {
  expect(told('conduct').map((line) => line.split('  voided by')[0])).toEqual([
    '  voided, and so not counted: 3',
    '    2026-01-02 scored (points 5) c',
    '    2026-03-01 scored (points 3) a',
    '    2026-03-02 scored (points 1) b',
  ]);
});

test('and one of keys names what alone had a key, and one of issued events what they hang on', () => {
  const y = '    2026-03-04 done (item talk, points 2) y';
  expect(told('items').map((line) => line.split('  voided by')[0])).toEqual(['  voided, and so not counted: 1', y]);
  expect(told('notes').map((line) => line.split('  voided by')[0])).toEqual(['  voided, and so not counted: 1', y]);
});

test('What the supposition alone voids is named as that, and where nothing is voided nothing is said', () => {
  const unruled = events.filter(({ type }) => type !== 'struck');
  expect(told('good', 'en', { suppose: { void: ['a'] } }, unruled)).toEqual([
    '  voided, and so not counted: 1',
    '    2026-03-01 scored (points 3) a  voided by the supposition',
  ]);
  expect(told('good', 'en', {}, unruled)).toEqual([]);
});
