import { describe, expect, test } from 'vitest';
import { cardsOf, judged, type Line, valuesOf } from './capability.js';

const look = (polarity: string, severity: number) => ({ polarity, severity });
const colours = { red: look('merit', 1), yellow: look('warning', 1), black: look('censure', 2) };
const fields = { colour: 'red|yellow|black', about: 'text?', item: { kind: 'key', optional: true } };
const card = { card: { colour: 'colour', colours }, fields };
const issue = (name: string, on: string, colour: string, more: object) => ({
  name,
  basis: '5.8',
  on,
  event: { type: 'issue', params: { type: 'card', fields: { colour } } },
  ...more,
});
const atLeast = (fact: string, value: number) => [
  { fact, operator: 'present', value: true },
  { fact, operator: 'greaterThanInclusive', value },
];
const yellows = (keys: readonly string[], take: object = {}) => ({
  per: [...keys],
  of: { kind: 'events', type: 'card', where: { colour: 'yellow' } },
  take: { ...take },
  reduce: 'count',
});
const yellow = (on: string, item?: string): Line => [
  'card',
  'a',
  on,
  { colour: 'yellow', ...(item === undefined ? {} : { item }) },
];

/** `id colour` of what the unit `a` is shown. */
async function shown(parts: object, lines: readonly Line[]): Promise<readonly string[]> {
  const outcome = await judged({ ...parts }, lines);
  return cardsOf(outcome, 'a').map((one) => one.split(' ').slice(0, 2).join(' '));
}

test('C29: what a colour means is said beside it: red is the best here and the worst there', async () => {
  const meaning = async (red: object) => {
    const events = { card: { ...card, card: { colour: 'colour', colours: { ...colours, red: { ...red } } } } };
    const outcome = await judged({ events }, [['card', 'a', '03-01', { colour: 'red' }]]);
    return outcome.subjects.a?.cards.map((one) => `${one.colour} ${one.polarity} ${one.severity}`);
  };
  expect(await meaning(look('merit', 1))).toEqual(['red merit 1']);
  expect(await meaning(look('censure', 3))).toEqual(['red censure 3']);
});

describe('C30: cards follow', () => {
  const figure = { fields: { rate: 'number' } };

  test('from a limit of a measure', async () => {
    const rules = [issue('low', 'figure', "'yellow'", { where: { rate: { lessThan: 85 } } })];
    const lines = [85, 84].map((rate): Line => ['figure', 'a', '03-31', { rate }]);
    expect(await shown({ events: { card, figure }, rules }, lines)).toEqual(['low@e2 yellow']);
  });

  test('from a date that has passed', async () => {
    const parts = {
      events: { card, planned: { fields: { due: 'date' } } },
      rules: [issue('late', 'planned', "'yellow'", { at: 'addDays(due, 16)' })],
    };
    const lines: readonly Line[] = [
      ['planned', 'a', '01-01', { due: '2026-03-01' }],
      ['planned', 'a', '01-02', { due: '2026-03-31' }],
      ['planned', 'b', '03-17', { due: '2026-12-31' }],
    ];
    expect(await shown(parts, lines)).toEqual(['late@e1 yellow']);
  });

  test('from the last place, where the target was missed too', async () => {
    const parts = {
      events: { card, figure, reviewed: {} },
      cohorts: { peers: { each: ['period'], of: 'unit', in: { event: 'figure' } } },
      indicators: {
        level: { per: ['unit', 'period'], of: { kind: 'events', type: 'figure', value: 'rate' }, reduce: 'latest' },
        lastAndLow: {
          per: ['unit', 'period'],
          is: 'ranking.rank == ranking.size && level < 80 ? 1 : 0',
          otherwise: '0',
        },
      },
      standings: { ranking: { among: 'peers', by: [{ is: 'level' }] } },
      rules: [issue('last', 'reviewed', "'yellow'", { conditions: { all: atLeast('lastAndLow', 1) } })],
    };
    const lines = (rate: number): readonly Line[] => [
      ['figure', 'b', '03-31', { rate: 90 }],
      ['figure', 'a', '03-31', { rate }],
      ['reviewed', 'a', '04-01'],
      ['reviewed', 'b', '04-01'],
    ];
    expect(await shown(parts, lines(70))).toEqual(['last@e3 yellow']);
    expect(await shown(parts, lines(85))).toEqual([]);
  });

  test('from a listed situation', async () => {
    const parts = {
      events: { card, found: { fields: { what: 'delayed|falsified' } } },
      rules: [issue('falsified', 'found', "'black'", { where: { what: 'falsified' } })],
    };
    const lines = ['delayed', 'falsified'].map((what): Line => ['found', 'a', '02-01', { what }]);
    expect(await shown(parts, lines)).toEqual(['falsified@e2 black']);
  });

  test('from earlier cards', async () => {
    const parts = {
      events: { card },
      indicators: { all: yellows(['unit']) },
      rules: [
        issue('third', 'card', "'black'", { where: { colour: 'yellow' }, conditions: { all: atLeast('all', 3) } }),
      ],
    };
    const lines = ['03-01', '04-01', '05-01'].map((on) => yellow(on));
    expect(await shown(parts, lines)).toEqual(['e1 yellow', 'e2 yellow', 'e3 yellow', 'third@e3 black']);
  });
});

