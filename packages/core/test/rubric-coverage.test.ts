import { describe, expect, test } from 'vitest';
import {
  type CloudEvent,
  type JsonObject,
  type Lens,
  parseEvents,
  rubricCoverage,
  rubricCoverageText,
  tryRubricCoverage,
} from '../src/index.js';
import { event, rubric, scores } from './faults/small-rubric.js';

const title = (en: string, zh: string) => ({ en, zh });
const give = (name: string, points: string, more: JsonObject = {}) => ({
  name,
  title: title(`The ${name}`, `规则 ${name}`),
  basis: `art. ${name}`,
  on: 'scored',
  event: { type: 'give', params: { to: 'conduct', points } },
  ...more,
});
const shownBy = (name: string, more: JsonObject = {}) => ({
  name,
  basis: `art. ${name}`,
  on: 'told',
  event: { type: 'issue', params: { type: 'shown', fields: { card: 'id', colour: "'yellow'" } } },
  ...more,
});

const PARTS: JsonObject = {
  cohorts: { peers: { each: [], of: 'pupil', in: { event: 'joined' } } },
  tables: { worth: { by: ['step>='], rows: { '0': 1, '5': 2, '50': 3 }, else: 0 } },
  indicators: {
    conduct: {
      title: title('Conduct', '操行'),
      code: '1',
      per: ['pupil'],
      of: { kind: 'given' },
      reduce: 'sum',
      map: 'min(it, 20)',
    },
    best: {
      per: ['pupil'],
      of: { kind: 'events', type: 'scored', value: 'worth(points)' },
      take: { window: { until: "startOf(date('2027-01-01'))" }, keep: { best: 2 } },
      need: '1',
      reduce: 'max',
      otherwise: '0',
      map: [
        {
          kind: 'steps',
          steps: [
            { from: 0, value: 1 },
            { from: 2, value: 5 },
            { from: 3, value: 9 },
          ],
        },
      ],
    },
    total: {
      per: ['pupil'],
      is: 'conduct > 100 ? 0 : conduct + coalesce(best, 0)',
      bands: [{ id: 'high', from: 1000 }, { id: 'low' }],
    },
  },
  rules: [
    give('plain', 'points'),
    give('never', '1', { where: { points: { present: true, greaterThan: 100 }, note: { present: true, equal: 'x' } } }),
    give('excused', '1', { unless: ['plain'] }),
    give('nothing', '0'),
    give('absent', '1', { on: 'done' }),
    {
      name: 'cap',
      basis: 'art. cap',
      on: 'told',
      event: { type: 'limit', params: { indicator: 'conduct', max: '50' } },
    },
    shownBy('card'),
    shownBy('later', { at: "date('2030-01-01')" }),
    {
      name: 'praise',
      basis: 'art. praise',
      on: 'ranking',
      where: { 'ranking.rank': { present: true, equal: 1 } },
      event: { type: 'consequence', params: { what: 'praise' } },
    },
    {
      name: 'undo',
      basis: 'art. undo',
      on: 'done',
      event: { type: 'void', params: { event: 'item' } },
    },
  ],
  standings: {
    ranking: {
      title: title('Ranking', '排名'),
      among: 'peers',
      by: [{ is: 'total' }],
      bands: [
        { id: 'top', title: title('Top', '优'), basis: 'art. 9', from: 500 },
        { id: 'good', title: title('Good', '良'), from: 5 },
        { id: 'rest' },
      ],
      awards: [
        { id: 'star', title: title('Star', '星'), quota: '1' },
        { id: 'moon', basis: 'art. 10', where: 'total > 500' },
      ],
    },
  },
};

