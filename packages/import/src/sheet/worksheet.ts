import { refuse } from '../problem/import-problem.js';
import { columnName, columnNumber } from '../table/column-name.js';
import type { ImportLimits } from '../table/limits.js';
import type { Cell, Row } from '../table/table.js';
import { type CellContext, cellOf, type WrittenCell } from './sheet-cell.js';
import { readXml, type XmlElement } from './xml.js';

export interface SheetContext extends CellContext {
  readonly limits: ImportLimits;
}

/** The rows of a sheet that hold something. Empty cells and rows cost nothing, however many there are. */
export function worksheetRows(bytes: Uint8Array | undefined, part: string, context: SheetContext): readonly Row[] {
  const { limits } = context;
  const rows: Row[] = [];
  const merged: string[] = [];
  let [row, column, held] = [0, 0, 0];
  let cells = new Map<string, Cell>();
  let written: WrittenCell | undefined;
  readXml(part, bytes, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        row = rowNumber(attributes, row, part);
        column = 0;
        cells = new Map();
      } else if (name === 'c') {
        column = placeOf(attributes, column, part);
        written = { type: attributes.t ?? 'n', style: attributes.s, value: '', inline: '', formula: false };
      } else if (name === 'f' && written !== undefined) written.formula = true;
      else if (name === 'mergeCell' && merged.length < limits.rows) merged.push(attributes.ref ?? '');
    },
    text: (text, path) => {
      if (written === undefined) return;
      const at = path.at(-1);
      if (at === 'v') written.value += text;
      else if (at === 't' && path.includes('is') && !path.includes('rPh')) written.inline += text;
    },
    close: (name) => {
      if (name === 'c' && written !== undefined) {
        const cell = cellOf(written, context);
        written = undefined;
        if (cell === undefined) return;
        if (cell.text.length > limits.cell)
          refuse('cell-too-long', { cell: `${columnName(column)}${row}`, limit: limits.cell });
        if (column > limits.columns) refuse('too-many-columns', { row, limit: limits.columns });
        cells.set(columnName(column), cell);
      } else if (name === 'row' && cells.size > 0) {
        rows.push({ number: row, cells });
        held += cells.size;
        if (held > limits.cells) refuse('too-many-cells', { limit: limits.cells });
        if (rows.length > limits.rows + HEADER) refuse('too-many-rows', { limit: limits.rows });
      }
    },
  });
  return withMerged(rows, merged);
}

type Attributes = XmlElement['attributes'];

function rowNumber({ r }: Attributes, before: number, part: string): number {
  const number = r === undefined ? before + 1 : Number(r);
  if (!Number.isInteger(number) || number <= before || number > MOST_ROWS)
    refuse('workbook-damaged', { part, why: `row ${r}` });
  return number;
}

function placeOf({ r }: Attributes, before: number, part: string): number {
  const number = r === undefined ? before + 1 : columnNumber(r.replace(/[0-9]+$/, ''));
  if (number <= before || number > MOST_COLUMNS) refuse('workbook-damaged', { part, why: `cell ${r}` });
  return number;
}

/** The row that names the columns is one more. */
const HEADER = 1;
/** What a sheet can have. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Where a row is there, a cell that is merged into another says so, instead of being empty. */
function withMerged(rows: readonly Row[], ranges: readonly string[]): readonly Row[] {
  if (ranges.length === 0) return rows;
  const byNumber = new Map(rows.map((row) => [row.number, new Map(row.cells)]));
  let looked = 0;
  for (const range of ranges) {
    const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)$/.exec(range) ?? [];
    const [first, last] = [columnNumber(left), columnNumber(right)];
    for (let row = Number(top); row <= Number(bottom); row += 1) {
      const cells = byNumber.get(row);
      for (let column = first; cells !== undefined && column <= last; column += 1) {
        const name = columnName(column);
        if (!cells.has(name) && `${name}${row}` !== `${left}${top}`)
          cells.set(name, { kind: 'merged', text: `${left}${top}` });
        looked += 1;
      }
      looked += 1;
      if (looked > MOST_MERGED) return rows;
    }
  }
  return rows.map((row) => ({ ...row, cells: byNumber.get(row.number) ?? row.cells }));
}

/** Beyond so many, merged cells count as what they are in the file: empty. */
const MOST_MERGED = 1_000_000;
