import { nearest } from '@meritlog/core';
import { refuse } from '../problem/import-problem.js';
import { shown } from '../problem/words.js';
import type { ImportLimits } from '../table/limits.js';
import type { Row } from '../table/table.js';
import { sharedStrings } from './shared-strings.js';
import { stylesOf } from './styles.js';
import { worksheetRows } from './worksheet.js';
import { readXml } from './xml.js';
import { openZip } from './zip.js';

export interface SheetRead {
  readonly sheet: string;
  readonly rows: readonly Row[];
}

/** The rows of one sheet of an .xlsx workbook that hold something. */
export function workbookRows(
  bytes: Uint8Array,
  wanted: string | undefined,
  shownValues: boolean,
  limits: ImportLimits,
): SheetRead {
  const unpack = openZip(bytes, limits);
  const parts = unpack(WORKBOOK, RELATIONS, STRINGS, STYLES);
  const book = bookOf(parts.get(WORKBOOK));
  const sheet = chosen(book.sheets, wanted);
  const part = targetsOf(parts.get(RELATIONS)).get(sheet.relation) ?? '';
  const rows = worksheetRows(unpack(part).get(part), part, {
    strings: sharedStrings(parts.get(STRINGS)),
    formatOf: stylesOf(parts.get(STYLES)),
    from1904: book.from1904,
    shownValues,
    limits,
  });
  return { sheet: sheet.name, rows };
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';

interface Sheet {
  readonly name: string;
  readonly relation: string;
  readonly visible: boolean;
}

function bookOf(bytes: Uint8Array | undefined): { readonly sheets: readonly Sheet[]; readonly from1904: boolean } {
  const sheets: Sheet[] = [];
  let from1904 = false;
  readXml(WORKBOOK, bytes, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', relation, visible: (attributes.state ?? 'visible') === 'visible' });
    },
  });
  return { sheets, from1904 };
}

function chosen(sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const visible = sheets.filter((sheet) => sheet.visible);
  const found = wanted === undefined ? visible[0] : sheets.find(({ name }) => name === wanted);
  if (found !== undefined && (wanted !== undefined || visible.length === 1)) return found;
  const names = sheets.map(({ name }) => name);
  const known = names.slice(0, 20).map(shown).join(', ');
  if (wanted === undefined) return refuse('sheet-choose', { known });
  return refuse('sheet-unknown', { sheet: wanted, known, near: nearest(wanted, names) ?? '' });
}

/** Which part of the workbook a relation leads to. */
function targetsOf(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(RELATIONS, bytes, {
    open: ({ name, attributes: { Id = '', Target = '', TargetMode = '' } }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
  });
  return targets;
}
