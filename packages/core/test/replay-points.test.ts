import { describe, expect, test } from 'vitest';
import { type CloudEvent, type JsonObject, parseEvents, replay } from '../src/index.js';
import { event, judged, rubric, scores, valueFor } from './faults/small-rubric.js';

const give = (name: string, points: string | number, more: JsonObject = {}) => ({
  name,
  basis: '1',
  on: 'scored',
  event: { type: 'give', params: { to: 'sum', points } },
  ...more,
});
const sum = { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' };
const events: readonly CloudEvent[] = [
  ...scores({ ann: 1, bob: 5 }),
  event('a2', 'scored', 'ann', '03-05', { points: 5 }),
  event('a3', 'scored', 'ann', '03-06', { points: 7 }),
];
const high = { points: { present: true, greaterThanInclusive: 5 } };

/** The same points, by each way in which a sum is made: in one walk, by hits, and member by member. */
function waysOf(rules: readonly JsonObject[], all: readonly CloudEvent[] = events, asOf = '2026-12-31') {
  const forward = { name: 'z', basis: '1', on: 'told', event: { type: 'issue', params: { type: 'told' } } };
  const needed = { ...sum, need: '0' };
  const shown = (by: ReturnType<typeof rubric>) => {
    const outcome = judged(by, all, { asOf });
    return ['ann', 'bob'].map((who) => {
      const reading = outcome.subjects[who]?.indicators.sum;
      return `${reading?.value} ${reading?.coverage.used}/${reading?.coverage.of}`;
    });
  };
  return [
    shown(rubric({ indicators: { sum }, rules: [...rules] })),
    shown(rubric({ indicators: { sum }, rules: [...rules, forward] })),
    shown(rubric({ indicators: { sum: needed }, rules: [...rules] })),
  ];
}

test('A ledger that two rubrics read is read by each as if alone', () => {
  const [low, noted] = [
    rubric({ indicators: { sum }, rules: [give('a', 1, { where: { points: { present: true, lessThan: 5 } } })] }),
    rubric({ indicators: { sum }, rules: [give('a', 1, { where: { note: { present: true, equal: 'late' } } })] }),
  ];
  const late = event('b9', 'scored', 'bob', '03-07', { points: '5.5', note: 'late' });
  const parsed = parseEvents(low, [...events, late]);
  if (!parsed.ok) throw new Error('the events are right');
  const sums = [low, noted, low].map((by) => {
    const { subjects } = replay(parsed.value, by);
    return ['ann', 'bob'].map((who) => subjects[who]?.indicators.sum?.value);
  });
  expect(sums).toEqual([
    ['1', '0'],
    ['0', '1'],
    ['1', '0'],
  ]);
});

describe('Sums of literal points are the same by every way:', () => {
  test.each([
    ['whole points', [give('a', 3), give('b', -1, { where: high })], ['7 5/5', '2 2/2']],
    ['decimals, exactly', [give('a', '0.1'), give('b', '0.000001')], ['0.300003 6/6', '0.100001 2/2']],
    ['tenths', [give('a', '-0.7')], ['-2.1 3/3', '-0.7 1/1']],
    ['more than six decimals', [give('a', '0.0000001')], ['0.0000003 3/3', '0.0000001 1/1']],
    ['no hit', [give('a', 3, { where: { points: { present: true, greaterThan: 99 } } })], ['0 0/0', '0 0/0']],
  ])('%s', (_what, rules, expected) => {
    expect(waysOf(rules)).toEqual([expected, expected, expected]);
  });

  test('up to the instant asked for', () => {
    const expected = ['2 2/2', '1 1/1'];
    expect(waysOf([give('a', 1)], events, '2026-03-05')).toEqual([expected, expected, expected]);
  });

  test('for many subjects', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      event(`m${index}`, 'scored', `p${index}`, '02-01', { points: 5 }),
    );
    const expected = ['3 3/3', '1 1/1'];
    expect(waysOf([give('a', 1)], [...many, ...events])).toEqual([expected, expected, expected]);
    const outcome = judged(rubric({ indicators: { sum }, rules: [give('a', 1)] }), many);
    expect(Object.values(outcome.subjects).every(({ indicators }) => indicators.sum?.value === '1')).toBe(true);
  });

  test('where one rule excepts another', () => {
    const unless = [give('a', 3, { unless: ['b'] }), give('b', 1, { where: high })];
    expect(waysOf(unless)).toEqual([
      ['5 3/3', '1 1/1'],
      ['5 3/3', '1 1/1'],
      ['5 3/3', '1 1/1'],
    ]);
    const overrides = [give('a', 3), give('b', 1, { where: high, overrides: ['a'] })];
    expect(waysOf(overrides)).toEqual([
      ['5 3/3', '1 1/1'],
      ['5 3/3', '1 1/1'],
      ['5 3/3', '1 1/1'],
    ]);
  });
});

