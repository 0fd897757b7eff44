import type { Expr, Value } from '../model/expr.js';
import { cmp, type Num } from '../model/num.js';
import type { Eval } from '../model/plan.js';
import type { TableModel } from '../model/rubric.js';
import type { CompileContext } from './context.js';

/** A lookup: exact columns through a map, stepped ones by the greatest limit that is not above the argument. */
export function compileTable(
  expr: Extract<Expr, { kind: 'table' }>,
  args: readonly Eval[],
  { edition, watch }: CompileContext,
): Eval {
  const table = edition.tables.get(expr.name);
  if (table === undefined) throw new Error(`the checked rubric names an undeclared table: ${expr.name}`);
  return (frame) => {
    const values: Exclude<Value, undefined>[] = [];
    for (const arg of args) {
      const value = arg(frame);
      if (value === undefined) return undefined;
      values.push(value);
    }
    const row = rowFor(table, values);
    watch?.went(expr, row === undefined ? 'else' : String(table.rows.indexOf(row)));
    return row === undefined ? table.otherwise : row.value;
  };
}

function rowFor(table: TableModel, values: readonly Exclude<Value, undefined>[]): Rows[number] | undefined {
  let rows = table.rows;
  for (const [column, value] of values.entries()) {
    rows =
      table.columns[column]?.stepped === true
        ? atStep(rows, column, value as Num)
        : rows.filter((row) => same(row.at[column], value));
  }
  return rows[0];
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
