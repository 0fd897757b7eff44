import type { Expr } from '../model/expr.js';
import type { TableModel } from '../model/rubric.js';
import { type Box, overlap, remainder, type Side } from './box.js';
import type { Domain } from './normal-form.js';
import { compared, only } from './number-set.js';
import type { Scope } from './range-scope.js';
import type { Ranges } from './ranges.js';
import { named, onLine, type ValueSet } from './value-set.js';

/** Who knows what values may be. */
interface Bounds {
  readonly ranges: Ranges;
  readonly domain: (types: readonly string[]) => Domain;
}

/** Whether arguments may come that no row of the table fits, and no `else`. */
export function tableGap(
  { columns, rows, otherwise }: TableModel,
  args: readonly Expr[],
  scope: Scope,
  world: Bounds,
): boolean {
  if (otherwise !== undefined) return false;
  const asked: Box = new Map(
    args.map((arg, index): [string, Side] => [String(index), { read: arg, set: mayBe(arg, scope, world) }]),
  );
  const covered = rows.flatMap(({ at }): Box[] => {
    const sides = args.map((read, index): [string, Side] => [
      String(index),
      { read, set: fitting(at[index], columns[index]?.stepped === true) },
    ]);
    const box = overlap(asked, new Map(sides));
    return box === undefined ? [] : [box];
  });
  return (remainder(asked, covered) ?? []).length > 0;
}

function mayBe(arg: Expr, scope: Scope, world: Bounds): ValueSet {
  return arg.type === 'number' ? onLine([world.ranges.of(arg, scope)]) : world.domain(scope.types)(arg);
}

function fitting(value: TableModel['rows'][number]['at'][number] | undefined, stepped: boolean): ValueSet {
  if (value === undefined) return named();
  if (typeof value === 'string' || typeof value === 'boolean') return named(String(value));
  return onLine(stepped ? compared('>=', value) : only(value));
}
