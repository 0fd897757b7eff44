import type { Condition, ConditionOperator, Operand } from '../model/expr.js';
import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import { fromDouble } from '../model/num.js';
import { factAt } from './condition-fact.js';
import { voiceAt } from './formula.js';
import { adapt, adaptEach, checkChoice } from './formula-adapt.js';
import type { Scope } from './formula-scope.js';
import { type Check, hole, type Typed, typed } from './formula-typed.js';
import type { ValueType } from './formula-words.js';
import { shown } from './quote.js';
import type { Pass } from './world.js';

export type Test = Condition & { readonly kind: 'test' };

/** A test as it is written, in the tree or in the short form, with the pointers of its parts. */
export interface TestWords {
  readonly fact: string;
  readonly operator: string;
  readonly value: Json;
  readonly factAt: string;
  readonly operatorAt: string;
  readonly valueAt: string;
}

type Kind = 'same' | 'ordered' | 'list' | 'item' | 'presence';

const OPERATORS: Readonly<Record<ConditionOperator, Kind>> = {
  equal: 'same',
  notEqual: 'same',
  lessThan: 'ordered',
  lessThanInclusive: 'ordered',
  greaterThan: 'ordered',
  greaterThanInclusive: 'ordered',
  in: 'list',
  notIn: 'list',
  contains: 'item',
  doesNotContain: 'item',
  present: 'presence',
  absent: 'presence',
};

function isConditionOperator(word: string): word is ConditionOperator {
  return Object.hasOwn(OPERATORS, word);
}

/** Checks one test; undefined where it has a problem. */
export function testAt(words: TestWords, pass: Pass, scope: Scope): Test | undefined {
  const { operator } = words;
  const fact = factAt(words.fact, words.factAt, pass, scope);
  if (!isConditionOperator(operator)) {
    const nearest = pass.report.near(operator, Object.keys(OPERATORS));
    pass.report.add('condition-operator', words.operatorAt, {
      operator,
      nearest,
      allowed: Object.keys(OPERATORS).join(', '),
    });
    return undefined;
  }
  if (fact === undefined || fact.typed.expr.kind === 'unknown') return undefined;
  if (!fitsOperator(fact.typed.type, fact.isList, operator, words, pass)) return undefined;
  const value = operandOf(words, fact.typed, OPERATORS[operator], pass, scope);
  return value && { kind: 'test', fact: words.fact, read: fact.typed.expr, operator, value };
}

function fitsOperator(
  type: ValueType | undefined,
  isList: boolean,
  operator: ConditionOperator,
  words: TestWords,
  pass: Pass,
): boolean {
  const kind = OPERATORS[operator];
  if (kind === 'presence') return true;
  const listFits = (kind === 'item') === isList;
  const orderFits =
    kind !== 'ordered' || type === undefined || type === 'number' || type === 'date' || type === 'instant';
  if (listFits && orderFits) return true;
  const found = isList ? 'list' : (type ?? 'text');
  pass.report.add('condition-operator-type', words.operatorAt, { operator, fact: words.fact, found });
  return false;
}

function operandOf(words: TestWords, fact: Typed, kind: Kind, pass: Pass, scope: Scope): Operand | undefined {
  const { value, valueAt } = words;
  if (kind === 'presence') {
    if (value === true) return { kind: 'none' };
    pass.report.add('condition-presence', valueAt, { operator: words.operator, fact: words.fact });
    return undefined;
  }
  if (kind !== 'list') {
    const expr = comparedWith(value, valueAt, fact, words, pass, scope);
    return expr && { kind: 'expr', expr: expr.expr };
  }
  if (!isJsonArray(value) || value.length === 0) {
    pass.report.add('condition-list', valueAt, { operator: words.operator, fact: words.fact });
    return undefined;
  }
  const items = value.map((item, index) => literalOf(item, `${valueAt}/${index}`, fact, words, pass, scope));
  return { kind: 'list', items: items.flatMap((item) => item?.expr ?? []) };
}

function comparedWith(
  value: Json,
  pointer: string,
  fact: Typed,
  words: TestWords,
  pass: Pass,
  scope: Scope,
): Typed | undefined {
  if (!isJsonObject(value)) return literalOf(value, pointer, fact, words, pass, scope);
  const other = value.fact;
  if (typeof other !== 'string' || Object.keys(value).length !== 1) {
    pass.report.add('condition-value', pointer, { fact: words.fact, expected: fact.type ?? 'text' });
    return undefined;
  }
  const read = factAt(other, `${pointer}/fact`, pass, scope);
  if (read === undefined || read.isList) return undefined;
  return sameType(read.typed, fact, `${pointer}/fact`, words, pass);
}

function literalOf(
  value: Json,
  pointer: string,
  fact: Typed,
  words: TestWords,
  pass: Pass,
  scope: Scope,
): Typed | undefined {
  const literal = jsonLiteral(value);
  if (literal === undefined) {
    pass.report.add('condition-value', pointer, { fact: words.fact, expected: fact.type ?? 'text' });
    return undefined;
  }
  const check: Check = { ...voiceAt(pointer, pass), world: pass.world, scope, typed: hole };
  const wantsNumber = fact.type === 'number' && literal.type === 'text';
  const read = wantsNumber ? adapt(literal, 'number', check, true) : adaptEach(literal, fact, check)[0];
  checkChoice(read, fact, check);
  return sameType(read, fact, pointer, words, pass);
}

function jsonLiteral(value: Json): Typed | undefined {
  const at = { piece: shown(value), column: 1 };
  if (typeof value === 'number') return typed({ kind: 'literal', type: 'number', value: fromDouble(value) }, at);
  if (typeof value === 'string') return typed({ kind: 'literal', type: 'text', value }, at);
  return typeof value === 'boolean' ? typed({ kind: 'literal', type: 'flag', value }, at) : undefined;
}

function sameType(read: Typed, fact: Typed, pointer: string, words: TestWords, pass: Pass): Typed | undefined {
  if (read.type === undefined || fact.type === undefined || read.type === fact.type) return read;
  pass.report.add('condition-value-type', pointer, { fact: words.fact, expected: fact.type, found: read.type });
  return undefined;
}
