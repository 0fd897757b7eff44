import type { BinaryOp, ContextName, Expr, Value } from '../model/expr.js';
import { add, cmp, div, eq, floor, mul, type Num, neg, sub } from '../model/num.js';
import { type Eval, type Frame, UNBOUND } from '../model/plan.js';
import { dayOfInstant } from '../model/zone.js';
import { compileCall } from './call.js';
import { type CompileContext, keyOf } from './context.js';
import { compileTable } from './table.js';
import { watchedCall } from './watched-call.js';

/** Compiles a checked expression to a closure. Unknown flows as SPEC §1 says. */
export function compileExpression(expr: Expr, context: CompileContext): Eval {
  switch (expr.kind) {
    case 'literal': {
      const { value } = expr;
      return () => value;
    }
    case 'unknown':
      return () => undefined;
    case 'field': {
      const { name } = expr;
      return (frame) => frame.reader.field(eventOrd(frame), name);
    }
    case 'key':
      return compileKey(keyOf(context, expr.name), (frame) => frame);
    case 'outer':
      return compileOuter(expr.name, context);
    case 'context':
      return compileContext(expr.name);
    case 'indicator':
      return compileIndicatorRead(expr, context);
    case 'standing': {
      const { name, part } = expr;
      const args = expr.args.map((arg) => compileExpression(arg, context));
      return (frame) => frame.reader.standing(frame, name, part, evaluateAll(args, frame));
    }
    case 'table':
      return compileTable(
        expr,
        expr.args.map((arg) => compileExpression(arg, context)),
        context,
      );
    case 'call': {
      const args = expr.args.map((arg) => compileExpression(arg, context));
      return watchedCall(expr, args, context) ?? compileCall(expr.name, args, expr.args, context);
    }
    case 'unary':
      return compileUnary(expr.op, compileExpression(expr.of, context));
    case 'binary':
      return compileBinary(expr, context);
    case 'if': {
      const [when, then, otherwise] = [expr.when, expr.then, expr.else].map((part) => compileExpression(part, context));
      if (when === undefined || then === undefined || otherwise === undefined)
        throw new Error('a conditional has three parts');
      const { watch } = context;
      return (frame) => {
        const chosen = when(frame);
        watch?.went(expr, chosen === undefined ? 'unknown' : chosen === true ? 'then' : 'else');
        if (chosen === undefined) return undefined;
        return chosen === true ? then(frame) : otherwise(frame);
      };
    }
    case 'in':
      return compileIn(expr, context);
  }
}

function evaluateAll(args: readonly Eval[], frame: Frame): readonly Value[] {
  return args.length === 0 ? NONE : args.map((arg) => arg(frame));
}

/** Equality of two values of one type; numbers may be fractions. */
export function sameValue(a: Exclude<Value, undefined>, b: Exclude<Value, undefined>): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' ? eq(a, b) : false;
}

/** The event in scope: this frame's, or that of the nearest frame around it. */
export function eventOrd(frame: Frame): number {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.outer) if (at.ord >= 0) return at.ord;
  throw new Error('a formula of an event was evaluated where no event is in scope');
}

const NONE: readonly Value[] = [];

function compileKey(key: number, start: (frame: Frame) => Frame): Eval {
  return (frame) => {
    const id = frame.reader.keyId(start(frame), key);
    return id < 0 ? undefined : frame.reader.keyValue(key, id);
  };
}

function compileOuter(name: string, context: CompileContext): Eval {
  const key = context.keyIndex.get(name);
  const around = (frame: Frame): Frame => frame.outer ?? frame;
  if (key === undefined) return (frame) => frame.reader.passed(frame, name);
  const read = compileKey(key, around);
  return (frame) => {
    const bound = frame.reader.keyId(around(frame), key);
    return bound === UNBOUND ? frame.reader.passed(frame, name) : read(frame);
  };
}

function compileContext(name: ContextName): Eval {
  switch (name) {
    case 'time':
      return (frame) => frame.reader.event(eventOrd(frame)).time;
    case 'effective':
      return (frame) => frame.reader.effective(eventOrd(frame));
    case 'recorded':
      return (frame) => frame.reader.event(eventOrd(frame)).recorded;
    case 'now':
      return (frame) => (frame.at === Number.POSITIVE_INFINITY ? undefined : frame.at);
    case 'today':
      return (frame) => (frame.at === Number.POSITIVE_INFINITY ? undefined : dayOfInstant(frame.reader.zone, frame.at));
    case 'id':
      return (frame) => frame.reader.event(eventOrd(frame)).event.id;
    case 'source':
      return (frame) => frame.reader.event(eventOrd(frame)).event.source;
    case 'subject':
      return (frame) => frame.reader.event(eventOrd(frame)).event.subject;
    case 'type':
      return (frame) => frame.reader.event(eventOrd(frame)).type;
    case 'state':
      return (frame) => frame.reader.state(eventOrd(frame), frame.at);
    case 'it':
    case 'item':
      return (frame) => frame.it;
    case 'size':
    case 'position':
      return (frame) => frame.size;
    case 'taken':
    case 'tied':
    case 'place':
      return (frame) => frame.reader.passed(frame, name);
  }
}

