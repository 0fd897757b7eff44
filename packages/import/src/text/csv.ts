import { parse } from 'csv-parse/sync';
import { refuse } from '../problem/import-problem.js';
import { columnName } from '../table/column-name.js';
import type { ImportLimits } from '../table/limits.js';
import type { Cell, Row } from '../table/table.js';
import { trimmed } from '../value/fold.js';
import { checkBounds } from './csv-bounds.js';

/** The rows of a CSV text that hold something. */
export function csvRows(text: string, delimiter: string, limits: ImportLimits): readonly Row[] {
  checkBounds(text, delimiter, limits);
  const rows: Row[] = [];
  let [line, held] = [1, 0];
  const take = (record: readonly string[], { lines, records }: { lines: number; records: number }): null => {
    const cells = cellsOf(record);
    if (cells.size > 0) rows.push({ number: records, line, cells });
    held += cells.size;
    if (held > limits.cells) refuse('too-many-cells', { limit: limits.cells });
    if (rows.length > limits.rows + HEADER) refuse('too-many-rows', { limit: limits.rows });
    line = lines + 1;
    return null;
  };
  try {
    parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, on_record: take });
  } catch (error) {
    throw fault(error, line);
  }
  return rows;
}

function cellsOf(record: readonly string[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [index, written] of record.entries()) {
    const text = trimmed(written);
    if (text !== '') cells.set(columnName(index + 1), { kind: 'text', text });
  }
  return cells;
}

/** What the library says by a code; everything else is ours. */
function fault(error: unknown, line: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('CSV_') && !QUOTES.includes(code)) return error;
  try {
    if (code === 'CSV_QUOTE_NOT_CLOSED') return refuse('csv-quote-open', { line }, { line });
    if (QUOTES.includes(code)) return refuse('csv-quote-inside', { line }, { line });
    return refuse('csv-broken', { line, said: code }, { line });
  } catch (refused) {
    return refused;
  }
}

/** The row that names the columns is one more. */
const HEADER = 1;
const QUOTES: readonly string[] = ['INVALID_OPENING_QUOTE', 'CSV_INVALID_CLOSING_QUOTE'];