describe('A condition', () => {
  const holds = (condition: JsonObject, data: JsonObject) => {
    const rules = [{ ...give('a', 1), conditions: condition }];
    const by = rubric({ indicators: { sum }, rules });
    const text = typeof data.points === 'number' ? { ...data, points: `${data.points}.0` } : data;
    return [data, text].map(
      (each) => valueFor(judged(by, [event('e', 'scored', 'ann', '03-01', each)]), 'ann', 'sum') === '1',
    );
  };
  const present = { fact: 'points', operator: 'present', value: true };
  const test3 = (operator: string) => ({ all: [present, { fact: 'points', operator, value: 3 }] });

  test.each([
    ['equal', [false, true, false]],
    ['notEqual', [true, false, true]],
    ['lessThan', [true, false, false]],
    ['lessThanInclusive', [true, true, false]],
    ['greaterThan', [false, false, true]],
    ['greaterThanInclusive', [false, true, true]],
  ])('%s compares numbers alike, written as numbers or as texts', (operator, expected) => {
    const found = [2, 3, 4].map((points) => holds(test3(operator), { points }));
    expect(found).toEqual(expected.map((one) => [one, one]));
  });

  test('of an unknown fact is false', () => {
    for (const operator of ['equal', 'notEqual', 'lessThan', 'greaterThanInclusive']) {
      expect(holds(test3(operator), {}), operator).toEqual([false, false]);
    }
  });

  test('may be a formula, alone or beside a tree', () => {
    const given = (more: JsonObject, data: JsonObject) => {
      const by = rubric({ indicators: { sum }, rules: [{ ...give('a', 1), ...more }] });
      return valueFor(judged(by, [event('e', 'scored', 'ann', '03-01', data)]), 'ann', 'sum');
    };
    const where = 'coalesce(points * 2 > 5, false)';
    expect([given({ where }, { points: 3 }), given({ where }, { points: 2 }), given({ where }, {})]).toEqual([
      '1',
      '0',
      '0',
    ]);
    const conditions = { all: [{ fact: 'note', operator: 'present', value: true }] };
    expect([
      given({ where, conditions }, { points: 3 }),
      given({ where, conditions }, { points: 3, note: 'x' }),
    ]).toEqual(['0', '1']);
    expect([given({ where: true }, {}), given({ where: false }, {})]).toEqual(['1', '0']);
  });

  test('in, notIn, present and absent', () => {
    const of = (operator: string, value: JsonObject[string], note?: string) => {
      const guard = { fact: 'note', operator: 'present', value: true };
      const one = { fact: 'note', operator, value };
      const guarded = operator === 'present' || operator === 'absent' ? one : { all: [guard, one] };
      return holds({ all: [guarded] }, note === undefined ? {} : { note })[0];
    };
    expect([of('in', ['x', 'y'], 'x'), of('in', ['x', 'y'], 'z'), of('in', ['x'])]).toEqual([true, false, false]);
    expect([of('notIn', ['x', 'y'], 'x'), of('notIn', ['x', 'y'], 'z'), of('notIn', ['x'])]).toEqual([
      false,
      true,
      false,
    ]);
    expect([of('present', true, 'x'), of('present', true)]).toEqual([true, false]);
    expect([of('absent', true, 'x'), of('absent', true)]).toEqual([false, true]);
    expect([of('equal', 'x', 'x'), of('equal', 'x', 'y'), of('notEqual', 'x', 'y')]).toEqual([true, false, true]);
  });

  test('any, all and not, of one part, of several, and of none that is known', () => {
    const is = (value: number) => ({ fact: 'points', operator: 'equal', value });
    const all = (...of: readonly JsonObject[]) => ({ all: [present, ...of] });
    const yes = (condition: JsonObject) => holds(condition, { points: 3 })[0];
    expect(yes(all({ any: [is(1), is(3)] }))).toBe(true);
    expect(yes(all({ any: [is(1), is(2)] }))).toBe(false);
    expect(yes(all({ not: is(3) }))).toBe(false);
    expect(yes(all({ not: is(1) }))).toBe(true);
    expect(yes(all(is(3), is(3)))).toBe(true);
    expect(yes(all(is(3), is(1)))).toBe(false);
    expect(yes(all(is(3), is(3), is(3), is(1)))).toBe(false);
    expect(yes(all(is(3), is(3), is(3), is(3)))).toBe(true);
    expect(yes(all(is(1), is(3), is(3)))).toBe(false);
    expect(yes(all(is(3), is(1), is(3)))).toBe(false);
  });

  test('contains and doesNotContain', () => {
    const by = (operator: string) =>
      rubric({
        indicators: { sum },
        rules: [
          {
            ...give('a', 1),
            on: 'done',
            conditions: {
              all: [
                { fact: 'tags', operator: 'present', value: true },
                { fact: 'tags', operator, value: 'x' },
              ],
            },
          },
        ],
      });
    const of = (operator: string, tags: readonly string[]) =>
      valueFor(judged(by(operator), [event('e', 'done', 'ann', '03-01', { item: 'i', tags })]), 'ann', 'sum');
    expect([of('contains', ['y', 'x']), of('contains', ['y'])]).toEqual(['1', '0']);
    expect([of('doesNotContain', ['y', 'x']), of('doesNotContain', ['y'])]).toEqual(['0', '1']);
  });
});

