import type { CloudEvent, JsonObject } from '@meritlog/core';
import { describe, expect, test } from 'vitest';
import { agreed } from './both.js';

const HEAD: JsonObject = {
  kind: 'rubric',
  id: 'streaks',
  edition: '1',
  effective: { from: '2020-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
  subject: 'driver',
  keys: { driver: {}, day: { type: 'number' } },
  vocabulary: {
    events: {
      begun: { fields: { driver: { kind: 'key', is: 'subject' }, day: { kind: 'key', path: '$.day' } } },
      incident: { fields: { driver: { kind: 'key', is: 'subject' }, day: { kind: 'key', path: '$.day' } } },
    },
  },
  cohorts: { drivers: { each: [], of: 'driver', in: { event: 'begun' } } },
};

function on(day: number, type = 'begun', driver = 'ann'): CloudEvent {
  const id = `${type}-${driver}-${day}`;
  return {
    specversion: '1.0',
    id,
    source: '/desk',
    type,
    subject: driver,
    time: '2026-03-01T12:00:00Z',
    data: { day },
  };
}

const incidents = { per: ['driver', 'day'], of: { kind: 'events', type: 'incident' }, reduce: 'count' };

/** The values that a standing shows for its keys, and the indicators of findings. */
async function shown(indicators: JsonObject, by: readonly string[], events: readonly CloudEvent[]) {
  const keys = by.map((is) => ({ is, unknown: 'last' }));
  const standings = { s: { title: { en: 's', zh: 's' }, among: 'drivers', by: keys, total: by[0] ?? '' } };
  const { standings: tables, findings } = await agreed({ ...HEAD, indicators, standings }, events, {});
  const rows = tables.flatMap(({ rows: all }) => all.map(({ subject, by: values }) => [subject, ...values].join(' ')));
  return [...rows, ...findings.map(({ code, facts }) => `${code} ${facts.indicator}`)];
}

describe('A value that goes back day by day', () => {
  const streak = { per: ['driver', 'day'], is: 'day <= 0 ? 0 : incidents > 0 ? 0 : streak(day - 1) + 1' };

  test('goes back through years of days', async () => {
    const events = [on(1), on(200, 'incident'), on(1, 'begun', 'bob')];
    expect(await shown({ incidents, streak }, ['streak(1000)'], events)).toEqual(['bob 1000', 'ann 800']);
  });

  test('comes out the same whichever day is asked for first', async () => {
    const days = ['streak(700)', 'streak(1400)', 'streak(60)'];
    expect(await shown({ incidents, streak }, days, [on(1)])).toEqual(['ann 700, 1400, 60'.replaceAll(',', '')]);
    expect(await shown({ incidents, streak }, days.toReversed(), [on(1)])).toEqual(['ann 60 1400 700']);
  });

  test('goes back through the places of a table in turn', async () => {
    const pace = { per: ['driver', 'day'], is: 'day <= 0 ? 1 : half(day - 1) * 2 - pace(day - 1) + twice(day - 1)' };
    const half = { per: ['driver', 'day'], is: 'pace / 2' };
    const twice = { per: ['driver', 'day'], is: 'half + half' };
    expect(await shown({ pace, half, twice }, ['pace(300)'], [on(1)])).toEqual(['ann 1']);
  });
});

describe('A value that goes back without end', () => {
  const endless = { per: ['driver', 'day'], is: 'incidents > 0 ? 0 : endless(day - 1) + 1' };

  test('is unknown, with a finding about what was asked for', async () => {
    expect(await shown({ incidents, endless }, ['endless(5)'], [on(1)])).toEqual(['ann ', 'too-deep endless']);
    const since = [on(3), on(2, 'incident')];
    expect(await shown({ incidents, endless }, ['endless(5)'], since)).toEqual(['ann 3']);
  });

  test('leaves unknown what leads to it, though this would do without', async () => {
    const blind = { per: ['driver', 'day'], is: 'coalesce(blind(day - 1), 0) + 1' };
    const over = { per: ['driver', 'day'], is: 'coalesce(blind, 7)' };
    expect(await shown({ blind, over }, ['over(3)', 'blind(4)', 'blind(3)'], [on(1)])).toEqual([
      'ann   ',
      'too-deep blind',
      'too-deep over',
    ]);
  });
});
