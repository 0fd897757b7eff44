import { expect, test } from 'vitest';
import { judged, type Line, membersOf } from './capabilities/capability.js';

const run: Line[] = [
  ['run', 'a', '2026-03-01T10:00:00Z', { item: 'x', points: 1, began: '2026-03-01T09:58:29.750Z' }],
  ['run', 'a', '2026-03-02T10:00:00Z', { item: 'y', points: 4, began: '2026-03-02T10:00:30Z' }],
  ['run', 'a', '2026-03-03T10:00:00Z', { item: 'z', points: 7, began: '2026-03-03T09:00:00Z' }],
];
const events = { run: { fields: { item: 'key', points: 'number', began: 'instant' } } };
const ofRuns = (value: string) => ({ kind: 'events', type: 'run', value });
const items = { kind: 'events', type: 'run' };

test('inside an each, outer names what stood around it under the name of its key', async () => {
  const outcome = await judged(
    {
      events,
      indicators: {
        own: { per: ['unit', 'item'], of: ofRuns('points'), reduce: 'sum' },
        others: {
          per: ['unit'],
          with: ['item'],
          of: { kind: 'each', key: 'item', in: items, where: 'item != outer.item', value: 'own' },
          reduce: 'mean',
        },
        besides: { per: ['unit', 'item'], is: 'others' },
      },
    },
    run,
  );
  expect(membersOf(outcome, 'besides', 'a')).toEqual(['x: 5.5', 'y: 4', 'z: 2.5']);
});

test('seconds lie between two instants, with milliseconds as decimals, and backwards where the second is earlier', async () => {
  const outcome = await judged(
    { events, indicators: { took: { per: ['unit', 'item'], of: ofRuns('seconds(began, time)'), reduce: 'sum' } } },
    run,
  );
  expect(membersOf(outcome, 'took', 'a')).toEqual(['x: 90.25', 'y: -30', 'z: 3600']);
});
