import type { ReasonInput } from '../model/explanation.js';
import { type Expr, within } from '../model/expr.js';
import type { Shown } from '../model/outcome.js';
import type { Frame } from '../model/plan.js';
import type { ViewReader } from './reader.js';
import { keyShown, show } from './show.js';
import { calledText, unfold } from './unfold.js';

/** Names and tables that an expression reads in a scope without an event, with their values. */
export function namesIn(
  reader: ViewReader,
  expr: Expr,
  frame: Frame,
): readonly { readonly name: string; readonly value: Shown }[] {
  const { partOf } = reader.editionAt(frame.at);
  const reads = unfold(expr, frame, partOf).reads.flatMap((read) =>
    read.kind === 'indicator' || read.kind === 'standing' || read.kind === 'table'
      ? [{ name: calledText(read, frame, partOf), value: show(partOf(read)(frame), read.type) }]
      : [],
  );
  return [...keysIn(reader, expr, frame).map(({ name, value }) => ({ name, value })), ...reads];
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
