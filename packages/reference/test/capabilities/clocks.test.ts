import { describe, expect, test } from 'vitest';
import { cardsOf, judged, type Line, valuesOf } from './capability.js';

const look = (polarity: string, severity: number) => ({ polarity, severity });
const colours = { yellow: look('warning', 1), black: look('censure', 2) };
const card = { card: { colour: 'colour', colours }, fields: { colour: 'yellow|black' } };
const yellow = (on: string, unit = 'a'): Line => ['card', unit, on, { colour: 'yellow' }];
const ends = (name: string, on: string, target: object, as: string, more: object = {}) => ({
  name,
  basis: '5.9',
  on,
  event: { type: 'end', params: { ...target, as } },
  ...more,
});
const about = { fields: { about: 'text' } };
const active = (keys: readonly string[], where: object = {}) => ({
  per: [...keys],
  of: { kind: 'events', type: 'card', where: { state: 'active', ...where } },
  reduce: 'count',
});

describe('C33: a card is valid', () => {
  const states = async (rule: object, lines: readonly Line[], asOf: string) => {
    const outcome = await judged({ events: { card, lifted: about }, rules: [{ ...rule }] }, lines, { asOf });
    return cardsOf(outcome, 'a').map((one) => one.split(' ')[2]);
  };
  const lapse = (at: string) => ends('lapse', 'card', { event: 'id' }, 'lapsed', { at, where: { state: 'active' } });

  test('for months, of which a short one ends with its last day', async () => {
    const six = lapse('addDays(addMonths(date(time), 6), 1)');
    expect(await states(six, [yellow('2026-03-31')], '2026-09-30')).toEqual(['active']);
    expect(await states(six, [yellow('2026-03-31')], '2026-10-01')).toEqual(['lapsed']);
  });

  test('to the end of its period', async () => {
    const year = lapse('yearEnd(period)');
    expect(await states(year, [yellow('2026-03-31')], '2026-12-30')).toEqual(['active']);
    expect(await states(year, [yellow('2026-03-31')], '2026-12-31')).toEqual(['lapsed']);
  });

  test('until it is lifted', async () => {
    const lift = ends('lift', 'lifted', { event: 'about' }, 'lifted');
    const lines: readonly Line[] = [yellow('03-31'), ['lifted', 'a', '05-10', { about: 'e1' }]];
    expect(await states(lift, lines, '2026-05-09')).toEqual(['active']);
    expect(await states(lift, lines, '2026-05-10')).toEqual(['lifted']);
  });

  test('and what is not settled weighs on the next year too', async () => {
    const settle = { type: 'end', params: { items: 'mine', as: 'settled' } };
    const parts = {
      events: { card, reviewed: {}, trained: {} },
      indicators: {
        mine: active(['unit', 'period']),
        burden: { per: ['unit', 'period'], is: 'mine + mine(period - 1)' },
      },
      rules: [{ name: 'settle', basis: '5.9', on: 'trained', event: settle }],
    };
    const year: readonly Line[] = [yellow('2025-03-01'), yellow('2025-04-01', 'b'), ['trained', 'b', '2025-12-01']];
    const outcome = await judged(parts, [
      ...year,
      ['reviewed', 'a', '06-01'],
      ['reviewed', 'b', '06-01'],
      yellow('06-02'),
    ]);
    expect(valuesOf(outcome, 'burden', 'a', 'b')).toEqual(['2', '0']);
  });
});

test('C34: a conversion uses the lower cards up, so that nothing counts twice', async () => {
  const convert = {
    type: 'issue',
    params: { type: 'card', fields: { colour: "'black'" }, consumes: [{ items: 'open', as: 'converted' }] },
  };
  const parts = {
    events: { card },
    tables: { price: { by: ['colour', 'state'], rows: { yellow: { active: -10 }, black: { active: -50 } }, else: 0 } },
    indicators: {
      open: active(['unit'], { colour: 'yellow' }),
      loss: { per: ['unit'], of: { kind: 'events', type: 'card', value: 'price(colour, state)' }, reduce: 'sum' },
    },
    rules: [
      {
        name: 'convert',
        basis: '5.9',
        on: 'card',
        conditions: { all: [{ fact: 'open', operator: 'greaterThanInclusive', value: 3 }] },
        event: convert,
      },
    ],
  };
  const lines = ['02-01', '03-01', '04-01', '05-01'].map((on) => yellow(on));
  const outcome = await judged(parts, lines);
  expect(cardsOf(outcome, 'a')).toEqual([
    'e1 yellow converted',
    'e2 yellow converted',
    'e3 yellow converted',
    'convert@e3 black active',
    'e4 yellow active',
  ]);
  expect(valuesOf(outcome, 'loss', 'a')).toEqual(['-60']);
});

test('C35: a lift gives some of the points back, within a budget, and not to all', async () => {
  const lifted = { about: 'text', ineligible: 'flag?' };
  const parts = {
    events: { card, lifted: { fields: lifted } },
    indicators: {
      loss: { per: ['unit'], of: { kind: 'events', type: 'card', value: '-10' }, reduce: 'sum' },
      back: { per: ['unit'], of: { kind: 'given' }, reduce: 'sum', map: 'min(it, 6)' },
      score: { per: ['unit'], is: 'loss + back' },
    },
    rules: [
      {
        name: 'restore',
        basis: '5.9',
        on: 'lifted',
        conditions: {
          any: [
            { fact: 'ineligible', operator: 'absent', value: true },
            { fact: 'ineligible', operator: 'equal', value: false },
          ],
        },
        event: { type: 'give', params: { to: 'back', points: 4 } },
      },
    ],
  };
  const lift = (unit: string, on: string, id: string, more: object = {}): Line => [
    'lifted',
    unit,
    on,
    { about: id, ...more },
  ];
  const lines = [
    yellow('02-01'),
    yellow('03-01'),
    yellow('02-01', 'b'),
    lift('a', '05-01', 'e1'),
    lift('a', '06-01', 'e2'),
    lift('b', '05-01', 'e3', { ineligible: true }),
  ];
  expect(valuesOf(await judged(parts, lines), 'score', 'a', 'b')).toEqual(['-14', '-10']);
});

