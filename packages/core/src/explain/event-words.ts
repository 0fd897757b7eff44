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
}

export const EVENT_WORDS: Readonly<Record<Language, EventWords>> = {
  en: {
    about: (subject) => `about ${subject}`,
    source: (source) => `from ${source}`,
    counts: 'counts',
    countsNot: (why) => `does not count: ${why}`,
    issuedBy: (rule, trigger) => `issued by ${rule}, because of ${trigger}`,
    reads: 'is read by',
    idle: 'is a member of no value, and no rule acts on it',
    issued: (event) => `issues ${event}`,
    ended: (event, as) => `ends ${event} as ${as}`,
    voided: (event) => `voids ${event}`,
    limit: (rule) => `limits by ${rule}`,
    consequence: (rule) => `leads to a consequence by ${rule}`,
  },
  zh: {
    about: (subject) => `涉及 ${subject}`,
    source: (source) => `来源 ${source}`,
    counts: '计入',
    countsNot: (why) => `不计入：${why}`,
    issuedBy: (rule, trigger) => `由 ${rule} 产生，缘于 ${trigger}`,
    reads: '读取它的指标',
    idle: '没有任何指标值以它为成员，也没有规则条目据以处理',
    issued: (event) => `产生 ${event}`,
    ended: (event, as) => `使 ${event} 的状态变为 ${as}`,
    voided: (event) => `冲正 ${event}`,
    limit: (rule) => `据 ${rule} 设限`,
    consequence: (rule) => `据 ${rule} 产生后果`,
  },
};
