import type { JsonObject } from '@meritlog/core';
import { expect, test } from 'vitest';
import { cardsOf, judged, type Line, type Row, rowsOf, valuesOf } from './capability.js';

// Numbers are those of the table of primitives in docs/conformance.md.

const per = ['unit', 'period'];
const scored = { fields: { points: 'number' } };
const total = { per, of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
const peers = { each: ['period'], of: 'unit', in: { event: 'joined' } };
const score = (unit: string, points: number, on = '06-01'): Line => ['scored', unit, on, { points }];
const members = (points: { readonly [unit: string]: number }): readonly Line[] =>
  Object.entries(points).flatMap(([unit, value]): readonly Line[] => [['joined', unit, '01-01'], score(unit, value)]);
const base = { events: { joined: {}, scored }, cohorts: { peers }, indicators: { total } };

test('8: a band holds its lower limit and not its upper one, and together they cover everything', async () => {
  const bands = [
    { id: 'A', from: 90 },
    { id: 'B', from: 60, below: 90 },
    { id: 'C', below: 60 },
  ];
  const outcome = await judged(
    { ...base, indicators: { total: { ...total, bands } } },
    members({ a: 90, b: 89.99, c: 60, d: -5 }),
  );
  expect(['a', 'b', 'c', 'd'].map((unit) => outcome.subjects[unit]?.indicators.total?.band)).toEqual([
    'A',
    'B',
    'B',
    'C',
  ]);
});

test('24: an override names who set it and why, and ends by itself', async () => {
  const parts = {
    ...base,
    events: {
      ...base.events,
      set: { finding: true, fields: { value: 'number', by: 'text', reason: 'text', until: 'date' } },
    },
    indicators: {
      computed: total,
      override: { per, of: { kind: 'events', type: 'set', where: 'until >= today', value: 'value' }, reduce: 'latest' },
      total: { per, is: 'coalesce(override, computed)' },
    },
  };
  const lines = [
    ...members({ a: 40 }),
    ['set', 'a', '07-01', { value: 70, by: 'board', reason: 'flood', until: '2026-09-30' }],
  ] as const;
  expect(valuesOf(await judged(parts, lines, { asOf: '2026-09-30' }), 'total', 'a')).toEqual(['70']);
  expect(valuesOf(await judged(parts, lines, { asOf: '2026-10-01' }), 'total', 'a')).toEqual(['40']);
});

test('43: a waiver leaves its event out while it lasts, for a class of reasons', async () => {
  const waived = { fields: { item: 'key', reason: 'weather|other', until: 'date' } };
  const live = "reason == 'weather' && until >= today";
  const parts = {
    events: { fault: { fields: { item: 'key' } }, waived },
    indicators: {
      waivers: { per: ['unit', 'item'], of: { kind: 'events', type: 'waived', where: live }, reduce: 'count' },
      faults: {
        per: ['unit'],
        of: { kind: 'each', key: 'item', in: { kind: 'events', type: 'fault' }, value: 'waivers > 0 ? 0 : 1' },
        reduce: 'sum',
      },
    },
  };
  const waive = (item: string, reason: string): Line => ['waived', 'a', '04-01', { item, reason, until: '2026-06-30' }];
  const lines: readonly Line[] = [
    ['fault', 'a', '03-01', { item: 'x' }],
    ['fault', 'a', '03-02', { item: 'y' }],
    waive('x', 'weather'),
    waive('y', 'other'),
  ];
  expect(valuesOf(await judged(parts, lines, { asOf: '2026-06-30' }), 'faults', 'a')).toEqual(['1']);
  expect(valuesOf(await judged(parts, lines, { asOf: '2026-07-01' }), 'faults', 'a')).toEqual(['2']);
});

test('45: a provisional result is shown apart, counts when it is confirmed, and waits for the embargo', async () => {
  const parts = {
    events: { judged: { fields: { points: 'number' } }, confirmed: { fields: { about: 'text' } } },
    indicators: {
      provisional: {
        per: ['unit'],
        of: { kind: 'events', type: 'judged', where: { state: 'active' }, value: 'points' },
        reduce: 'sum',
      },
      settled: {
        per: ['unit'],
        of: { kind: 'events', type: 'judged', where: { state: 'confirmed' }, value: 'points' },
        reduce: 'sum',
      },
    },
    rules: [
      {
        name: 'settle',
        basis: '3',
        on: 'confirmed',
        event: { type: 'end', params: { event: 'about', as: 'confirmed' } },
      },
    ],
  };
  const lines: readonly Line[] = [
    ['judged', 'a', '06-01', { points: 5 }],
    ['judged', 'a', '06-02', { points: 3 }, { recordedtime: '2026-06-30T00:00:00Z' }],
    ['confirmed', 'a', '06-10', { about: 'e1' }],
  ];
  const now = async (knownAt: string) => {
    const outcome = await judged(parts, lines, { knownAt });
    return [...valuesOf(outcome, 'provisional', 'a'), ...valuesOf(outcome, 'settled', 'a')];
  };
  expect([await now('2026-06-05'), await now('2026-06-29'), await now('2026-06-30')]).toEqual([
    ['5', '0'],
    ['0', '5'],
    ['3', '5'],
  ]);
});

test('46: places are apportioned among groups by the largest remainder', async () => {
  const parts = {
    events: { joined: { fields: { group: 'key' } }, scored },
    cohorts: {
      inGroup: { each: ['group', 'period'], of: 'unit', in: { event: 'joined' } },
      groups: { each: ['period'], of: 'group', in: { event: 'joined' } },
    },
    indicators: {
      total,
      heads: {
        per: ['group', 'period'],
        of: { kind: 'each', key: 'unit', in: { kind: 'cohort', cohort: 'inGroup' }, value: '1' },
        reduce: 'sum',
      },
      everyone: {
        per: ['period'],
        of: { kind: 'each', key: 'group', in: { kind: 'cohort', cohort: 'groups' }, value: 'heads' },
        reduce: 'sum',
      },
      whole: { per: ['group', 'period'], is: 'floor(3 * heads / everyone)' },
      rest: {
        per: ['group', 'period'],
        is: '3 * heads / everyone - whole',
        map: { kind: 'rank', among: 'groups', order: 'desc', ties: 'standard' },
      },
      given: {
        per: ['period'],
        of: { kind: 'each', key: 'group', in: { kind: 'cohort', cohort: 'groups' }, value: 'whole' },
        reduce: 'sum',
      },
      places: { per: ['group', 'period'], is: 'whole + (rest <= 3 - given ? 1 : 0)' },
    },
    standings: { ranking: { among: 'inGroup', by: [{ is: 'total' }], bands: [{ id: 'good', quota: 'places' }] } },
  };
  const join = (group: string, ...units: readonly string[]): readonly Line[] =>
    units.flatMap((unit, index): readonly Line[] => [['joined', unit, '01-01', { group }], score(unit, 9 - index)]);
  // Three places for five and two: 2.14 and 0.86, so two and one.
  const outcome = await judged(parts, [...join('x', 'a', 'b', 'c', 'd', 'e'), ...join('y', 'f', 'g')]);
  const good = outcome.standings.flatMap(({ rows }) =>
    rows.filter(({ band }) => band === 'good').map(({ subject }) => subject),
  );
  expect(good).toEqual(['a', 'b', 'f']);
});

test('48: an honour goes to all who did as much as the lowest medallist', async () => {
  const parts = {
    ...base,
    indicators: {
      total,
      early: {
        per,
        of: { kind: 'events', type: 'scored', value: 'days(yearStart(period), date(time))' },
        reduce: 'min',
      },
      least: {
        per: ['period'],
        of: {
          kind: 'each',
          key: 'unit',
          in: { kind: 'cohort', cohort: 'peers' },
          where: 'medals.medal > 0',
          value: 'total',
        },
        reduce: 'min',
      },
    },
    standings: {
      medals: {
        among: 'peers',
        by: [{ is: 'total' }, { is: 'early', order: 'asc' }],
        awards: [{ id: 'medal', quota: '2' }],
      },
      honours: { among: 'peers', by: [{ is: 'total' }], awards: [{ id: 'honour', where: 'total >= least' }] },
    },
  };
  const lines = [...members({ a: 9, b: 7, c: 5 }), ['joined', 'd', '01-01'], score('d', 7, '07-01')] as const;
  const outcome = await judged(parts, lines);
  const award = ({ subject, awards }: Row): string => [subject, ...awards].join(' ');
  expect(rowsOf(outcome, award, 'medals')).toEqual(['a medal', 'b medal', 'd', 'c']);
  expect(rowsOf(outcome, award, 'honours')).toEqual(['a honour', 'b honour', 'd honour', 'c']);
});

test('53: a level is gained at one limit and lost at a lower one', async () => {
  const change = (name: string, test: JsonObject, event: JsonObject) => ({
    name,
    basis: '7',
    on: 'measured',
    conditions: { all: [test] },
    event,
  });
  const parts = {
    events: { measured: { fields: { level: 'number' } }, promoted: {} },
    indicators: {
      ranks: { per: ['unit'], of: { kind: 'events', type: 'promoted', where: { state: 'active' } }, reduce: 'count' },
    },
    rules: [
      change(
        'up',
        {
          all: [
            { fact: 'level', operator: 'greaterThanInclusive', value: 80 },
            { fact: 'ranks', operator: 'equal', value: 0 },
          ],
        },
        { type: 'issue', params: { type: 'promoted', fields: {} } },
      ),
      change(
        'down',
        { fact: 'level', operator: 'lessThan', value: 60 },
        { type: 'end', params: { items: 'ranks', as: 'lost' } },
      ),
    ],
  };
  const after = async (...levels: readonly number[]) => {
    const lines = levels.map((level, index): Line => ['measured', 'a', `03-0${index + 1}`, { level }]);
    return valuesOf(await judged(parts, lines), 'ranks', 'a')[0];
  };
  expect([
    await after(79),
    await after(80),
    await after(80, 65),
    await after(80, 65, 59),
    await after(80, 59, 79),
  ]).toEqual(['0', '1', '1', '0', '0']);
});

test('54: a smooth curve is published as a table that straight lines join', async () => {
  const points = [
    [0, 100],
    [1, 90],
    [2, 50],
    [4, 10],
    [8, 0],
  ];
  const parts = {
    events: { timed: { fields: { seconds: 'number' } } },
    indicators: {
      speed: {
        per: ['unit'],
        of: { kind: 'events', type: 'timed', value: 'seconds' },
        reduce: 'latest',
        map: { kind: 'linear', points },
      },
    },
  };
  const lines = [0.5, 1.5, 3, 9].map((seconds, index): Line => ['timed', `u${index}`, '03-01', { seconds }]);
  expect(valuesOf(await judged(parts, lines), 'speed', 'u0', 'u1', 'u2', 'u3')).toEqual(['95', '70', '30', '0']);
});

test('61: points count for three years and are shown for four', async () => {
  const colours = { points: { polarity: 'warning', severity: 1 } };
  const parts = {
    // Without the key of the period: a card of a closed year would be shown as that year left it.
    vocabulary: {
      events: {
        endorsed: {
          card: { colour: 'kind', colours },
          fields: {
            unit: { kind: 'key', is: 'subject' },
            kind: { kind: 'choice', of: ['points', 'other'] },
            points: { kind: 'number' },
          },
        },
      },
    },
    indicators: {
      counting: {
        per: ['unit'],
        of: { kind: 'events', type: 'endorsed', value: 'points' },
        take: { window: { by: 'date(effective)', from: 'addDays(addYears(today, -3), 1)' } },
        reduce: 'sum',
      },
    },
    rules: [
      {
        name: 'spent',
        basis: '4',
        on: 'endorsed',
        at: 'addYears(date(time), 4)',
        event: { type: 'end', params: { event: 'id', as: 'spent' } },
      },
    ],
  };
  const lines: readonly Line[] = [
    ['endorsed', 'a', '2022-03-01', { kind: 'points', points: 6 }],
    ['endorsed', 'b', '2026-12-31', { kind: 'points', points: 1 }],
  ];
  const at = async (asOf: string) => {
    const outcome = await judged(parts, lines, { asOf });
    return [...valuesOf(outcome, 'counting', 'a'), ...cardsOf(outcome, 'a').map((one) => one.split(' ')[2])];
  };
  expect([await at('2025-02-28'), await at('2025-03-01'), await at('2026-02-28'), await at('2026-03-01')]).toEqual([
    ['6', 'active'],
    ['0', 'active'],
    ['0', 'active'],
    ['0', 'spent'],
  ]);
});

test('66: the number of places is set by an event when the result is settled', async () => {
  const parts = {
    ...base,
    events: { ...base.events, finalised: { fields: { extra: 'number' } } },
    indicators: {
      total,
      extras: {
        per: ['period'],
        of: { kind: 'events', type: 'finalised', value: 'extra' },
        reduce: 'latest',
        otherwise: '0',
      },
    },
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }], awards: [{ id: 'bronze', quota: '1 + extras' }] } },
  };
  const all = members({ a: 9, b: 8, c: 7 });
  const bronzes = async (lines: readonly Line[]) => rowsOf(await judged(parts, lines), ({ awards }) => awards.length);
  expect(await bronzes(all)).toEqual([1, 0, 0]);
  expect(await bronzes([...all, ['finalised', 'a', '12-31', { extra: 1 }]])).toEqual([1, 1, 0]);
});
