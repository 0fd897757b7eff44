import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, explanationText, type Json, type JsonObject } from '../src/index.js';
import { div, lt, type Num } from '../src/model/num.js';
import type { Member } from '../src/replay/member.js';
import { leastForMean } from '../src/replay/optimal-drop.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

/** Points on the first of the months named, as one indicator takes and reduces them. */
function measured(more: JsonObject, ...points: readonly (number | null | JsonObject)[]) {
  const by = rubric({
    indicators: {
      figure: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum', ...more },
    },
  });
  const events = points.map((each, index) => {
    const data = typeof each === 'number' ? { points: each } : (each ?? {});
    return event(`e${index + 1}`, 'scored', 'ann', `0${index + 1}-01`, data);
  });
  const outcome = judged(by, events);
  return {
    value: valueFor(outcome, 'ann', 'figure'),
    coverage: outcome.subjects.ann?.indicators.figure?.coverage,
    outcome,
  };
}

describe('A window', () => {
  const window = { by: 'date(time)', from: "date('2026-02-01')", until: "date('2026-03-01')" };

  test('holds its first day and not its last', () => {
    expect(measured({ take: { window } }, 1, 2, 4, 8).value).toBe('2');
  });

  test('leaves out what is outside, whatever its value', () => {
    expect(measured({ take: { window } }, null, 2, null)).toMatchObject({ value: '2', coverage: { used: 1, of: 1 } });
  });

  test('goes by the effective instant where it says nothing else', () => {
    const to = { until: "startOf(date('2026-02-01'))" };
    expect(measured({ take: { window: to } }, 1, 2).value).toBe('1');
  });

  test('with an unknown bound makes every member unknown', () => {
    const { value, coverage } = measured({ take: { window: { from: 'unknown' } } }, 1, 2);
    expect([value, coverage]).toEqual([null, { used: 0, of: 2 }]);
    expect(measured({ take: { window: { until: 'unknown' } }, missing: 'skip' }, 1, 2).value).toBe('0');
  });
});

describe('A missing value', () => {
  test('makes the result unknown, is left out, or counts as nothing', () => {
    expect(measured({ reduce: 'mean' }, 3, null).value).toBeNull();
    expect(measured({ reduce: 'mean', missing: 'skip' }, 3, null).value).toBe('3');
    expect(measured({ reduce: 'mean', missing: 'zero' }, 3, null).value).toBe('1.5');
  });

  test('counted as nothing weighs nothing where its weight is unknown', () => {
    const of = { kind: 'events', type: 'scored', value: 'points', weight: 'weight' };
    const more = { of, reduce: 'mean', missing: 'zero' };
    expect(measured(more, { points: 3, weight: 2 }, { weight: 1 }).value).toBe('2');
    expect(measured(more, { points: 3, weight: 2 }, { points: 9 }).value).toBe('3');
  });

  test('of a member that may be none is never counted as nothing', () => {
    const of = { kind: 'events', type: 'scored', value: 'points', where: 'weight > 0' };
    const more = { of, reduce: 'count', missing: 'zero' };
    expect(measured(more, { points: 3, weight: 2 }, { points: 3 }).value).toBe('1');
    expect(measured({ ...more, missing: 'unknown' }, { points: 3, weight: 2 }, { points: 3 }).value).toBeNull();
  });

  test('is told in the coverage', () => {
    expect(measured({ missing: 'skip' }, 3, null, 4).coverage).toEqual({ used: 2, of: 3 });
  });
});

describe('need', () => {
  test('is met by as many known members, counted before any is kept', () => {
    const take = { keep: { best: 1 } };
    expect(measured({ need: '2', take }, 3, 4).value).toBe('4');
    expect(measured({ need: '3', take }, 3, 4).value).toBeNull();
  });

  test('counts no member whose value is taken to be nothing', () => {
    expect(measured({ need: '2', missing: 'zero' }, 3, null).value).toBeNull();
  });
});

