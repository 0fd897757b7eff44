import { explain, explanationText, type JsonObject, outcomeDocument } from '@meritlog/core';
import { describe, expect, test } from 'vitest';
import { judged, type Line, type Row, rowsOf, valuesOf } from './capability.js';

const per = ['unit', 'period'];
const scored = { fields: { points: 'number' } };
const total = { per, of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
const peers = { each: ['period'], of: 'unit', in: { event: 'joined' } };
const follows = (name: string, on: string, params: JsonObject, more: object = {}) => ({
  name,
  basis: '5.19',
  on,
  event: { type: 'consequence', params },
  ...more,
});
const decide = (on: string, consequence: string, decision: string): Line => [
  'meritlog.consequence.decided',
  '',
  on,
  { consequence, decision, authority: 'committee' },
];
const base = {
  events: { joined: {}, scored },
  cohorts: { peers },
  indicators: { total },
  standings: { ranking: { among: 'peers', by: [{ is: 'total' }] } },
};
const members: readonly Line[] = [
  ['joined', 'a', '01-01'],
  ['joined', 'b', '01-01'],
  ['scored', 'a', '06-01', { points: 90 }],
  ['scored', 'b', '06-01', { points: 50 }],
];

test('C48: what follows names to whom, who decides, by when, and what stands', async () => {
  const to = (name: string, whom: string, what: string, days: number) =>
    follows(name, 'found', { what, to: whom, authority: 'discipline office', due: `addDays(date(time), ${days})` });
  const parts = {
    events: { found: {} },
    rules: [
      to('unit', 'unit', 'circular criticism', 10),
      to('head', 'principal', 'interview', 20),
      to('deputy', 'deputy in charge', 'reminder talk', 20),
      to('person', 'directly responsible', 'admonition', 30),
    ],
  };
  const lines: readonly Line[] = [
    ['found', 'a', '03-01'],
    decide('03-05', 'unit@e1', 'executed'),
    decide('03-06', 'head@e1', 'confirmed'),
  ];
  const { subjects } = await judged(parts, lines, { asOf: '2026-03-25' });
  expect(
    subjects.a?.consequences.map((one) => [one.what, one.to, one.due, one.status, one.overdue].join(', ')),
  ).toEqual([
    'reminder talk, deputy in charge, 2026-03-21, due, true',
    'interview, principal, 2026-03-21, confirmed, true',
    'admonition, directly responsible, 2026-03-31, due, false',
    'circular criticism, unit, 2026-03-11, executed, false',
  ]);
});

test('C49: money is an amount, a share, or a coefficient times a base times the safety factor', async () => {
  const good: JsonObject = { 'ranking.band': { present: true, equal: 'good' } };
  const parts = {
    ...base,
    tables: { factor: { by: ['band'], rows: { good: '1.2' }, else: 1 } },
    indicators: { total, safety: { per, is: 'total >= 90 ? 0.9 : 1' } },
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }], bands: [{ id: 'good', from: 80 }] } },
    rules: [
      follows('fixed', 'ranking', { what: 'prize', amount: '5000' }, { where: good }),
      follows('share', 'ranking', { what: 'bonus', amount: '0.05 * 80000' }, { where: good }),
      follows('pay', 'ranking', { what: 'pay', amount: 'factor(ranking.band) * 10000 * safety' }, { where: good }),
    ],
  };
  const amounts = rowsOf(await judged(parts, members), (row) => row.consequences.map(({ amount }) => amount));
  expect(amounts).toEqual([['5000', '4000', '10800'], []]);
});

test('C50: what touches a person is recommended, and stays so until somebody decides', async () => {
  const last: JsonObject = { 'ranking.rank': { present: true, equal: 2 } };
  const personnel = { what: 'step down', to: 'principal', authority: 'organisation department', recommendation: true };
  const parts = { ...base, rules: [follows('post', 'ranking', personnel, { where: last })] };
  const stands = async (...more: readonly Line[]) =>
    rowsOf(await judged(parts, [...members, ...more]), (row: Row) => row.consequences.map(({ status }) => status))[1];
  expect(await stands()).toEqual(['recommended']);
  expect(await stands(['scored', 'b', '2027-12-31', { points: 1 }])).toEqual(['recommended']);
  expect(await stands(decide('12-31', 'post@2026/b', 'declined'))).toEqual(['declined']);
});

