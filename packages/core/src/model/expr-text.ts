import { formatDay, formatInstant } from './calendar.js';
import type { BinaryOp, Expr } from './expr.js';
import { type Num, printNum } from './num.js';

/** An expression as formula text, with no more parentheses than it needs. */
export function exprText(expr: Expr): string {
  return write(expr, 0);
}

const IF = 1;
const UNARY = 8;

const PRECEDENCE: Record<BinaryOp, number> = {
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
};

function write(expr: Expr, around: number): string {
  switch (expr.kind) {
    case 'literal':
      return enclose(literalText(expr), firmness(expr), around);
    case 'unknown':
      return 'unknown';
    case 'field':
    case 'key':
    case 'context':
      return expr.name;
    case 'outer':
      return `outer.${expr.name}`;
    case 'indicator':
      return expr.args.length === 0 ? expr.name : call(expr.name, expr.args);
    case 'standing':
      return `${expr.name}.${expr.part}`;
    case 'table':
    case 'call':
      return call(expr.name, expr.args);
    case 'unary':
      return enclose(`${expr.op}${write(expr.of, UNARY)}`, UNARY, around);
    case 'binary': {
      const own = PRECEDENCE[expr.op];
      return enclose(`${write(expr.left, own)} ${expr.op} ${write(expr.right, own + 1)}`, own, around);
    }
    case 'if':
      return enclose(`${write(expr.when, IF + 1)} ? ${write(expr.then, IF)} : ${write(expr.else, IF)}`, IF, around);
    case 'in': {
      const list = 'field' in expr.list ? expr.list.field : `[${expr.list.map((item) => write(item, 0)).join(', ')}]`;
      return enclose(`${write(expr.of, PRECEDENCE['<'])} in ${list}`, PRECEDENCE['<'], around);
    }
  }
}

function call(name: string, args: readonly Expr[]): string {
  return `${name}(${args.map((arg) => write(arg, 0)).join(', ')})`;
}

/** A number that does not stand for itself beside another operator: one with a sign, or a fraction. */
function firmness({ type, value }: Extract<Expr, { kind: 'literal' }>): number {
  const text = type === 'number' ? printNum(value as Num) : '';
  return /^-|\//.test(text) ? PRECEDENCE['+'] : UNARY;
}

function enclose(text: string, own: number, around: number): string {
  return own < around ? `(${text})` : text;
}

function literalText({ type, value }: Extract<Expr, { kind: 'literal' }>): string {
  switch (type) {
    case 'text':
      return `'${String(value).replace(/[\\']/g, '\\$&')}'`;
    case 'flag':
      return String(value);
    case 'number':
      return printNum(value as Num);
    case 'date':
      return `date('${formatDay(value as number)}')`;
    case 'instant':
      return formatInstant(value as number);
  }
}
