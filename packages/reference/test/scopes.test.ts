import { describe, expect, test } from 'vitest';
import { judged, type Line, membersOf, valuesOf } from './capabilities/capability.js';

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

describe('What an event sets off without end is cut off, and told', () => {
  const tick = { tick: { fields: { item: 'key' } } };
  const count = { count: { per: ['unit'], of: { kind: 'events', type: 'tick' }, reduce: 'count' } };
  const issue = (name: string, more: object = {}): object => ({
    name,
    on: 'tick',
    event: { type: 'issue', params: { type: 'tick', fields: { item: `'${name}'` } } },
    ...more,
  });
  const lines: readonly Line[] = [['tick', 'a', '2026-03-01', { item: 'x' }]];
  const told = async (...rules: readonly object[]): Promise<readonly unknown[]> => {
    const parts = { events: tick, indicators: count, rules: rules.map((rule) => ({ ...rule })) };
    const outcome = await judged(parts, lines, { asOf: '2026-03-12' });
    return [...valuesOf(outcome, 'count', 'a'), ...outcome.findings.map(({ code, facts }) => `${code} ${facts.event}`)];
  };

  test('at one instant', async () => {
    expect(await told(issue('again'))).toEqual(['258', 'endless-issue e1']);
    expect(await told(issue('again', { at: 'date(effective)' }))).toEqual(['258', 'endless-issue e1']);
  });

  test('but not from day to day', async () => {
    expect(await told(issue('again', { at: 'addDays(date(effective), 1)' }))).toEqual(['12']);
  });
});