describe('C51: an appeal', () => {
  const appeals = {
    events: {
      scored,
      lost: { fields: { points: 'number' } },
      appealed: { fields: { about: 'text', level: '1|2' } },
      answered: { fields: { about: 'text', level: '1|2' } },
      upheld: { fields: { about: 'text' } },
      overdue: { finding: true, fields: { level: 'text' } },
      disputed: { finding: true, fields: { about: 'text' } },
    },
    indicators: {
      total,
      losses: { per, of: { kind: 'events', type: 'lost', value: 'points' }, reduce: 'sum' },
      score: { per, is: 'total - losses' },
    },
    rules: [
      {
        name: 'dispute',
        basis: '5.20',
        on: 'appealed',
        event: { type: 'issue', params: { type: 'disputed', fields: { about: 'about' } } },
      },
      {
        name: 'clock',
        basis: '5.20',
        on: 'appealed',
        at: "addDays(date(time), level == '1' ? 15 : 30)",
        event: { type: 'issue', params: { type: 'overdue', fields: { level: 'level' } } },
      },
      { name: 'uphold', basis: '5.20', on: 'upheld', event: { type: 'void', params: { event: 'about' } } },
      { name: 'close', basis: '5.20', on: 'answered', event: { type: 'void', params: { event: 'about' } } },
    ],
  };
  const lines: readonly Line[] = [
    ['scored', 'a', '03-01', { points: 100 }],
    ['lost', 'a', '03-02', { points: 10 }],
    ['appealed', 'a', '04-01', { about: 'e2', level: '1' }],
  ];
  const of = async (...more: readonly Line[]) => {
    const outcome = await judged(appeals, [...lines, ...more], { asOf: '2026-06-30' });
    return [...valuesOf(outcome, 'score', 'a'), ...outcome.findings.map(({ code }) => code)];
  };

  test('flags the dispute, suspends nothing, and is overdue by its own clock at each level', async () => {
    expect((await judged(appeals, lines, { asOf: '2026-04-15' })).findings.map(({ code }) => code)).toEqual([
      'disputed',
    ]);
    expect(await of()).toEqual(['90', 'disputed', 'overdue']);
    const second: Line = ['appealed', 'a', '06-10', { about: 'e2', level: '2' }];
    expect(await of(['answered', 'a', '04-10', { about: 'e3', level: '1' }], second)).toEqual(['90', 'disputed']);
  });

  test('that is upheld takes back what was deducted', async () => {
    expect(await of(['upheld', 'a', '05-01', { about: 'e2' }])).toEqual(['100', 'disputed', 'overdue']);
  });

  test('never makes it worse', async () => {
    const mark = (type: string) => ({ per, of: { kind: 'events', type, value: 'mark' }, reduce: 'latest' });
    const parts = {
      events: { marked: { fields: { mark: 'number' } }, reviewed: { fields: { mark: 'number' } } },
      indicators: {
        original: mark('marked'),
        renewed: mark('reviewed'),
        result: { per, is: 'max(original, coalesce(renewed, original))' },
      },
    };
    const marks = (unit: string, first: number, second: number): readonly Line[] => [
      ['marked', unit, '12-01', { mark: first }],
      ['reviewed', unit, '12-20', { mark: second }],
    ];
    const outcome = await judged(parts, [...marks('a', 80, 70), ...marks('b', 80, 85)]);
    expect(valuesOf(outcome, 'result', 'a', 'b')).toEqual(['80', '85']);
  });
});

test('C52: discretion overrides a computed result and is always seen', async () => {
  const parts = {
    ...base,
    events: {
      ...base.events,
      ruled: { finding: true, fields: { points: 'number', by: 'text', minutes: 'text', reason: 'text' } },
    },
    indicators: {
      computed: total,
      ruling: { per, of: { kind: 'events', type: 'ruled', value: 'points' }, reduce: 'latest' },
      total: { per, is: 'coalesce(ruling, computed)' },
    },
  };
  const ruling = { points: 60, by: 'the committee', minutes: 'No. 14', reason: 'a flood' };
  const outcome = await judged(parts, [...members, ['ruled', 'b', '12-20', ruling]]);
  expect(rowsOf(outcome)).toEqual(['1 a 90', '2 b 60']);
  expect(
    outcome.findings.map(({ code, subject, facts }) => `${code} ${subject} ${facts.minutes}: ${facts.reason}`),
  ).toEqual(['ruled b No. 14: a flood']);
});

