import type { Language } from './words.js';

/** The phrases of what differs beside the rows of standings, total in both languages. */
export interface DifferenceWords {
  readonly beside: string;
  /** Something that is there on the later side, or on the earlier one, only. */
  readonly joined: (what: string) => string;
  readonly left: (what: string) => string;
  /** Where the rubric alone differs. */
  readonly sameOutcome: string;
  readonly band: (before: string, after: string) => string;
  /** Of a value that is unknown where fewer are known. */
  readonly need: (needed: string, known: string) => string;
  readonly decidedBy: (before: string, after: string) => string;
  /** What a card is called by in an outcome. */
  readonly face: Readonly<Record<'time' | 'colour' | 'polarity' | 'severity' | 'derived', string>>;
  /** What has no words of its own, by its place in the document. */
  readonly other: (pointer: string) => string;
}

export const DIFFERENCE_WORDS: Readonly<Record<Language, DifferenceWords>> = {
  en: {
    beside: 'Beside the standings',
    joined: (what) => `new: ${what}`,
    left: (what) => `no longer: ${what}`,
    sameOutcome: 'No difference in the outcome.',
    band: (before, after) => `band ${before} → ${after}`,
    need: (needed, known) => `needed: ${needed}, known: ${known}`,
    decidedBy: (before, after) => `separated from a neighbour by: ${before} → ${after}`,
    face: { time: 'time', colour: 'colour', polarity: 'polarity', severity: 'severity', derived: 'issued by a rule' },
    other: (pointer) => `differs in the document: ${pointer}`,
  },
  zh: {
    beside: '排名之外',
    joined: (what) => `新增：${what}`,
    left: (what) => `不再有：${what}`,
    sameOutcome: '结果没有差异。',
    band: (before, after) => `等次 ${before} → ${after}`,
    need: (needed, known) => `所需项数：${needed}，已知：${known}`,
    decidedBy: (before, after) => `与相邻者的区分依据：${before} → ${after}`,
    face: { time: '时间', colour: '颜色', polarity: '性质', severity: '轻重', derived: '由规则生成' },
    other: (pointer) => `结果文件中的不同之处：${pointer}`,
  },
};
