import type { Expr, FunctionName } from '../model/expr.js';
import type { EditionModel, IndicatorModel, MapStep, MeasureModel, SourceModel } from '../model/rubric.js';
import type { Domain } from './normal-form.js';
import { NOWHERE } from './range-scope.js';
import type { Ranges } from './ranges.js';
import { tableGap } from './table-gap.js';

/** What is always known, whatever is recorded. What is not said to be so may still be. */
export class Sureness {
  readonly #indicators = new Map<string, boolean>();

  constructor(
    readonly edition: EditionModel,
    readonly ranges: Ranges,
    readonly domain: (types: readonly string[]) => Domain,
  ) {}

  of(expr: Expr, types: readonly string[], it = false): boolean {
    const all = (parts: readonly Expr[]): boolean => parts.every((part) => this.of(part, types, it));
    switch (expr.kind) {
      case 'literal':
        return true;
      case 'unknown':
      case 'outer':
      case 'standing':
        return false;
      case 'table':
        return all(expr.args) && !this.#hasGap(expr.name, expr.args, types);
      case 'key':
        // Of the binding, which is never unknown; a key of an event is a field.
        return types.length === 0;
      case 'field':
        return types.every((type) => this.#field(type, expr.name));
      case 'context':
        return expr.name === 'it' ? it : CERTAIN.includes(expr.name);
      case 'indicator':
        return expr.args.length === 0 && expr.passes.length === 0 && this.#readAnywhere(expr.name, types);
      case 'call':
        return isTotal(expr.name) && all(expr.args);
      case 'unary':
        return this.of(expr.of, types, it);
      case 'binary':
        return all([expr.left, expr.right]) && (!['/', '%'].includes(expr.op) || this.#divides(expr.right, types));
      case 'if':
        return all([expr.when, expr.then, expr.else]);
      case 'in':
        return 'field' in expr.list ? false : all([expr.of, ...expr.list]);
    }
  }

  indicator(name: string): boolean {
    const known = this.#indicators.get(name);
    if (known !== undefined) return known;
    this.#indicators.set(name, false);
    const model = this.edition.indicators.get(name);
    const sure = model !== undefined && this.#whole(model);
    this.#indicators.set(name, sure);
    return sure;
  }

  /** Read from an event, its keys may be unknown. */
  #readAnywhere(name: string, types: readonly string[]): boolean {
    const { per = [] } = this.edition.indicators.get(name) ?? {};
    const isBound = types.every((type) => per.every((key) => this.#carries(type, key)));
    return isBound && this.indicator(name);
  }

  #carries(type: string, key: string): boolean {
    const field = this.edition.events.get(type)?.fields.get(key);
    return field === undefined || this.#field(type, key);
  }

  /** A plain field that must be there; a computed one only as the day of the event is. */
  #field(type: string, name: string): boolean {
    const field = this.edition.events.get(type)?.fields.get(name);
    if (field === undefined || field.optional || field.kind === 'list') return false;
    return field.is === undefined || this.of(field.is.expr, [type]);
  }

  #hasGap(name: string, args: readonly Expr[], types: readonly string[]): boolean {
    const table = this.edition.tables.get(name);
    return table === undefined || tableGap(table, args, { ...NOWHERE, types }, this);
  }

  #divides(divisor: Expr, types: readonly string[]): boolean {
    return this.ranges.isNotZero(divisor, { ...NOWHERE, types });
  }

  #whole({ body, map, otherwise }: IndicatorModel): boolean {
    if (otherwise !== undefined) return this.of(otherwise.expr, []);
    const own = body.kind === 'formula' ? this.of(body.is.expr, []) : this.measure(body);
    return map.reduce((sure, step) => this.#step(step, sure), own);
  }

  #step(step: MapStep, it: boolean): boolean {
    switch (step.kind) {
      case 'formula':
        return this.of(step.is.expr, [], it);
      case 'round':
      case 'linear':
        return it;
      case 'steps':
        return it && step.below !== undefined;
      case 'rank':
        return false;
    }
  }

  /** Sums and counts of what is known are known even where there is nothing. */
  measure({ of, take, reduce, missing, need }: MeasureModel): boolean {
    if (need !== undefined || take.window !== undefined || take.keep !== undefined || take.drop !== undefined)
      return false;
    if (reduce !== 'sum' && reduce !== 'count') return false;
    return missing === 'skip' || this.members(of);
  }

  /** Whether every member has a value that is known. */
  members(of: SourceModel): boolean {
    switch (of.kind) {
      case 'events':
        return [of.where, of.value, of.weight].every(
          (formula) => formula === undefined || this.of(formula.expr, of.types),
        );
      case 'given':
        return this.ranges.rules.every(
          ({ effect, on }) => effect.kind !== 'give' || on.kind !== 'events' || this.of(effect.points.expr, on.types),
        );
      case 'each': {
        const { where, value, weight, domain } = of;
        if (domain.kind === 'range') return false;
        const formulas = [where, weight, 'kind' in value ? undefined : value];
        return (
          formulas.every((formula) => formula === undefined || this.of(formula.expr, [])) &&
          (!('kind' in value) || this.measure(value))
        );
      }
      case 'parts':
        return of.parts.every(({ indicator }) => this.indicator(indicator));
    }
  }
}

const CERTAIN: readonly string[] = ['time', 'id', 'source', 'type', 'state'];

/** Whether the function has a value wherever its arguments are known. */
function isTotal(name: FunctionName): boolean {
  switch (name) {
    case 'min':
    case 'max':
    case 'abs':
    case 'floor':
    case 'ceil':
    case 'clamp':
    case 'known':
    case 'coalesce':
    case 'year':
    case 'month':
    case 'day':
    case 'quarter':
    case 'weekday':
    case 'date':
    case 'days':
    case 'startOf':
    case 'endOf':
    case 'seconds':
    case 'text':
      return true;
    case 'round':
    case 'sqrt':
    case 'ln':
    case 'exp':
    case 'pow':
    case 'addDays':
    case 'addMonths':
    case 'addYears':
    case 'yearStart':
    case 'yearEnd':
    case 'quarterStart':
    case 'quarterEnd':
    case 'addWorkdays':
    case 'workdays':
    case 'isWorkday':
      return false;
  }
}
