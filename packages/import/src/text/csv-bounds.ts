import { refuse } from '../problem/import-problem.js';
import { columnName } from '../table/column-name.js';
import type { ImportLimits } from '../table/limits.js';

/**
 * Refuses what would make the reader fill the memory: a row of a million columns, a cell of ten megabytes, a quotation
 * mark that is never closed and so takes in the rest of the file.
 */
export function checkBounds(text: string, delimiter: string, limits: ImportLimits): void {
  const part = delimiter.charCodeAt(0);
  let [line, row, column, start, opened] = [1, 1, 1, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) line += 1;
    if (code === QUOTE) opened = opened === 0 ? line : 0;
    else if (opened === 0 && (code === part || code === LINE_FEED)) {
      const ends = code === LINE_FEED;
      if (at - start > limits.cell + SPARE) tooLong(column, row);
      start = at + 1;
      column = ends ? 1 : column + 1;
      if (ends) row += 1;
      if (column > limits.columns) refuse('too-many-columns', { row, limit: limits.columns }, { line });
    }
  }
  if (opened > 0) refuse('csv-quote-open', { line: opened }, { line: opened });
  if (text.length - start > limits.cell + SPARE) tooLong(column, row);

  function tooLong(number: number, inRow: number): never {
    return refuse('cell-too-long', { cell: `${columnName(number)}${inRow}`, limit: limits.cell }, { line });
  }
}

const LINE_FEED = 10;
const QUOTE = 34;
/** The quotation marks around a cell, and a carriage return. */
const SPARE = 3;
