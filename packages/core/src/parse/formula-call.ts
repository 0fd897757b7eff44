import { parseDay } from '../model/calendar.js';
import { type Expr, type FunctionName, within } from '../model/expr.js';
import { adapt } from './formula-adapt.js';
import { checkOuter, namesInScope } from './formula-name.js';
import { readIndicator, readStanding } from './formula-read.js';
import { readStep } from './formula-step.js';
import type { Place, Syntax } from './formula-syntax.js';
import { type Check, hole, type Typed, typed } from './formula-typed.js';
import { FUNCTIONS, isFunctionName, type Param, type Signature, type ValueType } from './formula-words.js';

type Call = Syntax & { readonly kind: 'call' };

/** `name(args)`: an indicator, a table or a built-in function. Defined functions are inlined by now. */
export function checkCall(syntax: Call, check: Check): Typed {
  const { world } = check;
  if (world.indicators.has(syntax.name)) return readIndicator(syntax.name, syntax.args, syntax, check);
  if (world.tables.has(syntax.name)) return lookUp(syntax, check);
  if (isFunctionName(syntax.name)) return builtIn(syntax, syntax.name, check);
  for (const arg of syntax.args) check.typed(arg);
  if (!world.broken.has(syntax.name)) {
    check.say('function-unknown', {
      ...place(syntax),
      name: syntax.name,
      nearest: check.near(syntax.name, callable(check)),
    });
  }
  return hole(syntax);
}

function* callable(check: Check): Generator<string> {
  yield* Object.keys(FUNCTIONS);
  yield* check.world.defines.keys();
  yield* namesInScope(check);
}

/** `outer.name`, `step.field` or `standing.part`. */
export function checkPart(syntax: Syntax & { readonly kind: 'part' }, check: Check): Typed {
  const { of, part, args } = syntax;
  if (of === 'outer' && args === undefined) return checkOuter(part, syntax, check);
  if (check.scope.steps.has(of) && args === undefined) return readStep(of, part, syntax, check);
  if (check.world.standings.has(of)) {
    if (args === undefined) return readStanding(of, part, syntax, check);
    check.say('standing-arguments', { ...place(syntax), standing: of, part });
    return hole(syntax);
  }
  if (!check.world.broken.has(of)) {
    const { standings } = check.world;
    const { steps } = check.scope;
    if (steps.size > 0) check.say('step-unknown', { name: of, nearest: check.near(of, steps.keys()) });
    else {
      const nearest = check.near(of, ['outer', ...standings.keys()]);
      check.say('standing-unknown', { ...place(syntax), name: of, part, nearest });
    }
  }
  return hole(syntax);
}

function lookUp(syntax: Call, check: Check): Typed {
  const { name } = syntax;
  const table = check.world.tables.get(name);
  if (table === undefined) return hole(syntax);
  if (
    !counted(
      syntax,
      table.columns.length,
      table.columns.length,
      table.columns.map((column) => column.name).join(', '),
      check,
    )
  ) {
    return hole(syntax);
  }
  const args = syntax.args.map((inner, index) => {
    const column = table.columns[index];
    const value = check.typed(inner);
    return fitted(name, index, column?.name ?? '', adapt(value, column?.type, check, true), column?.type, check);
  });
  return typed({ kind: 'table', type: table.type, name, args: args.map((arg) => arg.expr) }, syntax);
}

