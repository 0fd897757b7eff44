import type { ReasonMember } from '../model/explanation.js';
import { type Language, WORDS } from './words.js';

/** The value of a member, with its key and its weight. */
export function memberNotes(member: ReasonMember, value: string, language: Language): readonly string[] {
  const { assumed, key } = member;
  return [
    assumed === true ? WORDS[language].assumed(value) : value,
    ...(key === null ? [] : [`${key.name} ${key.value}`]),
    ...weightNotes(member, language),
  ];
}

export function weightNotes({ weight }: ReasonMember, language: Language): readonly string[] {
  return weight === null ? [] : [WORDS[language].weight(weight)];
}

/** Why a member does not count; none where it does, or where its value says so. */
export function fateNotes({ fate }: ReasonMember, language: Language): readonly string[] {
  return fate === 'taken' || fate === 'unknown' ? [] : [WORDS[language].fate[fate]];
}
