import type { VoidedMembers } from '../model/reason-measure.js';
import { eventText } from './event-text.js';
import { fateLines } from './fate-lines.js';
import { type Language, WORDS } from './words.js';
import { WORKING_WORDS } from './working-words.js';

/** Each voided event that a measure would have counted, with what voids it; more than a few are only counted. */
export function voidedLines({ count, members }: VoidedMembers, language: Language): readonly string[] {
  const words = WORDS[language];
  const head = WORKING_WORDS[language].voided(count);
  const lines = members.map(({ event, by }) =>
    [eventText(event, words, language), ...fateLines(event, { kind: 'voided', by }, words, language)].join('  '),
  );
  return [head, ...lines.map((line) => `  ${line}`)];
}
