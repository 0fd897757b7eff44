/** What a table for people has room for; the whole number is in JSON. */
const MOST = 15;
const DIGITS = 6;

/** A number as an outcome prints it, a decimal or a fraction; one that is too long is rounded half away from zero, and says so. */
export function shortNumber(text: string): string {
  const parts = text.length <= MOST ? null : /^(-?)([0-9]+)(?:\.([0-9]+)|\/([0-9]+))?$/.exec(text);
  if (parts === null) return text;
  const [, sign = '', whole = '', decimals = '', under] = parts;
  const top = BigInt(whole + decimals);
  const bottom = under === undefined ? 10n ** BigInt(decimals.length) : BigInt(under);
  const scale = 10n ** BigInt(DIGITS);
  const rounded = (2n * top * scale + bottom) / (2n * bottom);
  const rest = String(rounded % scale)
    .padStart(DIGITS, '0')
    .replace(/0+$/, '');
  const short = `${sign}${rounded / scale}${rest === '' ? '' : `.${rest}`}`;
  return rounded * bottom === top * scale ? short : `≈ ${short}`;
}

/** A text for people without the numbers that nobody reads: long fractions are rounded, long decimals cut. */
export function withShortNumbers(text: string): string {
  return text.replace(LONG_FRACTION, shortNumber).replace(LONG_DECIMAL, '$1…');
}

const LONG_FRACTION = /(?<![\w./-])-?\d+\/\d{8,}(?![\w./-])/g;
const LONG_DECIMAL = /(\d\.\d{12})\d{6,}/g;
