import { parseDay } from '../model/calendar.js';
import type { Value, ValueType } from '../model/expr.js';
import { isJsonObject, type Json } from '../model/json.js';
import { fromDouble, parseNum, printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { TableModel } from '../model/rubric.js';
import { fieldOf } from './common-fields.js';
import type { RubricDocument, TableDocument } from './document.js';
import { isLongNumber } from './numbers.js';
import { shown } from './quote.js';
import type { Report } from './report.js';

type Known = Exclude<Value, undefined>;
type Column = TableModel['columns'][number];

interface Row {
  readonly at: readonly string[];
  readonly value: Json;
  readonly pointer: string;
}

/** A table: the types of its columns come from what they are named after, else from how their rows are written. */
export function tableOf(name: string, document: TableDocument, rubric: RubricDocument, report: Report): TableModel {
  const pointer = child('/tables', name);
  const rows = rowsIn(document.rows, document.by, [], child(pointer, 'rows'), report);
  const columns = document.by.map((by, index) =>
    columnOf(
      by,
      rows.map((row) => row.at[index] ?? ''),
      rubric,
    ),
  );
  const values = [...rows.map((row) => row.value), ...(document.else === undefined ? [] : [document.else])];
  const type: ValueType = values.every(isNumeral)
    ? 'number'
    : values.every((value) => typeof value === 'boolean')
      ? 'flag'
      : 'text';
  return {
    name,
    type,
    columns,
    rows: rows.map((row) => ({
      at: row.at.map((cell, index) => cellOf(cell, columns[index], row.pointer, report)),
      value: cellValue(row.value, type, row.pointer, report),
    })),
    otherwise: document.else === undefined ? undefined : cellValue(document.else, type, child(pointer, 'else'), report),
  };
}

function rowsIn(
  rows: Json,
  by: readonly string[],
  at: readonly string[],
  pointer: string,
  report: Report,
): readonly Row[] {
  const column = by[at.length];
  if (column === undefined) {
    if (typeof rows !== 'object') return [{ at, value: rows, pointer }];
    report.add('table-value', pointer, { columns: by.length });
    return [];
  }
  if (!isJsonObject(rows)) {
    report.add('table-row', pointer, { column, columns: by.length });
    return [];
  }
  return Object.entries(rows).flatMap(([cell, inner]) =>
    rowsIn(inner, by, [...at, cell], child(pointer, cell), report),
  );
}

function columnOf(by: string, cells: readonly string[], rubric: RubricDocument): Column {
  const stepped = by.endsWith('>=');
  const name = stepped ? by.slice(0, -2) : by;
  return { name, stepped, type: typeNamed(name, rubric) ?? typeWritten(cells, stepped) };
}

/** A column named after a key or a field has its type. */
function typeNamed(name: string, rubric: RubricDocument): ValueType | undefined {
  if (Object.hasOwn(rubric.keys, name)) return rubric.keys[name]?.type ?? 'text';
  const kinds = new Set(
    Object.keys(rubric.vocabulary.events).flatMap((type) => fieldOf(rubric, type, name)?.document.kind ?? []),
  );
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === undefined || kind === 'list' || kind === 'key') return undefined;
  return kind === 'choice' ? 'text' : kind;
}

function typeWritten(cells: readonly string[], stepped: boolean): ValueType {
  if (cells.length > 0 && cells.every((cell) => parseNum(cell) !== undefined)) return 'number';
  if (cells.length > 0 && cells.every((cell) => parseDay(cell) !== undefined)) return 'date';
  return stepped ? 'number' : 'text';
}

function cellOf(cell: string, column: Column | undefined, pointer: string, report: Report): Known {
  const type = column?.type ?? 'text';
  const read =
    type === 'number' ? parseNum(cell) : type === 'date' ? parseDay(cell) : type === 'flag' ? flagOf(cell) : cell;
  if (read === undefined || (column?.stepped === true && (type === 'text' || type === 'flag'))) {
    report.add('table-cell', pointer, {
      found: cell,
      column: column?.name ?? '',
      expected: read === undefined ? type : 'number|date',
    });
  }
  return read ?? 0;
}

function flagOf(cell: string): boolean | undefined {
  return cell === 'true' ? true : cell === 'false' ? false : undefined;
}

function isNumeral(value: Json): boolean {
  return typeof value === 'number' || (typeof value === 'string' && parseNum(value) !== undefined);
}

function cellValue(value: Json, type: ValueType, pointer: string, report: Report): Known {
  if (typeof value === 'number' && isLongNumber(value)) report.add('number-too-long', pointer, { found: shown(value) });
  if (type === 'number') return typeof value === 'number' ? fromDouble(value) : (parseNum(shown(value)) ?? 0);
  if (typeof value === 'boolean') return type === 'flag' ? value : shown(value);
  return typeof value === 'number' ? printNum(fromDouble(value)) : shown(value);
}