describe('Limits', () => {
  const limit = (name: string, more: JsonObject, params: JsonObject) => ({
    name,
    basis: '1',
    on: 'told',
    event: { type: 'limit', params: { indicator: 'figure', ...params } },
    ...more,
  });
  const figure = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
  const told = (who: string, note: string) => event(`t-${who}-${note}`, 'told', who, '03-02', { note });
  const noted = (note: string) => ({ where: { note: { present: true, equal: note } } });
  const rules = [
    limit('low', noted('low'), { max: '5' }),
    limit('lower', noted('lower'), { max: '3' }),
    limit('high', noted('high'), { min: '4' }),
    limit('higher', noted('higher'), { min: '20' }),
  ];
  const of = (points: number, ...notes: readonly string[]) =>
    valueFor(
      judged(rubric({ indicators: { figure }, rules }), [
        ...scores({ ann: points }),
        ...notes.map((note) => told('ann', note)),
        told('bob', 'lower'),
      ]),
      'ann',
      'figure',
    );

  test('hold where their trigger agrees with the keys, and the strictest of them', () => {
    expect([of(10), of(10, 'low'), of(10, 'low', 'lower'), of(1, 'high'), of(1, 'high', 'higher')]).toEqual([
      '10',
      '5',
      '3',
      '4',
      '20',
    ]);
  });

  test('that cross leave the upper one', () => {
    expect([of(10, 'higher', 'low'), of(1, 'high', 'lower')]).toEqual(['5', '3']);
  });

  test('do nothing to an unknown value', () => {
    const unknown = { per: ['pupil'], is: '1 / 0' };
    const by = rubric({ indicators: { figure: unknown }, rules });
    expect(valueFor(judged(by, [told('ann', 'high')]), 'ann', 'figure')).toBeNull();
  });
});

