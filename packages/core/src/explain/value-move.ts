import type { Cause, ValueChange } from '../model/difference.js';
import { causeLines } from './cause-lines.js';
import { valueText, withBasis } from './clause-text.js';
import type { Words } from './phrases.js';
import type { Language } from './words.js';

/** Why a listed value came out otherwise: what in it did, then the values that it reads. */
export function valueReasons(
  { indicator, keys, causes }: Pick<ValueChange, 'indicator' | 'keys' | 'causes'>,
  subject: string | null,
  isTold: (cause: Cause) => boolean,
  words: Words,
  language: Language,
): readonly string[] {
  const own = JSON.stringify([indicator, keys]);
  return causes.flatMap((cause) => {
    const [head = '', ...inner] = causeLines(cause, { subject: subject ?? '', keys }, words, language);
    if (cause.asOf === undefined && JSON.stringify([cause.indicator, cause.keys]) === own) return inner;
    return isTold(cause) ? [] : [`  ${head}`, ...inner.map((line) => `  ${line}`)];
  });
}

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