const EVENTS: readonly CloudEvent[] = [
  ...['ann', 'bob', 'cid'].map((who) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' })),
  ...scores({ ann: 9, bob: 2 }),
  event('s3', 'scored', 'ann', '03-03', { points: 1 }),
  event('s4', 'scored', 'ann', '03-04', { points: 1 }),
  event('t1', 'told', 'ann', '03-05'),
];

function coverageOf(events: readonly CloudEvent[] = EVENTS, lens: Lens = {}, parts: JsonObject = PARTS) {
  const by = rubric(parts);
  const ledger = parseEvents(by, events);
  if (!ledger.ok) throw new Error(ledger.problems.map(({ message }) => message.en).join('\n'));
  return rubricCoverage(by, ledger.value, lens);
}

const ruleIn = (coverage: ReturnType<typeof coverageOf>, name: string) =>
  coverage.rules.find(({ rule }) => rule === name);

describe('The coverage of a rule', () => {
  test('counts how often it was tried, failed, was kept back, did nothing or had its effect', () => {
    const counts = coverageOf().rules.map(({ rule, triggers, tried, failed, excepted, idle, fired, never }) => [
      rule,
      [triggers, tried, failed, excepted, idle, fired],
      never,
    ]);
    expect(counts).toEqual([
      ['plain', [4, 4, 0, 0, 0, 4], null],
      ['never', [4, 4, 4, 0, 0, 0], 'failed'],
      ['excused', [4, 4, 0, 4, 0, 0], 'excepted'],
      ['nothing', [4, 4, 0, 0, 4, 0], 'idle'],
      ['absent', [0, 0, 0, 0, 0, 0], 'no-trigger'],
      ['cap', [1, 1, 0, 0, 1, 0], 'idle'],
      ['card', [1, 1, 0, 0, 0, 1], null],
      ['later', [1, 0, 0, 0, 0, 0], 'untried'],
      ['praise', [3, 3, 2, 0, 0, 1], null],
      ['undo', [0, 0, 0, 0, 0, 0], 'no-trigger'],
    ]);
  });

  test('names the test that was never true, and the rules that kept it back', () => {
    const coverage = coverageOf();
    expect(ruleIn(coverage, 'never')?.tests).toMatchObject([
      { text: { en: 'points is known', zh: 'points 已知' }, made: 4, held: 4 },
      { text: { en: 'points > 100' }, made: 4, held: 0 },
      { text: { en: 'note is known' }, made: 0, held: 0 },
      { text: { en: 'note is x' }, made: 0, held: 0 },
    ]);
    expect(ruleIn(coverage, 'excused')?.exceptions).toMatchObject([{ rule: 'plain', times: 4 }]);
  });

  test('counts a limit that binds, a card that ends, and a ruling that is heard', () => {
    const end = { name: 'end', basis: 'x', on: 'shown', event: { type: 'end', params: { event: 'id', as: 'over' } } };
    const rules = [...(PARTS.rules as readonly JsonObject[]), end];
    const more = [
      event('s9', 'scored', 'ann', '03-04', { points: 90 }),
      event('d', 'done', 'bob', '03-06', { item: 's9' }),
    ];
    const conduct = { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' };
    const indicators = { ...(PARTS.indicators as JsonObject), conduct };
    const heard = coverageOf([...EVENTS, ...more], {}, { ...PARTS, rules, indicators });
    expect(ruleIn(heard, 'undo')).toMatchObject({ triggers: 1, tried: 1, fired: 1 });
    expect(ruleIn(heard, 'cap')).toMatchObject({ idle: 1, fired: 0 });
    expect(ruleIn(heard, 'end')).toMatchObject({ triggers: 1, fired: 1 });
    const bound = coverageOf([...EVENTS, ...more.slice(0, 1)], {}, { ...PARTS, rules, indicators });
    expect(ruleIn(bound, 'cap')).toMatchObject({ idle: 0, fired: 1 });
  });

  test('counts what is issued for a member of two tables once', () => {
    const rules = [shownBy('card', { for: 'groups' })];
    const cohorts = {
      groups: { each: ['group'], of: 'pupil', in: { event: 'joined' } },
      ...(PARTS.cohorts as JsonObject),
    };
    const twice = [...EVENTS, event('j2', 'joined', 'ann', '01-02', { group: 'h' })];
    expect(ruleIn(coverageOf(twice, {}, { ...PARTS, cohorts, rules }), 'card')).toMatchObject({
      triggers: 1,
      tried: 4,
      idle: 1,
      fired: 3,
    });
  });

  test('takes all versions of a rule together, a lenient one where it gives most', () => {
    const [plain, ...others] = PARTS.rules as readonly JsonObject[];
    const lenient = { ...plain, appliesBy: 'lenient' };
    const two = rubric(
      { ...PARTS, rules: [lenient, ...others] },
      { effective: { from: '2026-03-02' }, rules: [{ name: 'plain', event: { params: { points: '-1' } } }] },
    );
    const ledger = parseEvents(two, EVENTS);
    if (!ledger.ok) throw new Error('the events are refused');
    const { rules } = rubricCoverage(two, ledger.value, { asOf: '2026-03-10' });
    expect(rules.find(({ rule }) => rule === 'plain')).toMatchObject({ triggers: 4, tried: 4, fired: 4 });
    expect(rules.find(({ rule }) => rule === 'nothing')).toMatchObject({ tried: 4, idle: 4 });
  });
});

describe('The coverage of what is judged', () => {
  test('tells how often each band and award was reached', () => {
    const { standings, indicators } = coverageOf();
    expect(standings).toMatchObject([
      {
        tables: 1,
        rows: 3,
        unranked: 0,
        none: 0,
        bands: [
          { id: 'top', times: 0, basis: 'art. 9' },
          { id: 'good', times: 1 },
          { id: 'rest', times: 2 },
        ],
        awards: [
          { id: 'star', times: 1 },
          { id: 'moon', times: 0 },
        ],
      },
    ]);
    expect(indicators.find(({ indicator }) => indicator === 'total')?.bands).toMatchObject([
      { id: 'high', times: 0 },
      { id: 'low', times: 3 },
    ]);
  });

  test('tells what windows, keeps, needs, steps and defaults did', () => {
    const { indicators } = coverageOf();
    const clauses = (name: string) =>
      indicators
        .find(({ indicator }) => indicator === name)
        ?.clauses.map(({ kind, text, times, of }) => `${kind} ${text}: ${times}/${of}`);
    expect(clauses('conduct')).toEqual(['map min(it, 20): 0/3']);
    expect(clauses('best')).toEqual([
      "window … startOf(date('2027-01-01')): 0/4",
      'need 1: 1/3',
      'keep best 2: 1/4',
      'map ≥ 0: 1; ≥ 2: 5; ≥ 3: 9: 1/2',
      'step ≥ 0: 1: 1/2',
      'step ≥ 2: 5: 1/2',
      'step ≥ 3: 9: 0/2',
      'otherwise 0: 1/3',
    ]);
  });

  test('tells which branch, argument or default of a formula never decided', () => {
    const { formulas } = coverageOf();
    const never = formulas.filter(({ times, of }) => times === 0 && of > 0);
    expect(never.map(({ name, text, way }) => `${name}: ${text}: ${way}`)).toEqual([
      'conduct: min(it, 20): 20',
      'total: conduct > 100 ? 0 : conduct + coalesce(best, 0): 0',
      'total: coalesce(best, 0): 0',
    ]);
  });

  test('tells rows of tables that no lookup fitted, and event types, choices and fields that no event has', () => {
    const { tables, types } = coverageOf();
    expect(tables).toMatchObject([
      { table: 'worth', rows: [{ row: '0' }, { row: '5' }, { row: '50', times: 0 }], otherwise: 0, hasElse: true },
    ]);
    expect(tables[0]?.rows.slice(0, 2).every(({ times }) => times > 0)).toBe(true);
    expect(types.find(({ type }) => type === 'done')).toMatchObject({ seen: 0 });
    expect(types.find(({ type }) => type === 'shown')).toMatchObject({
      seen: 1,
      choices: [
        { field: 'colour', choice: 'yellow', seen: 1 },
        { choice: 'red', seen: 0 },
      ],
    });
    expect(types.find(({ type }) => type === 'scored')?.optional).toMatchObject([
      { field: 'points', seen: 4 },
      { field: 'weight', seen: 0 },
      { field: 'note', seen: 0 },
    ]);
  });
});

describe('A coverage', () => {
  test('is that of a lens', () => {
    const early = coverageOf(EVENTS, { asOf: '2026-03-01' });
    expect([early.events, early.subjects, ruleIn(early, 'plain')?.tried]).toEqual([4, 3, 1]);
    const without = coverageOf(EVENTS, { suppose: { void: ['t1'] } });
    expect(ruleIn(without, 'card')?.never).toBe('no-trigger');
  });

  test('refuses a lens that cannot be read', () => {
    const by = rubric(PARTS);
    const ledger = parseEvents(by, EVENTS);
    if (!ledger.ok) throw new Error('the events are refused');
    const result = tryRubricCoverage(by, ledger.value, { asOf: 'soon' });
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['lens-time']);
  });

  test.each(['en', 'zh'] as const)('is told as lines: %s', (language) => {
    expect(rubricCoverageText(coverageOf(), language)).toMatchSnapshot();
  });

  test('of all that is used says so', () => {
    const events = { joined: { fields: { pupil: { kind: 'key', is: 'subject' } } } };
    const vocabulary = { events };
    const parts: JsonObject = {
      vocabulary,
      indicators: { count: { per: ['pupil'], of: { kind: 'events', type: 'joined' }, reduce: 'count' } },
    };
    const text = rubricCoverageText(coverageOf([event('j', 'joined', 'ann', '01-01')], {}, parts), 'en');
    expect(text.split('\n').at(-1)).toBe('Everything was used.');
  });
});
