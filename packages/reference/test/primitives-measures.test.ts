import type { CloudEvent, Json, JsonObject, Lens } from '@meritlog/core';
import { describe, expect, test } from 'vitest';
import { both } from './both.js';
import { event } from './ledger.js';

// Numbers in titles are those of the collected primitives; every value is worked out by hand.

const number: JsonObject = { kind: 'number', optional: true };
const text: JsonObject = { kind: 'text', optional: true };
const key: JsonObject = { kind: 'key', optional: true };
const unit: JsonObject = { kind: 'key', is: 'subject' };

const VOCABULARY: JsonObject = {
  joined: { fields: { unit, group: key, rival: unit } },
  scored: {
    fields: {
      unit,
      item: key,
      round: key,
      tier: key,
      criterion: key,
      block: { kind: 'key', is: 'ceil(round / 3)' },
      points: number,
      possible: number,
      by: text,
    },
  },
  played: { fields: { unit, against: text } },
  paused: { fields: { unit, from: { kind: 'date' }, to: { kind: 'date' } } },
  opened: { fields: { unit, on: { kind: 'date' }, done: { kind: 'date', optional: true } } },
  claimed: { fields: { unit, item: { kind: 'key' } } },
  offered: { fields: { item: { kind: 'key' }, amount: { kind: 'number' } } },
  linked: {
    fields: { unit, child: { kind: 'key' }, share: { kind: 'number' }, until: { kind: 'date', optional: true } },
  },
};

const KEYS: JsonObject = {
  unit: {},
  group: {},
  rival: {},
  item: {},
  criterion: {},
  child: {},
  round: { type: 'number' },
  tier: { type: 'number' },
  block: { type: 'number' },
  level: { type: 'number' },
};

const rivals = { each: ['group'], of: 'rival', in: { event: 'joined' } };
const peers = { each: ['group'], of: 'unit', in: { event: 'joined' } };
const points = { kind: 'events', type: 'scored', value: 'points' };
const per = ['unit'];

/** What each indicator of a rubric with this vocabulary comes to for ann, or for another unit. */
async function judged(
  indicators: { readonly [name: string]: Json },
  events: readonly CloudEvent[],
  more: { readonly lens?: Lens; readonly rules?: Json } = {},
) {
  const { lens = {}, rules = [] } = more;
  const cohorts = Object.entries({ peers, rivals }).filter(([name]) =>
    JSON.stringify(indicators).includes(`"${name}"`),
  );
  const parts = { subject: 'unit', keys: KEYS, vocabulary: { events: VOCABULARY }, indicators, rules };
  const value = await both(
    { ...parts, ...(cohorts.length > 0 ? { cohorts: Object.fromEntries(cohorts) } : {}) },
    events,
    lens,
  );
  return (name: string, subject = 'ann') => value(subject, name);
}

/** Scores of ann on the first days of March. */
const scores = (...all: readonly (number | JsonObject)[]) =>
  all.map((each, at) => score('ann', at, typeof each === 'number' ? { points: each } : each));

const score = (who: string, at: number, data: JsonObject) =>
  event(`${who}-${at}`, 'scored', who, `03-${String(at + 1).padStart(2, '0')}`, data);

const joined = (group: string, ...units: readonly string[]) =>
  units.map((who) => event(`j-${who}`, 'joined', who, '01-01', { group }));

