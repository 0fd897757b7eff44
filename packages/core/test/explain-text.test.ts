import { expect, test } from 'vitest';
import { diff, differenceText, explain, explanationText, type JsonObject } from '../src/index.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

const title = (en: string, zh: string) => ({ en, zh });
const peers = { each: ['group'], of: 'pupil', in: { event: 'joined' } };
const give = (name: string, points: string, more: JsonObject = {}) => ({
  name,
  basis: `art. ${name}`,
  on: 'scored',
  event: { type: 'give', params: { to: 'conduct', points } },
  ...more,
});
const indicators = {
  conduct: {
    code: '1.1',
    title: title('Conduct', '操行'),
    full: 20,
    per: ['pupil'],
    of: { kind: 'given' },
    reduce: 'sum',
  },
  best: {
    title: title('Best', '最高'),
    per: ['pupil'],
    of: { kind: 'events', type: 'scored', value: 'points' },
    take: { keep: { best: 1 }, window: { until: "startOf(date('2026-06-01'))" } },
    missing: 'skip',
    reduce: 'max',
  },
  items: {
    title: title('Items', '项目'),
    per: ['pupil'],
    of: { kind: 'each', key: 'item', in: { kind: 'values', values: ['x', 'y'] }, value: "item == 'x' ? 1 : 2" },
    reduce: 'sum',
  },
  none: {
    title: title('None', '无'),
    per: ['pupil'],
    of: { kind: 'events', type: 'done', value: 'points' },
    reduce: 'mean',
    otherwise: '0',
  },
  total: {
    title: title('Total', '总分'),
    per: ['pupil'],
    is: 'conduct + best + items + none + (shadow.rank)',
    map: [{ kind: 'round', digits: 0 }, 'it * 2'],
  },
};
const rules = [
  give('late', '-1', { title: title('Late', '迟到') }),
  give('fair', '2.5', { where: { points: { present: true, greaterThan: 4 } } }),
  { name: 'cap', basis: 'art. 9', on: 'told', event: { type: 'limit', params: { indicator: 'total', max: '16' } } },
  {
    name: 'prize',
    basis: 'art. 10',
    on: 'ranking',
    where: { 'ranking.rank': { present: true, equal: 1 } },
    event: { type: 'consequence', params: { what: 'prize', to: 'pupil', amount: '100', recommendation: true } },
  },
];
const standings = {
  shadow: { among: 'peers', by: [{ is: 'best' }], hidden: true },
  ranking: {
    among: 'peers',
    by: [
      { is: 'total' },
      { is: 'best', name: 'peak', title: title('best', '最高分') },
      { is: 'conduct', order: 'asc' },
    ],
    bands: [
      { id: 'top', title: title('top', '优'), where: 'total >= 5 && best > 6', quota: '1' },
      { id: 'good', where: 'total >= 5', quota: '1' },
      { id: 'low', where: 'total < 5' },
    ],
    awards: [{ id: 'star', quota: '1' }],
  },
};
const by = rubric({ cohorts: { peers }, indicators, rules, standings });
const joined = ['ann', 'bob', 'cid', 'dan', 'eve'].map((who) =>
  event(`j-${who}`, 'joined', who, '01-01', { group: 'g' }),
);
const events = [
  ...joined,
  ...scores({ ann: 9, bob: 5, cid: 5, dan: 1 }),
  event('a2', 'scored', 'ann', '04-01', { points: 3 }),
  event('a3', 'scored', 'ann', '04-02'),
  event('a4', 'scored', 'ann', '07-02', { points: 100 }),
  event('t', 'told', 'ann', '04-03'),
];
const outcome = judged(by, events);

test.each(['en', 'zh'] as const)('A number is told with all its reasons: %s', (language) => {
  expect(explanationText(explain(outcome, { subject: 'ann', indicator: 'total' }), language)).toMatchSnapshot();
});

test.each(['en', 'zh'] as const)('A number is told to the depth asked for: %s', (language) => {
  expect(
    explanationText(explain(outcome, { subject: 'ann', indicator: 'total', depth: 1 }), language),
  ).toMatchSnapshot();
});

test.each([
  ['ann', 'en'],
  ['bob', 'en'],
  ['dan', 'en'],
  ['eve', 'en'],
  ['ann', 'zh'],
  ['bob', 'zh'],
  ['dan', 'zh'],
  ['eve', 'zh'],
] as const)('The place of %s is told: %s', (subject, language) => {
  expect(explanationText(explain(outcome, { subject, standing: 'ranking', depth: 1 }), language)).toMatchSnapshot();
});

test.each(['en', 'zh'] as const)('A difference is told, with the rubric, the rows and the causes: %s', (language) => {
  const stricter = { ...indicators, none: { ...indicators.none, otherwise: '1' } };
  const changed = rubric({
    cohorts: { peers },
    indicators: stricter,
    rules: [give('late', '-4', { title: title('Late', '迟到') }), ...rules.slice(1, 3)],
    standings,
  });
  const after = judged(changed, [...events.slice(0, -3), event('d2', 'scored', 'dan', '05-01', { points: 12 })]);
  expect(differenceText(diff(outcome, after), language)).toMatchSnapshot();
  expect(differenceText(diff(outcome, outcome), language)).toMatchSnapshot();
});

test('A difference of one change in the rubric alone tells it, be it of its heading', () => {
  const define = { spare: { with: ['x'], is: 'x + 1' } };
  const more = judged(rubric({ cohorts: { peers }, indicators, rules, standings, define }), events);
  expect(differenceText(diff(outcome, more), 'en')).toMatchInlineSnapshot(`
    "Changes in the rubric
      Definition spare added: parameters x; value x + 1.
    No difference in the outcome."
  `);
  const renamed = judged(rubric({ cohorts: { peers }, indicators, rules, standings, basis: 'art. 0' }), events);
  expect(differenceText(diff(outcome, renamed), 'en')).toMatchInlineSnapshot(`
    "Changes in the rubric
      Rubric: new basis: art. 0.
    No difference in the outcome."
  `);
});

test('Who comes and who goes is told with the place held', () => {
  const without = judged(
    by,
    events.filter(({ subject }) => subject !== 'dan'),
  );
  const lines = (difference: ReturnType<typeof diff>, language: 'en' | 'zh') =>
    differenceText(difference, language)
      .split('\n')
      .filter((line) => line.startsWith('dan'));
  expect(lines(diff(outcome, without), 'en')).toEqual(['dan: no longer there (rank 4, total 14)']);
  expect(lines(diff(without, outcome), 'en')).toEqual(['dan: new, rank 4, total 14']);
  expect(lines(diff(without, outcome), 'zh')).toEqual(['dan：新增、名次 4、总分 14']);
});
