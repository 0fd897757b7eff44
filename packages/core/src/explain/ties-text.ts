import type { TieConvention } from '../model/rubric.js';
import type { Language } from './phrases.js';

/** Which ranks rows get that no key parts, with the example that everybody knows. */
export function tiesText(ties: TieConvention, language: Language): string {
  return TEXTS[language][ties];
}

const TEXTS: Readonly<Record<Language, Readonly<Record<TieConvention, string>>>> = {
  en: {
    standard: 'ties share a rank (1 2 2 4)',
    modified: 'ties share the lower rank (1 3 3 4)',
    dense: 'ties share a rank (1 2 2 3)',
    fractional: 'ties share the mean rank (1 2.5 2.5 4)',
    ordinal: 'ties are listed one by one (1 2 3 4)',
  },
  zh: {
    standard: '并列者名次相同（1 2 2 4）',
    modified: '并列者取较低名次（1 3 3 4）',
    dense: '并列者名次相同且不跳号（1 2 2 3）',
    fractional: '并列者取平均名次（1 2.5 2.5 4）',
    ordinal: '并列者逐一编号（1 2 3 4）',
  },
};
