import { formatDay, formatInstant } from '../model/calendar.js';
import type { Condition, ConditionOperator, Expr, Formula } from '../model/expr.js';
import { printNum } from '../model/num.js';
import { shortConditionAt } from './condition-short.js';
import type { Test } from './condition-test.js';
import type { WhereSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import type { Scope } from './formula-scope.js';
import type { Pass } from './world.js';

/** A `where` of an indicator, cohort or standing: a formula, or plain tests that are expanded to one. */
export function whereAt(where: WhereSlot, pointer: string, pass: Pass, scope: Scope): Formula {
  if (typeof where !== 'object') return formulaAt(pass, where, pointer, scope, ['flag']).formula;
  const { condition } = shortConditionAt(where, pointer, pass, scope);
  const tests = condition.kind === 'all' ? condition.of.filter(isTest).map(formulaOfTest) : [];
  return tests.reduce(both, undefined) ?? { text: 'true', expr: { kind: 'literal', type: 'flag', value: true } };
}

function both(left: Formula | undefined, right: Formula): Formula {
  if (left === undefined) return right;
  const expr: Expr = { kind: 'binary', type: 'flag', op: '&&', left: left.expr, right: right.expr };
  return { text: `${left.text} && ${right.text}`, expr };
}

function isTest(condition: Condition): condition is Test {
  return condition.kind === 'test';
}

const SIGNS = {
  equal: '==',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
} as const satisfies Partial<Record<ConditionOperator, string>>;

function formulaOfTest(test: Test): Formula {
  const { read, fact, value } = test;
  const items = value.kind === 'list' ? value.items : value.kind === 'expr' ? [value.expr] : [];
  const [first = UNKNOWN] = items;
  switch (test.operator) {
    case 'present':
    case 'absent': {
      const known: Expr = { kind: 'call', type: 'flag', name: 'known', args: [read] };
      return test.operator === 'present'
        ? { text: `known(${fact})`, expr: known }
        : not({ text: `known(${fact})`, expr: known });
    }
    case 'in':
    case 'notIn': {
      const text = `${fact} in [${items.map(exprText).join(', ')}]`;
      const inList: Formula = { text, expr: { kind: 'in', type: 'flag', of: read, list: items } };
      return test.operator === 'in' ? inList : not(inList);
    }
    case 'contains':
    case 'doesNotContain': {
      const expr: Expr = { kind: 'in', type: 'flag', of: first, list: { field: fact } };
      const held: Formula = { text: `${exprText(first)} in ${fact}`, expr };
      return test.operator === 'contains' ? held : not(held);
    }
    default: {
      const op = SIGNS[test.operator];
      return {
        text: `${fact} ${op} ${exprText(first)}`,
        expr: { kind: 'binary', type: 'flag', op, left: read, right: first },
      };
    }
  }
}

const UNKNOWN: Expr = { kind: 'unknown', type: 'number' };

function not(of: Formula): Formula {
  const isCall = of.text.startsWith('known(');
  return {
    text: isCall ? `!${of.text}` : `!(${of.text})`,
    expr: { kind: 'unary', type: 'flag', op: '!', of: of.expr },
  };
}

/** The text of a literal or a name, as a formula writes it. */
function exprText(expr: Expr): string {
  if (expr.kind === 'standing') return `${expr.name}.${expr.part}`;
  if (expr.kind !== 'literal') return 'name' in expr ? expr.name : 'unknown';
  if (typeof expr.value === 'string') return `'${expr.value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (typeof expr.value === 'boolean') return String(expr.value);
  if (expr.type === 'date') return `date('${formatDay(Number(expr.value))}')`;
  return expr.type === 'instant' ? `'${formatInstant(Number(expr.value))}'` : printNum(expr.value);
}
