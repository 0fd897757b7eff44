import type { BinaryOp, Condition, Expr } from './expr.js';

/** A condition as the formula that says the same. */
export function conditionExpr(condition: Condition): Expr {
  switch (condition.kind) {
    case 'all':
      return joined(condition.of, '&&');
    case 'any':
      return joined(condition.of, '||');
    case 'not':
      return not(conditionExpr(condition.of));
    case 'test':
      return testExpr(condition);
  }
}

/** The parts of a formula that must all be true. */
export function conjunctsOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'binary' && expr.op === '&&' ? [...conjunctsOf(expr.left), ...conjunctsOf(expr.right)] : [expr];
}

function joined(conditions: readonly Condition[], op: '&&' | '||'): Expr {
  const [first, ...rest] = conditions.map(conditionExpr);
  // Neither an empty `all` nor an empty `any` asks for anything.
  if (first === undefined) return { kind: 'literal', type: 'flag', value: true };
  return rest.reduce<Expr>((left, right) => ({ kind: 'binary', type: 'flag', op, left, right }), first);
}

/** How formulas write what conditions name. */
export const SIGNS: Record<
  'equal' | 'notEqual' | 'lessThan' | 'lessThanInclusive' | 'greaterThan' | 'greaterThanInclusive',
  BinaryOp
> = {
  equal: '==',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
};

/** One test of a condition as the formula that says the same. */
export function testExpr({ read, value, operator }: Extract<Condition, { kind: 'test' }>): Expr {
  const items = value.kind === 'list' ? value.items : value.kind === 'expr' ? [value.expr] : [];
  const [first = UNKNOWN] = items;
  switch (operator) {
    case 'present':
      return known(read);
    case 'absent':
      return not(known(read));
    case 'in':
      return { kind: 'in', type: 'flag', of: read, list: items };
    case 'notIn':
      return not({ kind: 'in', type: 'flag', of: read, list: items });
    case 'contains':
    case 'doesNotContain': {
      const field = read.kind === 'field' ? read.name : '';
      const held: Expr = { kind: 'in', type: 'flag', of: first, list: { field } };
      return operator === 'contains' ? held : not(held);
    }
    default:
      return { kind: 'binary', type: 'flag', op: SIGNS[operator], left: read, right: first };
  }
}

const UNKNOWN: Expr = { kind: 'unknown', type: 'number' };

function known(read: Expr): Expr {
  return { kind: 'call', type: 'flag', name: 'known', args: [read] };
}

function not(of: Expr): Expr {
  return { kind: 'unary', type: 'flag', op: '!', of };
}