describe('Members chosen by value and by order', () => {
  test('4 and 5: best, worst and the midpoint of an even number', async () => {
    const value = await judged(
      Object.fromEntries(['max', 'min', 'median'].map((reduce) => [`by_${reduce}`, { per, of: points, reduce }])),
      scores(4, 1, 9, 2),
    );
    expect([value('by_max'), value('by_min'), value('by_median')]).toEqual(['9', '1', '3']);
  });

  test('7: drop the worst k, where k hangs on how many were held', async () => {
    const figure = { per, of: points, take: { drop: { worst: 'floor(size / 4)' } }, reduce: 'sum' };
    expect((await judged({ figure }, scores(1, 8, 4)))('figure')).toBe('13');
    expect((await judged({ figure }, scores(1, 8, 4, 2)))('figure')).toBe('14');
    expect((await judged({ figure }, scores(1, 8, 4, 2, 3, 5, 6, 7)))('figure')).toBe('33');
  });

  test('7: drop what leaves the best ratio, and never the exam', async () => {
    const of = { ...points, value: 'points / possible', weight: 'possible' };
    const drop = { worst: 1, optimal: true, where: "coalesce(by, '') != 'exam'" };
    const figure = { per, of, take: { drop }, reduce: 'mean' };
    const all = [
      { points: 80, possible: 100 },
      { points: 20, possible: 100 },
      { points: 1, possible: 20 },
    ];
    expect((await judged({ figure }, scores(...all)))('figure')).toBe('0.675');
    const exam = all.map((each, at) => (at === 1 ? { ...each, by: 'exam' } : each));
    expect((await judged({ figure }, scores(...exam)))('figure')).toBe('0.5');
  });

  test('a trimmed mean leaves the ends out', async () => {
    const figure = { per, of: points, take: { drop: { best: 1, worst: 1 } }, reduce: 'mean' };
    expect((await judged({ figure }, scores(9, 1, 5, 6, 100)))('figure')).toBe('20/3');
  });

  test('50: the value that nine of ten do not exceed', async () => {
    const figure = { per, of: points, take: { keep: { worst: 'ceil(0.9 * size)' } }, reduce: 'max' };
    expect((await judged({ figure }, scores(3, 1, 10, 7, 2, 9, 8, 6, 4, 5)))('figure')).toBe('9');
  });

  test('the best two of each block of three rounds', async () => {
    const best = { of: points, take: { keep: { best: 2 } }, reduce: 'sum' };
    const figure = { per, of: { kind: 'each', key: 'block', value: best }, reduce: 'sum' };
    const rounds = [3, 9, 6, 2, 8, 1].map((each, at) => ({ points: each, round: at + 1 }));
    expect((await judged({ figure }, scores(...rounds)))('figure')).toBe('25');
  });

  test('40: of one occasion the gravest counts', async () => {
    const gravest = { of: points, reduce: 'max' };
    const figure = { per, of: { kind: 'each', key: 'item', value: gravest }, reduce: 'sum' };
    const all = [
      ['a', 3],
      ['a', 6],
      ['b', 2],
    ] as const;
    expect((await judged({ figure }, scores(...all.map(([item, each]) => ({ item, points: each })))))('figure')).toBe(
      '8',
    );
  });

  test('52: distinct days and sources are counted', async () => {
    const items = {
      per,
      of: { kind: 'each', key: 'item', value: '1', in: { kind: 'events', type: 'scored' } },
      reduce: 'count',
    };
    const events = scores({ item: 'a' }, { item: 'b' }, { item: 'a' }, { item: 'c' });
    expect((await judged({ items }, events))('items')).toBe('3');
  });
});