describe('Formulas', () => {
  const of = (formula: string) =>
    valueFor(
      judged(rubric({ indicators: { figure: { per: ['pupil'], is: formula } } }), scores({ ann: 1 })),
      'ann',
      'figure',
    );

  test.each([
    ["days(date('2026-02-28'), date('2026-03-01'))", '1'],
    ["weekday(date('2026-03-01'))", '7'],
    ["weekday(date('2026-03-02'))", '1'],
    ["quarter(date('2026-03-31')) * 10 + quarter(date('2026-04-01'))", '12'],
    ["month(addMonths(date('2026-01-31'), 1)) * 100 + day(addMonths(date('2026-01-31'), 1))", '228'],
    ["days(date('2026-01-01'), quarterEnd(2026, 1))", '89'],
    ["days(date('2026-01-01'), quarterStart(2026, 2))", '90'],
    ['days(yearStart(2028), yearEnd(2028))', '365'],
    ["day(addDays(date('2026-02-28'), 1))", '1'],
    ['7 % 3 * 100 + (-7 % 3)', '102'],
    ['1 / 3 + 1 / 6', '0.5'],
    ['clamp(5, 1, 3) * 10 + clamp(-5, 1, 3)', '31'],
    ['min(3, 1, 2) * 10 + max(3, 1, 2)', '13'],
    ['floor(-1.5) * 10 + ceil(-1.5)', '-21'],
    ['round(1.25, 1)', '1.3'],
    ['abs(-2)', '2'],
    ['coalesce(1 / 0, 7)', '7'],
    ['known(1 / 0) ? 1 : 2', '2'],
    ['2 in [1, 2] ? 1 : 2', '1'],
    ['3 in [1, 2] ? 1 : 2', '2'],
    ['1 == 1.0 && 1 / 3 == 2 / 6 && 1 != 2 ? 1 : 2', '1'],
    ['1 < 1 || 2 <= 1 || 1 > 1 || 1 >= 2 ? 1 : 2', '2'],
    ['1 <= 1 && 1 >= 1 && 1 < 2 && 2 > 1 ? 1 : 2', '1'],
    ['!(1 < 2) ? 1 : 2', '2'],
  ])('%s', (formula, value) => {
    expect(of(formula)).toBe(value);
  });

  test.each([
    '1 / 0',
    'min(1, 1 / 0)',
    '(1 / 0 > 0) ? 1 : 2',
    '(1 / 0 > 0 || false) ? 1 : 2',
    '(1 / 0 > 0 && true) ? 1 : 2',
    'day(addDays(today, 1.5))',
    'days(today, quarterStart(2026, 5))',
    '5 % 0',
  ])('%s is unknown', (formula) => {
    expect(of(formula)).toBeNull();
  });

  test('Logic is settled by either side, whatever the other one is', () => {
    expect(['(1 / 0 > 0 && false) ? 1 : 2', '(false && 1 / 0 > 0) ? 1 : 2'].map(of)).toEqual(['2', '2']);
    expect(['(1 / 0 > 0 || true) ? 1 : 2', '(true || 1 / 0 > 0) ? 1 : 2'].map(of)).toEqual(['1', '1']);
  });
});

describe('A table', () => {
  const tables = {
    steep: { by: ['x>='], rows: { '0': 1, '2.5': '0.5', '10': -3 } },
    nested: { by: ['x', 'y'], rows: { a: { b: 1, c: 2 } }, else: 9 },
  };
  const of = (formula: string) =>
    valueFor(
      judged(rubric({ tables, indicators: { figure: { per: ['pupil'], is: formula } } }), scores({ ann: 1 })),
      'ann',
      'figure',
    );

  test('with steps gives the row of the greatest limit that is not above the argument', () => {
    expect(
      ['steep(0)', 'steep(2.4)', 'steep(2.5)', 'steep(9.9)', 'steep(10)', 'steep(99)', 'steep(-1)'].map(of),
    ).toEqual(['1', '1', '0.5', '0.5', '-3', '-3', null]);
  });

  test('of two columns nests, and has something else to give', () => {
    expect(["nested('a', 'b')", "nested('a', 'c')", "nested('a', 'd')", "nested('b', 'b')"].map(of)).toEqual([
      '1',
      '2',
      '9',
      '9',
    ]);
  });
});

