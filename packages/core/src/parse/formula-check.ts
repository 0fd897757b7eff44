import type { Expr } from '../model/expr.js';
import { neg, parseNum } from '../model/num.js';
import { adapt, adaptEach, checkChoice } from './formula-adapt.js';
import { checkCall, checkPart } from './formula-call.js';
import { checkName } from './formula-name.js';
import type { Scope } from './formula-scope.js';
import type { Place, Syntax } from './formula-syntax.js';
import { type Check, choice, hole, type Typed, typed, type Voice } from './formula-typed.js';
import type { ValueType } from './formula-words.js';
import type { World } from './world.js';

/** Resolves the names of a formula and checks its types. What has a problem becomes a hole, so that one slip is told once. */
export function checkFormula(syntax: Syntax, world: World, scope: Scope, voice: Voice): Typed {
  const check: Check = { ...voice, world, scope, typed: (inner) => checked(inner, check) };
  return check.typed(syntax);
}

function checked(syntax: Syntax, check: Check): Typed {
  switch (syntax.kind) {
    case 'number':
      return number(syntax, check);
    case 'text':
      return typed({ kind: 'literal', type: 'text', value: syntax.value }, syntax);
    case 'flag':
      return typed({ kind: 'literal', type: 'flag', value: syntax.value }, syntax);
    case 'name':
      return checkName(syntax.name, syntax, check);
    case 'part':
      return checkPart(syntax, check);
    case 'call':
      return checkCall(syntax, check);
    case 'list':
      check.say('list-alone', placeOf(syntax));
      return hole(syntax);
    case 'unary':
      return unary(syntax, check);
    case 'if':
      return branches(syntax, check);
    case 'binary':
      return syntax.op === 'in' ? membership(syntax, check) : binary(syntax, syntax.op, check);
  }
}

function number(syntax: Syntax, check: Check): Typed {
  const value = parseNum(syntax.piece);
  if (value !== undefined) return typed({ kind: 'literal', type: 'number', value }, syntax);
  check.say('formula-number', placeOf(syntax));
  return hole(syntax);
}

function unary(syntax: Syntax & { kind: 'unary' }, check: Check): Typed {
  const type = syntax.op === '-' ? 'number' : 'flag';
  const of = operand(check.typed(syntax.of), [type], syntax.op, 'right', check);
  const { expr } = of;
  if (
    expr.kind === 'literal' &&
    syntax.op === '-' &&
    typeof expr.value !== 'string' &&
    typeof expr.value !== 'boolean'
  ) {
    return typed({ kind: 'literal', type: 'number', value: neg(expr.value) }, syntax, of);
  }
  return { ...typed({ kind: 'unary', type, op: syntax.op, of: expr }, syntax, { unit: of.unit }), type };
}

type Binary = Syntax & { readonly kind: 'binary' };
type PlainOp = Exclude<Binary['op'], 'in'>;

function binary(syntax: Binary, op: PlainOp, check: Check): Typed {
  const given = [check.typed(syntax.left), check.typed(syntax.right)] as const;
  if (op === '+' && areTexts(given)) return joined(syntax, ...given, check);
  const [left, right] = adaptEach(...given, check);
  switch (op) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(syntax, op, left, right, check);
    case '&&':
    case '||':
      operand(left, ['flag'], op, 'left', check);
      operand(right, ['flag'], op, 'right', check);
      return flag(syntax, op, left, right);
    case '==':
    case '!=':
      checkChoice(left, right, check);
      checkChoice(right, left, check);
      return alike(syntax, op, left, right, check);
    default: {
      const ordered: readonly ValueType[] = ['number', 'date', 'instant'];
      const a = operand(left, ordered, op, 'left', check);
      return alike(syntax, op, a, operand(right, ordered, op, 'right', check), check);
    }
  }
}

/** Whether a `+` joins texts: a numeral beside a key of numbers is none. */
function areTexts(of: readonly Typed[]): boolean {
  return of.some(({ type }) => type === 'text') && !of.some(({ isKey, type }) => isKey && type === 'number');
}

/** Texts one behind the other. */
function joined(syntax: Binary, left: Typed, right: Typed, check: Check): Typed {
  const [a, b] = [adapt(left, 'text', check), adapt(right, 'text', check)];
  if (a.type !== undefined && b.type !== undefined && a.type !== b.type)
    check.say('operands-differ', { ...placeOf(syntax), operator: '+', left: a.type, right: b.type });
  return typed({ kind: 'binary', type: 'text', op: '+', left: a.expr, right: b.expr }, syntax);
}

