import type { Expr, Formula } from '../src/model.js';

/** What the names of a small scheme mean. */
export interface Names {
  readonly keys: readonly string[];
  readonly fields: readonly string[];
  readonly passed: readonly string[];
  readonly indicators: ReadonlyMap<string, readonly string[]>;
  readonly standings: readonly string[];
  readonly tables: readonly string[];
}

/** Reads a formula without checking it; the parser of core, which does, is no part of what is tested here. */
export function formula(text: string, names: Names): Formula {
  const tokens = text.match(TOKEN) ?? [];
  const reader = new Reader(
    [...tokens].map((token) => token.trim()),
    names,
  );
  return { text, expr: reader.whole() };
}

const TOKEN = /\s*(\d+(\.\d+)?|'[^']*'|[A-Za-z_]\w*(\.[A-Za-z_]\w*)?|&&|\|\||[<>=!]=|[-+*/%<>!?:(),[\]])/g;
const CONTEXT = [
  'time',
  'effective',
  'recorded',
  'now',
  'today',
  'id',
  'source',
  'subject',
  'type',
  'state',
  'it',
  'size',
];
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
];

class Reader {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly names: Names;

  constructor(tokens: readonly string[], names: Names) {
    this.tokens = tokens;
    this.names = names;
  }

  whole(): Expr {
    const expr = this.choice();
    if (this.at < this.tokens.length) throw new Error(`unread: ${this.tokens.slice(this.at).join(' ')}`);
    return expr;
  }

  private choice(): Expr {
    const when = this.level(0);
    if (!this.takes('?')) return when;
    const then = this.choice();
    this.expect(':');
    return { kind: 'if', type: 'number', when, then, else: this.choice() };
  }

  private level(level: number): Expr {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    let left = this.level(level + 1);
    while (operators.includes(this.tokens[this.at] ?? '')) {
      const op = this.next();
      left =
        op === 'in'
          ? this.isIn(left)
          : {
              kind: 'binary',
              type: 'number',
              op: op as Extract<Expr, { kind: 'binary' }>['op'],
              left,
              right: this.level(level + 1),
            };
    }
    return left;
  }

  private isIn(of: Expr): Expr {
    if (this.takes('[')) return { kind: 'in', type: 'flag', of, list: this.list(']') };
    return { kind: 'in', type: 'flag', of, list: { field: this.next() } };
  }

  private unary(): Expr {
    if (this.takes('-')) return { kind: 'unary', type: 'number', op: '-', of: this.unary() };
    if (this.takes('!')) return { kind: 'unary', type: 'flag', op: '!', of: this.unary() };
    return this.primary();
  }

  private primary(): Expr {
    const token = this.next();
    if (token === '(') {
      const inside = this.choice();
      this.expect(')');
      return inside;
    }
    if (token.startsWith("'")) return { kind: 'literal', type: 'text', value: token.slice(1, -1) };
    if (/^\d/.test(token)) return { kind: 'literal', type: 'number', value: decimal(token) };
    if (token === 'true' || token === 'false') return { kind: 'literal', type: 'flag', value: token === 'true' };
    if (token === 'unknown') return { kind: 'unknown', type: 'number' };
    return this.name(token, this.takes('(') ? this.list(')') : []);
  }

  private name(token: string, args: readonly Expr[]): Expr {
    const [owner = '', part = ''] = token.split('.');
    if (owner === 'outer') return { kind: 'outer', type: 'number', name: part };
    if (this.names.standings.includes(owner) && (part === 'rank' || part === 'band' || part === 'size')) {
      return { kind: 'standing', type: 'number', name: owner, part, args };
    }
    if (this.names.passed.includes(token)) return { kind: 'outer', type: 'number', name: token };
    if (this.names.keys.includes(token)) return { kind: 'key', type: 'text', name: token };
    if (this.names.fields.includes(token)) return { kind: 'field', type: 'text', name: token };
    const context = CONTEXT.find((each) => each === token);
    if (context !== undefined)
      return { kind: 'context', type: 'text', name: context as Extract<Expr, { kind: 'context' }>['name'] };
    const passes = this.names.indicators.get(token);
    if (passes !== undefined)
      return {
        kind: 'indicator',
        type: 'number',
        name: token,
        args,
        passes: passes.map((name) => this.name(name, [])),
      };
    if (this.names.tables.includes(token)) return { kind: 'table', type: 'number', name: token, args };
    return { kind: 'call', type: 'number', name: token as Extract<Expr, { kind: 'call' }>['name'], args };
  }

  private list(end: string): Expr[] {
    const items: Expr[] = [];
    while (!this.takes(end)) {
      items.push(this.choice());
      this.takes(',');
    }
    return items;
  }

  private next(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Error('a formula that ends too early');
    this.at += 1;
    return token;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private expect(token: string): void {
    if (!this.takes(token)) throw new Error(`expected ${token}`);
  }
}

/** A decimal as the model has it: an integer, or a fraction in lowest terms. */
export function decimal(text: string): number | { readonly n: bigint; readonly d: bigint } {
  const [whole = '', decimals = ''] = text.split('.');
  const top = BigInt(whole + decimals);
  const bottom = 10n ** BigInt(decimals.length);
  return top % bottom === 0n ? Number(top / bottom) : { n: top, d: bottom };
}
