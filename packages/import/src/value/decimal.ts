import { folded } from './fold.js';

/** The exact decimal of a text as people write it: 1,234.5, 12%, －３; undefined for what is none. */
export function decimalOf(written: string): string | undefined {
  const text = folded(written).replace(MINUS, '-');
  const parts = WRITTEN.exec(text);
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = '', percent] = parts;
  return shifted(sign, whole.replaceAll(',', ''), fraction, percent === undefined ? 0 : -2);
}

/** The decimal of what programs write, 1.5E-7 too, at the fifteen digits that a spreadsheet keeps. */
export function sheetDecimal(written: string): string | undefined {
  const parts = SCIENTIFIC.exec(written);
  if (parts === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  if (Math.abs(Number(exponent)) > FARTHEST) return undefined;
  const plain = shifted(sign, whole, fraction, Number(exponent));
  return digitsOf(plain) > KEPT ? rounded(plain) : plain;
}

/** How many digits count: without the zeros before and behind. */
function digitsOf(decimal: string): number {
  return decimal.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

/** What a rubric reads as this decimal: a JSON number where that loses nothing, else the text. */
export function jsonNumber(decimal: string): number | string {
  const number = Number(decimal);
  const plain = number === 0 ? !/[1-9]/.test(decimal) : Math.abs(number) >= 1e-6 && Math.abs(number) < 1e15;
  return plain && digitsOf(decimal) <= KEPT ? number : decimal;
}

/** What a spreadsheet keeps of a number, and what JSON numbers hold without loss. */
export const KEPT = 15;

const WRITTEN = /^([+-]?) ?((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+))(?:\.([0-9]+))? ?(%)?$/;
const SCIENTIFIC = /^([+-]?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,4}))?$/;
const MINUS = /[\u2212\u2010-\u2015]/gu;
const FARTHEST = 400;

/** The digits with the decimal point moved by `places`, to the left where negative. */
function shifted(sign: string, whole: string, fraction: string, places: number): string {
  const padded = places < 0 ? whole.padStart(1 - places, '0') : whole;
  const digits = padded + fraction.padEnd(places, '0');
  const point = padded.length + places;
  return normal(sign, digits.slice(0, point), digits.slice(point));
}

function normal(sign: string, whole: string, fraction: string): string {
  const before = whole.replace(/^0+(?=[0-9])/, '');
  const behind = fraction.replace(/0+$/, '');
  const magnitude = behind === '' ? before : `${before}.${behind}`;
  return sign === '-' && /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude;
}

/** Half up at fifteen digits: what lies beyond is the tail of a binary fraction, and no spreadsheet shows it. */
function rounded(decimal: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(decimal) ?? [];
  const digits = whole + fraction;
  const first = digits.search(/[1-9]/);
  const end = first + KEPT;
  const up = digits.charCodeAt(end) >= 53 ? 1n : 0n;
  const kept = String(BigInt(digits.slice(0, end)) + up).padStart(end, '0');
  const all = kept.padEnd(kept.length + digits.length - end, '0');
  const point = all.length - fraction.length;
  return normal(sign, all.slice(0, point), all.slice(point));
}