describe('Means that fade and forgive', () => {
  const last = { per, of: points, reduce: 'latest' };
  const rest = { per, of: points, take: { keep: { first: 'size - 1' } }, reduce: 'mean' };

  test('26: the latest weighs 0.65, all before it the rest', async () => {
    const figure = { per, is: 'known(rest) ? 0.65 * last + 0.35 * rest : last' };
    expect((await judged({ last, rest, figure }, scores(2, 4, 5)))('figure')).toBe('4.3');
    expect((await judged({ last, rest, figure }, scores(2)))('figure')).toBe('2');
  });

  test('27: the past fades with every new mark', async () => {
    const figure = { per, of: points, reduce: { kind: 'decay', weight: '0.65' } };
    expect((await judged({ figure }, scores(2, 4, 5)))('figure')).toBe('4.405');
  });

  test('28: points halve every thirty days', async () => {
    const value = 'points * pow(2, -days(date(time), today) / 30)';
    const figure = { per, of: { ...points, value }, reduce: 'sum' };
    const events = ['01-30', '03-01', '03-31'].map((on, at) => event(`s${at}`, 'scored', 'ann', on, { points: 8 }));
    expect((await judged({ figure }, events))('figure')).toBe('14');
    const later = await judged({ figure }, events, { lens: { asOf: '2026-04-30' } });
    expect(later('figure')).toBe('7');
  });

  test('29: the mean of those that reach 3, where two did', async () => {
    const figure = { per, of: { ...points, where: 'points >= 3' }, need: 2, reduce: 'mean' };
    expect((await judged({ figure }, scores(4, 2, 3, 5)))('figure')).toBe('4');
    expect((await judged({ figure }, scores(4, 2)))('figure')).toBeNull();
  });

  test('30 and 60: too little evidence is unknown, and has a mark of its own', async () => {
    const figure = { per, of: points, need: 3, reduce: 'mean' };
    const mark = { per, is: "known(figure) ? (figure >= 5 ? 'A' : 'B') : 'M'" };
    expect((await judged({ figure, mark }, scores(7, 9)))('mark')).toBe('M');
    expect((await judged({ figure, mark }, scores(7, 9, 2)))('mark')).toBe('A');
  });

  test('31: extra credit adds above the line and not below it', async () => {
    const indicators = {
      earned: { per, of: points, reduce: 'sum' },
      held: { per, of: { ...points, value: "by == 'extra' ? 0 : possible" }, reduce: 'sum' },
      figure: { per, is: 'held == 0 ? 1 : earned / held' },
    };
    const of = (by: string, got: number) => ({ by, points: got, possible: 10 });
    expect((await judged(indicators, scores(of('quiz', 9), of('quiz', 8), of('extra', 2))))('figure')).toBe('0.95');
    expect((await judged(indicators, scores(of('extra', 2))))('figure')).toBe('1');
  });

  test('a ratio of nothing is what the rubric says it is', async () => {
    const won = { per, of: { ...points, where: 'points > 0' }, reduce: 'sum' };
    const lost = { per, of: { ...points, where: 'points < 0', value: '-points' }, reduce: 'sum' };
    const ratio = { per, is: 'lost == 0 ? (won == 0 ? 0 : 999) : won / lost' };
    expect((await judged({ won, lost, ratio }, scores(3, -2)))('ratio')).toBe('1.5');
    expect((await judged({ won, lost, ratio }, scores(3)))('ratio')).toBe('999');
    expect((await judged({ won, lost, ratio }, scores(0)))('ratio')).toBe('0');
  });

  test('49: the lower the power, the less one makes up for another', async () => {
    const of = (power: number) => ({ per, of: points, reduce: { kind: 'mean', power } });
    const value = await judged({ plain: of(1), geometric: of(0), harmonic: of(-1), quadratic: of(2) }, scores(2, 8));
    expect(['plain', 'geometric', 'harmonic', 'quadratic'].map((name) => value(name))).toEqual([
      '5',
      '4',
      '3.2',
      '5.83095189484530047087',
    ]);
  });

  test('41 and 42: one rater goes before others, and their spread is told', async () => {
    const of = (who: string, reduce: string) => ({ per, of: { ...points, where: { by: who } }, reduce });
    const indicators = {
      staff: of('staff', 'latest'),
      peersSay: of('peer', 'median'),
      self: of('self', 'latest'),
      mark: { per, is: 'coalesce(staff, peersSay, self)' },
      high: of('peer', 'max'),
      low: of('peer', 'min'),
      third: { per, is: 'high - low > 3' },
    };
    const by = (who: string, got: number) => ({ by: who, points: got });
    const value = await judged(indicators, scores(by('self', 9), by('peer', 4), by('peer', 8), by('peer', 5)));
    expect([value('mark'), value('third')]).toEqual(['5', true]);
    const graded = await judged(indicators, scores(by('self', 9), by('peer', 4), by('peer', 5), by('staff', 6)));
    expect([graded('mark'), graded('third')]).toEqual(['6', false]);
  });
});

