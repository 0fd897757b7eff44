import { type Expr, type Value, within } from '../model/expr.js';
import { type Frame, UNBOUND } from '../model/plan.js';
import type { RankKey } from '../model/rubric.js';
import type { Place } from './find.js';
import { keyFrame } from './frame.js';
import type { ViewReader } from './reader.js';
import { type Read, readOf } from './trace-read.js';

/** What of a row is asked for: its total, its keys, or indicators by name. */
export interface Asked {
  readonly keys: boolean;
  readonly indicators: readonly string[];
}

/** The readings that the place of a row hangs on. */
export function placeReads(reader: ViewReader, { table, row }: Place, { keys, indicators }: Asked): readonly Read[] {
  const { model } = table.plan;
  const known = reader.editionAt(table.at).indicators;
  const reads = [
    ...[model.total.expr, ...(keys ? table.plan.by.keys.map((key) => comparedBy(key.model)) : [])].flatMap((expr) =>
      readsIn(reader, expr, row.frame),
    ),
    ...indicators.filter((name) => known.has(name)).map((name): NamedRead => ({ name, args: [] })),
  ];
  return reads.flatMap(({ name, args }) => {
    const plan = reader.indicatorPlan(name, table.at);
    const ids = reader.bindingOf(plan, row.frame, args);
    if (plan.per.some((key) => (ids[key] ?? UNBOUND) < 0)) return [];
    return [readOf(reader, plan, keyFrame(reader, table.at, ids))];
  });
}

function comparedBy(key: RankKey): Expr {
  return key.kind === 'is' ? key.is.expr : key.items;
}

interface NamedRead {
  readonly name: string;
  readonly args: readonly Value[];
}

function readsIn(reader: ViewReader, expr: Expr, frame: Frame): readonly NamedRead[] {
  return within(expr).flatMap((read): readonly NamedRead[] =>
    read.kind !== 'indicator' || read.passes.length > 0
      ? []
      : [{ name: read.name, args: read.args.map((arg) => argValue(reader, arg, frame)) }],
  );
}

/** Arguments are keys and literals; what is computed first is told by the value alone. */
function argValue(reader: ViewReader, arg: Expr, frame: Frame): Value {
  if (arg.kind === 'literal') return arg.value;
  if (arg.kind !== 'key') return undefined;
  const id = reader.keyId(frame, reader.plan.keyNames.indexOf(arg.name));
  return id < 0 ? undefined : reader.keyValue(reader.plan.keyNames.indexOf(arg.name), id);
}
