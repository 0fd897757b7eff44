import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.js';
import type { Rubric } from '../src/rubric.js';
import { COUNT, DAYS, FAULT, MONOTONE, measured, NOT_MONOTONE, totalOf } from './analyse-planted.js';
import { EVENTS, INDICATORS, PER, rubricWith, rule } from './analyse-rubric.js';

function said(rubric: Rubric, type = FAULT): readonly string[] {
  return analyse(rubric)
    .monotone.filter((claim) => claim.type === type)
    .map(({ field, moves }) => (field === undefined ? moves : `${field} ${moves}`));
}

describe('An event is declared to move its subject', () => {
  test.each(MONOTONE)('%s.', (_, moves, rubric) => {
    expect(said(rubric)).toEqual(moves);
  });
});

describe('An event is not declared monotone where it moves its subject', () => {
  test.each(NOT_MONOTONE)('%s.', (_, rubric) => {
    expect(said(rubric).filter((claim) => !claim.includes(' '))).toEqual([]);
  });

  test('and a later key goes the other way.', () => {
    const by = [{ is: 'total' }, { is: 'faults' }];
    expect(said(rubricWith({ standings: { ranking: { among: 'peers', by } } }))).toEqual([]);
    const asc = [{ is: 'total' }, { is: 'faults', order: 'asc' }];
    expect(said(rubricWith({ standings: { ranking: { among: 'peers', by: asc } } }))).toEqual(['down']);
  });

  test('and it makes the subject unranked.', () => {
    const unranked = { where: 'faults > 2', label: 'many' };
    const standing = { among: 'peers', by: [{ is: 'good' }], unranked };
    const indicators = { ...INDICATORS, good: { per: PER, is: '10 + faults' } };
    expect(said(rubricWith({ indicators, standings: { ranking: standing } }))).toEqual([]);
  });

  test('and it is what makes somebody a member.', () => {
    expect(said(rubricWith(), 'shop.opened')).toEqual([]);
  });
});

describe('Events are declared commutative', () => {
  const spans = (rubric: Rubric): readonly string[] =>
    analyse(rubric)
      .commutative.filter(({ type }) => type === FAULT)
      .map(({ within }) => within);

  test.each<readonly [string, readonly string[], Rubric]>([
    ['within a year, where only their year is read', ['period'], rubricWith()],
    [
      'within a day, where their day is read',
      ['day'],
      measured({ ...COUNT, where: 'weekday(date(time)) < 6' }, { reduce: 'count' }),
    ],
    [
      'within a day, where a window has bounds by day',
      ['day'],
      measured(COUNT, { take: { window: { from: "startOf(date('2026-02-01'))" } }, reduce: 'count' }),
    ],
    [
      'within a year, where the best few count',
      ['period'],
      measured(DAYS, { take: { keep: { best: 2 } }, reduce: 'sum' }),
    ],
    ['not, where the latest counts', [], measured(DAYS, { reduce: 'latest' })],
    ['not, where the first few count', [], measured(DAYS, { take: { keep: { first: 2 } }, reduce: 'sum' })],
    [
      'not, where the best few are weighed',
      [],
      measured({ ...DAYS, weight: '2' }, { take: { keep: { best: 2 } }, reduce: 'mean' }),
    ],
    ['not, where they fade', [], measured(DAYS, { reduce: { kind: 'decay', weight: '0.5' } })],
    [
      'not, where their time of day is read',
      [],
      measured({ ...COUNT, where: 'time < endOf(date(time))' }, { reduce: 'count' }),
    ],
    [
      'not, where they trigger a card',
      [],
      totalOf({ total: { per: PER, is: '1' } }, [
        rule('card', { event: { type: 'issue', params: { type: 'card.shown', fields: { colour: "'red'" } } } }),
      ]),
    ],
    [
      'not, where a rule that goes forward reads them',
      [],
      totalOf({ total: { per: PER, is: '1' } }, [
        rule('card', {
          on: 'shop.opened',
          where: { faults: 0 },
          event: { type: 'issue', params: { type: 'card.shown', fields: { colour: "'red'" } } },
        }),
      ]),
    ],
    [
      'not, where consequences list them',
      [],
      totalOf({ total: { per: PER, is: '1' } }, [
        rule('talk', { event: { type: 'consequence', params: { what: 'talk' } } }),
      ]),
    ],
  ])('%s.', (_, within, rubric) => {
    expect(spans(rubric)).toEqual(within);
  });

  test('but never where they are cards, as these are shown with their times.', () => {
    expect(analyse(rubricWith()).commutative.map(({ type }) => type)).not.toContain('card.shown');
    expect(Object.keys(EVENTS)).toContain('card.shown');
  });
});
