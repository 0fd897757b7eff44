// Dimension 1: 目标管理. Each leaf is rounded once, by the caller; `null` is unknown.

import { addDays, CUT_OFF, daysFrom } from './fold-days.js';
import { dayOf, type Facts, type FlagshipEvent, has, inOrder, is, lastBy, number, text } from './fold-facts.js';
import { cents, compare, decimal, type Frac, least, minus, most, over, sum, times, whole } from './fold-fraction.js';
import { inForce } from './fold-vetoes.js';

/** F8: points for each item whose last verification says it is done. */
export function checklist(facts: Facts, unit: string, indicator: string, points: number): Frac {
  const verified = facts.of('figure.verified', unit).filter((event) => is(event, 'indicator', indicator));
  const last = [...lastBy(verified, (event) => number(event, 'item')).values()];
  return whole(points * last.filter((event) => is(event, 'value', 1)).length);
}

/** The first event of each matter that is overdue and not exempt. */
export function overdue(facts: Facts, unit: string, kind: string): readonly FlagshipEvent[] {
  const all = facts.of('matter.overdue', unit).filter((event) => is(event, 'kind', kind));
  const first = lastBy([...all].reverse(), (event) => text(event, 'matter'));
  return [...first.values()].filter((event) => !facts.exempt(text(event, 'matter')));
}

const floored = (points: number): Frac => most(whole(points), whole(0));

/** 1.1.2: the day it fell overdue picks the edition. */
export function petitions(facts: Facts, unit: string): Frac {
  const light = (event: FlagshipEvent): boolean => facts.amended(unit) && dayOf(event) >= '2026-07-01';
  const matters = overdue(facts, unit, 'petition').map((event) => (light(event) ? 3 : 5));
  const backlog = 2 * overdue(facts, unit, 'backlog').length;
  return floored(80 - matters.reduce((total, points) => total + points, 0) - backlog);
}

/** The last finding on each matter. */
export function incidents(facts: Facts, unit: string): readonly FlagshipEvent[] {
  const last = lastBy(facts.of('incident.established', unit), (event) => text(event, 'matter'));
  return [...last.values()].filter((event) => !facts.exempt(text(event, 'matter')));
}

/** 1.1.3 */
export function safety(facts: Facts, unit: string): Frac {
  if (inForce(facts, unit).some((veto) => is(veto, 'rule', 'V2'))) return whole(0);
  const accidents = incidents(facts, unit).filter(
    (event) =>
      is(event, 'field', 'safety') &&
      is(event, 'severity', 'ordinary', 'grave') &&
      is(event, 'responsibility', 'main', 'secondary'),
  );
  return floored(30 - 10 * accidents.length - 5 * overdue(facts, unit, 'hazard').length);
}

/** 1.1.4 */
export const environment = (facts: Facts, unit: string): Frac =>
  floored(30 - 3 * overdue(facts, unit, 'environment').length);

export const FIGURES: Readonly<Record<string, number>> = { '1.2.1': 60, '1.2.2': 50, '1.2.3': 50 };

/** The last target, set or adjusted: it holds for the whole year. */
function target(facts: Facts, unit: string, indicator: string): Frac | null {
  const targets = [...facts.of('target.set', unit), ...facts.of('target.adjusted', unit)].sort(inOrder);
  const last = targets.filter((event) => is(event, 'indicator', indicator)).at(-1);
  return last === undefined ? null : decimal(number(last, 'value'));
}

/** Cumulative figure ÷ the year's target; without a quarter: the year's own figure. */
export function ratio(facts: Facts, unit: string, indicator: string, quarter?: number): Frac | null {
  const figures = facts
    .of('figure.verified', unit)
    .filter((event) => is(event, 'indicator', indicator) && is(event, 'quarter', quarter));
  const last = figures.at(-1);
  const goal = target(facts, unit, indicator);
  return last === undefined || goal === null ? null : over(decimal(number(last, 'value')), goal);
}

/** F1 */
export function completion(facts: Facts, unit: string, indicator: string): Frac | null {
  const r = ratio(facts, unit, indicator);
  if (r === null) return null;
  if (compare(r, decimal(0.6)) < 0) return whole(0);
  return times(whole(FIGURES[indicator] ?? 0), least(r, whole(1)));
}

/** The bonus for over-fulfilment, rounded once an indicator; unknown ratios leave the total unknown anyway. */
export function overFulfilment(facts: Facts, unit: string): Frac {
  const each = Object.entries(FIGURES).map(([indicator, points]) => {
    const r = ratio(facts, unit, indicator);
    if (r === null || compare(r, whole(1)) <= 0) return whole(0);
    const beyond = times(decimal(points / 2), minus(r, whole(1)));
    return cents(least(decimal(points / 10), beyond));
  });
  return sum(each);
}

export interface Milestone {
  readonly milestone: string;
  readonly matter: string;
  /** Due, moved by an extension in time, without grace. */
  readonly due: string;
  /** Due with the rain season's grace. */
  readonly effectiveDue: string;
  readonly reachedOn: string | null;
  readonly exempt: boolean;
}

export function milestones(facts: Facts, unit: string): readonly Milestone[] {
  const assigned = facts.of('responsibility.assigned', unit).filter((event) => has(event, 'milestone'));
  return [...lastBy(assigned, (event) => text(event, 'milestone')).values()].map((event) => {
    const milestone = text(event, 'milestone');
    const same = (other: FlagshipEvent): boolean => is(other, 'milestone', milestone);
    let due = text(event, 'due');
    for (const extension of facts.of('milestone.extended', unit).filter(same)) {
      if (dayOf(extension) < due) due = text(extension, 'newDue');
    }
    const rain = facts.amended(unit) && '2026-07-01' <= due && due <= '2026-08-31';
    const accepted = facts
      .of('milestone.reached', unit)
      .filter((other) => same(other) && is(other, 'quality', 'accepted'));
    const days = accepted.map((other) => text(other, 'reachedOn')).filter((day) => day <= CUT_OFF);
    const matter = text(event, 'matter');
    const exempt = facts.exempt(matter);
    return {
      milestone,
      matter,
      due,
      effectiveDue: rain ? addDays(due, 10) : due,
      reachedOn: days.sort()[0] ?? null,
      exempt,
    };
  });
}

/** F3, five milestones of 30 points. */
export function keyProjects(facts: Facts, unit: string): Frac {
  const points = milestones(facts, unit).map(({ reachedOn, effectiveDue, exempt }) => {
    if (exempt) return 30;
    if (reachedOn === null) return 0;
    const late = daysFrom(effectiveDue, reachedOn);
    if (late <= 0) return 30;
    return late <= 10 ? 24 : late <= 30 ? 15 : 0;
  });
  return whole(points.reduce<number>((total, value) => total + value, 0));
}
