import type { Place, Syntax } from './formula-syntax.js';

/** A formula with parameters, by name. */
export interface Define {
  readonly name: string;
  readonly params: readonly string[];
  readonly body: Syntax;
}

export type Inlined =
  | { readonly kind: 'done'; readonly syntax: Syntax }
  | { readonly kind: 'too-big'; readonly at: Place }
  | { readonly kind: 'arguments'; readonly at: Place; readonly define: Define; readonly given: number };

/** A formula may grow to so many nodes when its uses of `define` are replaced by their bodies. */
const INLINED_NODES = 2000;

/** Replaces the uses of defined formulas by their bodies. The defines do not use each other in a circle. */
export function inlineDefines(syntax: Syntax, defines: ReadonlyMap<string, Define>): Inlined {
  if (defines.size === 0) return { kind: 'done', syntax };
  const walk = new Walk(defines);
  try {
    return { kind: 'done', syntax: walk.inline(syntax, new Map()) };
  } catch (error) {
    if (error instanceof Stop) return error.why;
    throw error;
  }
}

class Stop extends Error {
  constructor(readonly why: Exclude<Inlined, { kind: 'done' }>) {
    super(why.kind);
  }
}

class Walk {
  #left: number = INLINED_NODES;

  constructor(readonly defines: ReadonlyMap<string, Define>) {}

  inline(syntax: Syntax, params: ReadonlyMap<string, Syntax>): Syntax {
    this.#left -= 1;
    if (this.#left < 0) throw new Stop({ kind: 'too-big', at: syntax });
    if (syntax.kind === 'name') return this.#name(syntax, params);
    if (syntax.kind !== 'call') return withParts(syntax, (part) => this.inline(part, params));
    const args = syntax.args.map((arg) => this.inline(arg, params));
    const define = this.defines.get(syntax.name);
    return define === undefined ? { ...syntax, args } : this.#use(syntax, define, args);
  }

  #name(syntax: Syntax & { kind: 'name' }, params: ReadonlyMap<string, Syntax>): Syntax {
    const argument = params.get(syntax.name);
    if (argument !== undefined) return this.inline(argument, new Map());
    const define = this.defines.get(syntax.name);
    return define === undefined ? syntax : this.#use(syntax, define, []);
  }

  #use(at: Place, define: Define, args: readonly Syntax[]): Syntax {
    const given = args.length;
    if (given !== define.params.length) throw new Stop({ kind: 'arguments', at, define, given });
    const params = new Map(args.map((arg, index) => [define.params[index] ?? '', arg]));
    return placedAt(this.inline(define.body, params), at.column);
  }
}

/** What comes from a body is shown at the place of its use. */
function placedAt(syntax: Syntax, column: number): Syntax {
  return { ...withParts(syntax, (part) => placedAt(part, column)), column };
}

/** The same node with other parts. */
function withParts(syntax: Syntax, change: (part: Syntax) => Syntax): Syntax {
  switch (syntax.kind) {
    case 'number':
    case 'text':
    case 'flag':
    case 'name':
      return syntax;
    case 'part':
      return { ...syntax, args: syntax.args?.map(change) };
    case 'call':
      return { ...syntax, args: syntax.args.map(change) };
    case 'list':
      return { ...syntax, items: syntax.items.map(change) };
    case 'unary':
      return { ...syntax, of: change(syntax.of) };
    case 'binary':
      return { ...syntax, left: change(syntax.left), right: change(syntax.right) };
    case 'if':
      return { ...syntax, when: change(syntax.when), yes: change(syntax.yes), no: change(syntax.no) };
  }
}

/** Every name and call in a formula, parts included. */
export function namesIn(syntax: Syntax, into: Set<string> = new Set()): Set<string> {
  if (syntax.kind === 'name' || syntax.kind === 'call') into.add(syntax.name);
  if (syntax.kind === 'part') into.add(syntax.of);
  withParts(syntax, (part) => {
    namesIn(part, into);
    return part;
  });
  return into;
}