test('C31: a rule proposes and a person confirms: without that there is no card', async () => {
  const propose = { type: 'issue', params: { type: 'proposed', fields: { about: 'id' } } };
  const parts = {
    events: { card, fault: {}, proposed: { finding: true, fields: { about: 'text' } } },
    rules: [{ name: 'propose', basis: '5.8', on: 'fault', event: propose }],
    indicators: { all: yellows(['unit']) },
  };
  const fault: Line = ['fault', 'a', '03-01'];
  const alone = await judged(parts, [fault]);
  expect(valuesOf(alone, 'all', 'a')).toEqual(['0']);
  expect(alone.findings.map(({ code, facts }) => `${code} ${facts.about}`)).toEqual(['proposed e1']);
  const confirmed: Line = ['card', 'a', '03-09', { colour: 'yellow', about: 'e1' }];
  expect(await shown(parts, [fault, confirmed])).toEqual(['e2 yellow']);
});

describe('C32: yellow cards escalate to black', () => {
  const escalating = (indicators: object, fact: string, n: number) => ({
    events: { card },
    indicators: { ...indicators },
    rules: [issue('black', 'card', "'black'", { where: { colour: 'yellow' }, conditions: { all: atLeast(fact, n) } })],
  });
  const blacks = async (parts: object, lines: readonly Line[]) =>
    (await shown(parts, lines)).filter((one) => one.endsWith('black'));

  test('with the second of one matter', async () => {
    const same = { ...yellows(['unit', 'item']), otherwise: '0' };
    const parts = escalating({ same }, 'same', 2);
    expect(await blacks(parts, [yellow('03-01', 'x'), yellow('04-01', 'y')])).toEqual([]);
    expect(await blacks(parts, [yellow('03-01', 'x'), yellow('04-01', 'x')])).toEqual(['black@e2 black']);
  });

  test('with the third in any twelve months', async () => {
    const window = { by: 'date(effective)', from: 'addDays(addMonths(today, -12), 1)' };
    const parts = escalating({ recent: yellows(['unit'], { window }) }, 'recent', 3);
    const from = (on: string) => [yellow(on), yellow('2026-02-01'), yellow('2026-03-01')];
    expect(await blacks(parts, from('2025-03-01'))).toEqual([]);
    expect(await blacks(parts, from('2025-03-02'))).toEqual(['black@e3 black']);
  });

  test('with one in the second year in a row', async () => {
    const indicators = {
      mine: yellows(['unit', 'period']),
      before: { per: ['unit', 'period'], is: 'mine(period - 1)', otherwise: '0' },
    };
    const parts = escalating(indicators, 'before', 1);
    expect(await blacks(parts, [yellow('2024-05-01'), yellow('2026-05-01')])).toEqual([]);
    expect(await blacks(parts, [yellow('2025-05-01'), yellow('2026-05-01')])).toEqual(['black@e2 black']);
  });

  test('at once, where the matter is grave', async () => {
    const parts = {
      events: { card, found: { fields: { grave: 'flag' } } },
      rules: [issue('direct', 'found', "grave ? 'black' : 'yellow'", {})],
    };
    const lines = [true, false].map((grave): Line => ['found', 'a', '03-01', { grave }]);
    expect(await shown(parts, lines)).toEqual(['direct@e1 black', 'direct@e2 yellow']);
  });
});