describe('Canonical order', () => {
  const last = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'latest' };
  const latest = (...list: readonly CloudEvent[]) =>
    valueFor(judged(rubric({ indicators: { last } }), list), 'ann', 'last');
  const at = (id: string, points: number, more: Partial<CloudEvent> = {}) =>
    event(id, 'scored', 'ann', '03-01', { points }, more);

  test('is by sequence, source and id within one instant', () => {
    expect(latest(at('a', 1, { sequence: '10' }), at('b', 2, { sequence: '9' }))).toBe('1');
    expect(latest(at('a', 1, { source: 'z' }), at('b', 2, { source: 'y' }))).toBe('1');
    expect(latest(at('b', 1), at('a', 2))).toBe('1');
    expect(latest(at('b', 1), at('a', 2, { sequence: '1' }))).toBe('2');
  });

  test('is by effective time first, and then by time', () => {
    const events = {
      scored: {
        effective: 'coalesce(startOf(day1), time)',
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          points: { kind: 'number' },
          day1: { kind: 'date', optional: true },
        },
      },
    };
    const by = rubric({ events, indicators: { last } });
    const one = (id: string, on: string, points: number, day1?: string) =>
      event(id, 'scored', 'ann', on, { points, ...(day1 === undefined ? {} : { day1 }) });
    expect(valueFor(judged(by, [one('a', '03-01', 1), one('b', '05-01', 2, '2026-02-01')]), 'ann', 'last')).toBe('1');
    expect(
      valueFor(judged(by, [one('a', '05-02', 1, '2026-02-01'), one('b', '05-01', 2, '2026-02-01')]), 'ann', 'last'),
    ).toBe('1');
    const at1 = (id: string, source: string, points: number) => ({ ...one(id, '05-01', points, '2026-02-01'), source });
    expect(valueFor(judged(by, [at1('a', 'z', 1), at1('b', 'y', 2)]), 'ann', 'last')).toBe('1');
    expect(valueFor(judged(by, [at1('b', 'y', 2), at1('a', 'y', 1)]), 'ann', 'last')).toBe('2');
    const late = [one('a', '03-01', 1), one('b', '02-01', 2, '2026-09-01')];
    expect(valueFor(judged(by, late, { asOf: '2026-08-31' }), 'ann', 'last')).toBe('1');
    expect(valueFor(judged(by, late), 'ann', 'last')).toBe('2');
  });
});

describe('Consequences', () => {
  const rule = (name: string, on: string, where: JsonObject, params: JsonObject) => ({
    name,
    basis: '1',
    on,
    where,
    event: { type: 'consequence', params: { what: 'bonus', to: 'pupil', ...params } },
  });

  test('follow from rows of a standing and from events, in the order of the rubric', () => {
    const by = rubric({
      cohorts: { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } },
      indicators: { total: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' } },
      standings: { ranking: { among: 'peers', by: [{ is: 'total' }] } },
      rules: [
        rule(
          'first',
          'ranking',
          { 'ranking.rank': { present: true, equal: 1 } },
          { amount: 'total * 10', due: 'addDays(today, 1)' },
        ),
        rule('asked', 'told', {}, { recommendation: true }),
      ],
    });
    const joined = (who: string) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' });
    const outcome = judged(by, [
      joined('ann'),
      joined('bob'),
      ...scores({ ann: 2, bob: 1 }),
      event('t', 'told', 'bob', '03-05'),
    ]);
    const shown = outcome.standings[0]?.rows.map(({ consequences }) =>
      consequences.map((one) => [one.rule, one.amount, one.due]),
    );
    expect(shown).toEqual([[['first', '20', '2026-03-06']], []]);
    expect(outcome.subjects.bob?.consequences).toMatchObject([
      { rule: 'asked', amount: null, due: null, recommendation: true },
    ]);
    expect(outcome.subjects.ann?.consequences).toEqual([]);
  });
});
