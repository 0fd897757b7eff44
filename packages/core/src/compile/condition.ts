import type { Condition, ConditionOperator, Expr, Operand, Value } from '../model/expr.js';
import { cmp, fromDouble, type Num } from '../model/num.js';
import type { Eval, Test } from '../model/plan.js';
import type { CompileContext } from './context.js';
import { compileExpression, eventOrd, sameValue } from './expression.js';

/** Compiles a json-rules-engine tree. Facts that may be unknown are guarded on load, so an unguarded unknown is false. */
export function compileCondition(condition: Condition, context: CompileContext): Test {
  switch (condition.kind) {
    case 'all': {
      const tests = condition.of.map((part) => compileCondition(part, context));
      const [first, second, third] = tests;
      if (tests.length === 1 && first !== undefined) return first;
      if (tests.length === 2 && first !== undefined && second !== undefined)
        return (frame) => first(frame) === true && second(frame) === true;
      if (tests.length === 3 && first !== undefined && second !== undefined && third !== undefined) {
        return (frame) => first(frame) === true && second(frame) === true && third(frame) === true;
      }
      return (frame) => {
        for (const test of tests) if (test(frame) !== true) return false;
        return true;
      };
    }
    case 'any': {
      const tests = condition.of.map((part) => compileCondition(part, context));
      return (frame) => {
        for (const test of tests) if (test(frame) === true) return true;
        return false;
      };
    }
    case 'not': {
      const test = compileCondition(condition.of, context);
      return (frame) => test(frame) !== true;
    }
    case 'test':
      return watched(condition, compileFieldTest(condition, context) ?? compileTest(condition, context), context);
  }
}

function watched(condition: TestCondition, test: Test, { watch }: CompileContext): Test {
  if (watch === undefined) return test;
  return (frame) => {
    const holds = test(frame) === true;
    watch.tested(condition, holds);
    return holds;
  };
}

type TestCondition = Extract<Condition, { kind: 'test' }>;

function compileTest(condition: TestCondition, context: CompileContext): Test {
  const { operator, value } = condition;
  if (operator === 'contains' || operator === 'doesNotContain') return compileContains(condition, context);
  const read = compileExpression(condition.read, context);
  if (operator === 'present') return (frame) => read(frame) !== undefined;
  if (operator === 'absent') return (frame) => read(frame) === undefined;
  const operands = operandsOf(value, context);
  const holds = OPERATORS[operator];
  return (frame) => {
    const fact = read(frame);
    return (
      fact !== undefined &&
      holds(
        fact,
        operands.map((operand) => operand(frame)),
      )
    );
  };
}

function compileContains(condition: TestCondition, context: CompileContext): Test {
  if (condition.read.kind !== 'field') throw new Error('only a list field can contain');
  const { name } = condition.read;
  const [operand] = operandsOf(condition.value, context);
  const wanted = condition.operator === 'contains';
  return (frame) => {
    const value = operand?.(frame);
    if (value === undefined) return false;
    const found = frame.reader.list(eventOrd(frame), name).some((item) => item !== undefined && sameValue(item, value));
    return found === wanted;
  };
}

function operandsOf(value: Operand, context: CompileContext): readonly Eval[] {
  switch (value.kind) {
    case 'none':
      return [];
    case 'expr':
      return [compileExpression(value.expr, context)];
    case 'list':
      return value.items.map((item) => compileExpression(item, context));
  }
}

type Known = Exclude<Value, undefined>;
type Holds = (fact: Known, operands: readonly Value[]) => boolean;

const order =
  (holds: (sign: number) => boolean): Holds =>
  (fact, [operand]) =>
    operand !== undefined && holds(cmp(fact as Num, operand as Num));
const among: Holds = (fact, operands) => operands.some((operand) => operand !== undefined && sameValue(fact, operand));

const OPERATORS: Record<Exclude<ConditionOperator, 'contains' | 'doesNotContain' | 'present' | 'absent'>, Holds> = {
  equal: (fact, [operand]) => operand !== undefined && sameValue(fact, operand),
  notEqual: (fact, [operand]) => operand !== undefined && !sameValue(fact, operand),
  lessThan: order((sign) => sign < 0),
  lessThanInclusive: order((sign) => sign <= 0),
  greaterThan: order((sign) => sign > 0),
  greaterThanInclusive: order((sign) => sign >= 0),
  in: among,
  notIn: (fact, operands) => !among(fact, operands),
};