describe('keep and drop', () => {
  const latest = (take: JsonObject, ...points: readonly number[]) =>
    measured({ take, reduce: 'latest' }, ...points).value;
  const sum = (take: JsonObject, ...points: readonly number[]) => measured({ take }, ...points).value;

  test('go by value or by order', () => {
    expect(sum({ keep: { best: 2 } }, 1, 8, 4, 2)).toBe('12');
    expect(sum({ keep: { worst: 2 } }, 1, 8, 4, 2)).toBe('3');
    expect(sum({ keep: { latest: 2 } }, 1, 8, 4, 2)).toBe('6');
    expect(sum({ keep: { first: 3 } }, 1, 8, 4, 2)).toBe('13');
    expect(sum({ drop: { best: 1, worst: 2 } }, 1, 8, 4, 2)).toBe('4');
  });

  test('take the earlier of equals, and leave the later out', () => {
    const noted = (take: JsonObject) => {
      const of = { kind: 'events', type: 'scored', value: 'points' };
      const { outcome } = measured({ of, take, reduce: 'count' }, 5, 5, 5);
      const { reason } = explained(outcome);
      return reason.body.kind === 'measure' ? reason.body.members.map(({ fate }) => fate) : [];
    };
    expect(noted({ keep: { best: 1 } })).toEqual(['taken', 'dropped', 'dropped']);
    expect(noted({ keep: { worst: 1 } })).toEqual(['taken', 'dropped', 'dropped']);
    expect(noted({ drop: { best: 1 } })).toEqual(['taken', 'taken', 'dropped']);
    expect(noted({ drop: { worst: 1 } })).toEqual(['taken', 'taken', 'dropped']);
  });

  test('drop after keeping', () => {
    expect(sum({ keep: { best: 2 }, drop: { best: 1 } }, 1, 8, 4, 2)).toBe('4');
  });

  test('take whole numbers of members, of as many as there were candidates', () => {
    expect(sum({ keep: { best: 'size / 2' } }, 1, 8, 4)).toBe('8');
    expect(sum({ keep: { first: '-1' } }, 1, 8)).toBe('0');
    expect(sum({ drop: { worst: 'size / 4' } }, 1, 8, 4)).toBe('13');
    expect(measured({ take: { keep: { best: 'unknown' } } }, 1).value).toBeNull();
    expect(measured({ take: { drop: { worst: 'unknown' } } }, 1).value).toBeNull();
  });

  test('drop only what a condition lets go', () => {
    const noted = (worst: number, ...points: readonly (readonly [points: number, note?: string])[]) =>
      measured(
        { take: { drop: { worst, where: { note: 'quiz' } } } },
        ...points.map(([value, note]) => ({ points: value, ...(note === undefined ? {} : { note }) })),
      ).value;
    expect(noted(1, [1, 'exam'], [4, 'quiz'], [8, 'quiz'], [2])).toBe('11');
    expect(noted(9, [1, 'exam'], [4, 'quiz'], [8, 'quiz'])).toBe('1');
    const best = { drop: { best: 1, worst: 1, where: 'points < 8' } };
    expect(sum(best, 1, 8, 4, 2)).toBe('10');
    expect(sum({ drop: { best: 3, worst: 3 } }, 1, 8, 4, 2)).toBe('0');
    expect(sum({ drop: { best: 1, worst: 1 } }, 5, 5, 5)).toBe('5');
  });

  test('leave the order of members as it was', () => {
    expect(latest({ keep: { best: 2 } }, 9, 1, 3)).toBe('3');
    expect(latest({ keep: { latest: 2 } }, 9, 1, 3)).toBe('3');
  });
});