describe('Points within bounds', () => {
  test('11: at most 5 of each item, summed', async () => {
    const capped = { per: ['unit', 'item'], of: points, reduce: 'sum', map: 'min(it, 5)' };
    const figure = { per, of: { kind: 'each', key: 'item', value: 'capped' }, reduce: 'sum' };
    const all = scores({ item: 'a', points: 4 }, { item: 'a', points: 4 }, { item: 'b', points: 3 });
    expect((await judged({ capped, figure }, all))('figure')).toBe('8');
  });

  test('13: points expire after twelve months', async () => {
    const window = { by: 'date(time)', from: 'addMonths(today, -12)' };
    const figure = { per, of: points, take: { window }, reduce: 'sum' };
    const events = [
      event('a', 'scored', 'ann', '2025-02-28T12:00:00Z', { points: 1 }),
      event('b', 'scored', 'ann', '2025-03-01T12:00:00Z', { points: 2 }),
      event('c', 'scored', 'ann', '2026-03-01T12:00:00Z', { points: 4 }),
    ];
    expect((await judged({ figure }, events))('figure')).toBe('6');
  });

  test('32: a tier counts only if every tier below it is full', async () => {
    const at = ['unit', 'tier'];
    const indicators = {
      got: { per: at, of: points, reduce: 'sum' },
      full: { per: at, of: { ...points, value: 'possible' }, reduce: 'sum' },
      open: { per: at, is: 'tier <= 1 || (open(tier - 1) && got(tier - 1) >= full(tier - 1))' },
      total: { per, of: { kind: 'each', key: 'tier', value: 'open ? got : 0' }, reduce: 'sum' },
    };
    const tiers = (second: number) =>
      scores(
        { tier: 1, points: 3, possible: 3 },
        { tier: 2, points: second, possible: 3 },
        { tier: 3, points: 1, possible: 2 },
      );
    expect((await judged(indicators, tiers(2)))('total')).toBe('5');
    expect((await judged(indicators, tiers(3)))('total')).toBe('7');
  });

  test('39: ninety days without an offence wipe the level', async () => {
    const latest = { per, of: { ...points, value: 'date(time)' }, reduce: 'latest' };
    const offences = { per, of: { kind: 'events', type: 'scored' }, reduce: 'count' };
    const step = { per, is: 'known(latest) && days(latest, today) < 90 ? offences : 0' };
    const events = scores(1, 1);
    const at = (asOf: string) => judged({ latest, offences, step }, events, { lens: { asOf } });
    expect([(await at('2026-05-30'))('step'), (await at('2026-05-31'))('step')]).toEqual(['2', '0']);
  });

  test('55: an offence three years before the last one no longer counts', async () => {
    const latest = { per, of: { ...points, value: 'date(time)' }, reduce: 'latest' };
    const figure = { per, of: { ...points, where: 'date(time) >= addYears(latest, -3)' }, reduce: 'sum' };
    const events = ['2021-03-01', '2023-03-02', '2026-03-01'].map((on, at) =>
      event(`o${at}`, 'scored', 'ann', `${on}T12:00:00Z`, { points: 2 ** at }),
    );
    expect((await judged({ latest, figure }, events))('figure')).toBe('6');
  });

  test('55: an offence counts only if another one follows within thirty days', async () => {
    const follows = {
      per,
      with: ['time'],
      of: {
        kind: 'events',
        type: 'scored',
        where: 'time > outer.time && days(date(outer.time), date(time)) <= 30',
      },
      reduce: 'count',
    };
    const figure = { per, of: { ...points, where: 'follows > 0' }, reduce: 'sum' };
    const events = ['01-01', '01-31', '03-03', '03-04'].map((on, at) =>
      event(`o${at}`, 'scored', 'ann', on, { points: 2 ** at }),
    );
    expect((await judged({ follows, figure }, events))('figure')).toBe('5');
  });

  test('57: intervals that are excluded stop the clock', async () => {
    const begin = '(from < start ? start : from)';
    const end = '(to > finish ? finish : to)';
    const indicators = {
      start: { per, of: { kind: 'events', type: 'opened', value: 'on' }, reduce: 'first' },
      finish: { per, of: { kind: 'events', type: 'opened', value: 'coalesce(done, today)' }, reduce: 'latest' },
      stopped: { per, of: { kind: 'events', type: 'paused', value: `max(0, days(${begin}, ${end}))` }, reduce: 'sum' },
      elapsed: { per, is: 'days(start, finish) - stopped' },
    };
    const paused = (id: string, from: string, to: string) =>
      event(id, 'paused', 'ann', '01-05', { from: `2026-${from}`, to: `2026-${to}` });
    const opened = event('o', 'opened', 'ann', '03-01', { on: '2026-03-01', done: '2026-03-31' });
    const value = await judged(indicators, [
      paused('p1', '02-20', '03-06'),
      paused('p2', '03-10', '03-12'),
      paused('p3', '04-01', '04-09'),
      opened,
    ]);
    expect([value('stopped'), value('elapsed')]).toEqual(['7', '23']);
  });

  test('58: points are judged by the exposure', async () => {
    const races = { per, of: { kind: 'events', type: 'played' }, reduce: 'count' };
    const sum = { per, of: points, reduce: 'sum' };
    const rate = { per, is: 'races == 0 ? 0 : sum / races' };
    const played = [1, 2, 3, 4].map((at) => event(`p${at}`, 'played', 'ann', `02-0${at}`, { against: 'bob' }));
    expect((await judged({ races, sum, rate }, [...played, ...scores(3, 3)]))('rate')).toBe('1.5');
  });

  test('65: what lies outside the second values from the ends is drawn in to them', async () => {
    const indicators = {
      high: { per, of: points, take: { keep: { best: 2 } }, reduce: 'min' },
      low: { per, of: points, take: { keep: { worst: 2 } }, reduce: 'max' },
      figure: { per, of: { ...points, value: 'clamp(points, low, high)' }, reduce: 'mean' },
    };
    expect((await judged(indicators, scores(1, 5, 6, 7, 100)))('figure')).toBe('6');
  });
});

