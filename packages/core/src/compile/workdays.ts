import { type Day, weekdayOf } from '../model/calendar.js';
import type { CalendarModel } from '../model/rubric.js';

/** What formulas ask of a calendar. Undefined where a day outside it would have to be looked at. */
export interface Workdays {
  isWorkday(day: Day): boolean | undefined;
  /** The n-th working day after the day, before it for negative n; for 0 the day itself or the first working day after it. */
  add(day: Day, n: number): Day | undefined;
  /** How many lie after `a` up to and including `b`; negative where `b` is before `a`. */
  between(a: Day, b: Day): number | undefined;
}

/** Counts weeks whole and the days that differ from their weekday by bisection, so that no span is too long. */
export function compileWorkdays(calendar: CalendarModel): Workdays {
  const { from, until } = calendar;
  const before = countBefore(calendar);
  const knows = (first: Day, last: Day): boolean => first >= from && last < until;
  return {
    isWorkday: (day) => (knows(day, day) ? before(day + 1) > before(day) : undefined),
    add: (day, n) => {
      const first = n < 0 ? day - 1 : n === 0 ? day : day + 1;
      if (!knows(first, first)) return undefined;
      const place = n < 0 ? before(day) + n + 1 : before(first) + Math.max(n, 1);
      return place < 1 || place > before(until) ? undefined : placed(place, from, until, before);
    },
    between: (a, b) => {
      if (a === b) return 0;
      return knows(Math.min(a, b) + 1, Math.max(a, b)) ? before(b + 1) - before(a + 1) : undefined;
    },
  };
}

type Count = (day: Day) => number;

/** How many working days there are from the calendar's first day until before a day of it, or its end. */
function countBefore({ from, weekend, holidays, workdays }: CalendarModel): Count {
  const rests = (day: Day): boolean => weekend.includes(weekdayOf(day));
  const lost = holidays.filter((day) => !rests(day));
  const gained = workdays.filter(rests);
  const inWeek = [0];
  for (let day = 0; day < 7; day += 1) inWeek.push((inWeek[day] ?? 0) + (rests(from + day) ? 0 : 1));
  return (day) => {
    const days = day - from;
    const plain = Math.floor(days / 7) * (inWeek[7] ?? 0) + (inWeek[days % 7] ?? 0);
    return plain - countBelow(lost, day) + countBelow(gained, day);
  };
}

/** The working day of this number, counted from 1; there is one. */
function placed(place: number, from: Day, until: Day, before: Count): Day {
  let low = from;
  let high = until - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (before(middle + 1) >= place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function countBelow(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
