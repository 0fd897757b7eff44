import type { ContextName, Expr, FunctionName } from '../model/expr.js';
import { cmp } from '../model/num.js';
import { type Change, type Direction, type Place, reversed, scaled, together } from './direction.js';
import type { Span } from './number-set.js';
import { NOWHERE, type Scope } from './range-scope.js';
import { isNeverNegative } from './span.js';

/** What a change does to an expression, from what it does to the parts. */
export function directionOf(expr: Expr, place: Place, change: Change): Direction {
  const next = (one: Expr): Direction => change.of(one, place);
  switch (expr.kind) {
    case 'literal':
    case 'unknown':
    case 'key':
    case 'outer':
      return 'same';
    case 'context':
      return contextDirection(expr.name, place, change);
    case 'field':
      return together(place.types.map((type) => change.field(type, expr.name)));
    case 'indicator':
      return together([change.indicator(expr.name), ...fixed([...expr.args, ...expr.passes].map(next))]);
    case 'standing':
      return together([onlySame(change.standing(expr.name)), ...fixed(expr.args.map(next))]);
    case 'table':
      return together(fixed(expr.args.map(next)));
    case 'call':
      return callDirection(expr.name, expr.args, place, change);
    case 'unary':
      return reversed(next(expr.of));
    case 'binary':
      return binaryDirection(expr, place, change);
    case 'if':
      return branchDirection(expr, place, change);
    case 'in':
      return together(fixed('field' in expr.list ? [next(expr.of)] : [expr.of, ...expr.list].map(next)));
  }
}

/** Of what must not change at all. */
function fixed(directions: readonly Direction[]): readonly Direction[] {
  return directions.map(onlySame);
}

function onlySame(direction: Direction): Direction {
  return direction === 'same' ? 'same' : 'any';
}

function contextDirection(name: ContextName, { types, it, isCounted }: Place, change: Change): Direction {
  if (name === 'it') return it;
  if (name === 'state') return types.some((type) => change.isStateOpen(type)) ? 'any' : 'same';
  // How many are left, taken or tied is asked where members and rows are counted, which may change.
  return COUNTS.includes(name) && isCounted !== true ? 'any' : 'same';
}

const COUNTS: readonly ContextName[] = ['size', 'taken', 'tied', 'place'];

function callDirection(name: FunctionName, args: readonly Expr[], place: Place, change: Change): Direction {
  const directions = args.map((arg) => change.of(arg, place));
  const [first = 'same', ...rest] = directions;
  switch (name) {
    case 'min':
    case 'max':
    case 'clamp':
    case 'coalesce':
    case 'exp':
      return together(directions);
    case 'floor':
    case 'ceil':
    case 'round':
    case 'addDays':
      return together([first, ...fixed(rest)]);
    case 'days':
    case 'seconds':
      return together([reversed(first), ...rest]);
    case 'sqrt':
      return isNeverNegative(rangeOf(args[0], place, change)) ? first : onlySame(first);
    case 'abs':
      return scaled(first, rangeOf(args[0], place, change));
    case 'known':
      return first === 'any' ? 'any' : 'same';
    case 'ln':
    case 'pow':
    case 'year':
    case 'month':
    case 'day':
    case 'quarter':
    case 'weekday':
    case 'date':
    case 'addMonths':
    case 'addYears':
    case 'yearStart':
    case 'yearEnd':
    case 'quarterStart':
    case 'quarterEnd':
    case 'startOf':
    case 'endOf':
    case 'text':
    case 'addWorkdays':
    case 'workdays':
    case 'isWorkday':
      return together(fixed(directions));
  }
}

function rangeOf(expr: Expr | undefined, place: Place, change: Change): Span {
  const scope: Scope = { ...NOWHERE, types: place.types };
  return change.ranges.of(expr ?? { kind: 'unknown', type: 'number' }, scope);
}

function binaryDirection(
  { op, left, right }: Extract<Expr, { kind: 'binary' }>,
  place: Place,
  change: Change,
): Direction {
  const [a, b] = [change.of(left, place), change.of(right, place)];
  switch (op) {
    case '+':
      return left.type === 'number' ? together([a, b]) : together(fixed([a, b]));
    case '&&':
    case '||':
      return together([a, b]);
    case '-':
      return together([a, reversed(b)]);
    case '*':
      return together([scaled(a, rangeOf(right, place, change)), scaled(b, rangeOf(left, place, change))]);
    case '/':
      return together([scaled(a, rangeOf(right, place, change)), onlySame(b)]);
    case '<':
    case '<=':
      return together([reversed(a), b]);
    case '>':
    case '>=':
      return together([a, reversed(b)]);
    case '==':
    case '!=':
    case '%':
      return together(fixed([a, b]));
  }
}

/** Where the condition changes, the branches must lie apart, and both be known. */
function branchDirection(
  { when, then: yes, else: no }: Extract<Expr, { kind: 'if' }>,
  place: Place,
  change: Change,
): Direction {
  const condition = change.of(when, place);
  const branches = together([change.of(yes, place), change.of(no, place)]);
  if (condition === 'same') return branches;
  if (!change.isSure(yes, place) || !change.isSure(no, place)) return 'any';
  const [a, b] = [rangeOf(yes, place, change), rangeOf(no, place, change)];
  if (isAbove(a, b)) return together([condition, branches]);
  return isAbove(b, a) ? together([reversed(condition), branches]) : 'any';
}

function isAbove(a: Span, b: Span): boolean {
  return a.low !== undefined && b.high !== undefined && cmp(a.low, b.high) >= 0;
}
