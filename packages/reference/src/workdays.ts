import { CivilDate } from './dates.js';
import type { CalendarModel } from './model.js';

/** Whether a day is worked. Unknown outside the calendar. */
export function isWorkday(
  { from, until, weekend, holidays, workdays }: CalendarModel,
  date: CivilDate,
): boolean | undefined {
  if (date.days < from || date.days >= until) return undefined;
  if (workdays.includes(date.days)) return true;
  return !weekend.includes(date.weekday) && !holidays.includes(date.days);
}

/** Goes from day to day until it has met so many working days; for none it stays, or goes on to the first. */
export function addWorkdays(calendar: CalendarModel, date: CivilDate, count: number): CivilDate | undefined {
  const step = count < 0 ? -1 : 1;
  let left = Math.max(Math.abs(count), 1);
  for (let day = count === 0 ? date.days : date.days + step; ; day += step) {
    const works = isWorkday(calendar, new CivilDate(day));
    if (works === undefined) return undefined;
    if (works) left -= 1;
    if (left === 0) return new CivilDate(day);
  }
}

/** Looks at each day after the one up to and including the other. */
export function workdaysBetween(calendar: CalendarModel, from: CivilDate, to: CivilDate): number | undefined {
  const sign = to.days < from.days ? -1 : 1;
  const [first, last] = [Math.min(from.days, to.days) + 1, Math.max(from.days, to.days)];
  let count = 0;
  for (let day = first; day <= last; day += 1) {
    const works = isWorkday(calendar, new CivilDate(day));
    if (works === undefined) return undefined;
    if (works) count += sign;
  }
  return count;
}
