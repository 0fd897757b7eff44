// Triggers of cards and reminder letters (§5.8, §5.24.5–11). A trigger is computed; whether it became a card is another matter.

import { quarterMean } from './fold-appraisal.js';
import type { Card } from './fold-cards.js';
import { addDays, CUT_OFF, daysFrom, quarterEnd } from './fold-days.js';
import { dayOf, type Facts, is, text } from './fold-facts.js';
import { compare, type Frac, minus, times, whole } from './fold-fraction.js';
import { honours } from './fold-honours.js';
import { FIGURES, incidents, milestones, overdue, ratio } from './fold-objectives.js';
import { orders } from './fold-orders.js';
import { lateReports, tasks } from './fold-supervision.js';
import { inForce } from './fold-vetoes.js';

export interface Trigger {
  readonly rule: string;
  /** The matter, or for a rule of the quarter "Q3", for Y2 "1.2.1 Q3". */
  readonly about: string;
  /** From this day on the card may be proposed. */
  readonly day: string;
}

export interface Letter {
  readonly indicator: string;
  readonly quarter: number;
}

export function triggers(facts: Facts, unit: string, cards: readonly Card[]): readonly Trigger[] {
  const all = [
    ...ofMilestones(facts, unit),
    ...ofFigures(facts, unit),
    ...ofQuarters(facts, unit),
    ...ofMatters(facts, unit),
    ...ofTasks(facts, unit),
    ...ofOrders(facts, unit, cards),
    ...ofHonours(facts, unit),
  ].filter((trigger) => trigger.day <= CUT_OFF && !facts.exempt(trigger.about));
  return all.sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

const sortKey = ({ day, rule, about }: Trigger): string => `${day} ${rule} ${about}`;

function ofMilestones(facts: Facts, unit: string): readonly Trigger[] {
  return milestones(facts, unit).flatMap(({ matter, due, effectiveDue, reachedOn }) => {
    const lateBy = (days: number): boolean => daysFrom(effectiveDue, reachedOn ?? '9999-12-31') > days;
    const found: Trigger[] = [];
    if (lateBy(15)) found.push({ rule: 'Y1', about: matter, day: addDays(effectiveDue, 16) });
    if (lateBy(60)) found.push({ rule: 'B6', about: matter, day: addDays(effectiveDue, 61) });
    if (reachedOn !== null && daysFrom(reachedOn, due) >= 30) found.push({ rule: 'R3', about: matter, day: reachedOn });
    return found;
  });
}

/** By how many percentage points each figure lies below pro-rata at the end of the first three quarters. */
function gaps(facts: Facts, unit: string): readonly { indicator: string; quarter: number; gap: Frac; limit: Frac }[] {
  return Object.keys(FIGURES).flatMap((indicator) =>
    [1, 2, 3].flatMap((quarter) => {
      const r = ratio(facts, unit, indicator, quarter);
      if (r === null) return [];
      const limit = whole(facts.amended(unit) && quarter === 3 ? 25 : 30);
      return [{ indicator, quarter, gap: minus(whole(25 * quarter), times(whole(100), r)), limit }];
    }),
  );
}

function ofFigures(facts: Facts, unit: string): readonly Trigger[] {
  return gaps(facts, unit)
    .filter(({ gap, limit }) => compare(gap, limit) >= 0)
    .map(({ indicator, quarter }) => ({ rule: 'Y2', about: `${indicator} Q${quarter}`, day: quarterEnd(quarter) }));
}

/** Ten points and more behind, but not yet a card. */
export function letters(facts: Facts, unit: string): readonly Letter[] {
  return gaps(facts, unit)
    .filter(({ gap, limit }) => compare(gap, whole(10)) >= 0 && compare(gap, limit) < 0)
    .map(({ indicator, quarter }) => ({ indicator, quarter }));
}

function ofQuarters(facts: Facts, unit: string): readonly Trigger[] {
  return [1, 2, 3, 4].flatMap((quarter) => {
    const rules: string[] = [];
    const own = quarterMean(facts, unit, quarter);
    const means = facts.units.map((other) => quarterMean(facts, other, quarter)).filter((value) => value !== null);
    if (own !== null && means.every((other) => compare(other, own) <= 0)) rules.push('R2');
    const last = own !== null && means.every((other) => compare(other, own) >= 0);
    if (last && compare(own, whole(75)) < 0) rules.push('Y4');
    const due = tasks(facts, unit).filter((task) => task.quarter === quarter);
    const onTime = due.filter((task) => task.onTime).length;
    if (onTime * 100 < due.length * 85) rules.push('Y3');
    if ((lateReports(facts, unit)[quarter - 1] ?? 0) >= 3) rules.push('Y7');
    return rules.map((rule) => ({ rule, about: `Q${quarter}`, day: quarterEnd(quarter) }));
  });
}

function ofMatters(facts: Facts, unit: string): readonly Trigger[] {
  const found: Trigger[] = [];
  for (const hazard of overdue(facts, unit, 'hazard')) {
    const about = text(hazard, 'matter');
    const day = addDays(text(hazard, 'due'), 16);
    const closed = facts.of('matter.closed', unit).filter((event) => is(event, 'matter', about));
    if (!closed.some((event) => text(event, 'closedOn') < day)) found.push({ rule: 'Y8', about, day });
  }
  for (const incident of incidents(facts, unit)) {
    const [about, day] = [text(incident, 'matter'), dayOf(incident)];
    const large = is(incident, 'severity', 'larger', 'major', 'extreme');
    const secondary = is(incident, 'field', 'safety') && large && is(incident, 'responsibility', 'secondary');
    if (secondary) found.push({ rule: 'Y9', about, day });
    const grave = is(incident, 'severity', 'grave') && is(incident, 'responsibility', 'main');
    if (grave) found.push({ rule: 'B5', about, day });
  }
  for (const veto of inForce(facts, unit).filter((event) => is(event, 'rule', 'V2'))) {
    found.push({ rule: 'B5', about: text(veto, 'matter'), day: dayOf(veto) });
  }
  for (const criticism of facts.of('criticism.issued', unit)) {
    const [about, day] = [text(criticism, 'matter'), dayOf(criticism)];
    const circular = is(criticism, 'kind', 'circular');
    if (!circular || is(criticism, 'level', 'municipal')) found.push({ rule: 'Y5', about, day });
    if (circular && is(criticism, 'level', 'provincial', 'national')) found.push({ rule: 'B4', about, day });
  }
  return found;
}

const ofTasks = (facts: Facts, unit: string): readonly Trigger[] =>
  tasks(facts, unit)
    .filter((task) => task.listed && !task.onTime)
    .map((task) => ({ rule: 'B4', about: task.matter, day: addDays(task.due, 1) }));

function ofOrders(facts: Facts, unit: string, cards: readonly Card[]): readonly Trigger[] {
  const all = orders(facts, unit);
  const found: Trigger[] = [];
  for (const order of all) {
    // The order of the third yellow is the black's, and gives no Y6.
    const third = cards.some((card) => card.id === `B1@${order.card}`);
    const yellow = cards.some((card) => card.id === order.card && card.colour === 'yellow') && !third;
    if (!yellow) continue;
    const failed = order.firstCheck?.passed === false ? [order.firstCheck.day] : [];
    const unclaimed = order.claimedInTime ? [] : [addDays(order.due, 1)];
    const day = [...failed, ...unclaimed].sort()[0];
    if (day !== undefined) found.push({ rule: 'Y6', about: order.matter, day });
  }
  for (const second of cards.filter((card) => card.rule === 'Y6')) {
    const until = addDays(second.day, 30);
    const done = all.some(
      (order) => order.matter === second.matter && order.verified !== null && order.verified <= until,
    );
    if (!done) found.push({ rule: 'B2', about: second.matter, day: addDays(until, 1) });
  }
  return found;
}

function ofHonours(facts: Facts, unit: string): readonly Trigger[] {
  const high = honours(facts, unit).filter(
    (event) =>
      is(event, 'level', 'provincial', 'national') ||
      (is(event, 'level', 'municipal') && is(event, 'scope', 'comprehensive')),
  );
  const first = new Map([...high].reverse().map((event) => [text(event, 'matter'), dayOf(event)]));
  return [...first].map(([about, day]) => ({ rule: 'R1', about, day }));
}

/** The name a card gives to what triggered it. */
export function aboutOf(card: Pick<Card, 'matter' | 'quarter' | 'indicator'>): string {
  if (card.quarter === null) return card.matter;
  return card.indicator === null ? `Q${card.quarter}` : `${card.indicator} Q${card.quarter}`;
}

/** Rules whose cards no event can explain: B1 is computed, and the others rest on judgement. */
export const WITHOUT_TRIGGER: readonly string[] = ['R4', 'R5', 'B1', 'B3', 'B7'];
