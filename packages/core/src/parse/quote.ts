import type { Json } from '../model/json.js';

/** What a person typed, cut at sixty characters so that a sentence stays a sentence. */
export function quoted(text: string | number): string {
  const characters = Array.from(String(text).slice(0, LIMIT * 2 + 2));
  const whole = characters.length <= LIMIT && String(text).length <= characters.join('').length;
  return `"${whole ? characters.join('') : `${characters.slice(0, LIMIT).join('')}…`}"`;
}

/** The same in Chinese quotation marks. */
export function quotedZh(text: string | number): string {
  return `「${quoted(text).slice(1, -1)}」`;
}

/** ' Did you mean "x"?', or nothing where nothing is near. */
export function meant(nearest: string): string {
  return nearest === '' ? '' : ` Did you mean ${quoted(nearest)}?`;
}

export function meantZh(nearest: string): string {
  return nearest === '' ? '' : `是否应为${quotedZh(nearest)}？`;
}

const LIMIT = 60;

/** A JSON value as a person would recognise it; null-prototype objects have no text of their own. */
export function shown(json: Json): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}
