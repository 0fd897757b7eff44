import { readXml } from './xml.js';

/** How the cells of a style show a number. */
export interface NumberFormat {
  readonly isDate: boolean;
  /** Digits that are always shown, of formats such as 000000 for numbers of people and things. */
  readonly zeros: number;
}

const GENERAL: NumberFormat = { isDate: false, zeros: 0 };

/** The number formats of a workbook by the number of the style. */
export function stylesOf(bytes: Uint8Array | undefined): (style: string | undefined) => NumberFormat {
  const codes = new Map<string, string>();
  const styles: NumberFormat[] = [];
  if (bytes !== undefined) {
    readXml('xl/styles.xml', bytes, {
      open: ({ name, attributes }, path) => {
        if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
        if (name === 'xf' && path.at(-2) === 'cellXfs') styles.push(formatOf(attributes.numFmtId ?? '0', codes));
      },
    });
  }
  return (style) => styles[Number(style ?? 0)] ?? GENERAL;
}

function formatOf(id: string, codes: ReadonlyMap<string, string>): NumberFormat {
  const code = codes.get(id);
  if (code === undefined) return { isDate: isBuiltInDate(Number(id)), zeros: 0 };
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');
  const zeros = /^0+$/.test(plain) ? plain.length : 0;
  return { isDate: /[ymdhs]|上午|下午/i.test(plain.replace(/general/gi, '')), zeros };
}

/** Built into spreadsheet programs, those of Chinese ones among them (ECMA-376 part 1, 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}