function builtIn(syntax: Call, name: FunctionName, check: Check): Typed {
  const signature: Signature = FUNCTIONS[name];
  const most = signature.open ? Number.POSITIVE_INFINITY : signature.params.length;
  if (!counted(syntax, signature.params.length, most, signature.params.join(', '), check)) return hole(syntax);
  const day = name === 'date' ? dateLiteral(syntax, check) : undefined;
  if (day !== undefined) return day;
  const given = syntax.args.map(check.typed);
  const shared = signature.params.some(isShared) ? sharedType(given) : undefined;
  const args = given.map((arg, index) => {
    const param = signature.params[index] ?? signature.params.at(-1) ?? 'any';
    return parameter(name, index, param, shared, arg, check);
  });
  const type = signature.result === 'same' ? shared : signature.result;
  const units = new Set(args.flatMap((arg) => arg.unit ?? []));
  const unit = signature.result === 'same' && units.size === 1 ? [...units][0] : undefined;
  if (name === 'seconds' && args.some(({ expr }) => within(expr).some(isNow)))
    check.say('seconds-of-now', place(syntax));
  const expr = { kind: 'call', type: type ?? 'number', name, args: args.map((arg) => arg.expr) } as const;
  return { ...typed(expr, syntax, { unit }), type };
}

/** `date('2026-07-01')` is that day. */
function dateLiteral(syntax: Call, check: Check): Typed | undefined {
  const [only] = syntax.args;
  if (only?.kind !== 'text') return undefined;
  const value = parseDay(only.value);
  if (value !== undefined) return typed({ kind: 'literal', type: 'date', value }, syntax);
  check.say('literal-date', { ...place(only), found: only.value });
  return hole(syntax);
}

function isNow(expr: Expr): boolean {
  return expr.kind === 'context' && expr.name === 'now';
}

function isShared(param: Param): boolean {
  return param === 'same' || param === 'same-ordered';
}

/** The type of the first argument that is no text which may still be read as a date. */
function sharedType(args: readonly Typed[]): ValueType | undefined {
  const types = args.flatMap((arg) => arg.type ?? []);
  return types.find((type) => type !== 'text') ?? types[0];
}

function parameter(
  name: string,
  index: number,
  param: Param,
  shared: ValueType | undefined,
  arg: Typed,
  check: Check,
): Typed {
  if (param === 'any') return arg;
  if (param === 'calendar') return calendarNamed(name, arg, check);
  const wanted = param === 'same' || param === 'same-ordered' ? shared : param;
  const fit = fitted(name, index, '', adapt(arg, wanted, check), wanted, check);
  if (param !== 'same-ordered' || (fit.type !== 'text' && fit.type !== 'flag')) return fit;
  return fitted(name, index, '', fit, 'number', check);
}

/** A calendar is named by a text that stands there, so that the rubric can be checked for it. */
function calendarNamed(name: string, arg: Typed, check: Check): Typed {
  const { world } = check;
  if (arg.expr.kind !== 'literal' || typeof arg.expr.value !== 'string' || arg.type !== 'text') {
    if (arg.type !== undefined || arg.expr.kind !== 'unknown')
      check.say('calendar-literal', { ...place(arg.at), name, declared: [...world.calendars.keys()].join(', ') });
    return hole(arg.at);
  }
  const { value } = arg.expr;
  if (world.calendars.has(value) || world.broken.has(value)) return arg;
  check.say('calendar-unknown', {
    ...place(arg.at),
    name: value,
    nearest: check.near(value, world.calendars.keys()),
    declared: [...world.calendars.keys()].join(', '),
  });
  return hole(arg.at);
}

function fitted(
  name: string,
  index: number,
  param: string,
  arg: Typed,
  wanted: ValueType | undefined,
  check: Check,
): Typed {
  if (arg.type === undefined || wanted === undefined || arg.type === wanted) return arg;
  check.say('argument-type', { ...place(arg.at), name, index: index + 1, param, found: arg.type, expected: wanted });
  return hole(arg.at);
}

function counted(syntax: Call, least: number, most: number, params: string, check: Check): boolean {
  const found = syntax.args.length;
  if (found >= least && found <= most) return true;
  const expected = most === least ? String(least) : `${least}..`;
  check.say('argument-count', { ...place(syntax), name: syntax.name, found, expected, params });
  return false;
}

function place(at: Place): Place {
  return { piece: at.piece, column: at.column };
}