function compileIndicatorRead(expr: Extract<Expr, { kind: 'indicator' }>, context: CompileContext): Eval {
  const { name } = expr;
  const args = expr.args.map((arg) => compileExpression(arg, context));
  const passes = expr.passes.map((arg) => compileExpression(arg, context));
  return (frame) => frame.reader.indicator(frame, name, evaluateAll(args, frame), evaluateAll(passes, frame));
}

function compileUnary(op: '-' | '!', of: Eval): Eval {
  if (op === '!') {
    return (frame) => {
      const value = of(frame);
      return value === undefined ? undefined : value !== true;
    };
  }
  return (frame) => {
    const value = of(frame);
    return value === undefined ? undefined : neg(value as Num);
  };
}

type BinaryExpr = Extract<Expr, { kind: 'binary' }>;

function compileBinary(expr: BinaryExpr, context: CompileContext): Eval {
  const left = compileExpression(expr.left, context);
  const right = compileExpression(expr.right, context);
  if (expr.op === '&&') return compileLogic(left, right, false);
  if (expr.op === '||') return compileLogic(left, right, true);
  const operate = expr.op === '+' && expr.type === 'text' ? join : OPERATIONS[expr.op];
  return (frame) => {
    const a = left(frame);
    if (a === undefined) return undefined;
    const b = right(frame);
    return b === undefined ? undefined : operate(a, b);
  };
}

/** `decisive` on either side settles the result, even beside an unknown. */
function compileLogic(left: Eval, right: Eval, decisive: boolean): Eval {
  return (frame) => {
    const a = left(frame);
    if (a === decisive) return decisive;
    const b = right(frame);
    if (b === decisive) return decisive;
    return a === undefined || b === undefined ? undefined : !decisive;
  };
}

type Known = Exclude<Value, undefined>;

const OPERATIONS: Record<Exclude<BinaryOp, '&&' | '||'>, (a: Known, b: Known) => Value> = {
  '+': (a, b) => add(a as Num, b as Num),
  '-': (a, b) => sub(a as Num, b as Num),
  '*': (a, b) => mul(a as Num, b as Num),
  '/': (a, b) => div(a as Num, b as Num),
  '%': (a, b) => remainder(a as Num, b as Num),
  '==': sameValue,
  '!=': (a, b) => !sameValue(a, b),
  '<': (a, b) => cmp(a as Num, b as Num) < 0,
  '<=': (a, b) => cmp(a as Num, b as Num) <= 0,
  '>': (a, b) => cmp(a as Num, b as Num) > 0,
  '>=': (a, b) => cmp(a as Num, b as Num) >= 0,
};

/** A rubric is untrusted, and a text that doubles from indicator to indicator would fill the memory. */
const LONGEST_TEXT = 10_000;

function join(a: Known, b: Known): Value {
  const [left, right] = [String(a), String(b)];
  return left.length + right.length > LONGEST_TEXT ? undefined : left + right;
}

function remainder(a: Num, b: Num): Num | undefined {
  const quotient = div(a, b);
  return quotient === undefined ? undefined : sub(a, mul(b, floor(quotient)));
}

function compileIn(expr: Extract<Expr, { kind: 'in' }>, context: CompileContext): Eval {
  const of = compileExpression(expr.of, context);
  const { list } = expr;
  if ('field' in list) {
    const { field } = list;
    return (frame) => {
      const value = of(frame);
      const ord = eventOrd(frame);
      if (value === undefined || frame.reader.field(ord, field) === undefined) return undefined;
      return frame.reader.list(ord, field).some((item) => item !== undefined && sameValue(item, value));
    };
  }
  const items = list.map((item) => compileExpression(item, context));
  return (frame) => {
    const value = of(frame);
    if (value === undefined) return undefined;
    let unknown = false;
    for (const item of items) {
      const other = item(frame);
      if (other === undefined) unknown = true;
      else if (sameValue(value, other)) return true;
    }
    return unknown ? undefined : false;
  };
}
