import type { Mapping } from '../mapping/mapping.js';
import { refuse } from '../problem/import-problem.js';
import { workbookRows } from '../sheet/workbook.js';
import { csvRows } from '../text/csv.js';
import { decoded } from '../text/encoding.js';
import { jsonRows } from '../text/json-lines.js';
import { inCsv, inJsonLines } from '../text/places.js';
import { columnNumber } from './column-name.js';
import type { ImportLimits } from './limits.js';
import type { Locate, Table } from './table.js';

/** Reads a table as what its first bytes say that it is; a file name proves nothing. */
export function readTable(bytes: Uint8Array, mapping: Mapping, limits: ImportLimits): Table {
  if (bytes.length > limits.bytes) refuse('file-too-large', { size: bytes.length, limit: limits.bytes });
  if (startsWith(bytes, ZIP)) {
    const { rows, sheet } = workbookRows(bytes, mapping.sheet, mapping.formulas === 'shown', limits);
    return { rows, read: { format: 'xlsx', sheet }, locate: inSheet };
  }
  if (startsWith(bytes, OLD_EXCEL)) refuse('file-old-excel');
  for (const { found, magic } of OTHERS) if (startsWith(bytes, magic)) refuse('file-not-table', { found });
  const { text, encoding } = decoded(bytes, mapping.encoding);
  if (text.includes('\0')) refuse('file-not-table', { found: 'binary' });
  if (/^\s*\{/.test(text)) {
    return { rows: jsonRows(text, limits), read: { format: 'jsonl', encoding }, locate: inJsonLines(text) };
  }
  const delimiter = mapping.delimiter ?? ',';
  const rows = csvRows(text, delimiter, limits);
  return { rows, read: { format: 'csv', encoding }, locate: inCsv(text, delimiter) };
}

const inSheet: Locate = ({ number }, key) => ({ line: number, column: Math.max(columnNumber(key), 1) });

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const OTHERS = [
  { found: 'PDF', magic: [0x25, 0x50, 0x44, 0x46] },
  { found: 'SQLite', magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { found: 'gzip', magic: [0x1f, 0x8b] },
  { found: 'PNG', magic: [0x89, 0x50, 0x4e, 0x47] },
  { found: 'JPEG', magic: [0xff, 0xd8, 0xff] },
] as const;

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
