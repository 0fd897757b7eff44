import type { ValueChange } from '../model/difference.js';
import { valueText, withBasis } from './clause-text.js';
import type { Words } from './phrases.js';
import type { Language } from './words.js';

/** A listed value by its title, with its keys but for the subject, and from what to what it went. */
export function valueMove(
  { code, title, basis, keys, there, before, after, coverage }: ValueChange,
  subject: string | null,
  words: Words,
  language: Language,
): string {
  const further = Object.values(keys).filter((key) => String(key) !== subject);
  const name = [
    ...(code === null ? [] : [code]),
    title[language],
    ...(further.length === 0 ? [] : [`(${further.join(' ')})`]),
  ].join(' ');
  const side = (at: 'before' | 'after', value: ValueChange['before']): string =>
    there[at] ? valueText(value, words) : '–';
  const stays = before === after && there.before === there.after;
  const move = stays ? side('after', after) : `${side('before', before)} → ${side('after', after)}`;
  const evidence = `${coverage.before.used}/${coverage.before.of} → ${coverage.after.used}/${coverage.after.of}`;
  const { before: old, after: now } = coverage;
  const isNews = before === after && (old.used !== now.used || old.of !== now.of);
  return withBasis(`${name} ${move}${isNews ? ` ${words.aside(evidence)}` : ''}`, basis);
}