describe('Values among others', () => {
  const own = { per, of: points, missing: 'skip', reduce: 'mean' };
  const among = (reduce: string, more: JsonObject = {}) => ({
    per: ['group'],
    of: { kind: 'each', key: 'unit', in: { kind: 'cohort', cohort: 'peers' }, value: 'own' },
    missing: 'skip',
    reduce,
    ...more,
  });
  /** What a function of unit and group is worth in the one group of a unit. */
  const inGroup = (value: string) => ({
    per,
    of: { kind: 'each', key: 'group', in: { kind: 'events', type: 'joined' }, value },
    reduce: 'latest',
  });

  test('50: between the worst and the best of the cohort', async () => {
    const indicators = {
      own,
      best: among('max'),
      worst: among('min'),
      figure: { per: ['group', 'unit'], is: 'best == worst ? 1 : (own - worst) / (best - worst)' },
      shown: inGroup('figure'),
    };
    const events = [
      ...joined('g', 'ann', 'bob', 'cat'),
      score('ann', 1, { points: 4 }),
      score('bob', 1, { points: 2 }),
      score('cat', 1, { points: 10 }),
    ];
    const value = await judged(indicators, events);
    expect(['ann', 'bob', 'cat'].map((who) => value('shown', who))).toEqual(['0.25', '0', '1']);
  });

  test('50: in standard deviations from the mean of the cohort', async () => {
    const indicators = {
      own,
      mean: among('mean'),
      squares: {
        ...among('mean'),
        of: { kind: 'each', key: 'unit', in: { kind: 'cohort', cohort: 'peers' }, value: 'own * own' },
      },
      z: { per: ['group', 'unit'], is: '(own - mean) / sqrt(squares - mean * mean)' },
      shown: inGroup('z'),
    };
    const marks = { ann: 9, bob: 7, cat: 5, dan: 5, eve: 4, fay: 4, gus: 4, hal: 2 };
    const events = [
      ...joined('g', ...Object.keys(marks)),
      ...Object.entries(marks).map(([who, got]) => score(who, 1, { points: got })),
    ];
    const value = await judged(indicators, events);
    expect(['ann', 'cat', 'hal'].map((who) => value('shown', who))).toEqual(['2', '0', '-1.5']);
  });

  test('64: what is missing is taken to be the mean of the cohort', async () => {
    const indicators = {
      own,
      mean: among('mean'),
      figure: { per: ['group', 'unit'], is: 'coalesce(own, mean)' },
      shown: inGroup('figure'),
    };
    const events = [
      ...joined('g', 'ann', 'bob', 'cat'),
      score('bob', 1, { points: 2 }),
      score('cat', 1, { points: 10 }),
    ];
    const value = await judged(indicators, events);
    expect(['ann', 'bob'].map((who) => value('shown', who))).toEqual(['6', '2']);
  });

  test('56: each is compared with each, criterion by criterion', async () => {
    const indicators = {
      mark: { per: ['criterion', 'unit'], of: points, reduce: 'sum' },
      beats: {
        per: ['unit', 'rival'],
        of: {
          kind: 'each',
          key: 'criterion',
          in: { kind: 'values', values: ['cost', 'care', 'time'] },
          value: "(mark > mark(rival) ? 1 : mark == mark(rival) ? 0.5 : 0) * (criterion == 'cost' ? 2 : 1)",
        },
        reduce: 'sum',
      },
      copeland: {
        per: ['group', 'unit'],
        of: {
          kind: 'each',
          key: 'rival',
          in: { kind: 'cohort', cohort: 'rivals' },
          where: 'rival != unit',
          value: 'beats > 2 ? 1 : beats < 2 ? -1 : 0',
        },
        reduce: 'sum',
      },
      shown: inGroup('copeland'),
    };
    const marks = {
      ann: { cost: 3, care: 1, time: 1 },
      bob: { cost: 2, care: 2, time: 2 },
      cat: { cost: 1, care: 2, time: 3 },
    };
    const events = Object.entries(marks).flatMap(([who, all]) =>
      Object.entries(all).map(([criterion, got], at) => score(who, at, { criterion, points: got })),
    );
    const value = await judged(indicators, [...joined('g', 'ann', 'bob', 'cat'), ...events]);
    // Of a weight of 4 in all: ann has 2 against bob and 2 against cat; bob 2.5 against cat.
    expect(['ann', 'bob', 'cat'].map((who) => value('shown', who))).toEqual(['0', '1', '-1']);
  });

  test('strength of schedule: the totals of those one met', async () => {
    const total = { per, of: points, reduce: 'sum' };
    const schedule = { per, of: { kind: 'events', type: 'played', value: 'total(against)' }, reduce: 'sum' };
    const events = [score('bob', 1, { points: 3 }), score('cat', 1, { points: 5 }), score('ann', 1, { points: 1 })];
    const played = ['bob', 'cat', 'bob'].map((against, at) => event(`p${at}`, 'played', 'ann', '02-01', { against }));
    expect((await judged({ total, schedule }, [...events, ...played]))('schedule')).toBe('11');
  });

  test('an amount is shared equally among those with the same key', async () => {
    const indicators = {
      pot: { per: ['item'], of: { kind: 'events', type: 'offered', value: 'amount' }, reduce: 'sum' },
      claims: { per: ['item'], of: { kind: 'events', type: 'claimed' }, reduce: 'count' },
      part: { per, of: { kind: 'events', type: 'claimed', value: 'pot / claims' }, reduce: 'sum' },
    };
    const claimed = (id: string, who: string, item: string) => event(id, 'claimed', who, '02-02', { item });
    const offered = (item: string, amount: number) => event(`o-${item}`, 'offered', 'fund', '02-01', { item, amount });
    const value = await judged(indicators, [
      offered('x', 10),
      offered('y', 9),
      claimed('1', 'ann', 'x'),
      claimed('2', 'bob', 'x'),
      claimed('3', 'cat', 'x'),
      claimed('4', 'ann', 'y'),
    ]);
    expect(['ann', 'bob'].map((who) => value('part', who))).toEqual(['37/3', '10/3']);
  });
});

