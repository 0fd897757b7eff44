import { childrenOf, type Expr, type Value } from '../model/expr.js';
import { exprText } from '../model/expr-text.js';
import type { EditionPlan, Frame } from '../model/plan.js';

/** A formula as it went in one scope. */
export interface Unfolded {
  /** With what it read put in place of the names; what it did not get to is `…`. */
  readonly filled: Expr;
  /** Every name and table that it read, in the order of its text, each once. */
  readonly reads: readonly Expr[];
}

export function unfold(expr: Expr, frame: Frame, partOf: EditionPlan['partOf']): Unfolded {
  const reads = new Map<string, Expr>();
  const worth = (part: Expr): Value => partOf(part)(frame);
  const fill = (part: Expr): Expr => {
    switch (part.kind) {
      case 'literal':
      case 'unknown':
        return part;
      case 'field':
      case 'key':
      case 'outer':
      case 'context':
      case 'indicator':
      case 'standing':
      case 'table':
        if (!reads.has(nameOf(part))) reads.set(nameOf(part), part);
        childrenOf(part).forEach(fill);
        return literalOf(part, worth(part));
      case 'call':
        return { ...part, args: part.name === 'coalesce' ? firstKnown(part.args) : part.args.map(fill) };
      case 'unary': {
        const of = fill(part.of);
        // A sign before a number is the number's own.
        return part.op === '-' && of.kind === 'literal' ? literalOf(part, worth(part)) : { ...part, of };
      }
      case 'binary': {
        const isLogic = part.op === '&&' || part.op === '||';
        const isSettled = isLogic && worth(part.left) === (part.op === '||');
        return { ...part, left: fill(part.left), right: isSettled ? SKIPPED : fill(part.right) };
      }
      case 'if': {
        const when = worth(part.when);
        const chosen = fill(part.when);
        const [yes, no] = [when === true ? fill(part.then) : SKIPPED, when === false ? fill(part.else) : SKIPPED];
        // biome-ignore lint/suspicious/noThenProperty: the part of a conditional is called so.
        return { ...part, when: chosen, then: yes, else: no };
      }
      case 'in':
        return { ...part, of: fill(part.of), list: 'field' in part.list ? part.list : part.list.map(fill) };
    }
  };
  const firstKnown = (args: readonly Expr[]): readonly Expr[] => {
    const found = args.findIndex((arg) => worth(arg) !== undefined);
    return args.map((arg, index) => (found >= 0 && index > found ? SKIPPED : fill(arg)));
  };
  const filled = fill(expr);
  return { filled, reads: [...reads.values()] };
}

/** Two reads that pass different values are two. */
function nameOf(part: Expr): string {
  return part.kind === 'indicator'
    ? JSON.stringify([exprText(part), part.passes.map(exprText)])
    : `${part.kind} ${exprText(part)}`;
}

/** Stands for what a formula did not get to. */
const SKIPPED: Expr = { kind: 'field', type: 'number', name: '…' };

function literalOf({ type }: Expr, value: Value): Expr {
  if (value === undefined) return { kind: 'unknown', type };
  // A list as a whole is read only for whether it is there.
  if (typeof value === 'boolean') return { kind: 'literal', type: 'flag', value };
  return { kind: 'literal', type, value };
}

/** The parts of an unknown formula that are unknown although all they read is known, as they went. */
export function openParts(expr: Expr, frame: Frame, partOf: EditionPlan['partOf']): readonly string[] {
  const open = (part: Expr): readonly Expr[] => {
    if (part.kind === 'unknown' || partOf(part)(frame) !== undefined) return [];
    const when = part.kind === 'if' ? partOf(part.when)(frame) : undefined;
    const inner =
      part.kind !== 'if' ? childrenOf(part) : [when === undefined ? part.when : when ? part.then : part.else];
    const found = inner.flatMap(open);
    return found.length > 0 || inner.some(({ kind }) => kind === 'unknown') ? found : [part];
  };
  const text = (part: Expr): string => {
    switch (part.kind) {
      case 'indicator':
      case 'standing':
      case 'table':
        return calledText(part, frame, partOf);
      case 'field':
      case 'key':
      case 'outer':
      case 'context':
        return exprText(part);
      default:
        return exprText(unfold(part, frame, partOf).filled);
    }
  };
  return [...new Set(open(expr).map(text))];
}

/** A value, a part of a standing or a table with what it was called with. */
export function calledText(
  read: Expr & { readonly kind: 'table' | 'indicator' | 'standing' },
  frame: Frame,
  partOf: EditionPlan['partOf'],
): string {
  return exprText({ ...read, args: read.args.map((arg) => unfold(arg, frame, partOf).filled) });
}
