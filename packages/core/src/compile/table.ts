import type { Value } from '../model/expr.js';
import { cmp, type Num } from '../model/num.js';
import type { Eval } from '../model/plan.js';
import type { TableModel } from '../model/rubric.js';
import type { CompileContext } from './context.js';

/** A lookup: exact columns through a map, stepped ones by the greatest limit that is not above the argument. */
export function compileTable(name: string, args: readonly Eval[], context: CompileContext): Eval {
  const table = context.edition.tables.get(name);
  if (table === undefined) throw new Error(`the checked rubric names an undeclared table: ${name}`);
  return (frame) => {
    const values: Exclude<Value, undefined>[] = [];
    for (const arg of args) {
      const value = arg(frame);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return lookUp(table, values);
  };
}

function lookUp(table: TableModel, values: readonly Exclude<Value, undefined>[]): Value {
  let rows = table.rows;
  for (const [column, value] of values.entries()) {
    rows =
      table.columns[column]?.stepped === true
        ? atStep(rows, column, value as Num)
        : rows.filter((row) => same(row.at[column], value));
  }
  const found = rows[0];
  return found === undefined ? table.otherwise : found.value;
}

type Rows = TableModel['rows'];

function atStep(rows: Rows, column: number, value: Num): Rows {
  let best: Num | undefined;
  for (const row of rows) {
    const limit = row.at[column] as Num;
    if (cmp(limit, value) <= 0 && (best === undefined || cmp(limit, best) > 0)) best = limit;
  }
  return best === undefined ? [] : rows.filter((row) => same(row.at[column], best));
}

function same(a: Value, b: Value): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && cmp(a, b) === 0);
}
