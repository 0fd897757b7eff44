import { type Json, readJsonLines } from '@meritlog/core';
import { isJsonObject } from '@meritlog/core/parse';
import { Refused, refuse } from '../problem/import-problem.js';
import type { ImportLimits } from '../table/limits.js';
import type { Cell, Row } from '../table/table.js';
import { trimmed } from '../value/fold.js';

/** Objects, one a line, as rows: their keys are the columns. */
export function jsonRows(text: string, limits: ImportLimits): readonly Row[] {
  if (lineCount(text) > 2 * limits.rows) refuse('too-many-rows', { limit: limits.rows });
  const read = readJsonLines(text);
  if (!read.ok) throw new Refused(read.problems);
  if (read.value.length > limits.rows) refuse('too-many-rows', { limit: limits.rows });
  return read.value.flatMap(({ value, line }) => {
    if (!isJsonObject(value)) refuse('file-not-table', { found: 'JSON' }, { line });
    const cells = cellsOf(value, line, limits);
    return cells.size === 0 ? [] : [{ number: line, line, cells }];
  });
}

/** Counted before they are read; blank ones are rare. */
function lineCount(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function cellsOf(
  value: { readonly [key: string]: Json },
  row: number,
  limits: ImportLimits,
): ReadonlyMap<string, Cell> {
  const entries = Object.entries(value);
  if (entries.length > limits.columns) refuse('too-many-columns', { row, limit: limits.columns }, { line: row });
  const cells = new Map<string, Cell>();
  for (const [key, one] of entries) {
    const cell = cellOf(one);
    if (cell === undefined) continue;
    if (cell.text.length > limits.cell) refuse('cell-too-long', { cell: key, limit: limits.cell }, { line: row });
    cells.set(key, cell);
  }
  return cells;
}

function cellOf(value: Json): Cell | undefined {
  switch (typeof value) {
    case 'string': {
      const text = trimmed(value);
      return text === '' ? undefined : { kind: 'text', text };
    }
    case 'number':
      return { kind: 'number', text: String(value) };
    case 'boolean':
      return { kind: 'flag', text: value ? 'true' : 'false' };
    default:
      return value === null ? undefined : { kind: 'structure', text: JSON.stringify(value).slice(0, 100) };
  }
}
