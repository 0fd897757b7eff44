import type { BinaryOp, Condition, ConditionOperator, Expr, Operand } from '../model/expr.js';

/** A condition as a formula, so that both are read by one piece of code. */
export function conditionExpr(condition: Condition): Expr {
  switch (condition.kind) {
    case 'all':
      return joined('&&', condition.of.map(conditionExpr));
    case 'any':
      return joined('||', condition.of.map(conditionExpr));
    case 'not':
      return negated(conditionExpr(condition.of));
    case 'test':
      return testExpr(condition.read, condition.operator, condition.value);
  }
}

export function joined(op: '&&' | '||', parts: readonly Expr[]): Expr {
  const [first, ...rest] = parts;
  if (first === undefined) return { kind: 'literal', type: 'flag', value: op === '&&' };
  return rest.reduce((left, right): Expr => ({ kind: 'binary', type: 'flag', op, left, right }), first);
}

function negated(of: Expr): Expr {
  return { kind: 'unary', type: 'flag', op: '!', of };
}

function testExpr(read: Expr, operator: ConditionOperator, value: Operand): Expr {
  switch (operator) {
    case 'present':
      return known(read);
    case 'absent':
      return negated(known(read));
    case 'in':
      return within(read, value);
    case 'notIn':
      return negated(within(read, value));
    case 'contains':
      return holding(read, value);
    case 'doesNotContain':
      return negated(holding(read, value));
    case 'equal':
      if (isTrue(value)) return read;
      return { kind: 'binary', type: 'flag', op: '==', left: read, right: operandOf(value) };
    case 'notEqual':
    case 'lessThan':
    case 'lessThanInclusive':
    case 'greaterThan':
    case 'greaterThanInclusive':
      return { kind: 'binary', type: 'flag', op: OPS[operator], left: read, right: operandOf(value) };
  }
}

const OPS = {
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
} as const satisfies Partial<Record<ConditionOperator, BinaryOp>>;

/** A flag is as good as a test that it is true. */
function isTrue(value: Operand): boolean {
  return value.kind === 'expr' && value.expr.kind === 'literal' && value.expr.value === true;
}

function known(read: Expr): Expr {
  return { kind: 'call', type: 'flag', name: 'known', args: [read] };
}

function within(of: Expr, value: Operand): Expr {
  return { kind: 'in', type: 'flag', of, list: value.kind === 'list' ? value.items : [operandOf(value)] };
}

function holding(read: Expr, value: Operand): Expr {
  const field = read.kind === 'field' ? read.name : '';
  return { kind: 'in', type: 'flag', of: operandOf(value), list: { field } };
}

function operandOf(value: Operand): Expr {
  return value.kind === 'expr' ? value.expr : { kind: 'unknown', type: 'text' };
}
