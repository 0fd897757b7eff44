/**
 * An absent one first, then numerals by number, then other texts by code point. Numerals stand before other texts,
 * because by code point '10' < '1a' < '9' would contradict 9 < 10.
 */
export function compareSequences(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  const [x, y] = [NUMERAL.test(a), NUMERAL.test(b)];
  if (x !== y) return x ? -1 : 1;
  return (x ? compareNumerals(a, b) : 0) || compareTexts(a, b);
}

const NUMERAL = /^[0-9]+$/;

function compareNumerals(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || compareTexts(x, y);
}

/** By code point; `<` compares UTF-16 units, which puts the supplementary planes before U+E000. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return weight(x) - weight(y);
  }
  return a.length - b.length;
}

/** Moves the surrogates behind all other units. */
function weight(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
