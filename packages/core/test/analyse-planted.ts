import type { JsonObject } from '../src/model/json.js';
import type { Rubric } from '../src/rubric.js';
import { GIVE, INDICATORS, PER, rubricWith, rule } from './analyse-rubric.js';

export const FAULT = 'fault.found';
export const DAYS: JsonObject = { kind: 'events', type: FAULT, value: 'days' };
export const COUNT: JsonObject = { kind: 'events', type: FAULT };

/** A rubric whose total is made in this way, without any rule but these. */
export function totalOf(indicators: JsonObject, rules: readonly JsonObject[] = []): Rubric {
  return rubricWith({
    indicators: { faults: INDICATORS.faults ?? null, loss: { per: PER, is: '0' }, ...indicators },
    rules,
  });
}

export function measured(of: JsonObject, more: JsonObject): Rubric {
  return totalOf({ total: { per: PER, of, ...more } });
}

/** What a fault surely does, and why. */
export const MONOTONE: readonly (readonly [why: string, moves: readonly string[], rubric: Rubric])[] = [
  ['down by points that are taken away', ['down'], rubricWith()],
  ['up by a count', ['up'], measured(COUNT, { reduce: 'count' })],
  ['nowhere where nothing reads it', ['nowhere'], totalOf({ total: { per: PER, is: '100' } })],
  ['in no way by a number of any sign, but a greater number up', ['days up'], measured(DAYS, { reduce: 'sum' })],
  ['down by a formula with a floor', ['down'], totalOf({ total: { per: PER, is: 'max(0, 100 - 3 * faults)' } })],
  [
    'up by the best three of what is never negative',
    ['up', 'days up'],
    measured({ ...DAYS, value: 'max(0, days)' }, { take: { keep: { best: 3 } }, reduce: 'sum' }),
  ],
  [
    'down by steps that fall',
    ['down'],
    measured(COUNT, {
      reduce: 'count',
      map: {
        kind: 'steps',
        steps: [
          { from: 0, value: 9 },
          { from: 3, value: 2 },
        ],
      },
    }),
  ],
  [
    'up by a curve that rises',
    ['up'],
    measured(COUNT, {
      reduce: 'count',
      map: {
        kind: 'linear',
        points: [
          [0, 0],
          [5, 3],
        ],
      },
    }),
  ],
  ['down by a condition on a count', ['down'], totalOf({ total: { per: PER, is: 'faults > 2 ? 50 : 100' } })],
  [
    'down by a ceiling',
    ['down'],
    totalOf({ total: { per: PER, is: '100' } }, [
      rule('cap', { where: { kind: 'closed' }, event: { type: 'limit', params: { indicator: 'total', max: 59 } } }),
    ]),
  ],
  [
    'up by a number behind a condition that it comes to meet',
    ['up', 'days up'],
    measured({ ...COUNT, where: 'days > 3' }, { reduce: 'count' }),
  ],
  [
    'down by a mean of values that stay as many',
    ['down'],
    totalOf({
      total: {
        per: PER,
        of: {
          kind: 'parts',
          parts: [
            { indicator: 'good', weight: '0.5' },
            { indicator: 'loss', weight: '0.5' },
          ],
        },
        reduce: 'mean',
      },
      good: { per: PER, is: '100 - faults' },
    }),
  ],
];

const card = { type: 'issue', params: { type: 'card.shown', fields: { colour: "'yellow'" } } };
const cards = { per: PER, of: { kind: 'events', type: 'card.shown', where: { state: 'active' } }, reduce: 'count' };

/** Where a fault may move its subject either way, or makes it known or unknown. */
export const NOT_MONOTONE: readonly (readonly [why: string, rubric: Rubric])[] = [
  ['by a mean', measured({ ...DAYS, value: 'max(0, days)' }, { reduce: 'mean' })],
  ['by the median', measured(DAYS, { reduce: 'median', otherwise: 0 })],
  ['by the latest', measured({ ...DAYS, value: 'max(0, days)' }, { reduce: 'latest', otherwise: 0 })],
  ['by the greatest, which is unknown without any', measured(DAYS, { reduce: 'max' })],
  ['by the worst three', measured({ ...DAYS, value: 'max(0, days)' }, { take: { keep: { worst: 3 } }, reduce: 'sum' })],
  ['by the best three of any sign', measured(DAYS, { take: { keep: { best: 3 } }, reduce: 'sum' })],
  [
    'by all but the worst',
    measured({ ...DAYS, value: 'max(0, days)' }, { take: { drop: { worst: 1 } }, reduce: 'mean', otherwise: 0 }),
  ],
  ['once there are enough', measured(COUNT, { reduce: 'count', need: 2 })],
  ['by a remainder', totalOf({ total: { per: PER, is: 'faults % 3' } })],
  ['by an exact number', totalOf({ total: { per: PER, is: 'faults == 2 ? 10 : 0' } })],
  ['by a condition whose branches cross', totalOf({ total: { per: PER, is: 'faults > 2 ? 5 * faults : 3 - faults' } })],
  [
    'by steps up and down',
    measured(COUNT, {
      reduce: 'count',
      map: {
        kind: 'steps',
        steps: [
          { from: 0, value: 1 },
          { from: 1, value: 5 },
          { from: 2, value: 3 },
        ],
      },
    }),
  ],
  [
    'by steps that begin too high',
    measured(COUNT, { reduce: 'count', map: { kind: 'steps', steps: [{ from: 1, value: 1 }] } }),
  ],
  ['by a rank', totalOf({ total: { per: PER, of: COUNT, reduce: 'count', map: { kind: 'rank', among: 'peers' } } })],
  ['by a value that may be unknown', measured({ ...DAYS, value: 'days(due, due) + 1' }, { reduce: 'sum' })],
  [
    'by a share of all',
    totalOf({
      total: { per: PER, is: 'coalesce(faults / all, 0)' },
      all: { per: ['year'], of: COUNT, reduce: 'count' },
    }),
  ],
  [
    'by a card for every third',
    totalOf({ total: { per: PER, is: '-cards' }, cards }, [rule('third', { where: { faults: 3 }, event: card })]),
  ],
  [
    'by how many cards are shown for a third one, whatever became of them',
    totalOf(
      {
        total: { per: PER, is: '-shown' },
        shown: { per: PER, of: { kind: 'events', type: 'card.shown' }, reduce: 'count' },
      },
      [rule('third', { where: { faults: 3 }, event: card })],
    ),
  ],
  [
    'by cards that it uses up',
    totalOf({ total: { per: PER, is: '-cards' }, cards }, [
      rule('up', { event: { ...card, params: { ...card.params, consumes: [{ items: 'cards', as: 'used' }] } } }),
    ]),
  ],
  [
    'by what it voids',
    totalOf({ total: { per: PER, is: '-cards' }, cards }, [
      rule('void', { event: { type: 'void', params: { items: 'cards' } } }),
    ]),
  ],
  [
    'by a floor and a ceiling',
    totalOf({ total: { per: PER, is: '50' } }, [
      rule('both', { event: { type: 'limit', params: { indicator: 'total', max: 60, min: 60 } } }),
    ]),
  ],
  [
    'by an exception',
    totalOf({ loss: { per: PER, of: { kind: 'given' }, reduce: 'sum' }, total: { per: PER, is: 'loss' } }, [
      rule('late', { where: { faults: { lessThan: 3 } }, event: GIVE }),
    ]),
  ],
];
