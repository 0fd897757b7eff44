import type { Expr } from '../model/expr.js';
import { allBut, both, isNothing, type ValueSet } from './value-set.js';

/** Values that are read, and what each may be: all of them at once. What a box does not name may be anything. */
export type Box = ReadonlyMap<string, Side>;

export interface Side {
  readonly read: Expr;
  readonly set: ValueSet;
}

export const EVERYTHING: Box = new Map();

/** What is in both boxes; undefined where that is nothing. */
export function overlap(a: Box, b: Box): Box | undefined {
  const found = new Map(a);
  for (const [key, side] of b) {
    const own = found.get(key);
    const set = own === undefined ? side.set : both(own.set, side.set);
    if (isNothing(set)) return undefined;
    found.set(key, { read: side.read, set });
  }
  return found;
}

/** What of one box is in none of the others, as boxes; undefined where there are too many pieces to go on. */
export function remainder(of: Box, others: readonly Box[]): readonly Box[] | undefined {
  let pieces: readonly Box[] = [of];
  for (const other of others) {
    pieces = pieces.flatMap((piece) => cut(piece, other));
    if (pieces.length > MAX_BOXES) return undefined;
  }
  return pieces;
}

export const MAX_BOXES = 256;

/** One piece for each side of the other box: outside it on this side, inside on the sides before. */
function cut(piece: Box, other: Box): readonly Box[] {
  if (overlap(piece, other) === undefined) return [piece];
  const pieces: Box[] = [];
  let left = piece;
  for (const [key, { read, set }] of other) {
    const outside = overlap(left, new Map([[key, { read, set: allBut(set) }]]));
    if (outside !== undefined) pieces.push(outside);
    const inside = overlap(left, new Map([[key, { read, set }]]));
    if (inside === undefined) return pieces;
    left = inside;
  }
  return pieces;
}
