import type { EditionModel, TableModel } from './model.js';
import { compare, fromModel, isList, type Scalar, same, type Value } from './values.js';

/** The value of a table for its arguments: column by column, the rows that fit; a stepped column takes the greatest limit reached. */
export function lookUp(edition: EditionModel, name: string, args: readonly Value[]): Value {
  const table = edition.tables.get(name);
  if (table === undefined || args.some((arg) => arg === undefined || isList(arg))) return undefined;
  let rows = table.rows.map((row) => ({ at: limits(table, row.at), value: fromModel(table.type, row.value) }));
  for (const [index, column] of table.columns.entries()) {
    const arg = args[index];
    if (arg === undefined || isList(arg)) return undefined;
    const limit = column.stepped
      ? greatestReached(
          rows.map((row) => row.at[index]),
          arg,
        )
      : arg;
    rows = rows.filter((row) => equal(row.at[index], limit));
  }
  return rows[0]?.value ?? otherwise(table);
}

function limits(table: TableModel, at: TableModel['rows'][number]['at']): (Scalar | undefined)[] {
  return table.columns.map((column, index) => {
    const limit = at[index];
    return limit === undefined ? undefined : fromModel(column.type, limit);
  });
}

function greatestReached(limits: readonly (Scalar | undefined)[], arg: Scalar): Scalar | undefined {
  const reached = limits.filter((limit): limit is Scalar => limit !== undefined && compare(limit, arg) <= 0);
  return reached.sort(compare).at(-1);
}

function equal(a: Scalar | undefined, b: Scalar | undefined): boolean {
  return a !== undefined && b !== undefined && same(a, b);
}

function otherwise(table: TableModel): Value {
  return table.otherwise === undefined ? undefined : fromModel(table.type, table.otherwise);
}
