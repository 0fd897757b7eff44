import { type Day, parseDay } from '../model/calendar.js';
import { child } from '../model/problem.js';
import type { CalendarModel } from '../model/rubric.js';
import type { CalendarDocument, RubricDocument } from './document.js';
import type { Report } from './report.js';

/** The calendars of an edition: their days read, put in order and looked through for contradictions. */
export function calendarsOf({ calendars = {} }: RubricDocument, report: Report): ReadonlyMap<string, CalendarModel> {
  return new Map(
    Object.entries(calendars).map(([name, calendar]): [string, CalendarModel] => [
      name,
      calendarOf(name, calendar, child('/calendars', name), report),
    ]),
  );
}

function calendarOf(name: string, document: CalendarDocument, pointer: string, report: Report): CalendarModel {
  const { title, weekend } = document;
  const from = dayAt(document.from, child(pointer, 'from'), report);
  const until = dayAt(document.until, child(pointer, 'until'), report);
  if (from !== undefined && until !== undefined && until <= from)
    report.add('calendar-span', child(pointer, 'until'), { from: document.from, until: document.until });
  const known = (day: Day): boolean => (from === undefined || day >= from) && (until === undefined || day < until);
  const daysOf = (key: 'holidays' | 'workdays', taken: ReadonlySet<Day>): ReadonlySet<Day> => {
    const days = new Set<Day>();
    document[key]?.forEach((text, index) => {
      const at = child(child(pointer, key), index);
      const day = dayAt(text, at, report);
      if (day === undefined) return;
      days.add(day);
      if (taken.has(day)) report.add('calendar-day-both', at, { day: text });
      else if (!known(day))
        report.add('calendar-day-outside', at, { day: text, from: document.from, until: document.until });
    });
    return days;
  };
  const holidays = daysOf('holidays', new Set());
  const workdays = daysOf('workdays', holidays);
  return {
    name,
    title,
    from: from ?? 0,
    until: until ?? 0,
    weekend,
    holidays: inOrder(holidays),
    workdays: inOrder(workdays),
  };
}

function inOrder(days: ReadonlySet<Day>): readonly Day[] {
  return [...days].sort((a, b) => a - b);
}

function dayAt(text: string, pointer: string, report: Report): Day | undefined {
  const day = parseDay(text);
  if (day === undefined) report.add('bad-date', pointer, { found: text });
  return day;
}