describe('The members whose going leaves the greatest mean', () => {
  const of = { kind: 'events', type: 'scored', value: 'points', weight: 'weight' };
  type Pair = readonly [points: number, weight: number];
  const best = (worst: number | string, pairs: readonly Pair[], more: JsonObject = {}, drop: JsonObject = {}) =>
    measured(
      { of, reduce: 'mean', take: { drop: { worst, optimal: true, ...drop } }, ...more },
      ...pairs.map(([points, weight]) => ({ points, weight })),
    );
  const fates = (worst: number, ...pairs: readonly Pair[]) => {
    const { reason } = explained(best(worst, pairs).outcome);
    return reason.body.kind === 'measure' ? reason.body.members.map(({ fate }) => fate === 'taken') : [];
  };

  test('are not always the lowest ones: of 80 in 100, 20 in 1 and 1 in 0 the heavy 20 goes', () => {
    expect(
      best(1, [
        [80, 100],
        [20, 1],
        [1, 0],
      ]).value,
    ).toBe('80');
    expect(
      measured(
        { of, reduce: 'mean', take: { drop: { worst: 1 } } },
        { points: 80, weight: 100 },
        { points: 20, weight: 1 },
        { points: 1, weight: 0 },
      ).value,
    ).toBe('8020/101');
  });

  test('are found where the choice of two is not that of one and one more', () => {
    const ratio = { of: { ...of, value: 'points / weight' } };
    const marks: readonly Pair[] = [
      [100, 100],
      [42, 91],
      [14, 55],
      [3, 38],
    ];
    // Without 3 of 38: 156/246. Without 42 of 91 and 14 of 55: 103/138, where without 14 of 55 and 3 of 38 it were 142/191.
    expect([best(1, marks, ratio).value, best(2, marks, ratio).value]).toEqual(['26/41', '103/138']);
  });

  test('are of equals those of less weight, and then the later ones', () => {
    expect(fates(1, [4, 1], [4, 1])).toEqual([true, false]);
    expect(fates(1, [4, 0], [4, 1])).toEqual([false, true]);
    expect(fates(1, [9, 0], [5, 1])).toEqual([false, true]);
    expect(fates(2, [4, 1], [4, 1], [4, 1])).toEqual([true, false, false]);
  });

  test('are unknown where a weight is negative, or where nothing is left to weigh', () => {
    expect(
      best(1, [
        [4, -1],
        [5, 3],
      ]).value,
    ).toBeNull();
    expect(
      best(2, [
        [4, 1],
        [5, 3],
      ]).value,
    ).toBeNull();
    expect(
      best(1, [
        [4, 0],
        [5, 0],
      ]).value,
    ).toBeNull();
    expect(best('unknown', [[4, 1]]).value).toBeNull();
    expect(
      best(0, [
        [4, 1],
        [6, 1],
      ]).value,
    ).toBe('5');
  });

  test('are among those that a condition lets go', () => {
    expect(
      best(
        1,
        [
          [80, 100],
          [20, 1],
          [1, 2],
        ],
        {},
        { where: 'weight < 2' },
      ).value,
    ).toBe('4001/51');
    expect(
      best(
        5,
        [
          [80, 100],
          [20, 1],
          [1, 2],
        ],
        {},
        { where: 'weight < 50' },
      ).value,
    ).toBe('80');
  });

  test('are those that trying every choice finds', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 8 }), fc.nat(7), (pairs, n) => {
        const members = pairs.map(([value, weight]) => ({ value, weight }) as Member);
        const gone = leastForMean(members, members, n);
        const means = choices(pairs, Math.min(n, pairs.length)).flatMap((left) => meanOf(left) ?? []);
        const most = means.reduce<Num | undefined>((a, b) => (a === undefined || lt(a, b) ? b : a), undefined);
        if (gone === undefined) expect(most).toBeUndefined();
        else expect(meanOf(pairs.filter((_, at) => !gone.includes(members[at] as Member)))).toEqual(most);
      }),
    );
  });

  function choices<T>([first, ...rest]: readonly T[], without: number): readonly (readonly T[])[] {
    if (first === undefined) return without === 0 ? [[]] : [];
    const kept = choices(rest, without).map((others) => [first, ...others]);
    return without === 0 ? kept : [...kept, ...choices(rest, without - 1)];
  }

  function meanOf(pairs: readonly Pair[]): Num | undefined {
    const sum = pairs.map(([points, weight]) => points * weight).reduce((a, b) => a + b, 0);
    return div(
      sum,
      pairs.map(([, weight]) => weight).reduce((a, b) => a + b, 0),
    );
  }
});

describe('A value that is missing and counts as 0', () => {
  test('is told as such, and can be dropped', () => {
    const drop = { missing: 'zero', take: { drop: { worst: 1 } } };
    const { value, outcome } = measured(drop, 3, null, 5);
    const { reason } = explained(outcome);
    expect([value, reason.body]).toMatchObject([
      '8',
      { members: [{ fate: 'taken' }, { value: '0', assumed: true, fate: 'dropped' }, { fate: 'taken' }] },
    ]);
    expect(explanationText({ kind: 'value', reason }, 'en')).toContain('unknown, counted as 0  left out');
    expect(explanationText({ kind: 'value', reason }, 'zh')).toContain('未知，按 0 计  不计');
  });
});

