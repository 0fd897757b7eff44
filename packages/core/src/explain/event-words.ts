import type { VainBecause } from '../model/event-fate.js';
import type { LatePolicy } from '../model/rubric.js';
import type { Language } from './words.js';

/** The phrases of what is told of one event, total in both languages. */
export interface EventWords {
  readonly about: (subject: string) => string;
  readonly source: (source: string) => string;
  readonly counts: string;
  readonly countsNot: (why: string) => string;
  readonly issuedBy: (rule: string, trigger: string) => string;
  readonly reads: string;
  readonly idle: string;
  readonly issued: (event: string) => string;
  readonly ended: (event: string, as: string) => string;
  readonly voided: (event: string) => string;
  readonly limit: (rule: string) => string;
  readonly consequence: (rule: string) => string;
  /** What a rule ends or voids: nothing, and why. */
  readonly vain: Readonly<Record<'void' | 'end', (why: string) => string>>;
  readonly vainBecause: Readonly<Record<VainBecause, (named: string) => string>>;
  readonly closed: (period: string) => string;
  readonly closedFreely: (period: string) => string;
  readonly closedBefore: (period: string, event: string) => string;
  /** What became of one that was recorded after a closing. */
  readonly late: Readonly<Record<LatePolicy, (event: string, to: string) => string>>;
  readonly recorded: (instant: string) => string;
}

export const EVENT_WORDS: Readonly<Record<Language, EventWords>> = {
  en: {
    about: (subject) => `about ${subject}`,
    source: (source) => `from ${source}`,
    counts: 'counts',
    countsNot: (why) => `does not count: ${why}`,
    issuedBy: (rule, trigger) => `issued by ${rule}, because of ${trigger}`,
    reads: 'is read by',
    idle: 'is a member of no value, and sets nothing off',
    issued: (event) => `issues ${event}`,
    ended: (event, as) => `ends ${event} as ${as}`,
    voided: (event) => `voids ${event}`,
    limit: (rule) => `limits by ${rule}`,
    consequence: (rule) => `leads to a consequence by ${rule}`,
    vain: { void: (why) => `voids nothing: ${why}`, end: (why) => `ends nothing: ${why}` },
    vainBecause: {
      absent: (named) => `there is no event ${named}`,
      'not-then': (named) => `by then there was no event ${named}`,
      unnamed: () => 'it names no event',
      ended: (named) => `${named} had ended already`,
      ruling: (named) => `${named} is a ruling that does not lie before it`,
    },
    closed: (period) => `closes period ${period}`,
    closedFreely: (period) => `closes period ${period}, and as the rubric says nothing of what is late, that counts`,
    closedBefore: (period, event) => `changes nothing: period ${period} was closed before, by ${event}`,
    late: {
      ignore: (event) => `late, so ignored: ${event}`,
      carry: (event, to) => `late, so carried to ${to}: ${event}`,
      restate: (event) => `late, yet counted there: ${event}`,
    },
    recorded: (instant) => `recorded on ${instant}`,
  },
  zh: {
    about: (subject) => `涉及 ${subject}`,
    source: (source) => `来源 ${source}`,
    counts: '计入',
    countsNot: (why) => `不计入：${why}`,
    issuedBy: (rule, trigger) => `由 ${rule} 产生，缘于 ${trigger}`,
    reads: '读取它的指标',
    idle: '没有任何指标值以它为成员，也没有引发任何处理',
    issued: (event) => `产生 ${event}`,
    ended: (event, as) => `使 ${event} 的状态变为 ${as}`,
    voided: (event) => `冲正 ${event}`,
    limit: (rule) => `据 ${rule} 设限`,
    consequence: (rule) => `据 ${rule} 产生后果`,
    vain: { void: (why) => `没有冲正任何事件：${why}`, end: (why) => `没有终止任何事件：${why}` },
    vainBecause: {
      absent: (named) => `没有事件 ${named}`,
      'not-then': (named) => `当时没有事件 ${named}`,
      unnamed: () => '未指明事件',
      ended: (named) => `${named} 已经终止`,
      ruling: (named) => `${named} 是不早于它的裁定`,
    },
    closed: (period) => `截止周期 ${period}`,
    closedFreely: (period) => `截止周期 ${period}；规则未写明迟到的如何处理，故照常计入`,
    closedBefore: (period, event) => `没有作用：周期 ${period} 此前已由 ${event} 截止`,
    late: {
      ignore: (event) => `迟到，不予计入：${event}`,
      carry: (event, to) => `迟到，结转至 ${to}：${event}`,
      restate: (event) => `迟到，但仍计入该周期：${event}`,
    },
    recorded: (instant) => `记录于 ${instant}`,
  },
};
