import type { Language } from './words.js';

/** The phrases of a forward calendar, total in both languages. */
export interface CalendarWords {
  readonly span: (from: string, until: string) => string;
  readonly nothing: string;
  readonly effective: (event: string) => string;
  readonly issued: (event: string) => string;
  readonly because: (event: string) => string;
  readonly settled: (finding: string) => string;
  readonly shown: (count: number) => string;
  readonly periodEnds: (day: string, period: string) => string;
  readonly incomplete: (looked: number) => string;
}

export const CALENDAR_WORDS: Readonly<Record<Language, CalendarWords>> = {
  en: {
    span: (from, until) => `What happens by itself from ${from} to ${until}`,
    nothing: 'Nothing changes by itself.',
    effective: (event) => `takes effect: ${event}`,
    issued: (event) => `issued: ${event}`,
    because: (event) => `because of ${event}`,
    settled: (finding) => `No longer: ${finding}`,
    shown: (count) => `${count} values are shown that were not before`,
    periodEnds: (day, period) => `${day}  ${period} ends`,
    incomplete: (looked) => `Only the first ${looked} instants were looked at; there are more.`,
  },
  zh: {
    span: (from, until) => `自 ${from} 至 ${until} 自行发生的变化`,
    nothing: '没有自行发生的变化。',
    effective: (event) => `生效：${event}`,
    issued: (event) => `签发：${event}`,
    because: (event) => `缘于 ${event}`,
    settled: (finding) => `不再有：${finding}`,
    shown: (count) => `新显示 ${count} 个值`,
    periodEnds: (day, period) => `${day}  ${period} 结束`,
    incomplete: (looked) => `只查看了最先的 ${looked} 个时刻；其后还有。`,
  },
};
