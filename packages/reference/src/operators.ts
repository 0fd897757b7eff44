import type { Engine } from 'json-rules-engine';
import type { Test } from './model.js';
import { compare, isList, same, type Value } from './values.js';

type OperatorName = Test['operator'];

/** Our operators under the names of json-rules-engine's own, which know no decimals. A test of something unknown fails. */
export function registerOperators(engine: Engine): void {
  for (const [name, test] of Object.entries(OPERATORS)) engine.addOperator(name, test);
}

const OPERATORS: Readonly<Record<OperatorName, (fact: Value, value: Value) => boolean>> = {
  equal: (fact, value) => equal(fact, value),
  notEqual: (fact, value) => bothKnown(fact, value) && !equal(fact, value),
  lessThan: (fact, value) => inOrder(fact, value, (order) => order < 0),
  lessThanInclusive: (fact, value) => inOrder(fact, value, (order) => order <= 0),
  greaterThan: (fact, value) => inOrder(fact, value, (order) => order > 0),
  greaterThanInclusive: (fact, value) => inOrder(fact, value, (order) => order >= 0),
  in: (fact, value) => isList(value) && holds(value, fact),
  notIn: (fact, value) => isList(value) && fact !== undefined && !holds(value, fact),
  contains: (fact, value) => isList(fact) && holds(fact, value),
  doesNotContain: (fact, value) => isList(fact) && value !== undefined && !holds(fact, value),
  present: (fact) => fact !== undefined,
  absent: (fact) => fact === undefined,
};

function bothKnown(a: Value, b: Value): boolean {
  return a !== undefined && b !== undefined;
}

function equal(a: Value, b: Value): boolean {
  return a !== undefined && b !== undefined && !isList(a) && !isList(b) && same(a, b);
}

function inOrder(a: Value, b: Value, fits: (order: number) => boolean): boolean {
  return a !== undefined && b !== undefined && !isList(a) && !isList(b) && fits(compare(a, b));
}

function holds(list: Value, item: Value): boolean {
  return isList(list) && list.some((each) => equal(each, item));
}