describe('C53: a correction', () => {
  const parts = {
    common: { period: { kind: 'key', is: 'month(date(time)) == 12 ? year(date(time)) + 1 : year(date(time))' } },
    period: { key: 'period', ends: 'yearEnd(period)', late: 'restate' },
    events: { scored },
    indicators: { total },
  };

  test('reverses by an event of its own, and what it reverses stays in the ledger', async () => {
    const reverse: Line = ['meritlog.event.voided', '', '03-09', { id: 'e1', reason: 'entered twice' }];
    const lines: readonly Line[] = [
      ['scored', 'a', '03-01', { points: 5 }],
      ['scored', 'a', '03-02', { points: 2 }],
      reverse,
    ];
    expect(valuesOf(await judged(parts, lines), 'total', 'a')).toEqual(['2']);
    expect(valuesOf(await judged(parts, lines, { asOf: '2026-03-05' }), 'total', 'a')).toEqual(['2']);
    const before = { asOf: '2026-03-05', knownAt: '2026-03-05' };
    expect(valuesOf(await judged(parts, lines, before), 'total', 'a')).toEqual(['7']);
  });

  test('and evidence that comes late restate a closed year, and December counts for the next one', async () => {
    const late: Line = ['scored', 'a', '11-20', { points: 4 }, { recordedtime: '2027-02-01T00:00:00Z' }];
    const closed: Line = ['meritlog.period.closed', '', '2027-01-10', { period: 2026 }];
    const outcome = await judged(parts, [
      ['scored', 'a', '11-30', { points: 1 }],
      ['scored', 'a', '12-01', { points: 2 }],
      closed,
      late,
    ]);
    const members = outcome.subjects.a?.indicators.total?.members?.map(({ keys, value }) => `${keys.period} ${value}`);
    expect(members).toEqual(['2026 5', '2027 2']);
    expect(outcome.findings.map(({ code, facts }) => `${code} ${facts.event}`)).toEqual(['late-event e4']);
  });
});

test('C54: a new edition applies by the event, by the recording, by what is milder, or from the next period', async () => {
  const names = ['byEvent', 'byRecording', 'mildest', 'byPeriod'];
  const applies = ['date(time)', 'date(recorded)', 'lenient', 'yearStart(period)'];
  const rules = (points: number) =>
    names.map((name, index) => ({
      name,
      basis: '1',
      on: 'fault',
      appliesBy: applies[index] ?? '',
      event: { type: 'give', params: { to: `of_${name}`, points } },
    }));
  const indicators = Object.fromEntries(
    names.map((name) => [`of_${name}`, { per: ['unit'], of: { kind: 'given' }, reduce: 'sum' }]),
  );
  const editions = [
    { events: { fault: {} }, indicators, rules: rules(-5) },
    { effective: { from: '2026-07-01' }, rules: rules(-2) },
  ];
  const given = async (on: string, recordedtime: string) => {
    const outcome = await judged(editions, [['fault', 'a', on, {}, { recordedtime }]], { asOf: '2026-12-31' });
    return names.flatMap((name) => valuesOf(outcome, `of_${name}`, 'a'));
  };
  expect(await given('06-20', '2026-07-10T00:00:00Z')).toEqual(['-5', '-2', '-2', '-5']);
  expect(await given('07-01', '2026-07-10T00:00:00Z')).toEqual(['-2', '-2', '-2', '-5']);
});

test('C55: what a notice or a scorecard says is told from the ledger, in both languages', async () => {
  const parts = {
    ...base,
    indicators: { total: { ...total, title: { en: 'Total', zh: '总分' } } },
  };
  const outcome = await judged(parts, members);
  const place = explain(outcome, { standing: 'ranking', subject: 'b' });
  expect(
    explanationText(place, 'en')
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    'b: rank 2 of 2',
    'behind a on total: 50 against 90 (by 40)',
    'Total (b 2026) = 50',
    '50  2026-06-01 scored (points 50) e4',
  ]);
  expect(explanationText(place, 'zh')).toMatch(/^b：第 2 名，共 2 个/);
});

test('C56: the same ledger, edition and calendar give the same outcome and the same digest, and no others do', async () => {
  const cn = (holidays: readonly string[]) => ({
    cn: { from: '2026-01-01', until: '2027-01-01', weekend: [6, 7], holidays: [...holidays], workdays: [] },
  });
  const due = {
    per: ['unit'],
    of: { kind: 'events', type: 'scored', value: "addWorkdays(date(time), 3, 'cn')" },
    reduce: 'latest',
  };
  const hash = async (holidays: readonly string[], lines: readonly Line[]) => {
    const outcome = await judged({ ...base, calendars: cn(holidays), indicators: { total, due } }, lines);
    return JSON.stringify(outcomeDocument(outcome).digests);
  };
  const named = members.map(([type, unit, on, data], index): Line => [type, unit, on, data ?? {}, { id: `m${index}` }]);
  const first = await hash(['2026-06-02'], named);
  expect(await hash(['2026-06-02'], named.toReversed())).toBe(first);
  expect(await hash(['2026-06-03'], named)).not.toBe(first);
  expect(await hash(['2026-06-02'], named.slice(0, 3))).not.toBe(first);
});
