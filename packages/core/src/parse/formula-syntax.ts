import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import type { BinaryOp } from '../model/expr.js';

/** A formula as it is written: names unresolved, types unknown. `piece` is the text of the node, `column` where it starts. */
export type Syntax = Place &
  (
    | { readonly kind: 'number' }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'flag'; readonly value: boolean }
    | { readonly kind: 'name'; readonly name: string }
    /** `args` undefined: `ranking.band`; else `ranking.band(period - 1)`. */
    | {
        readonly kind: 'part';
        readonly of: string;
        readonly part: string;
        readonly args: readonly Syntax[] | undefined;
      }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Syntax[] }
    | { readonly kind: 'list'; readonly items: readonly Syntax[] }
    | { readonly kind: 'unary'; readonly op: '-' | '!'; readonly of: Syntax }
    | { readonly kind: 'binary'; readonly op: BinaryOp | 'in'; readonly left: Syntax; readonly right: Syntax }
    | { readonly kind: 'if'; readonly when: Syntax; readonly yes: Syntax; readonly no: Syntax }
  );

export interface Place {
  readonly piece: string;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

export type Fault = Place & {
  readonly fault: 'syntax' | 'too-long' | 'too-deep' | 'too-big' | 'construct';
};

const FORMULA_LIMITS = { length: 2000, depth: 40, nodes: 500 } as const;

/** Reads a formula: the only door to the CEL library, which parses and never evaluates here. */
export function readFormula(text: string): Syntax | Fault {
  if (text.length > FORMULA_LIMITS.length) return { fault: 'too-long', piece: text, column: 1 };
  try {
    return converted(CEL.parse(text).ast, text);
  } catch (error) {
    if (error instanceof Unfit) return error.fault;
    if (error instanceof ParseError) return faultOf(error, text);
    throw error;
  }
}

export function isFault(read: Syntax | Fault): read is Fault {
  return 'fault' in read;
}

const CEL: Environment = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: FORMULA_LIMITS.nodes, maxDepth: FORMULA_LIMITS.depth },
});

/** Leaves the conversion; caught by `readFormula` and nowhere else. */
class Unfit extends Error {
  constructor(readonly fault: Fault) {
    super(fault.fault);
  }
}

function faultOf(error: ParseError, text: string): Fault {
  const start = error.range?.start ?? 0;
  const end = Math.max(error.range?.end ?? start, start + 1);
  const place = { piece: text.slice(start, end), column: start + 1 };
  if (error.code !== 'limit_exceeded') return { fault: 'syntax', ...place };
  return { fault: error.message.includes('maxDepth') ? 'too-deep' : 'too-big', ...place };
}

function converted(node: ASTNode, text: string): Syntax {
  const place = { piece: text.slice(node.start, node.end), column: node.start + 1 };
  const next = (inner: ASTNode): Syntax => converted(inner, text);
  switch (node.op) {
    case 'value':
      return literal(node.args, place);
    case 'id':
      return { kind: 'name', name: node.args, ...place };
    case 'call':
      return { kind: 'call', name: node.args[0], args: node.args[1].map(next), ...place };
    case '.':
      return { kind: 'part', of: nameOf(node.args[0], place), part: node.args[1], args: undefined, ...place };
    case 'rcall':
      return {
        kind: 'part',
        of: nameOf(node.args[1], place),
        part: node.args[0],
        args: node.args[2].map(next),
        ...place,
      };
    case 'list':
      return { kind: 'list', items: node.args.map(next), ...place };
    case '!_':
      return { kind: 'unary', op: '!', of: next(node.args), ...place };
    case '-_':
      return { kind: 'unary', op: '-', of: next(node.args), ...place };
    case '?:':
      return { kind: 'if', when: next(node.args[0]), yes: next(node.args[1]), no: next(node.args[2]), ...place };
    case '[]':
    case '[?]':
    case '.?':
    case 'map':
      throw new Unfit({ fault: 'construct', ...place });
    default:
      return { kind: 'binary', op: node.op, left: next(node.args[0]), right: next(node.args[1]), ...place };
  }
}

/** Numbers are read again from the text of the formula later, because the library reads decimals as doubles. */
function literal(value: unknown, place: Place): Syntax {
  if (typeof value === 'string') return { kind: 'text', value, ...place };
  if (typeof value === 'boolean') return { kind: 'flag', value, ...place };
  if (typeof value === 'number' || typeof value === 'bigint') return { kind: 'number', ...place };
  throw new Unfit({ fault: 'construct', ...place });
}

function nameOf(node: ASTNode, place: Place): string {
  if (node.op === 'id') return node.args;
  throw new Unfit({ fault: 'construct', ...place });
}
