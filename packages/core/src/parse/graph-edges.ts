import { type Expr, within } from '../model/expr.js';
import { sign } from '../model/num.js';
import type { Draft } from './edition-draft.js';

import { standingKeys } from './world.js';

/** One thing reads another. */
export interface Edge {
  readonly to: string;
  /** The key that is read at a strictly smaller value. */
  readonly earlier: string | undefined;
  /** Keys that are read at other values than the reader's own. */
  readonly rebinds: ReadonlySet<string>;
}

/** What an expression reads, `own` being the keys that have the reader's values here. */
export function edgesOf(expr: Expr, own: ReadonlySet<string>, draft: Draft): readonly Edge[] {
  return within(expr).flatMap((part) => {
    if (part.kind === 'indicator') {
      const indicator = draft.world.indicators.get(part.name);
      if (indicator === undefined) return [];
      return [edge(`indicator ${part.name}`, indicator.per, part.args, own)];
    }
    if (part.kind !== 'standing') return [];
    const keys = standingKeys(draft.world, part.name);
    const read = edge(`standing ${part.name}`, keys, part.args, own);
    // A place among others hangs on the others.
    return [{ ...read, rebinds: new Set([...read.rebinds, ...keys.slice(0, 1)]) }];
  });
}

function edge(to: string, params: readonly string[], args: readonly Expr[], own: ReadonlySet<string>): Edge {
  const rebinds = new Set<string>();
  let earlier: string | undefined;
  params.forEach((param, index) => {
    const arg = args[index - (params.length - args.length)];
    const shift = arg === undefined ? (own.has(param) ? 'same' : 'other') : shiftOf(arg, param, own);
    if (shift === 'earlier') earlier = param;
    else if (shift === 'other') rebinds.add(param);
  });
  return { to, earlier, rebinds };
}

/** `period - 1` is earlier, `period` is the same, anything else may be any value. */
function shiftOf(arg: Expr, key: string, own: ReadonlySet<string>): 'same' | 'earlier' | 'other' {
  if (!own.has(key)) return 'other';
  if (isName(arg, key)) return 'same';
  if (arg.kind !== 'binary' || arg.op !== '-' || !isName(arg.left, key)) return 'other';
  const { right } = arg;
  if (right.kind !== 'literal' || typeof right.value === 'string' || typeof right.value === 'boolean') return 'other';
  return sign(right.value) > 0 ? 'earlier' : 'other';
}

function isName(expr: Expr, key: string): boolean {
  return (expr.kind === 'key' || expr.kind === 'field' || expr.kind === 'outer') && expr.name === key;
}
