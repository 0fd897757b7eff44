import { readXml } from './xml.js';

/** The texts that cells refer to by number. Readings of Chinese or Japanese characters beside them are no part of them. */
export function sharedStrings(bytes: Uint8Array | undefined): readonly string[] {
  if (bytes === undefined) return [];
  const strings: string[] = [];
  let current = '';
  readXml('xl/sharedStrings.xml', bytes, {
    open: ({ name }) => {
      if (name === 'si') current = '';
    },
    text: (text, path) => {
      if (path.at(-1) === 't' && !path.includes('rPh')) current += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}
