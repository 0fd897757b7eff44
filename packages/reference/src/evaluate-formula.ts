import { callFunction } from './call-function.js';
import { dayOf, Moment } from './dates.js';
import { Fraction } from './fraction.js';
import type { Expr, Formula } from './model.js';
import { keyInScope, nameAround, stateOf } from './scope.js';
import { lookUp } from './tables.js';
import { compare, fromModel, isList, type Scalar, same, type Value } from './values.js';
import type { Frame } from './world.js';

/** What a formula yields; undefined is unknown. */
export async function evaluate(formula: Formula | Expr, frame: Frame): Promise<Value> {
  const expr = 'expr' in formula ? formula.expr : formula;
  switch (expr.kind) {
    case 'literal':
      return fromModel(expr.type, expr.value);
    case 'unknown':
      return undefined;
    case 'field':
      return frame.event === undefined ? undefined : frame.world.calls.field(frame.event, expr.name, frame);
    case 'key':
      return keyInScope(expr.name, frame);
    case 'outer':
      return nameAround(expr.name, { ...frame, keys: frame.around ?? frame.keys });
    case 'context':
      return contextValue(expr.name, frame);
    case 'indicator':
      return readIndicator(expr, frame);
    case 'standing':
      return frame.world.calls.standing(expr.name, expr.part, await evaluateAll(expr.args, frame), frame);
    case 'table':
      return lookUp(frame.edition, expr.name, await evaluateAll(expr.args, frame));
    case 'call':
      return call(expr, frame);
    case 'unary':
      return unary(expr.op, await evaluate(expr.of, frame));
    case 'binary':
      return binary(expr, frame);
    case 'if': {
      const when = await evaluate(expr.when, frame);
      return when === undefined ? undefined : evaluate(when === true ? expr.then : expr.else, frame);
    }
    case 'in':
      return isIn(expr, frame);
  }
}

/** The formula's number; unknown where it yields none. */
export async function evaluateNumber(formula: Formula, frame: Frame): Promise<Fraction | undefined> {
  const value = await evaluate(formula, frame);
  return value instanceof Fraction ? value : undefined;
}

export async function evaluateAll(exprs: readonly Expr[], frame: Frame): Promise<Value[]> {
  const values: Value[] = [];
  for (const expr of exprs) values.push(await evaluate(expr, frame));
  return values;
}

export async function contextValue(name: Extract<Expr, { kind: 'context' }>['name'], frame: Frame): Promise<Value> {
  const { event } = frame;
  switch (name) {
    case 'now':
      return Number.isFinite(frame.now) ? new Moment(frame.now) : undefined;
    case 'today':
      return Number.isFinite(frame.now) ? dayOf(frame.edition.zone, frame.now) : undefined;
    case 'it':
      return frame.it;
    case 'size':
      return frame.size === undefined ? undefined : Fraction.whole(frame.size);
    case 'taken':
    case 'tied':
    case 'place': {
      const count = frame.counts[name];
      return count === undefined ? undefined : Fraction.whole(count);
    }
    case 'item':
      return frame.item;
    case 'position':
      return frame.position === undefined ? undefined : Fraction.whole(frame.position);
    case 'time':
      return event && new Moment(event.time);
    case 'effective':
      return event && new Moment(await frame.world.calls.effective(event, frame));
    case 'recorded':
      return event && new Moment(event.recorded);
    case 'subject':
      return event?.subject || undefined;
    case 'id':
    case 'source':
    case 'type':
      return event?.[name];
    case 'state':
      return event && stateOf(frame.world, event, frame.now);
  }
}

async function readIndicator(expr: Extract<Expr, { kind: 'indicator' }>, frame: Frame): Promise<Value> {
  const args = await evaluateAll(expr.args, frame);
  const passes = await evaluateAll(expr.passes, frame);
  return (await frame.world.calls.indicator(expr.name, args, frame, passes)).value;
}

async function call(expr: Extract<Expr, { kind: 'call' }>, frame: Frame): Promise<Value> {
  if (expr.name === 'coalesce') {
    for (const arg of expr.args) {
      const value = await evaluate(arg, frame);
      if (value !== undefined) return value;
    }
    return undefined;
  }
  const args = await evaluateAll(expr.args, frame);
  if (expr.name === 'known') return args[0] !== undefined;
  const known = args.filter((arg): arg is Scalar => arg !== undefined && !isList(arg));
  return known.length === args.length ? callFunction(expr.name, known, frame.edition) : undefined;
}

function unary(op: '-' | '!', value: Value): Value {
  if (op === '!') return typeof value === 'boolean' ? !value : undefined;
  return value instanceof Fraction ? value.negated() : undefined;
}

async function binary(expr: Extract<Expr, { kind: 'binary' }>, frame: Frame): Promise<Value> {
  const left = await evaluate(expr.left, frame);
  if (expr.op === '&&' || expr.op === '||') {
    const deciding = expr.op === '||';
    if (left === deciding) return deciding;
    const right = await evaluate(expr.right, frame);
    if (right === deciding) return deciding;
    return left === undefined || right === undefined ? undefined : !deciding;
  }
  const right = await evaluate(expr.right, frame);
  if (left === undefined || right === undefined || isList(left) || isList(right)) return undefined;
  switch (expr.op) {
    case '==':
      return same(left, right);
    case '!=':
      return !same(left, right);
    case '<':
      return compare(left, right) < 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>':
      return compare(left, right) > 0;
    case '>=':
      return compare(left, right) >= 0;
    default:
      if (typeof left === 'string' && typeof right === 'string') return joined(left + right);
      return left instanceof Fraction && right instanceof Fraction ? arithmetic(expr.op, left, right) : undefined;
  }
}

/** A text may not grow beyond what a person reads. */
function joined(text: string): Value {
  return text.length > 10_000 ? undefined : text;
}

function arithmetic(op: '+' | '-' | '*' | '/' | '%', a: Fraction, b: Fraction): Fraction | undefined {
  switch (op) {
    case '+':
      return a.plus(b);
    case '-':
      return a.minus(b);
    case '*':
      return a.times(b);
    case '/':
      return a.over(b);
    case '%': {
      const times = a.over(b)?.floor();
      return times && a.minus(b.times(times));
    }
  }
}

async function isIn(expr: Extract<Expr, { kind: 'in' }>, frame: Frame): Promise<Value> {
  const value = await evaluate(expr.of, frame);
  const list = 'field' in expr.list ? await listField(expr.list.field, frame) : await evaluateAll(expr.list, frame);
  if (value === undefined || isList(value) || list === undefined) return undefined;
  if (list.some((item) => item === undefined)) return undefined;
  return list.some((item) => item !== undefined && !isList(item) && same(item, value));
}

async function listField(name: string, frame: Frame): Promise<readonly Value[] | undefined> {
  const value = frame.event && (await frame.world.calls.field(frame.event, name, frame));
  return isList(value) ? value : undefined;
}