describe('Responsibility that rolls up', () => {
  const own = { per, of: points, reduce: 'mean' };
  const link = (id: string, who: string, child: string, share: number, on = '01-01', until?: string) =>
    event(id, 'linked', who, on, { child, share, ...(until === undefined ? {} : { until }) });

  test('a sponsor answers for projects by the latest share of each, while the link lasts', async () => {
    const indicators = {
      own,
      bears: {
        per: ['unit', 'child'],
        of: { kind: 'events', type: 'linked', where: 'coalesce(until > today, true)', value: 'share' },
        reduce: 'latest',
      },
      figure: {
        per,
        of: {
          kind: 'each',
          key: 'child',
          in: { kind: 'events', type: 'linked' },
          where: 'known(bears)',
          value: 'own(child)',
          weight: 'bears',
        },
        reduce: 'mean',
      },
    };
    const events = [score('p1', 1, { points: 80 }), score('p2', 1, { points: 60 }), score('p3', 1, { points: 10 })];
    const links = [
      link('1', 'ann', 'p1', 0.5),
      link('2', 'ann', 'p2', 1),
      link('3', 'ann', 'p2', 1.5, '02-01'),
      link('4', 'ann', 'p3', 9, '01-01', '2026-02-01'),
    ];
    const value = await judged(indicators, [...events, ...links]);
    // (0.5 · 80 + 1.5 · 60) / 2.
    expect(value('figure')).toBe('65');
  });

  test('a leader has what the units have, through several levels of parents', async () => {
    const indicators = {
      own: { per, of: points, reduce: 'sum' },
      below: {
        per: ['unit', 'level'],
        of: { kind: 'events', type: 'linked', value: 'share * whole(child, level - 1)' },
        reduce: 'sum',
      },
      whole: { per: ['unit', 'level'], is: 'level <= 0 ? own : own + below' },
      total: { per, is: 'whole(unit, 3)' },
    };
    const events = [
      score('clerk', 1, { points: 8 }),
      score('office', 1, { points: 4 }),
      score('other', 1, { points: 2 }),
    ];
    const links = [
      link('1', 'office', 'clerk', 0.5),
      link('2', 'branch', 'office', 1),
      link('3', 'branch', 'other', 0.5),
      link('4', 'ann', 'branch', 0.1),
    ];
    const value = await judged(indicators, [...events, ...links]);
    // The office has 4 + 0.5 · 8, the branch that and 0.5 · 2, ann a tenth of it.
    expect(['office', 'branch', 'ann'].map((who) => value('total', who))).toEqual(['8', '9', '0.9']);
  });
});