/**
 * The hot path: a plain field of the event against literals. Decimals of up to 15 digits compare as doubles exactly as
 * they compare as decimals, so the raw JSON number is compared without being converted.
 */
function compileFieldTest(condition: TestCondition, context: CompileContext): Test | undefined {
  const { read, operator } = condition;
  const literals = literalsOf(condition.value);
  if (read.kind !== 'field' || literals === undefined || literals.length === 0) return undefined;
  if (read.type !== 'number' && read.type !== 'text' && read.type !== 'flag') return undefined;
  const cell = cellOf(read.name, read.type === 'number', context);
  if (cell === undefined) return undefined;
  if (read.type === 'number') return compileNumberTest(condition, cell, literals, context);
  const [first] = literals;
  const slow = compileTest(condition, context);
  const set = new Set<unknown>(literals);
  switch (operator) {
    case 'equal':
      return (frame) => {
        const value = frame.cells.value(cell, frame.ord);
        return value === undefined ? slow(frame) : value === first;
      };
    case 'notEqual':
      return (frame) => {
        const value = frame.cells.value(cell, frame.ord);
        return value === undefined ? slow(frame) : value !== first;
      };
    case 'in':
      return (frame) => {
        const value = frame.cells.value(cell, frame.ord);
        return value === undefined ? slow(frame) : set.has(value);
      };
    default:
      return undefined;
  }
}

function compileNumberTest(
  condition: TestCondition,
  cell: number,
  literals: readonly Known[],
  context: CompileContext,
): Test | undefined {
  const { operator } = condition;
  const [literal] = literals;
  const limit = literal === undefined || literals.length > 1 ? undefined : doubleOf(literal);
  if (limit === undefined) return undefined;
  const slow = compileTest(condition, context);
  switch (operator) {
    case 'equal':
      return (frame) => {
        const value = frame.cells.number(cell, frame.ord);
        return Number.isNaN(value) ? slow(frame) : value === limit;
      };
    case 'lessThan':
      return (frame) => {
        const value = frame.cells.number(cell, frame.ord);
        return Number.isNaN(value) ? slow(frame) : value < limit;
      };
    case 'lessThanInclusive':
      return (frame) => {
        const value = frame.cells.number(cell, frame.ord);
        return Number.isNaN(value) ? slow(frame) : value <= limit;
      };
    case 'greaterThan':
      return (frame) => {
        const value = frame.cells.number(cell, frame.ord);
        return Number.isNaN(value) ? slow(frame) : value > limit;
      };
    case 'greaterThanInclusive':
      return (frame) => {
        const value = frame.cells.number(cell, frame.ord);
        return Number.isNaN(value) ? slow(frame) : value >= limit;
      };
    default:
      return undefined;
  }
}

/** The double that prints as this decimal, where one of up to 15 digits does. */
function doubleOf(literal: Known): number | undefined {
  if (typeof literal === 'number') return Math.abs(literal) < 1e15 ? literal : undefined;
  if (typeof literal !== 'object') return undefined;
  const double = Number(literal.n) / Number(literal.d);
  if (!Number.isFinite(double) || String(double).replace(/[-.e]/g, '').length > 15) return undefined;
  const back = fromDouble(double);
  return cmp(back, literal) === 0 ? double : undefined;
}

function literalsOf(value: Operand): readonly Known[] | undefined {
  const items: readonly Expr[] = value.kind === 'expr' ? [value.expr] : value.kind === 'list' ? value.items : [];
  const literals: Known[] = [];
  for (const item of items) {
    if (item.kind !== 'literal') return undefined;
    literals.push(item.value);
  }
  return literals;
}

/** A place among the cells of the plan, where the field is read straight from `data` in every event type that has it, and never a key. */
function cellOf(name: string, isNumber: boolean, context: CompileContext): number | undefined {
  const types = new Set<string>();
  for (const type of context.edition.events.values()) {
    const field = type.fields.get(name);
    if (field === undefined) continue;
    if (field.is !== undefined || field.path.length !== 1 || field.path[0] !== name) return undefined;
    if (field.kind === 'key' || field.kind === 'list' || field.kind === 'instant' || field.kind === 'date')
      return undefined;
    types.add(type.type);
  }
  const { cells } = context;
  const known = cells.findIndex(
    (cell) => cell.name === name && cell.isNumber === isNumber && sameTypes(cell.types, types),
  );
  return known >= 0 ? known : cells.push({ name, types, isNumber }) - 1;
}

function sameTypes(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((type) => b.has(type));
}