function arithmetic(syntax: Binary, op: PlainOp, left: Typed, right: Typed, check: Check): Typed {
  const a = operand(left, ['number'], op, 'left', check);
  const b = operand(right, ['number'], op, 'right', check);
  const adds = op === '+' || op === '-';
  if (adds) checkUnits(a, b, syntax, check);
  const expr: Expr = { kind: 'binary', type: 'number', op, left: a.expr, right: b.expr };
  return typed(expr, syntax, { unit: adds ? (a.unit ?? b.unit) : undefined });
}

function alike(syntax: Binary, op: PlainOp, left: Typed, right: Typed, check: Check): Typed {
  if (left.type !== undefined && right.type !== undefined && left.type !== right.type) {
    check.say('operands-differ', { ...placeOf(syntax), operator: op, left: left.type, right: right.type });
  }
  checkUnits(left, right, syntax, check);
  return flag(syntax, op, left, right);
}

function flag(syntax: Binary, op: PlainOp, left: Typed, right: Typed): Typed {
  return typed({ kind: 'binary', type: 'flag', op, left: left.expr, right: right.expr }, syntax);
}

function branches(syntax: Syntax & { kind: 'if' }, check: Check): Typed {
  const when = operand(check.typed(syntax.when), ['flag'], '? :', 'condition', check);
  const [then, other] = adaptEach(check.typed(syntax.yes), check.typed(syntax.no), check);
  if (then.type !== undefined && other.type !== undefined && then.type !== other.type) {
    check.say('operands-differ', { ...placeOf(syntax), operator: '? :', left: then.type, right: other.type });
  }
  const type = then.type ?? other.type;
  const expr = choice(type ?? 'number', when.expr, then.expr, other.expr);
  const texts = then.choices === undefined || other.choices === undefined ? undefined : then.choices;
  return { expr, type, unit: then.unit ?? other.unit, choices: texts, isKey: false, at: syntax };
}

function membership(syntax: Binary, check: Check): Typed {
  const of = check.typed(syntax.left);
  const { right } = syntax;
  if (right.kind === 'list') return inLiterals(syntax, of, right.items, check);
  const field = right.kind === 'name' ? check.scope.event?.fields.get(right.name) : undefined;
  if (right.kind === 'name' && field?.kind === 'list') {
    const item = adapt(of, field.type, check);
    operand(item, field.type === undefined ? undefined : [field.type], 'in', 'left', check);
    return typed({ kind: 'in', type: 'flag', of: item.expr, list: { field: right.name } }, syntax);
  }
  if (right.kind !== 'name' || !check.world.broken.has(right.name)) check.say('in-list', placeOf(right));
  return typed({ kind: 'unknown', type: 'flag' }, syntax);
}

function inLiterals(syntax: Syntax, of: Typed, items: readonly Syntax[], check: Check): Typed {
  const list = items.map((item) => {
    const one = adapt(check.typed(item), of.type, check, of.isKey);
    checkChoice(one, of, check);
    if (one.type !== undefined && one.expr.kind !== 'literal') check.say('in-list', placeOf(item));
    else if (one.type !== undefined && of.type !== undefined && one.type !== of.type) {
      check.say('operands-differ', { ...placeOf(item), operator: 'in', left: of.type, right: one.type });
    }
    return one.expr;
  });
  return typed({ kind: 'in', type: 'flag', of: of.expr, list }, syntax);
}

/** An operand of one of these types, or a problem that says which operand it is. */
function operand(
  of: Typed,
  wanted: readonly ValueType[] | undefined,
  operator: string,
  side: 'left' | 'right' | 'condition',
  check: Check,
): Typed {
  const first = wanted?.length === 1 ? adapt(of, wanted[0], check) : of;
  if (first.type === undefined || wanted === undefined || wanted.includes(first.type)) return first;
  check.say('operand-type', { ...placeOf(of.at), operator, side, found: first.type, expected: wanted.join('|') });
  return hole(of.at);
}

function checkUnits(left: Typed, right: Typed, at: Place, check: Check): void {
  if (left.unit === undefined || right.unit === undefined || left.unit === right.unit) return;
  check.say('units-differ', { ...placeOf(at), left: left.unit, right: right.unit });
}

function placeOf(at: Place): Place {
  return { piece: at.piece, column: at.column };
}
