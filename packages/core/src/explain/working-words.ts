import type { OpenBecause } from '../model/reason-measure.js';
import type { Language } from './phrases.js';

/** The phrases of how formulas and measures went, total in both languages. */
export interface WorkingWords {
  readonly keysLeftOut: (count: number) => string;
  /** The keys of a range, from a number to another. */
  readonly range: (key: string, from: string, to: string) => string;
  /** Voided events that would have counted. */
  readonly voided: (count: number) => string;
  readonly need: (need: string, known: number) => string;
  /** Why a measure has no value. */
  readonly openBecause: Record<Exclude<OpenBecause, 'need'>, string>;
  /** What of a formula has no value. */
  readonly openParts: (parts: string) => string;
  /** That a value goes back too far. */
  readonly endless: string;
  /** Of what a limit cut, and how to ask for it. */
  readonly cut: string;
  readonly askFurther: string;
  /** A part of a condition that is unknown. */
  readonly isOpen: (text: string, filled: string) => string;
}

export const WORKING_WORDS: Readonly<Record<Language, WorkingWords>> = {
  en: {
    keysLeftOut: (count) => `left out by the condition of the keys: ${count}`,
    range: (key, from, to) => `every ${key} from ${from}, to ${to}`,
    voided: (count) => `voided, and so not counted: ${count}`,
    need: (need, known) => `known: ${known}, needed: ${need}`,
    openBecause: {
      keys: 'unknown, because it is unknown which keys there are, or there are too many',
      members: 'unknown, because one of them is unknown',
      none: 'unknown, because nothing is left',
      take: 'unknown, because it is unknown how many to keep or drop',
      reduce: 'unknown, because these values and weights give no number',
    },
    openParts: (parts) => `without a value: ${parts}`,
    endless: 'unknown, because it goes back through more than 10000 readings: bound the recursion by a condition',
    cut: 'not followed further',
    askFurther:
      'What is not followed further is explained by itself: a value by --indicator and --key, as of a day by --as-of, an event by --event.',
    isOpen: (text, filled) => `${text} is unknown${filled === '' ? '' : ` (${filled})`}`,
  },
  zh: {
    keysLeftOut: (count) => `因键的条件不计：${count} 项`,
    range: (key, from, to) => `${key} 从 ${from} 起，到 ${to} 为止`,
    voided: (count) => `已冲正，故不计：${count} 项`,
    need: (need, known) => `已知 ${known} 项，需要 ${need}`,
    openBecause: {
      keys: '未知：有哪些键尚不可知，或键太多',
      members: '未知：其中有未知的项',
      none: '未知：没有剩下的项',
      take: '未知：取舍几项尚不可知',
      reduce: '未知：这些值与权重得不出数值',
    },
    openParts: (parts) => `没有值：${parts}`,
    endless: '未知：逐层回读超过 10000 次；请用条件限定回读范围',
    cut: '不再展开',
    askFurther: '不再展开之处可单独说明：指标用 --indicator 与 --key，某日的值用 --as-of，事件用 --event。',
    isOpen: (text, filled) => `${text} 尚不可知${filled === '' ? '' : `（${filled}）`}`,
  },
};
