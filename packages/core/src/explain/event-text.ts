import type { ReasonEvent } from '../model/explanation.js';
import type { Language, Words } from './words.js';

/** An event so that who recorded it knows it again: its day, what happened, what was read of it, and its id. */
export function eventText(
  { day, title, type, recordedAs, fields = [], id }: ReasonEvent,
  words: Words,
  language: Language,
): string {
  const read = fields.flatMap(({ name, title: called, value }) =>
    value === null ? [] : [`${called?.[language] ?? name} ${value}`],
  );
  return [
    day,
    title?.[language] ?? type,
    ...(recordedAs === undefined ? [] : [words.aside(words.recordedAs(recordedAs))]),
    ...(read.length === 0 ? [] : [words.aside(read.join(words.separator))]),
    id,
  ].join(' ');
}
