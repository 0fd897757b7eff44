import type { ReasonMember, Working } from '../model/explanation.js';
import type { Shown } from '../model/outcome.js';
import { type Language, WORDS } from './words.js';
import { WORKING_WORDS } from './working-words.js';

/** `to = 2 + 1 = 3`, without what says the same twice. */
export function workingText({ formula, filled, value }: Working): string {
  const parts = [formula, ...(filled === undefined ? [] : [filled]), ...(value === null ? [] : [String(value)])];
  return parts.filter((part, index) => part !== parts[index - 1]).join(' = ');
}

/** A part of a condition, and whether it holds. */
export function partText({ formula, filled = '', value }: Working, language: Language): string {
  if (value === null) return WORKING_WORDS[language].isOpen(formula, filled);
  return value === true ? WORDS[language].holds(formula, filled) : WORDS[language].failed(formula, filled);
}

/** What of a formula has no value, though all it read has; none where there is no such part. */
export function openTexts({ open }: Pick<Working, 'open'>, language: Language): readonly string[] {
  return open === undefined ? [] : [WORKING_WORDS[language].openParts(open.join(WORDS[language].separator))];
}

/** How the value of a member and its weight came about; what all members share is told once. */
export function memberTexts(
  { working, weighing }: Pick<ReasonMember, 'working' | 'weighing'>,
  isShared: boolean,
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  const shown = (value: Shown): string => (value === null ? words.unknown : String(value));
  return [
    ...(working === undefined || isShared ? [] : [words.formula(working.formula)]),
    ...(working?.filled === undefined ? [] : [words.formula(working.filled)]),
    ...(working === undefined ? [] : openTexts(working, language)),
    ...(weighing === undefined
      ? []
      : [
          words.weight(`${weighing.formula} = ${weighing.filled ?? shown(weighing.value)}`),
          ...openTexts(weighing, language),
        ]),
  ];
}

/** A part that reads the event alone is told by its fields; that something is known, by its value. */
export function isTelling({ formula, inputs, value }: Working): boolean {
  return inputs.length > 0 && !(value === true && formula.startsWith('known('));
}
