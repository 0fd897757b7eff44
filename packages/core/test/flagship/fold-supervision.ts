// Dimensions 2 (责任分解) and 3 (督促检查).

import { CUT_OFF, quarterOf, YEAR } from './fold-days.js';
import { dayOf, type Facts, type FlagshipEvent, has, is, lastBy, text } from './fold-facts.js';
import { type Frac, least, over, whole } from './fold-fraction.js';
import { orders } from './fold-orders.js';

const ASSIGNED_BY = '2026-02-15';

const share = (points: number, part: number, all: number): Frac => over(whole(points * part), whole(all));

/** The last assignment of each project up to 15 February; a milestone is no project. */
function projects(facts: Facts, unit: string): readonly FlagshipEvent[] {
  const assigned = facts
    .of('responsibility.assigned', unit)
    .filter((event) => !has(event, 'milestone') && dayOf(event) <= ASSIGNED_BY);
  return [...lastBy(assigned, (event) => text(event, 'project')).values()];
}

/** 2.1 */
export function objectivesWithProject(facts: Facts, unit: string): Frac | null {
  const objectives = facts.of('agreement.signed', unit).at(-1)?.data.objectives;
  if (!Array.isArray(objectives) || objectives.length === 0) return null;
  const covered = new Set(projects(facts, unit).map((event) => text(event, 'objective')));
  return share(30, objectives.filter((objective) => covered.has(objective)).length, objectives.length);
}

/** 2.2 */
export function projectsComplete(facts: Facts, unit: string): Frac | null {
  const all = projects(facts, unit);
  if (all.length === 0) return null;
  const complete = all.filter((event) => ['leadUnit', 'leaderRole', 'due'].every((field) => has(event, field)));
  return share(40, complete.length, all.length);
}

/** 2.3 */
export function visits(facts: Facts, unit: string): Frac {
  const key = (event: FlagshipEvent): string =>
    [text(event, 'sponsorRole'), text(event, 'project'), dayOf(event)].join(' ');
  const distinct = new Set(facts.of('visit.logged', unit).map(key));
  return least(share(30, distinct.size, 48), whole(30));
}

export interface Task {
  readonly taskNo: string;
  readonly matter: string;
  readonly listed: boolean;
  readonly quarter: number;
  readonly due: string;
  readonly onTime: boolean;
}

/** Tasks due in the year; an exempt one is never late. */
export function tasks(facts: Facts, unit: string): readonly Task[] {
  const issued = facts.of('task.issued', unit).filter((event) => text(event, 'due') <= CUT_OFF);
  return [...lastBy(issued, (event) => text(event, 'taskNo')).values()].map((event) => {
    const [taskNo, due, matter] = [text(event, 'taskNo'), text(event, 'due'), text(event, 'matter')];
    const closed = facts
      .of('task.closed', unit)
      .some(
        (other) => is(other, 'taskNo', taskNo) && is(other, 'quality', 'accepted') && text(other, 'closedOn') <= due,
      );
    const onTime = closed || facts.exempt(matter);
    return { taskNo, matter, due, listed: is(event, 'listed', true), quarter: quarterOf(due), onTime };
  });
}

/** 3.1: no task due, full marks. */
export function closedOnTime(facts: Facts, unit: string): Frac {
  const all = tasks(facts, unit);
  return all.length === 0 ? whole(80) : share(80, all.filter((task) => task.onTime).length, all.length);
}

/** 3.2: no order, full marks. */
export function passedFirst(facts: Facts, unit: string): Frac {
  const counted = orders(facts, unit).filter((order) => order.firstCheck !== null || order.due <= CUT_OFF);
  if (counted.length === 0) return whole(40);
  const passed = counted.filter((order) => order.claimedInTime && order.firstCheck?.passed === true);
  return share(40, passed.length, counted.length);
}

/** Late reports by the quarter of their due date. */
export function lateReports(facts: Facts, unit: string): readonly number[] {
  const late = facts
    .of('report.received', unit)
    .filter((event) => text(event, 'receivedOn') > text(event, 'due') && text(event, 'due') >= `${YEAR}-01-01`)
    .filter((event) => !facts.exempt(text(event, 'matter')));
  return [1, 2, 3, 4].map((quarter) => late.filter((event) => quarterOf(text(event, 'due')) === quarter).length);
}

/** 3.3 */
export function reporting(facts: Facts, unit: string, falsified: boolean): Frac {
  const late = lateReports(facts, unit).reduce((total, count) => total + count, 0);
  return whole(falsified ? 0 : Math.max(0, 30 - 2 * late));
}