describe('A reduction', () => {
  test('of nothing is nothing for sums and counts, and unknown for all others', () => {
    const none = { of: { kind: 'events', type: 'scored', value: 'points', where: 'points > 99' } };
    for (const reduce of ['sum', 'count']) expect(measured({ ...none, reduce }, 1).value).toBe('0');
    for (const reduce of ['mean', 'median', 'min', 'max', 'latest', 'first']) {
      expect(measured({ ...none, reduce }, 1).value, reduce).toBeNull();
    }
  });

  test.each([
    ['sum', '16.2'],
    ['count', '4'],
    ['mean', '4.05'],
    ['median', '3.5'],
    ['min', '1.2'],
    ['max', '8'],
    ['latest', '2'],
    ['first', '1.2'],
  ])('%s', (reduce, value) => {
    expect(measured({ reduce }, 1.2, 8, 5, 2).value).toBe(value);
  });

  test('is exact: ten tenths are one, and the median of an odd number of values is the middle one by number', () => {
    expect(measured({}, ...Array.from({ length: 9 }, () => 0.1)).value).toBe('0.9');
    expect(measured({ reduce: 'mean' }, 1, 1, 2).value).toBe('4/3');
    expect(measured({ reduce: 'median' }, 10, 9, 100).value).toBe('10');
  });

  test('weighs values in sums and means', () => {
    const of = { kind: 'events', type: 'scored', value: 'points', weight: 'weight' };
    const members = [
      { points: 3, weight: 1 },
      { points: 6, weight: 2 },
    ] as const;
    expect(measured({ of }, ...members).value).toBe('15');
    expect(measured({ of, reduce: 'mean' }, ...members).value).toBe('5');
    expect(measured({ of, reduce: 'mean' }, { points: 3, weight: 0 }).value).toBeNull();
  });
});

describe('A mean of another power', () => {
  const of = { kind: 'events', type: 'scored', value: 'points', weight: 'weight' };
  const power = (p: string | number, more: JsonObject = {}) => ({ reduce: { kind: 'mean', power: p }, ...more });
  const mean = (p: string | number, ...points: readonly number[]) => measured(power(p), ...points).value;

  test('is geometric for 0, and exact where the root is', () => {
    expect(mean(0, 2, 8)).toBe('4');
    expect(mean(0, 0.25, 1)).toBe('0.5');
    expect(mean(0, 1, 3, 9)).toBe('3');
    expect(mean(0, 1, 2)).toBe('1.4142135623730950488');
  });

  test('is harmonic for -1, quadratic for 2, and the plain mean for 1', () => {
    expect(mean(-1, 2, 3, 6)).toBe('3');
    expect(mean(-1, 1, 2)).toBe('4/3');
    expect(mean(2, 1, 7)).toBe('5');
    expect(mean('1.0', -1, 2)).toBe('0.5');
    expect(mean('0.5', 4, 9)).toBe('6.25');
    expect(mean(-2, 1, 1, 2)).toBe('1.15470053837925152902');
  });

  test('lies between the least and the greatest, and rises with the power', () => {
    const points = [3, 7, 2, 9];
    const means = [-2, -1, 0, '0.5', 1, 2, 3].map((p) => Number(mean(p, ...points)));
    expect(means).toEqual([...means].sort((a, b) => a - b));
    expect([(means[0] ?? 0) > 2, (means.at(-1) ?? 0) < 9]).toEqual([true, true]);
  });

  test('of equal values is that value', () => {
    expect([mean('0.5', 2, 2), mean('1.5', 3, 3), mean(0, 7, 7, 7)]).toEqual(['2', '3', '7']);
  });

  test('of weighed values counts each by its weight', () => {
    const pairs = [
      { points: 2, weight: 1 },
      { points: 16, weight: 2 },
    ];
    expect(measured(power(0, { of }), ...pairs).value).toBe('8');
    expect(measured(power(-1, { of }), ...pairs).value).toBe('4.8');
    const halves = pairs.map(({ points, weight }) => ({ points, weight: weight / 4 }));
    expect(measured(power(0, { of }), ...halves).value).toBe('8');
  });

  test('of so many that their product would be of no use goes by logarithms', () => {
    const pairs = [
      { points: 2, weight: 1 },
      { points: 8, weight: 1001 },
    ];
    expect(measured(power(0, { of }), ...pairs).value).toMatch(/^7\.98893/);
  });

  test('of a negative value or weight is unknown, and one of weight 0 is left out', () => {
    expect([mean(2, -1, 2), mean(0, -1, 2)]).toEqual([null, null]);
    expect(measured(power(2, { of }), { points: 1, weight: -1 }, { points: 2, weight: 1 }).value).toBeNull();
    expect(measured(power(0, { of }), { points: 0, weight: 0 }, { points: 2, weight: 1 }).value).toBe('2');
    expect(measured(power(0, { of }), { points: 2, weight: 0 }).value).toBeNull();
  });

  test('of a power that is not above 0 is 0 where one of the values is', () => {
    expect([mean(0, 0, 2), mean(-1, 0, 2), mean(2, 0, 2)]).toEqual(['0', '0', '1.4142135623730950488']);
  });

  test('tells its power among its reasons', () => {
    const { reason } = explained(measured(power(-1), 2, 3, 6).outcome);
    expect(explanationText({ kind: 'value', reason }, 'en')).toContain('mean (power -1) of 3');
    expect(explanationText({ kind: 'value', reason }, 'zh')).toContain('3 项幂平均（幂次 -1）');
  });
});

