import { expect, test } from 'vitest';
import { judged, type Line, rowsOf, valuesOf } from './capability.js';

const per = ['unit', 'period'];
const latest = (type: string, value: string, keys: readonly string[] = per) => ({
  per: [...keys],
  of: { kind: 'events', type, value },
  reduce: 'latest',
});

test('C13: each four weeks without a fault since the last one earn a bonus', async () => {
  const parts = {
    events: { seen: {}, fault: {} },
    indicators: {
      lastFault: latest('fault', 'date(time)'),
      bonus: { per, is: '2 * floor(days(coalesce(lastFault, yearStart(period)), today) / 28)' },
    },
  };
  const lines: readonly Line[] = [
    ['fault', 'a', '03-02'],
    ['seen', 'b', '01-05'],
  ];
  // Sixty days and a hundred and twenty.
  expect(valuesOf(await judged(parts, lines, { asOf: '2026-05-01' }), 'bonus', 'a', 'b')).toEqual(['4', '8']);
});

test('C14: milestones lose by tiers of lateness, after what was extended with approval', async () => {
  const matter = ['unit', 'item'];
  const parts = {
    events: {
      planned: { fields: { item: 'key', due: 'date' } },
      reached: { fields: { item: 'key' } },
      extended: { fields: { item: 'key', more: 'number' } },
    },
    tables: { tier: { by: ['late>='], rows: { 1: -1, 11: -3, 31: -5 }, else: 0 } },
    indicators: {
      deadline: latest('planned', 'due', matter),
      extension: { per: matter, of: { kind: 'events', type: 'extended', value: 'more' }, reduce: 'sum' },
      done: latest('reached', 'date(time)', matter),
      loss: {
        per: ['unit'],
        of: { kind: 'each', key: 'item', value: 'tier(days(addDays(deadline, extension), done))' },
        reduce: 'sum',
      },
    },
  };
  const plan = (unit: string, on: string): readonly Line[] => [
    ['planned', unit, '01-05', { item: 'm', due: '2026-03-31' }],
    ['reached', unit, on, { item: 'm' }],
  ];
  const extended: Line = ['extended', 'b', '03-20', { item: 'm', more: 10 }];
  const lines = [...plan('a', '04-05'), ...plan('b', '04-05'), extended, ...plan('c', '04-11'), ...plan('d', '05-01')];
  expect(valuesOf(await judged(parts, lines), 'loss', 'a', 'b', 'c', 'd')).toEqual(['-1', '0', '-3', '-5']);
});

test('C15: progress is compared with the share of the year that has passed, in percentage points', async () => {
  const parts = {
    events: { done: { fields: { share: 'number' } } },
    indicators: {
      progress: latest('done', 'share'),
      ahead: { per, is: 'progress - 100 * days(yearStart(period), today) / 365' },
      score: { per, is: '20 + 0.5 * min(0, ahead)' },
    },
  };
  const lines: readonly Line[] = [
    ['done', 'a', '03-01', { share: 15 }],
    ['done', 'b', '03-01', { share: 21 }],
  ];
  // Seventy-three days are a fifth of the year.
  const outcome = await judged(parts, lines, { asOf: '2026-03-15' });
  expect(valuesOf(outcome, 'ahead', 'a', 'b')).toEqual(['-5', '1']);
  expect(valuesOf(outcome, 'score', 'a', 'b')).toEqual(['17.5', '20']);
});

test('C16: a checklist pays for each item that is there', async () => {
  const parts = {
    events: { ticked: { fields: { item: 'key' } } },
    indicators: {
      ticks: { per: ['unit', 'item'], of: { kind: 'events', type: 'ticked' }, reduce: 'count' },
      list: {
        per: ['unit'],
        of: {
          kind: 'each',
          key: 'item',
          in: { kind: 'values', values: ['plan', 'owner', 'deadline'] },
          value: "ticks == 0 ? 0 : item == 'plan' ? 4 : 2",
        },
        reduce: 'sum',
      },
    },
  };
  const lines: readonly Line[] = [
    ['ticked', 'a', '02-01', { item: 'plan' }],
    ['ticked', 'a', '02-02', { item: 'owner' }],
    ['ticked', 'a', '02-03', { item: 'owner' }],
    ['ticked', 'a', '02-03', { item: 'poster' }],
  ];
  expect(valuesOf(await judged(parts, lines), 'list', 'a')).toEqual(['6']);
});

