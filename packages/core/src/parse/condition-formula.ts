import { formatDay, formatInstant } from '../model/calendar.js';
import { SIGNS, testExpr } from '../model/condition-expr.js';
import type { Condition, Expr, Formula } from '../model/expr.js';
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

function formulaOfTest(test: Test): Formula {
  return { text: textOfTest(test), expr: testExpr(test) };
}

function textOfTest({ fact, value, operator }: Test): string {
  const items = value.kind === 'list' ? value.items : value.kind === 'expr' ? [value.expr] : [];
  const [first = UNKNOWN] = items;
  switch (operator) {
    case 'present':
      return `known(${fact})`;
    case 'absent':
      return `!known(${fact})`;
    case 'in':
      return `${fact} in [${items.map(exprText).join(', ')}]`;
    case 'notIn':
      return `!(${fact} in [${items.map(exprText).join(', ')}])`;
    case 'contains':
      return `${exprText(first)} in ${fact}`;
    case 'doesNotContain':
      return `!(${exprText(first)} in ${fact})`;
    default:
      return `${fact} ${SIGNS[operator]} ${exprText(first)}`;
  }
}

const UNKNOWN: Expr = { kind: 'unknown', type: 'number' };

/** The text of a literal or a name, as a formula writes it. */
function exprText(expr: Expr): string {
  if (expr.kind === 'standing') return `${expr.name}.${expr.part}`;
  if (expr.kind !== 'literal') return 'name' in expr ? expr.name : 'unknown';
  if (typeof expr.value === 'string') return `'${expr.value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (typeof expr.value === 'boolean') return String(expr.value);
  if (expr.type === 'date') return `date('${formatDay(Number(expr.value))}')`;
  return expr.type === 'instant' ? `'${formatInstant(Number(expr.value))}'` : printNum(expr.value);
}
