// Dimension 4: 考核评价.

import { type Facts, is, lastBy, number } from './fold-facts.js';
import { cents, compare, decimal, type Frac, mean, minus, over, plus, sum, times, whole } from './fold-fraction.js';

export const CONTESTS = ['a', 'b', 'c', 'd', 'e'] as const;

/** One panel score a contest and quarter. */
function panel(facts: Facts, unit: string, contest: string, quarter: number): Frac | null {
  const scores = facts
    .of('contest.scored', unit)
    .filter((event) => is(event, 'contest', contest) && is(event, 'quarter', quarter));
  const last = scores.at(-1);
  return last === undefined ? null : decimal(number(last, 'score'));
}

const known = (values: readonly (Frac | null)[]): readonly Frac[] => values.filter((value) => value !== null);

/** The unrounded mean of the five scores of a quarter, for R2 and Y4. */
export function quarterMean(facts: Facts, unit: string, quarter: number): Frac | null {
  const scores = known(CONTESTS.map((contest) => panel(facts, unit, contest, quarter)));
  return scores.length === CONTESTS.length ? mean(scores) : null;
}

function contestMean(facts: Facts, unit: string, contest: string): Frac | null {
  const scores = known([1, 2, 3, 4].map((quarter) => panel(facts, unit, contest, quarter)));
  return scores.length === 4 ? cents(mean(scores)) : null;
}

/** 4.1a–e: five per cent of twenty points less for each rank. */
export function contestPoints(facts: Facts, unit: string, contest: string): Frac | null {
  const own = contestMean(facts, unit, contest);
  if (own === null) return null;
  const others = known(facts.units.map((other) => contestMean(facts, other, contest)));
  return whole(20 - others.filter((other) => compare(other, own) > 0).length);
}

const CLASSES: Readonly<Record<string, number>> = { leaders: 40, peers: 30, reps: 30 };

/** 4.2: each class's last valid count. */
export function ballots(facts: Facts, unit: string): Frac | null {
  const means = Object.entries(CLASSES).map(([group, weight]) => {
    const counts = facts.of('ballots.counted', unit).filter((event) => {
      const cast = votes(event);
      return is(event, 'class', group) && cast >= 10 && cast * 100 >= 60 * number(event, 'roster');
    });
    const last = counts.at(-1);
    if (last === undefined) return null;
    const points = 100 * number(last, 'a') + 85 * number(last, 'b') + 65 * number(last, 'c') + 40 * number(last, 'd');
    return over(whole(weight * points), whole(100 * votes(last)));
  });
  const all = known(means);
  return all.length === means.length ? times(decimal(0.4), sum(all)) : null;
}

const votes = (event: ReturnType<Facts['of']>[number]): number =>
  ['a', 'b', 'c', 'd'].reduce((total, field) => total + number(event, field), 0);

/** 4.3: from seven scores on, one highest and one lowest are dropped. */
export function leaders(facts: Facts, unit: string): Frac | null {
  const last = lastBy(facts.of('leader.scored', unit), (event) => event.data.leader);
  const scores = [...last.values()].map((event) => decimal(number(event, 'score'))).sort(compare);
  if (scores.length === 0) return null;
  return times(decimal(0.3), mean(scores.length >= 7 ? scores.slice(1, -1) : scores));
}

/** 4.4: piecewise linear. */
export function survey(facts: Facts, unit: string): Frac | null {
  const last = facts.of('survey.filed', unit).at(-1);
  if (last === undefined) return null;
  const percent = decimal(number(last, 'percent'));
  if (compare(percent, whole(95)) >= 0) return whole(30);
  if (compare(percent, whole(85)) >= 0) return plus(whole(20), minus(percent, whole(85)));
  if (compare(percent, whole(70)) >= 0) return over(times(minus(percent, whole(70)), whole(20)), whole(15));
  return whole(0);
}
