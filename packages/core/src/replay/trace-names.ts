import type { ReasonInput } from '../model/explanation.js';
import { type Expr, within } from '../model/expr.js';
import type { Shown } from '../model/outcome.js';
import type { Frame } from '../model/plan.js';
import type { ViewReader } from './reader.js';
import { keyShown, show } from './show.js';

/** Names that an expression reads in a scope without an event: keys, indicators and parts of standings, with their values. */
export function namesIn(
  reader: ViewReader,
  expr: Expr,
  frame: Frame,
): readonly { readonly name: string; readonly value: Shown }[] {
  const names = new Map<string, Shown>();
  for (const node of within(expr)) {
    if (node.kind === 'indicator' && node.args.length === 0)
      names.set(node.name, show(reader.indicator(frame, node.name, [], []), node.type));
    if (node.kind === 'standing')
      names.set(`${node.name}.${node.part}`, show(reader.standing(frame, node.name, node.part), node.type));
  }
  return [...keysIn(reader, expr, frame), ...[...names].map(([name, value]) => ({ name, value }))];
}

export function keysIn(reader: ViewReader, expr: Expr, frame: Frame): readonly ReasonInput[] {
  const keys = new Map<string, Shown>();
  for (const node of within(expr)) {
    if (node.kind !== 'key') continue;
    const key = reader.plan.keyNames.indexOf(node.name);
    const id = reader.keyId(frame, key);
    keys.set(node.name, id < 0 ? null : String(keyShown(reader, key, id)));
  }
  return [...keys].map(([name, value]) => ({ name, value, reason: null }));
}