test('C17: a rank that somebody else gave pays by place, and for the places gained', async () => {
  const parts = {
    events: { ranked: { fields: { at: 'number' } } },
    tables: { pays: { by: ['rank>='], rows: { 1: 10, 2: 8, 4: 5, 7: 0 } } },
    indicators: {
      rank: latest('ranked', 'at'),
      score: { per, is: 'pays(rank) + max(0, coalesce(rank(period - 1) - rank, 0))' },
    },
  };
  const lines: readonly Line[] = [
    ['ranked', 'a', '2025-12-20', { at: 6 }],
    ['ranked', 'a', '12-20', { at: 4 }],
    ['ranked', 'b', '12-20', { at: 1 }],
  ];
  expect(valuesOf(await judged(parts, lines), 'score', 'a', 'b')).toEqual(['7', '10']);
});

test('C18: a survey pays by straight lines between the marks', async () => {
  const points = [
    [70, 0],
    [85, 20],
    [95, 30],
  ];
  const map = [
    { kind: 'linear', points },
    { kind: 'round', digits: 2 },
  ];
  const parts = {
    events: { surveyed: { fields: { rate: 'number' } } },
    indicators: { survey: { ...latest('surveyed', 'rate'), map } },
  };
  const lines = [80, 90, 60, 99].map((rate, index): Line => ['surveyed', `u${index}`, '12-01', { rate }]);
  const outcome = await judged(parts, lines);
  expect(valuesOf(outcome, 'survey', 'u0', 'u1', 'u2', 'u3')).toEqual(['13.33', '25', '0', '30']);
});

test('C19: classes of voters weigh 3:6:3:3, each trimmed, with enough valid ballots or none', async () => {
  const parts = {
    events: { voted: { fields: { group: 'key', mark: 'number', valid: 'flag' } } },
    tables: { weightOf: { by: ['class'], rows: { deputies: 6 }, else: 3 } },
    indicators: {
      ofClass: {
        per: ['unit', 'group'],
        of: { kind: 'events', type: 'voted', where: 'valid', value: 'mark' },
        take: { drop: { best: 1, worst: 1 } },
        need: '3',
        reduce: 'mean',
      },
      appraisal: {
        per: ['unit'],
        of: { kind: 'each', key: 'group', value: 'ofClass', weight: 'weightOf(group)' },
        reduce: 'mean',
      },
    },
  };
  const vote = (unit: string, group: string, ...marks: readonly number[]): readonly Line[] =>
    marks.map((mark) => ['voted', unit, '12-10', { group, mark, valid: mark > 0 }]);
  const three = (unit: string) => [
    ...vote(unit, 'deputies', 80, 80, 80),
    ...vote(unit, 'peers', 60, 70, 95),
    ...vote(unit, 'public', 75, 85, 95, 65),
  ];
  const leaders = [...vote('a', 'leaders', 90, 80, 70, 100, 0), ...vote('b', 'leaders', 90, 80, 0)];
  const outcome = await judged(parts, [...three('a'), ...three('b'), ...leaders]);
  // (3·85 + 6·80 + 3·70 + 3·80) / 15
  expect(valuesOf(outcome, 'appraisal', 'a', 'b')).toEqual(['79', null]);
});

test('C20: one item is scored by several departments with weights', async () => {
  const parts = {
    events: { marked: { fields: { judge: 'key', mark: 'number' } } },
    tables: { share: { by: ['judge'], rows: { finance: '0.4', audit: '0.6' } } },
    indicators: {
      score: {
        per: ['unit'],
        of: { kind: 'events', type: 'marked', value: 'mark', weight: 'share(judge)' },
        reduce: 'mean',
      },
    },
  };
  const lines: readonly Line[] = [
    ['marked', 'a', '12-01', { judge: 'finance', mark: 80 }],
    ['marked', 'a', '12-01', { judge: 'audit', mark: 90 }],
  ];
  expect(valuesOf(await judged(parts, lines), 'score', 'a')).toEqual(['86']);
});

