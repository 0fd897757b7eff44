import { describe, expect, test } from 'vitest';
import { explain, explanationText, type Reason } from '../src/index.js';
import { ranked } from './faults/class-ranking.js';
import { event, judged, rubric } from './faults/small-rubric.js';

const best = { per: ['item'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'max' };
const won = { per: ['pupil'], of: { kind: 'events', type: 'done', where: 'points == best(item)' }, reduce: 'count' };
const worth = {
  per: ['pupil'],
  of: { kind: 'events', type: 'done', value: 'points > 3 ? 2 * points : rate(item)' },
  reduce: 'sum',
};
const over = {
  per: ['pupil'],
  of: { kind: 'each', key: 'item', where: 'best - 1 >= 5', value: 'best' },
  reduce: 'sum',
};
const warned = { per: ['pupil'], of: { kind: 'events', type: 'told' }, reduce: 'count' };
const outcome = judged(
  rubric({
    tables: { rate: { by: ['item'], rows: { a: 7, b: 1 } } },
    indicators: { best, won, worth, over, warned },
    rules: [
      {
        name: 'warn',
        basis: 'art. 3',
        on: 'done',
        where: { warned: { lessThan: 1 } },
        event: { type: 'issue', params: { type: 'told', fields: { note: 'text(points + warned)' } } },
      },
    ],
  }),
  [
    event('1', 'done', 'ann', '03-01', { item: 'a', points: 4 }),
    event('2', 'done', 'ann', '03-02', { item: 'b', points: 2 }),
    event('3', 'done', 'bob', '03-03', { item: 'b', points: 9 }),
  ],
);
const ask = (indicator: string) => explain(outcome, { subject: 'ann', indicator });
const measureOf = (found: ReturnType<typeof explain>) => {
  if (found.kind !== 'value' || found.reason.body.kind !== 'measure') throw new Error('a measure was asked for');
  return found.reason.body;
};
const names = (reasons: readonly Reason[] = []) => reasons.map(({ indicator, value }) => [indicator, value]);

describe('The condition of a measure', () => {
  test('is told part by part, with the reasons of what it read, for what counts and for what it left out', () => {
    const { members, leftOut } = measureOf(ask('won'));
    expect(members).toMatchObject([
      {
        event: { id: '1' },
        conditions: [
          { formula: 'points == best(item)', filled: '4 == 4', value: true, inputs: [{ name: "best('a')" }] },
        ],
      },
    ]);
    expect(names(members[0]?.behind)).toEqual([['best', '4']]);
    expect(leftOut).toMatchObject({
      count: 1,
      members: [{ event: { id: '2' }, failed: [{ filled: '2 == 9', value: false }] }],
    });
    expect(names(leftOut?.members[0]?.behind)).toEqual([['best', '9']]);
    const text = explanationText(ask('won'), 'en');
    expect(text).toContain('points == best(item) holds (4 == 4)');
    expect(text).toContain('left out by the condition: 1');
    expect(explanationText(ask('won'), 'zh')).toContain('因条件不计：1 项');
  });

  test('is told of an each by its keys', () => {
    expect(measureOf(ask('over'))).toMatchObject({
      members: [{ key: { value: 'b' }, value: '9' }],
      leftOut: { count: 1, members: [{ key: { value: 'a' }, failed: [{ filled: '4 - 1 >= 5' }] }] },
    });
  });
});

test('The formula of an event is told with what it read, and what it did not get to left out', () => {
  expect(measureOf(ask('worth')).members.map(({ working }) => [working?.filled, working?.value])).toEqual([
    ['4 > 3 ? 2 * 4 : …', '8'],
    ['2 > 3 ? … : 1', '1'],
  ]);
});

test('An event that a rule issued is told with the rule, the trigger, and what the rule saw then', () => {
  const [member] = measureOf(ask('warned')).members;
  expect(member?.event?.issued).toMatchObject({
    rule: { name: 'warn', basis: 'art. 3' },
    trigger: { id: '1' },
    conditions: [{ filled: '0 < 1' }],
    fields: [{ name: 'note', filled: 'text(4 + 0)', value: '4' }],
    behind: [{ indicator: 'warned', value: '0', asOf: '2026-03-01' }],
  });
  const text = explanationText(ask('warned'), 'en');
  expect(text).toContain('issued by warn [art. 3], because of 2026-03-01 done (points 4) 1');
  expect(text).toContain('warned < 1 holds (0 < 1)');
});

describe('A place', () => {
  const by = [{ is: 'total' }, { is: 'second' }];
  const bands = [
    { id: 'top', where: 'total >= 5 && second >= 3', quota: '1' },
    { id: 'good', where: 'total >= 5' },
  ];
  const place = (subject: string) => {
    const found = explain(ranked({ a: [9, 4], b: [5, 2], c: [5, 1] }, { by, bands }), { subject, standing: 'ranking' });
    if (found.kind !== 'place') throw new Error('a place was asked for');
    return found;
  };

  test('has the reasons of every key that parts it from its neighbours', () => {
    expect(names(place('c').place.behind)).toEqual([['second', '1']]);
    expect(place('b').place.total).toMatchObject({ indicator: 'total', value: '5' });
  });

  test('has its band for what holds, and its places', () => {
    expect(place('a').place.band).toMatchObject({
      places: 1,
      plus: false,
      met: [
        { formula: 'total >= 5', value: true },
        { formula: 'second >= 3', value: true },
      ],
    });
    const text = explanationText(place('a'), 'en');
    expect(text).toContain('band top, 1 place');
    expect(text).toContain('second >= 3 holds (4 >= 3)');
  });
});
