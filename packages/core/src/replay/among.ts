import type { Value } from '../model/expr.js';
import { printNum } from '../model/num.js';
import type { ChainStepPlan, Frame } from '../model/plan.js';
import type { AmongBlock } from '../model/rubric.js';
import type { Ordering } from './chain.js';
import { keyFrame } from './frame.js';
import { keyValues } from './key-values.js';
import type { ViewReader } from './reader.js';
import { type BlockReading, isAsked, type Part, splitByKey } from './split-key.js';
import type { StandingRow } from './standing.js';

type BlockPlan = ChainStepPlan & { readonly kind: 'among' };

/** Refines tied groups by a block of keys that are read of those still tied alone. `first`: the index of its first key. */
export function applyBlock(
  parts: readonly Part[],
  block: BlockPlan,
  first: number,
  ordering: Ordering,
): readonly Part[] {
  let before = 0;
  return parts.flatMap((part) => {
    const place = before + 1;
    before += part.rows.length;
    if (part.rows.length < 2 || !isAsked(block.if, ordering.scope, part.rows.length, place)) return [part];
    return appliedAnew(part, block, first, ordering, place - 1);
  });
}

/** Applies the block once more to every part that it leaves tied, until it splits none. A list of what waits, because groups may be large. */
function appliedAnew(
  whole: Part,
  block: BlockPlan,
  first: number,
  ordering: Ordering,
  before: number,
): readonly Part[] {
  const done: Part[] = [];
  const waiting = [whole];
  let place = before;
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const parts = part.rows.length < 2 ? [part] : applied(part, block, first, ordering, place);
    if (parts.length === 1) {
      done.push(part);
      place += part.rows.length;
    } else for (const smaller of parts.toReversed()) waiting.push(smaller);
  }
  return done;
}

function applied(
  part: Part,
  block: BlockPlan,
  first: number,
  { reader, scope, of, valuesOf }: Ordering,
  before: number,
): readonly Part[] {
  const inner = amongThem(reader, block.model, part.rows, of);
  const table: Frame = { ...keyFrame(inner, scope.at, scope.bound ?? []), size: scope.size };
  const frames = part.rows.map(({ frame }) => keyFrame(inner, frame.at, frame.bound ?? []));
  const values = keyValues(inner, block.keys, frames, table);
  const read: BlockReading = { first, values: new Map(part.rows.map((row, index) => [row, values[index] ?? []])) };
  part.rows.forEach((row, index) => {
    valuesOf(row).splice(first, block.keys.length, ...(values[index] ?? []));
  });
  return block.keys.reduce<readonly Part[]>(
    (parts, key, place) =>
      splitByKey(
        parts,
        key,
        { index: first + place, scope: table, read, readOf: (row) => read.values.get(row)?.[place] },
        before,
      ),
    [part],
  );
}

/** A reader that sees, of the events of some types, only those between the rows. */
export function amongThem(
  reader: ViewReader,
  { types, fields }: AmongBlock,
  rows: readonly StandingRow[],
  of: number,
): ViewReader {
  const members = new Set(rows.map(({ member }) => identity(reader.keyValue(of, member))));
  const isBetween = (ord: number): boolean =>
    fields.every((field) => {
      const value = reader.field(ord, field);
      return value !== undefined && members.has(identity(value));
    });
  return reader.through(reader.view.keeping(types, isBetween));
}

/** Members are texts or numbers, all of one kind. */
function identity(value: Value): Value {
  return typeof value === 'object' ? printNum(value) : value;
}