test('C36: what rested on a decision falls with it, and comes back when the annulment was obtained by fraud', async () => {
  const parts = {
    events: { sentenced: {}, card, annulled: about, exposed: about },
    rules: [
      {
        name: 'ban',
        basis: '16',
        on: 'sentenced',
        event: { type: 'issue', params: { type: 'card', fields: { colour: "'black'" } } },
      },
      { name: 'annul', basis: '16', on: 'annulled', event: { type: 'void', params: { event: 'about' } } },
      { name: 'expose', basis: '31', on: 'exposed', event: { type: 'void', params: { event: 'about' } } },
    ],
  };
  const sentence: Line = ['sentenced', 'a', '02-01'];
  const annulment: Line = ['annulled', 'a', '03-01', { about: 'e1' }];
  const fraud: Line = ['exposed', 'a', '04-01', { about: 'e2' }];
  const cards = async (...lines: readonly Line[]) => cardsOf(await judged(parts, lines), 'a');
  expect(await cards(sentence)).toEqual(['ban@e1 black active']);
  expect(await cards(sentence, annulment)).toEqual([]);
  expect(await cards(sentence, annulment, fraud)).toEqual(['ban@e1 black active']);
});

test('C37: deadlines run in working days, over holidays, with the days that make up for them', async () => {
  const cn = {
    from: '2026-01-01',
    until: '2027-01-01',
    weekend: [6, 7],
    holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    workdays: ['2026-10-10'],
  };
  const parts = {
    calendars: { cn },
    events: { ordered: {} },
    indicators: {
      natural: {
        per: ['unit'],
        of: { kind: 'events', type: 'ordered', value: 'addDays(date(time), 5)' },
        reduce: 'latest',
      },
      working: {
        per: ['unit'],
        of: { kind: 'events', type: 'ordered', value: "addWorkdays(date(time), 5, 'cn')" },
        reduce: 'latest',
      },
      rolled: {
        per: ['unit'],
        of: { kind: 'events', type: 'ordered', value: "addWorkdays(addDays(date(time), 5), 0, 'cn')" },
        reduce: 'latest',
      },
    },
  };
  // Wednesday; then Thu 8, Fri 9, the Saturday that is worked, Mon 12 and Tue 13 are the first five days of work.
  const outcome = await judged(parts, [['ordered', 'a', '09-30']]);
  const all = ['natural', 'working', 'rolled'].flatMap((name) => valuesOf(outcome, name, 'a'));
  expect(all).toEqual(['2026-10-05', '2026-10-13', '2026-10-08']);
});

describe('C38: a card is not due', () => {
  const late = { fields: { item: 'key', over: 'number' } };
  const exempted = { fields: { item: 'key', ground: 'force-majeure|good-faith' } };
  const issue = { type: 'issue', params: { type: 'card', fields: { colour: "'yellow'" } } };

  test('where force majeure or good faith was recognised, before or after', async () => {
    const parts = {
      events: { late, exempted, card },
      indicators: { lateOnes: { per: ['unit', 'item'], of: { kind: 'events', type: 'late' }, reduce: 'count' } },
      rules: [
        { name: 'late', basis: '5.8', on: 'late', event: issue },
        {
          name: 'exempt',
          basis: '5.11',
          on: 'exempted',
          event: { type: 'void', params: { items: 'lateOnes' } },
        },
      ],
    };
    const lines: readonly Line[] = [
      ['late', 'a', '03-01', { item: 'x', over: 20 }],
      ['late', 'a', '03-02', { item: 'y', over: 20 }],
      ['exempted', 'a', '06-01', { item: 'x', ground: 'force-majeure' }],
    ];
    expect(cardsOf(await judged(parts, lines), 'a')).toEqual(['late@e2 yellow active']);
  });

  test('for a last place, where the target was met', async () => {
    const parts = {
      events: { figure: { fields: { rate: 'number' } } },
      cohorts: { peers: { each: ['period'], of: 'unit', in: { event: 'figure' } } },
      indicators: {
        level: { per: ['unit', 'period'], of: { kind: 'events', type: 'figure', value: 'rate' }, reduce: 'latest' },
      },
      standings: { ranking: { among: 'peers', by: [{ is: 'level' }] } },
      rules: [
        {
          name: 'talk',
          basis: '5.8',
          on: 'ranking',
          conditions: {
            all: [
              { fact: 'ranking.rank', operator: 'present', value: true },
              { fact: 'ranking.rank', operator: 'equal', value: 2 },
              { fact: 'level', operator: 'present', value: true },
              { fact: 'level', operator: 'lessThan', value: 80 },
            ],
          },
          event: { type: 'consequence', params: { what: 'talk' } },
        },
      ],
    };
    const talks = async (rate: number) => {
      const outcome = await judged(parts, [
        ['figure', 'a', '12-01', { rate }],
        ['figure', 'b', '12-01', { rate: 95 }],
      ]);
      return outcome.standings[0]?.rows[1]?.consequences.length;
    };
    expect([await talks(79), await talks(80)]).toEqual([1, 0]);
  });
});
