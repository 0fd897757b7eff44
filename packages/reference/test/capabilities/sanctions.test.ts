import { expect, test } from 'vitest';
import { cardsOf, judged, type Line, membersOf, valuesOf } from './capability.js';

// Numbers are those of docs/conformance.md.

const scored = { fields: { points: 'number' } };
const points = { kind: 'events', type: 'scored', value: 'points' };
const look = (severity: number) => ({ polarity: 'censure', severity });
const colours = { yellow: look(1), red: look(2), black: look(3) };
const card = { fields: { colour: 'yellow|red|black' }, card: { colour: 'colour', colours } };
const issue = (name: string, on: string, type: string, fields: object, more: object = {}) => ({
  name,
  basis: '1',
  on,
  event: { type: 'issue', params: { type, fields: { ...fields } } },
  ...more,
});
const count = (type: string, keys: readonly string[], take: object = {}) => ({
  per: [...keys],
  of: { kind: 'events', type },
  take: { ...take },
  reduce: 'count',
});
const lastThreeYears = { window: { by: 'date(time)', from: 'addMonths(today, -36)' } };

test('16: the first event with which the points reach the limit brings the card, and no other', async () => {
  const reached = { total: { greaterThanInclusive: 12 }, cards: 0 };
  const parts = {
    events: { scored, card },
    indicators: { total: { per: ['unit'], of: points, reduce: 'sum' }, cards: count('card', ['unit']) },
    rules: [issue('limit', 'scored', 'card', { colour: "'red'" }, { where: reached })],
  };
  const lines = [6, 5, 1, 3].map((one, index): Line => ['scored', 'a', `03-0${index + 1}`, { points: one }]);
  expect(cardsOf(await judged(parts, lines), 'a')).toEqual(['limit@e3 red active']);
});

test('33: the group of an offence and how often it came in this bout give the card', async () => {
  const rows = { one: { 1: 'yellow', 2: 'red' }, two: { 1: 'red' }, three: { 1: 'red', 2: 'black' } };
  const parts = {
    keys: { offence: {} },
    tables: { sanction: { by: ['offence', 'nth>='], rows } },
    events: { offended: { fields: { item: 'key', offence: 'key' } }, card },
    indicators: { nth: count('offended', ['unit', 'item', 'offence']) },
    rules: [issue('sanction-shown', 'offended', 'card', { colour: 'sanction(offence, nth)' })],
  };
  const offences = ['x one', 'x one', 'x three', 'x three', 'x two', 'y one', 'y three'];
  const lines = offences.map((words, index): Line => {
    const [item = '', offence = ''] = words.split(' ');
    return ['offended', 'a', `03-0${index + 1}`, { item, offence }];
  });
  const shown = cardsOf(await judged(parts, lines), 'a').map((one) => one.split(' ')[1]);
  expect(shown).toEqual(['yellow', 'red', 'red', 'black', 'red', 'yellow', 'red']);
});

test('35: a ban is as long as those of the three years before ask for', async () => {
  const parts = {
    tables: { length: { by: ['bans>='], rows: { 0: 6, 1: 12, 2: 24 } } },
    events: { reached: {}, ban: { fields: { months: 'number' } } },
    indicators: {
      before: count('ban', ['unit'], lastThreeYears),
      imposed: { per: ['unit', 'period'], of: { kind: 'events', type: 'ban', value: 'months' }, reduce: 'latest' },
    },
    rules: [issue('banned', 'reached', 'ban', { months: 'length(before)' })],
  };
  const lines = [2020, 2021, 2022, 2026].map((year): Line => ['reached', 'a', `${year}-02-01`]);
  expect(membersOf(await judged(parts, lines), 'imposed', 'a')).toEqual(['2020: 6', '2021: 12', '2022: 24', '2026: 6']);
});