describe('A decay', () => {
  const decay = (weight: string | number, more: JsonObject = {}) => ({ reduce: { kind: 'decay', weight }, ...more });

  test('of one value is that value, and each later one moves it by the weight', () => {
    expect(measured(decay('0.65'), 4).value).toBe('4');
    expect(measured(decay('0.65'), 4, 2).value).toBe('2.7');
    expect(measured(decay('0.65'), 4, 2, 3).value).toBe('2.895');
  });

  test('takes any weight from the scope of the indicator, and is exact', () => {
    expect(measured(decay('1 / 3'), 3, 6, 0.1).value).toBe('2.7');
    expect(measured(decay(1), 4, 2).value).toBe('2');
    expect(measured(decay(0), 4, 2).value).toBe('4');
    expect(measured(decay("pupil == 'ann' ? 1 / 4 : 1"), 4, 2).value).toBe('3.5');
  });

  test('of nothing, or by an unknown weight, is unknown', () => {
    expect(measured(decay('0.5')).value).toBeUndefined();
    expect(measured(decay('0.5', { missing: 'skip' }), null).value).toBeNull();
    expect(measured(decay('unknown'), 4).value).toBeNull();
  });

  test('goes by what is left when members were taken', () => {
    expect(measured(decay('0.5', { take: { keep: { latest: 2 } } }), 100, 4, 2).value).toBe('3');
  });

  test('comes to what the recurrence says at each step, however many members', () => {
    const points = Array.from({ length: 9 }, (_, index) => (7 * index) % 5);
    const [w, first = 0] = [0.35, points[0]];
    const expected = points.slice(1).reduce((at, value) => w * value + (1 - w) * at, first);
    expect(Number(measured(decay('0.35'), ...points).value)).toBeCloseTo(expected, 12);
  });

  test('tells the weight among its reasons', () => {
    const { reason } = explained(measured(decay('0.65'), 4, 2).outcome);
    expect(reason.body).toMatchObject({ reduce: 'decay', parameter: '0.65', value: '2.7' });
    expect(explanationText({ kind: 'value', reason }, 'en')).toContain('decaying mean (weight 0.65) of 2');
    expect(explanationText({ kind: 'value', reason }, 'zh')).toContain('2 项衰减平均（权重 0.65）');
  });
});

describe('The latest of several values of one instant', () => {
  type Pair = readonly [id: string, points: number, sequence?: string];
  const found = (...pairs: readonly Pair[]) => foundBy('latest', ...pairs);
  const foundBy = (reduce: Json, ...pairs: readonly Pair[]) => {
    const by = rubric({
      indicators: { figure: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce } },
    });
    const events = pairs.map(([id, points, sequence]) =>
      event(id, 'scored', 'ann', '03-01', { points }, sequence === undefined ? {} : { sequence }),
    );
    return judged(by, events).findings.map(({ code, facts }) => [code, facts.first, facts.second]);
  };

  test('is a finding where their ids alone order them', () => {
    expect(found(['b', 1], ['a', 2])).toEqual([['simultaneous', 'a', 'b']]);
  });

  test('is none where a sequence orders them, or where they are equal', () => {
    expect(found(['b', 1, '1'], ['a', 2, '2'])).toEqual([]);
    expect(found(['b', 2], ['a', 2])).toEqual([]);
  });

  test('is a finding anywhere in a decay', () => {
    const decay = { kind: 'decay', weight: '0.5' };
    expect(foundBy(decay, ['b', 1, '1'], ['d', 2], ['c', 3], ['a', 4, '2'])).toEqual([['simultaneous', 'c', 'd']]);
    expect(foundBy(decay, ['b', 1], ['a', 1])).toEqual([]);
  });
});

function explained(outcome: ReturnType<typeof judged>) {
  const found = explain(outcome, { subject: 'ann', indicator: 'figure' });
  if (found.kind !== 'value') throw new Error('a number was asked for');
  return found;
}
