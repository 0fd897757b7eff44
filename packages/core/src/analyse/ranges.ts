import type { ContextName, Expr } from '../model/expr.js';
import type { Num } from '../model/num.js';
import type { EditionModel, IndicatorModel, RuleModel, TableModel } from '../model/rubric.js';
import { exprKey } from './expr-key.js';
import { boxesOf, type Domain } from './normal-form.js';
import { join, type Span } from './number-set.js';
import { callRange } from './range-call.js';
import { indicatorRange, rangeBefore } from './range-indicator.js';
import { NOWHERE, type RangeReader, type Scope } from './range-scope.js';
import {
  ANY,
  between,
  holds,
  hull,
  isAway,
  isNeverNegative,
  NOT_NEGATIVE,
  opposite,
  product,
  quotient,
  sum,
  within,
} from './span.js';

/** Between which numbers each expression must lie, so far as that can be said. What is said is sure; unknown is no number. */
export class Ranges implements RangeReader {
  readonly #indicators = new Map<string, Span>();
  readonly #fields = new Map<string, Span>();

  constructor(
    readonly edition: EditionModel,
    /** The rules of all editions, as the trigger picks one. */
    readonly rules: readonly RuleModel[],
    readonly domainOf: (types: readonly string[]) => Domain,
    /** Of a field that is not computed. */
    readonly recorded: (type: string, field: string) => Span,
  ) {}

  of(expr: Expr, scope: Scope): Span {
    const range = this.#raw(expr, scope);
    const known = scope.known.size === 0 ? undefined : scope.known.get(exprKey(expr));
    return known === undefined ? range : within(range, known);
  }

  /** Whether a number can come to nothing else than a value other than zero. */
  isNotZero(expr: Expr, scope: Scope): boolean {
    const known = scope.known.get(exprKey(expr));
    if (known !== undefined && !holds(known, 0)) return true;
    if (expr.kind === 'binary' && (expr.op === '*' || expr.op === '/')) {
      return this.isNotZero(expr.left, scope) && (expr.op === '/' || this.isNotZero(expr.right, scope));
    }
    if (expr.kind === 'unary') return this.isNotZero(expr.of, scope);
    return isAway(this.of(expr, scope));
  }

  /** The same place, where a condition holds or does not. */
  where(scope: Scope, condition: Expr | undefined, isHeld = true): Scope {
    if (condition === undefined) return scope;
    const wanted: Expr = isHeld ? condition : { kind: 'unary', type: 'flag', op: '!', of: condition };
    const boxes = boxesOf(wanted, this.domainOf(scope.types)) ?? [];
    const known = new Map(scope.known);
    for (const [key, { set }] of boxes[0] ?? []) {
      if (set.kind !== 'line') continue;
      const sets = boxes.map((box) => box.get(key)?.set);
      const lines = sets.flatMap((one) => (one?.kind === 'line' ? [one.spans] : []));
      if (lines.length === sets.length) known.set(key, lines.reduce(join));
    }
    return { ...scope, known };
  }

  indicator(name: string): Span {
    return remembered(this.#indicators, name, () => {
      const model = this.edition.indicators.get(name);
      return model === undefined || model.type !== 'number' ? ANY : indicatorRange(model, this);
    });
  }

  /** Where the value lies that a step of an indicator's map takes. */
  before(indicator: IndicatorModel, step: number): Span {
    return rangeBefore(indicator, step, this);
  }

  #raw(expr: Expr, scope: Scope): Span {
    switch (expr.kind) {
      case 'literal':
        return typeof expr.value === 'string' || typeof expr.value === 'boolean'
          ? ANY
          : between(expr.value, expr.value);
      case 'field':
        return hull(scope.types.map((type) => this.#field(type, expr.name))) ?? ANY;
      case 'context':
        return contextRange(expr.name, scope);
      case 'indicator':
        return this.indicator(expr.name);
      case 'standing':
        return expr.part === 'band' ? ANY : between(expr.part === 'size' ? 0 : 1, undefined);
      case 'table':
        return tableRange(this.edition.tables.get(expr.name));
      case 'call':
        return callRange(
          expr.name,
          expr.args.map((arg) => this.of(arg, scope)),
        );
      case 'unary':
        return expr.op === '-' ? opposite(this.of(expr.of, scope)) : ANY;
      case 'binary':
        return this.#binary(expr, scope);
      case 'if':
        return (
          hull([
            this.of(expr.then, this.where(scope, expr.when)),
            this.of(expr.else, this.where(scope, expr.when, false)),
          ]) ?? ANY
        );
      case 'unknown':
      case 'key':
      case 'outer':
      case 'in':
        return ANY;
    }
  }

  #binary({ op, left, right }: Extract<Expr, { kind: 'binary' }>, scope: Scope): Span {
    const [a, b] = [this.of(left, scope), this.of(right, scope)];
    switch (op) {
      case '+':
        return sum(a, b);
      case '-':
        return sum(a, opposite(b));
      case '*':
        return product(a, b);
      case '/':
        return quotient(a, b);
      case '%':
        return isNeverNegative(b) ? between(0, b.high) : ANY;
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
      case '&&':
      case '||':
        return ANY;
    }
  }

  #field(type: string, name: string): Span {
    return remembered(this.#fields, `${type} ${name}`, () => {
      const is = this.edition.events.get(type)?.fields.get(name)?.is;
      return is === undefined ? this.recorded(type, name) : this.of(is.expr, { ...NOWHERE, types: [type] });
    });
  }
}

/** What leads back to where it came from can be anything. */
function remembered(known: Map<string, Span>, name: string, make: () => Span): Span {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, ANY);
  const made = make();
  known.set(name, made);
  return made;
}

function contextRange(name: ContextName, scope: Scope): Span {
  switch (name) {
    case 'it':
      return scope.it;
    case 'size':
    case 'taken':
      return NOT_NEGATIVE;
    case 'tied':
    case 'place':
    case 'position':
      return between(1, undefined);
    case 'time':
    case 'effective':
    case 'recorded':
    case 'now':
    case 'today':
    case 'id':
    case 'source':
    case 'subject':
    case 'type':
    case 'state':
    case 'item':
      return ANY;
  }
}

function tableRange(table: TableModel | undefined): Span {
  const values = [...(table?.rows.map(({ value }) => value) ?? []), table?.otherwise];
  const numbers = values.filter((value): value is Num => typeof value === 'number' || typeof value === 'object');
  return hull(numbers.map((value) => between(value, value))) ?? ANY;
}
