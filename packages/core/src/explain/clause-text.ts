import type { ConsequenceReason, FailedCondition } from '../model/explanation.js';
import type { Shown } from '../model/outcome.js';
import type { Bilingual } from '../model/problem.js';
import type { Language, Words } from './words.js';

/** `Late [art. 5]`. */
export function withBasis(name: string, basis: string | null): string {
  return basis === null ? name : `${name} [${basis}]`;
}

/** A band or an award by its title, with the clause that it rests on. */
export function clausePart(
  { title, basis }: { readonly title: Bilingual | null; readonly basis: string | null },
  id: string,
  language: Language,
): string {
  return withBasis(title?.[language] ?? id, basis);
}

/** A part of a condition that does not hold, with what it read. */
export function failedText({ text, inputs }: FailedCondition, words: Words): string {
  return words.failed(
    text,
    inputs.map(({ name, value }) => `${name} = ${valueText(value, words)}`).join(words.separator),
  );
}

/** What is to follow, for whom, and what is known of it. */
export function consequenceText(
  { title, what, to, amount, due, status, overdue }: ConsequenceReason,
  words: Words,
  language: Language,
): string {
  const term = due === null ? '' : overdue ? words.overdue(due) : words.due(due);
  const notes = [amount ?? '', words.status[status], term].filter((note) => note !== '');
  const text = words.consequence(title?.[language] ?? what, to);
  return notes.length === 0 ? text : `${text} ${words.aside(notes.join(words.separator))}`;
}

export function valueText(value: Shown, words: Words): string {
  return value === null ? words.unknown : String(value);
}
