import type { Condition } from '../model/expr.js';
import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import { child } from '../model/problem.js';
import { type TestWords, testAt } from './condition-test.js';
import { ALWAYS, type Placed } from './condition-tree.js';
import type { ShortWhere } from './document-slots.js';
import type { Scope } from './formula-scope.js';
import type { Pass } from './world.js';

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