test('C21: what does not apply is redistributed, taken as full, or left out: three policies that say which', async () => {
  const marked = (name: string, full: number) => ({
    full,
    per,
    of: { kind: 'events', type: 'marked', where: `item == '${name}'`, value: "status == 'scored' ? mark : unknown" },
    reduce: 'latest',
  });
  const weighted = [
    { indicator: 'x', weight: 20 },
    { indicator: 'y', weight: 30 },
    { indicator: 'z', weight: 50 },
  ];
  const parts = {
    events: { marked: { fields: { item: 'key', status: 'scored|na', mark: 'number?' } } },
    indicators: {
      a: marked('a', 20),
      b: marked('b', 30),
      c: marked('c', 50),
      x: { per, is: 'a / 20' },
      y: { per, is: 'b / 30' },
      z: { per, is: 'c / 50' },
      redistributed: {
        per,
        of: { kind: 'parts', parts: weighted },
        missing: 'skip',
        reduce: 'mean',
        map: ['100 * it', { kind: 'round', digits: 2 }],
      },
      asFull: { per, is: 'coalesce(a, 20) + coalesce(b, 30) + coalesce(c, 50)' },
      leftOut: { per, of: { kind: 'parts', parts: ['a', 'b', 'c'] }, missing: 'skip', reduce: 'sum' },
    },
  };
  const lines: readonly Line[] = [
    ['marked', 'u', '12-01', { item: 'a', status: 'scored', mark: 18 }],
    ['marked', 'u', '12-01', { item: 'b', status: 'na' }],
    ['marked', 'u', '12-01', { item: 'c', status: 'scored', mark: 40 }],
  ];
  const outcome = await judged(parts, lines);
  // (20·0.9 + 50·0.8) / 70, then 18 + 30 + 40, then 18 + 40.
  const all = ['redistributed', 'asFull', 'leftOut'].flatMap((name) => valuesOf(outcome, name, 'u'));
  expect(all).toEqual(['82.86', '88', '58']);
});

test('C22: missing evidence is pending or zero as the rubric says, and never silently full', async () => {
  const parts = {
    events: { joined: { fields: { group: 'key' } }, reported: { fields: { rate: 'number' } } },
    cohorts: { peers: { each: ['period'], of: 'unit', in: { event: 'joined' } } },
    indicators: {
      pending: latest('reported', 'rate'),
      zero: { ...latest('reported', 'rate'), otherwise: '0' },
      total: { per, is: 'pending + zero' },
    },
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }] } },
  };
  const lines: readonly Line[] = [
    ['joined', 'a', '01-01', { group: 'g' }],
    ['joined', 'b', '01-01', { group: 'g' }],
    ['reported', 'a', '12-01', { rate: 9 }],
  ];
  const outcome = await judged(parts, lines);
  const all = [...valuesOf(outcome, 'pending', 'a', 'b'), ...valuesOf(outcome, 'zero', 'a', 'b')];
  expect(all).toEqual(['9', null, '9', '0']);
  expect(outcome.subjects.b?.indicators.pending?.coverage).toEqual({ used: 0, of: 0 });
  expect(rowsOf(outcome, ({ rank, subject, unranked }) => `${rank} ${subject} ${unranked}`)).toEqual([
    '1 a null',
    'null b unknown: total',
  ]);
});

test('C23: decimals are exact, and rounding has a mode, a scale and a stage', async () => {
  const rounded = (mode: string) => ({ ...latest('marked', 'mark'), map: { kind: 'round', digits: 0, mode } });
  const parts = {
    events: { marked: { fields: { mark: 'number' } }, added: { fields: { points: 'number' } } },
    indicators: {
      total: { per, of: { kind: 'events', type: 'added', value: 'points' }, reduce: 'sum' },
      third: { per, is: 'total / 3', map: { kind: 'round', digits: 4 } },
      whole: { per, is: 'third * 3' },
      up: rounded('half-up'),
      even: rounded('half-even'),
      away: rounded('half-away'),
    },
  };
  const lines: readonly Line[] = [
    ['added', 'a', '03-01', { points: 0.1 }],
    ['added', 'a', '03-02', { points: 0.2 }],
    ['added', 'a', '03-03', { points: '0.7' }],
    ['marked', 'a', '03-04', { mark: -2.5 }],
  ];
  const outcome = await judged(parts, lines);
  const all = ['total', 'third', 'whole', 'up', 'even', 'away'].flatMap((name) => valuesOf(outcome, name, 'a'));
  expect(all).toEqual(['1', '0.3333', '0.9999', '-2', '-2', '-3']);
});
