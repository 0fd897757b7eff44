import type { BinaryOp, Expr, Value } from '../model/expr.js';
import type { Num } from '../model/num.js';
import { type Box, EVERYTHING, MAX_BOXES, overlap } from './box.js';
import { exprKey } from './expr-key.js';
import { compared, EVERY_NUMBER, join, type NumberSet, only } from './number-set.js';
import { ANY_NAME, ANY_NUMBER, allBut, both, isNothing, named, onLine, type ValueSet } from './value-set.js';

/** What is known of a value that is read before any condition on it. */
export type Domain = (read: Expr) => ValueSet;

/**
 * A condition as boxes of which at least one holds it: none where it can never hold; undefined where there would be too many.
 * A part that compares no value with a literal stands for itself, as a flag: that it may hang on other parts is not seen, so
 * that what is said never to hold never does, and what is said to hold at times need not.
 */
export function boxesOf(expr: Expr, domain: Domain): readonly Box[] | undefined {
  return walk(expr, true, domain);
}

function walk(expr: Expr, wanted: boolean, domain: Domain): readonly Box[] | undefined {
  switch (expr.kind) {
    case 'literal':
      return expr.value === wanted ? [EVERYTHING] : [];
    case 'unary':
      return expr.op === '!' ? walk(expr.of, !wanted, domain) : atom(expr, wanted, domain);
    case 'if':
      return either(
        all(walk(expr.when, true, domain), walk(expr.then, wanted, domain)),
        all(walk(expr.when, false, domain), walk(expr.else, wanted, domain)),
      );
    case 'binary':
      return binary(expr, wanted, domain);
    case 'in':
      return listed(expr, wanted, domain);
    case 'unknown':
    case 'field':
    case 'key':
    case 'outer':
    case 'context':
    case 'indicator':
    case 'standing':
    case 'table':
    case 'call':
      return atom(expr, wanted, domain);
  }
}

function binary(expr: Extract<Expr, { kind: 'binary' }>, wanted: boolean, domain: Domain): readonly Box[] | undefined {
  const { op, left, right } = expr;
  if (op === '&&' || op === '||') {
    const parts = [walk(left, wanted, domain), walk(right, wanted, domain)] as const;
    return (op === '&&') === wanted ? all(...parts) : either(...parts);
  }
  const test = comparison(expr);
  if (test === undefined) return atom(expr, wanted, domain);
  return side(test.read, wanted ? test.set : allBut(test.set), domain);
}

interface Comparison {
  readonly read: Expr;
  readonly set: ValueSet;
}

/** A value compared with a literal, on either side. */
function comparison({ op, left, right }: Extract<Expr, { kind: 'binary' }>): Comparison | undefined {
  if (right.kind === 'literal') return compare(left, op, right.value);
  return left.kind === 'literal' ? compare(right, MIRRORED[op], left.value) : undefined;
}

const MIRRORED: Readonly<Record<BinaryOp, BinaryOp>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  '&&': '&&',
  '||': '||',
};

function compare(read: Expr, op: BinaryOp, value: Value): Comparison | undefined {
  if (value === undefined || read.kind === 'literal') return undefined;
  const equal = typeof value === 'string' || typeof value === 'boolean' ? named(String(value)) : onLine(only(value));
  switch (op) {
    case '==':
      return { read, set: equal };
    case '!=':
      return { read, set: allBut(equal) };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return typeof value === 'string' || typeof value === 'boolean'
        ? undefined
        : { read, set: onLine(compared(op, value)) };
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
    case '&&':
    case '||':
      return undefined;
  }
}

function listed(expr: Extract<Expr, { kind: 'in' }>, wanted: boolean, domain: Domain): readonly Box[] | undefined {
  if ('field' in expr.list || expr.of.kind === 'literal') return atom(expr, wanted, domain);
  const values = expr.list.map((item) => (item.kind === 'literal' ? item.value : undefined));
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return atom(expr, wanted, domain);
  const texts = known.filter((value) => typeof value === 'string' || typeof value === 'boolean').map(String);
  const numbers = known.filter((value): value is Num => typeof value !== 'string' && typeof value !== 'boolean');
  const set =
    numbers.length === 0
      ? named(...texts)
      : onLine(numbers.reduce<NumberSet>((all, number) => join(all, only(number)), []));
  return side(expr.of, wanted ? set : allBut(set), domain);
}

function atom(expr: Expr, wanted: boolean, domain: Domain): readonly Box[] {
  return side(expr, named(String(wanted)), domain);
}

function side(read: Expr, set: ValueSet, domain: Domain): readonly Box[] {
  const found = both(set, domain(read));
  return isNothing(found) ? [] : [new Map([[exprKey(read), { read, set: found }]])];
}

/** What may be of a value of which nothing is known but its type. */
export function anyOf(read: Expr): ValueSet {
  if (read.type === 'flag') return named('true', 'false');
  if (read.type === 'text') return ANY_NAME;
  // Between one day and the next there is none.
  return read.type === 'number' ? ANY_NUMBER : onLine(EVERY_NUMBER, true);
}

function all(a: readonly Box[] | undefined, b: readonly Box[] | undefined): readonly Box[] | undefined {
  if (a?.length === 0 || b?.length === 0) return [];
  if (a === undefined || b === undefined || a.length * b.length > MAX_BOXES * 4) return undefined;
  return few(a.flatMap((one) => b.flatMap((other) => overlap(one, other) ?? [])));
}

function either(a: readonly Box[] | undefined, b: readonly Box[] | undefined): readonly Box[] | undefined {
  return a === undefined || b === undefined ? undefined : few([...a, ...b]);
}

function few(boxes: readonly Box[]): readonly Box[] | undefined {
  return boxes.length > MAX_BOXES ? undefined : boxes;
}