test('37: the end of a cycle clears the points only of who has paid', async () => {
  const clear = { type: 'end', params: { event: 'id', as: 'cleared' } };
  const settled = { state: 'active', unpaid: 0 };
  const sumOf = (type: string) => ({ per: ['unit'], of: { kind: 'events', type, value: 'yuan' }, reduce: 'sum' });
  const yuan = { fields: { yuan: 'number' } };
  const parts = {
    events: { scored, fined: yuan, paid: yuan },
    indicators: {
      fines: sumOf('fined'),
      payments: sumOf('paid'),
      unpaid: { per: ['unit'], is: 'coalesce(fines, 0) - coalesce(payments, 0)' },
      held: { per: ['unit'], of: { ...points, where: { state: 'active' } }, reduce: 'sum', otherwise: 0 },
    },
    rules: [
      { name: 'clear', basis: '1', on: 'scored', at: 'addDays(yearEnd(period), 1)', where: settled, event: clear },
    ],
  };
  const lines: readonly Line[] = [
    ...['a', 'b'].flatMap((unit): readonly Line[] => [
      ['scored', unit, '2025-05-01', { points: 3 }],
      ['fined', unit, '2025-05-01', { yuan: 200 }],
    ]),
    ['paid', 'b', '2025-12-30', { yuan: 200 }],
  ];
  const held = async (asOf: string) => valuesOf(await judged(parts, lines, { asOf }), 'held', 'a', 'b');
  expect(await held('2025-12-31')).toEqual(['3', '3']);
  expect(await held('2026-01-01')).toEqual(['3', '0']);
});

test('38: cycles run from the day on which each got the licence', async () => {
  const cycle =
    'year(date(time)) - year(issued) - (date(time) < addYears(issued, year(date(time)) - year(issued)) ? 1 : 0)';
  const parts = {
    keys: { cycle: { type: 'number' } },
    events: { licensed: {}, scored: { fields: { cycle: { kind: 'key', is: cycle }, points: 'number' } } },
    indicators: {
      issued: { per: ['unit'], of: { kind: 'events', type: 'licensed', value: 'date(time)' }, reduce: 'first' },
      total: { per: ['unit', 'cycle'], of: points, reduce: 'sum' },
    },
  };
  const days: readonly (readonly [string, number])[] = [
    ['2025-05-09', 1],
    ['2025-05-10', 2],
    ['2026-05-09', 4],
  ];
  const lines = days.map(([on, worth]): Line => ['scored', 'a', on, { points: worth }]);
  const outcome = await judged(parts, [['licensed', 'a', '2024-05-10'], ...lines]);
  expect(membersOf(outcome, 'total', 'a')).toEqual(['0: 1', '1: 6']);
});

test('59: an argument that averted a ban averts no other for three years', async () => {
  const argued = { fields: { item: 'key' } };
  const parts = {
    events: { reached: argued, spared: argued, ban: {} },
    indicators: {
      uses: count('spared', ['unit', 'item'], lastThreeYears),
      bans: count('ban', ['unit', 'period']),
      sparings: count('spared', ['unit', 'period']),
    },
    rules: [
      issue('spare', 'reached', 'spared', {}, { where: { uses: 0 } }),
      issue('banned', 'reached', 'ban', {}, { unless: ['spare'] }),
    ],
  };
  const pleas = ['2023-01-01 care', '2024-01-01 care', '2024-06-01 work', '2026-02-01 care'];
  const lines = pleas.map((plea): Line => {
    const [on = '', item = ''] = plea.split(' ');
    return ['reached', 'a', on, { item }];
  });
  const outcome = await judged(parts, lines);
  expect(membersOf(outcome, 'bans', 'a')).toEqual(['2023: 0', '2024: 1', '2026: 0']);
  expect(membersOf(outcome, 'sparings', 'a')).toEqual(['2023: 1', '2024: 1', '2026: 1']);
});

test('62: a second marking counts only where it is better', async () => {
  const latest = (type: string) => ({
    per: ['unit'],
    of: { kind: 'events', type, value: 'points' },
    reduce: 'latest',
  });
  const parts = {
    events: { scored, reviewed: scored },
    indicators: {
      first: latest('scored'),
      second: latest('reviewed'),
      result: { per: ['unit'], is: 'max(first, coalesce(second, first))' },
    },
  };
  const lines: readonly Line[] = [
    ...['a', 'b', 'c'].map((unit): Line => ['scored', unit, '03-01', { points: 60 }]),
    ['reviewed', 'b', '04-01', { points: 55 }],
    ['reviewed', 'c', '04-01', { points: 70 }],
  ];
  expect(valuesOf(await judged(parts, lines), 'result', 'a', 'b', 'c')).toEqual(['60', '60', '70']);
});
