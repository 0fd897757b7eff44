import type { Reason } from '../model/explanation.js';
import { type Expr, type Value, within } from '../model/expr.js';
import { type Frame, UNBOUND } from '../model/plan.js';
import type { RankKey } from '../model/rubric.js';
import type { Place } from './find.js';
import type { ViewReader } from './reader.js';
import { traceIndicator } from './trace.js';

/** What of a row is asked for: its total, its keys, or indicators by name. */
export interface Asked {
  readonly keys: boolean;
  readonly indicators: readonly string[];
}

/** Why the values are what they are that the place of a row hangs on: a reason for each indicator that is read, by name and keys. */
export function traceKeys(
  reader: ViewReader,
  { table, row }: Place,
  { keys, indicators }: Asked,
  depth: number,
): ReadonlyMap<string, Reason> {
  const { model } = table.plan;
  const reasons = new Map<string, Reason>();
  const known = reader.editionAt(table.at).indicators;
  const reads = [
    ...[model.total.expr, ...(keys ? table.plan.by.keys.map((key) => comparedBy(key.model)) : [])].flatMap((expr) =>
      readsIn(reader, expr, row.frame),
    ),
    ...indicators.filter((name) => known.has(name)).map((name): Read => ({ name, args: [] })),
  ];
  const traced = new Set<string>();
  for (const { name, args } of reads) {
    const plan = reader.indicatorPlan(name, table.at);
    const ids = reader.bindingOf(plan, row.frame, args);
    const own = JSON.stringify([name, ids]);
    if (traced.has(own) || plan.per.some((key) => (ids[key] ?? UNBOUND) < 0)) continue;
    traced.add(own);
    const reason = traceIndicator(reader, plan, ids, depth);
    reasons.set(JSON.stringify([reason.indicator, reason.keys]), reason);
  }
  return reasons;
}

function comparedBy(key: RankKey): Expr {
  return key.kind === 'is' ? key.is.expr : key.items;
}

interface Read {
  readonly name: string;
  readonly args: readonly Value[];
}

function readsIn(reader: ViewReader, expr: Expr, frame: Frame): readonly Read[] {
  return within(expr).flatMap((read): readonly Read[] =>
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
