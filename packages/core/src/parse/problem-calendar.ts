import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';

interface At {
  piece: string;
  column: number;
}

/** What is wrong with calendars of working days, or with formulas that name them. */
export interface CalendarFacts {
  readonly 'calendar-span': { from: string; until: string };
  readonly 'calendar-day-outside': { day: string; from: string; until: string };
  readonly 'calendar-day-both': { day: string };
  readonly 'calendar-unknown': At & { name: string; nearest: string; declared: string };
  readonly 'calendar-literal': At & { name: string; declared: string };
}

export const CALENDAR_MESSAGES: Messages<CalendarFacts> = {
  'calendar-span': {
    en: ({ from, until }) =>
      `The calendar ends at ${quoted(until)}, which is not after its first day ${quoted(from)}; \`until\` is the day behind the last one.`,
    zh: ({ from, until }) => `日历止于${quotedZh(until)}，不晚于首日${quotedZh(from)}；until 应为最后一天的次日。`,
  },
  'calendar-day-outside': {
    en: ({ day, from, until }) =>
      `${quoted(day)} is outside the calendar, which knows the days from ${quoted(from)} until before ${quoted(until)}; widen these, or remove the day.`,
    zh: ({ day, from, until }) =>
      `${quotedZh(day)}不在日历范围内，该日历自${quotedZh(from)}起，至${quotedZh(until)}前为止；请放宽范围，或删去此日。`,
  },
  'calendar-day-both': {
    en: ({ day }) => `${quoted(day)} is both a holiday and a working day; remove it from one of the lists.`,
    zh: ({ day }) => `${quotedZh(day)}既列为休息日又列为工作日；请从其中一处删去。`,
  },
  'calendar-unknown': {
    en: ({ name, nearest, declared, column }) =>
      `There is no calendar ${quoted(name)} (column ${column}).${meant(nearest)} Declared in \`calendars\`: ${declared || 'none'}.`,
    zh: ({ name, nearest, declared, column }) =>
      `没有名为${quotedZh(name)}的日历（第 ${column} 列）。${meantZh(nearest)}calendars 中已声明：${declared || '无'}。`,
  },
  'calendar-literal': {
    en: ({ name, declared, piece, column }) =>
      `The last argument of ${name} names a calendar, so it must be a text that stands there, such as '${declared.split(', ')[0] || 'cn'}'; ${quoted(piece)} (column ${column}) is none.`,
    zh: ({ name, declared, piece, column }) =>
      `${name} 的最后一个参数是日历的名称，须直接写出文本，例如 '${declared.split(', ')[0] || 'cn'}'；${quotedZh(piece)}（第 ${column} 列）不是。`,
  },
};
