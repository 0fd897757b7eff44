import { type Condition, type Expr, within } from '../model/expr.js';
import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import { child } from '../model/problem.js';
import { type TestWords, testAt } from './condition-test.js';
import { ALWAYS, type Placed } from './condition-tree.js';
import type { ShortWhere, WhereSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import type { Scope } from './formula-scope.js';
import type { Pass } from './world.js';

/** The `where` of a rule: the short form, or a formula, which is a test that it is true. */
export function ruleWhereAt(where: WhereSlot, pointer: string, pass: Pass, scope: Scope): Placed {
  if (typeof where === 'object') return shortConditionAt(where, pointer, pass, scope);
  const { text, expr } = formulaAt(pass, where, pointer, scope, ['flag']).formula;
  // What could not be read has been told, and that it may be unknown is no news.
  const isHole =
    expr.type !== 'flag' || within(expr).some(({ kind }) => kind === 'unknown' && !/\bunknown\b/.test(text));
  if (isHole || (expr.kind === 'literal' && expr.value === true)) return { condition: ALWAYS, places: new Map() };
  const isTrue: Expr = { kind: 'literal', type: 'flag', value: true };
  const condition: Condition = {
    kind: 'test',
    fact: text,
    read: expr,
    operator: 'equal',
    value: { kind: 'expr', expr: isTrue },
  };
  return { condition, places: new Map([[condition, pointer]]) };
}

/** The short form: a value is to be equal, a list to hold it, an object gives operators. All must hold. */
export function shortConditionAt(where: ShortWhere, pointer: string, pass: Pass, scope: Scope): Placed {
  const places = new Map<Condition, string>();
  const of = Object.entries(where).flatMap(([fact, value]) =>
    testsOf(fact, value, child(pointer, fact), pass).flatMap((words) => {
      const test = testAt(words, pass, scope);
      if (test !== undefined) places.set(test, words.factAt);
      return test ?? [];
    }),
  );
  return { condition: of.length === 0 ? ALWAYS : { kind: 'all', of }, places };
}

function testsOf(fact: string, value: Json, at: string, pass: Pass): readonly TestWords[] {
  const base = { fact, factAt: at, operatorAt: at, valueAt: at };
  if (isJsonArray(value)) return [{ ...base, operator: 'in', value }];
  if (!isJsonObject(value) || 'fact' in value) return [{ ...base, operator: 'equal', value }];
  const operators = Object.entries(value);
  if (operators.length === 0) pass.report.add('condition-empty', at, { word: fact });
  return operators.map(([operator, operand]) => {
    const operatorAt = child(at, operator);
    return { fact, operator, value: operand, factAt: at, operatorAt, valueAt: operatorAt };
  });
}
