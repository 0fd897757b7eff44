import type { Expr } from '../model/expr.js';
import { adapt } from './formula-adapt.js';
import { boundKeys, isOpen } from './formula-scope.js';
import type { Place, Syntax } from './formula-syntax.js';
import { type Check, hole, type Typed, typed } from './formula-typed.js';
import { isContextName, type ValueType } from './formula-words.js';
import { standingKeys } from './world.js';

/** Reading an indicator: arguments bind the last of its keys, the scope binds the others and what is passed. */
export function readIndicator(name: string, given: readonly Syntax[], at: Place, check: Check): Typed {
  const { world, scope } = check;
  const head = world.indicators.get(name);
  if (head === undefined || !mayRead(name, at, check)) return hole(at);
  const params = head.per;
  const args = bindArguments(name, params, given, at, check);
  if (args === undefined) return hole(at);
  const bound = boundKeys(scope);
  for (const param of params.slice(0, params.length - given.length)) {
    if (!bound.has(param) && world.keys.has(param) && !isForgiven(param, check)) sayUnbound(name, param, at, check);
  }
  const type = world.types.indicators.get(name);
  const passes = head.with.map((passed) => passedTo(name, passed, at, check));
  const expr: Expr = { kind: 'indicator', type: type ?? 'number', name, args: args.map((arg) => arg.expr), passes };
  return { ...typed(expr, at, { unit: head.unit }), type };
}

/** A passed value is what its name stands for where the indicator is read. */
function passedTo(name: string, passed: string, at: Place, check: Check): Expr {
  const { scope, world } = check;
  const isHere =
    scope.event?.fields.has(passed) || scope.keys.has(passed) || scope.passed.has(passed) || isIn(scope, passed);
  if (!isHere) {
    if (!isForgiven(passed, check)) check.say('unbound-passed', { ...place(at), indicator: name, name: passed });
    return hole(at).expr;
  }
  const value = check.typed({ kind: 'name', name: passed, ...place(at) });
  const known = world.types.passed.get(passed);
  if (value.type === undefined) return value.expr;
  if (known === undefined) world.types.passed.set(passed, value.type);
  else if (known !== value.type) {
    check.say('passed-type', { ...place(at), name, param: passed, found: value.type, expected: known });
  }
  return value.expr;
}

function isIn(scope: Check['scope'], name: string): boolean {
  return isContextName(name) && scope.context.has(name);
}

function isForgiven(name: string, { world, scope }: Check): boolean {
  return world.broken.has(name) || isOpen(scope);
}

function sayUnbound(indicator: string, key: string, at: Place, check: Check): void {
  check.say('unbound-key', { ...place(at), indicator, key, bound: [...boundKeys(check.scope)].join(', ') });
}

const PARTS: Readonly<Record<string, ValueType>> = { rank: 'number', tied: 'number', band: 'text', size: 'number' };

/** `ranking.band`: what a standing says of the row that the scope binds. */
export function readStanding(name: string, part: string, at: Place, check: Check): Typed {
  const awards = readableAwards(name, check);
  const type = Object.hasOwn(PARTS, part) ? PARTS[part] : awards.includes(part) ? 'number' : undefined;
  if (type === undefined) {
    const available = [...Object.keys(PARTS), ...awards].join(', ');
    if (!check.world.broken.has(name))
      check.say('standing-part', { ...place(at), standing: name, part, available, nearest: check.near(part, awards) });
    return hole(at);
  }
  if (!mayRead(name, at, check)) return hole(at);
  const params = standingKeys(check.world, name);
  if (params.length === 0) return hole(at);
  if (!isRowBound(params, part, check)) {
    sayUnbound(name, params[0] ?? '', at, check);
  }
  const read = typed({ kind: 'standing', type, name, part, args: [] }, at);
  return part === 'band' ? { ...read, choices: bandsOf(name, check) } : read;
}

/** Awards whose ids are identifiers, and no words of standings. */
function readableAwards(standing: string, { world }: Check): readonly string[] {
  const awards = world.document.standings?.[standing]?.awards ?? [];
  return awards.map(({ id }) => id).filter((id) => IDENTIFIER.test(id) && !Object.hasOwn(PARTS, id));
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The member alone is enough, since it is in one table; the size of a table needs the member or all of the table's keys. */
function isRowBound(params: readonly string[], part: string, check: Check): boolean {
  const [of, ...each] = params;
  if (of === undefined) return true;
  const { scope, world } = check;
  const bound = boundKeys(scope);
  const isBound = (key: string): boolean => bound.has(key) || world.broken.has(key);
  return isBound(of) || isOpen(scope) || (part === 'size' && each.every(isBound));
}

function bindArguments(
  name: string,
  params: readonly string[],
  given: readonly Syntax[],
  at: Place,
  check: Check,
): readonly Typed[] | undefined {
  if (given.length > params.length) {
    check.say('argument-count', {
      ...place(at),
      name,
      found: given.length,
      expected: `0..${params.length}`,
      params: params.join(', '),
    });
    return undefined;
  }
  const bound = params.slice(params.length - given.length);
  return given.map((syntax, index) => argument(name, index, bound[index] ?? '', check.typed(syntax), check));
}

function argument(name: string, index: number, param: string, value: Typed, check: Check): Typed {
  const wanted = check.world.keys.get(param);
  const arg = adapt(value, wanted, check, true);
  if (arg.type === undefined || wanted === undefined || arg.type === wanted) return arg;
  check.say('argument-type', { ...place(value.at), name, index: index + 1, param, found: arg.type, expected: wanted });
  return hole(value.at);
}

function mayRead(name: string, at: Place, check: Check): boolean {
  if (check.scope.reads) return true;
  check.say('read-not-allowed', { ...place(at), name });
  return false;
}

function bandsOf(standing: string, check: Check): Typed['choices'] {
  const bands = check.world.document.standings?.[standing]?.bands ?? [];
  return bands.length === 0 ? undefined : { field: `${standing}.band`, of: bands.map((band) => band.id) };
}

function place(at: Place): Place {
  return { piece: at.piece, column: at.column };
}
