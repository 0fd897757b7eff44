import type { AnalysisCode } from '../model/analysis.js';
import type { Sentence } from './sentence-shape.js';

type TimeCode = Extract<
  AnalysisCode,
  'cap-by-order' | 'decided-by-id' | 'leap-year' | 'month-end' | 'edition-inside-period' | 'unrounded-feedback'
>;

/** About order, dates and editions. */
export const TIME_SENTENCES: Readonly<Record<TimeCode, Sentence>> = {
  'cap-by-order': {
    level: 'warning',
    message: ({ owner, reads }) => ({
      en: `"${owner}" gives only so much, by what came first (${reads}): the same events in another order come to something else.`,
      zh: `「${owner}」按先后封顶（${reads}）：同样的事件换一个先后，结果就不同。`,
    }),
    fix: () => ({
      en: 'Cap the sum, not what comes on the way to it: `map`: "min(it, …)", or keep the best instead of the first.',
      zh: '请对合计封顶，不要在累计途中封顶：map: "min(it, …)"；或保留最高的，而非最先的。',
    }),
  },
  'decided-by-id': {
    level: 'warning',
    message: ({ rule }) => ({
      en: `Where two events happen at one instant, what rule "${rule}" makes of them hangs on their ids alone.`,
      zh: `两个事件发生在同一时刻时，规则条目「${rule}」的结果只取决于它们的编号。`,
    }),
    fix: () => ({
      en: 'Let such events come with a `sequence`, or judge at the end of the day, once `asOf` is behind it: "at": "endOf(date(time))".',
      zh: '请要求为此类事件注明 sequence，或改在当日结束时（asOf 不早于该时刻）判断："at": "endOf(date(time))"。',
    }),
  },
  'leap-year': {
    level: 'warning',
    message: ({ owner, piece }) => ({
      en: `${piece} in "${owner}" counts a year as so many days, which is a day off where a leap day lies between.`,
      zh: `「${owner}」中的 ${piece} 以固定天数代表一年，其间有闰日时会相差一天。`,
    }),
    fix: () => ({
      en: 'If years are meant, write addYears(…).',
      zh: '若意在按年计算，请用 addYears(…)。',
    }),
  },
  'month-end': {
    level: 'warning',
    message: ({ owner, piece }) => ({
      en: `${piece} in "${owner}" comes out differently at the end of a month, because months are not equally long.`,
      zh: `各月长短不一，「${owner}」中的 ${piece} 在月末会得出不同结果。`,
    }),
    fix: () => ({
      en: 'Add all months at once from the first date; for the last day of a month, compare with addDays(addMonths(…, 1), -1).',
      zh: '请从最初日期一次加足月数；判断月末时，与 addDays(addMonths(…, 1), -1) 比较。',
    }),
  },
  'edition-inside-period': {
    level: 'warning',
    message: ({ edition, what, from }) => ({
      en: `Edition "${edition}" begins on ${from}, inside a period, and changes ${what}, so that what happened in the period before that day is judged by it too.`,
      zh: `版本「${edition}」自 ${from} 起生效，正在周期之中，并改动了${what}，于是该周期内此前发生的事也按新版本评定。`,
    }),
    fix: () => ({
      en: 'Let it begin with a period, or change only rules, whose version the day of the event picks.',
      zh: '请使其自周期之初生效，或只改动规则条目（其版本由事件日期决定）。',
    }),
  },
  'unrounded-feedback': {
    level: 'warning',
    message: ({ rule, what }) =>
      rule === ''
        ? {
            en: `"${what}" goes on from itself at an earlier key, and nothing on the way rounds it: its exact fraction grows with every step, until judging takes for ever.`,
            zh: `「${what}」由自身较早的值推得，途中没有取整：精确分数逐步变长，最终无法算完。`,
          }
        : {
            en: `Rule "${rule}" makes "${what}" of what was issued before, and nothing on the way rounds it: its exact fraction grows with every event, until judging takes for ever.`,
            zh: `规则条目「${rule}」由先前签发的值推得「${what}」，途中没有取整：精确分数随事件逐个变长，最终无法算完。`,
          },
    fix: () => ({
      en: 'Round it at each step, to as many digits as are published: round(…, 2).',
      zh: '请在每一步按公布的位数取整，例如 round(…, 2)。',
    }),
  },
};
