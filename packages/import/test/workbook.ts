import { strToU8, zipSync } from 'fflate';

export interface Parts {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

/** A workbook of one sheet, written by hand, so that it may be as wrong as one likes. */
export function workbook({ sheet, strings, styles, workbook, more = {} }: Parts): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    'xl/workbook.xml': workbook ?? '<workbook><sheets><sheet name="六月" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strings }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
    ...more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

/** A sheet of these rows, each a list of cells in XML, under the usual header. */
export function sheetOf(...rows: readonly (readonly string[])[]): string {
  const all = [['学号', '日期', '事项'].map(text), ...rows];
  const lines = all.map((cells, index) => `<row r="${index + 1}">${cells.join('')}</row>`);
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

export function text(value: string): string {
  return `<c t="inlineStr"><is><t>${value}</t></is></c>`;
}

export function number(value: string, style = 0): string {
  return `<c s="${style}"><v>${value}</v></c>`;
}
