/** Without what nobody sees: spaces around it, also ideographic and no-break ones, and marks of byte order. */
export function trimmed(text: string): string {
  return text.replace(EDGES, '');
}

/** Full-width forms as their plain twins, for what is compared or computed with: digits, letters and punctuation. */
export function folded(text: string): string {
  return trimmed(text.replace(FULL_WIDTH, plainOf).replace(SPACES, ' '));
}

/** Full-width digits and letters alone, for names, in which punctuation may be meant. */
export function foldedName(text: string): string {
  return trimmed(text.replace(FULL_WIDTH_ALNUM, plainOf));
}

const EDGES = /^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/gu;
const SPACES = /[\s\u200b\u2060]+/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const FULL_WIDTH_ALNUM = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;

function plainOf(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
