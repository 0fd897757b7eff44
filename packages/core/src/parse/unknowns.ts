import type { Expr, Formula } from '../model/expr.js';
import { exprText } from '../model/expr-text.js';
import {
  type DomainModel,
  type IndicatorModel,
  LONGEST_RANGE,
  type MeasureModel,
  type SourceModel,
} from '../model/rubric.js';
import type { Draft } from './edition-draft.js';

/** Tells which expressions can be unknown, on the safe side: what is not surely known may be unknown. */
export interface Unknowns {
  /** In the scope of an event of these types. */
  readonly of: (expr: Expr, types: readonly string[]) => boolean;
}

/** Walks fields and indicators in the order in which they are computed; what is in a circle counts as unknown. */
export function unknownsOf(draft: Draft, order: readonly string[]): Unknowns {
  const known = new Set<string>();
  const judge = new Judge(draft, known);
  for (const name of order) {
    const [kind, first = '', second = ''] = name.split(' ');
    if (kind === 'field') {
      const field = draft.events.get(first)?.fields.get(second);
      const is = field?.is;
      if (is === undefined || judge.may(is.expr, [first], false)) continue;
      if (judge.among(is.expr, field?.choices ?? [], [first])) known.add(name);
    } else if (kind === 'indicator') {
      const indicator = draft.indicators.get(first);
      if (indicator !== undefined && !judge.indicator(indicator)) known.add(name);
    }
  }
  return { of: (expr, types) => judge.may(expr, types, false) };
}

class Judge {
  /** What a condition around asks to be known. */
  private guarded: ReadonlySet<string> = new Set();

  constructor(
    readonly draft: Draft,
    readonly known: ReadonlySet<string>,
  ) {}

  indicator(indicator: IndicatorModel): boolean {
    let may =
      indicator.body.kind === 'formula'
        ? this.may(indicator.body.is.expr, [], false)
        : this.measure(indicator.body, indicator.name);
    for (const step of indicator.map) {
      if (step.kind === 'formula') may = this.may(step.is.expr, [], may) || may;
      else if (step.kind === 'rank' || (step.kind === 'steps' && step.below === undefined)) may = true;
    }
    return indicator.otherwise === undefined ? may : may && this.may(indicator.otherwise.expr, [], true);
  }

  measure(measure: MeasureModel, owner: string): boolean {
    const { of, take, need, reduce, missing } = measure;
    if (need !== undefined || (reduce !== 'sum' && reduce !== 'count')) return true;
    if (this.some([take.keep?.n, take.drop?.best, take.drop?.worst], [])) return true;
    if (missing !== 'unknown') return false;
    const by = take.window?.by;
    const types = of.kind === 'events' ? of.types : [];
    return (
      this.some([take.window?.from, take.window?.until], []) ||
      (by !== undefined && this.may(by, types, false)) ||
      this.source(of, owner)
    );
  }

  source(source: SourceModel, owner: string): boolean {
    switch (source.kind) {
      case 'events':
        return this.some([source.where, source.value, source.weight], source.types);
      case 'parts':
        return source.parts.some(({ indicator }) => !this.known.has(`indicator ${indicator}`));
      case 'given':
        return (this.draft.world.givers.get(owner) ?? []).some((name) => {
          const rule = this.draft.rules.get(name)?.model;
          return (
            rule?.effect.kind !== 'give' || rule.on.kind !== 'events' || this.some([rule.effect.points], rule.on.types)
          );
        });
      case 'each': {
        const { value, domain } = source;
        if ('kind' in value ? this.measure(value, owner) : this.some([value], [])) return true;
        return this.some([source.where, source.weight], []) || this.domain(domain);
      }
    }
  }

  /** A range of which it cannot be seen here how long it is may be too long. */
  domain(domain: DomainModel): boolean {
    if (domain.kind === 'events') return this.some([domain.where], [domain.type]);
    return domain.kind === 'range' && !(isWritten(domain.from) && isWritten(domain.to));
  }

  some(formulas: readonly (Formula | undefined)[], types: readonly string[]): boolean {
    return formulas.some((formula) => formula !== undefined && this.may(formula.expr, types, false));
  }

  /** `it`: whether the value that `it` stands for may be unknown. */
  may(expr: Expr, types: readonly string[], it: boolean): boolean {
    const any = (parts: readonly Expr[]): boolean => parts.some((part) => this.may(part, types, it));
    const beside = (part: Expr, guard: Expr, wanted: boolean): boolean =>
      this.under(knownWhere(guard, wanted), () => this.may(part, types, it));
    if (this.guarded.size > 0 && this.guarded.has(exprText(expr))) return false;
    switch (expr.kind) {
      case 'literal':
      case 'key':
        return false;
      case 'unknown':
      case 'standing':
        return true;
      case 'outer':
        return !this.draft.world.keys.has(expr.name);
      case 'context':
        return expr.name === 'it' && it;
      case 'field':
        return this.field(expr.name, types);
      case 'indicator':
        return (
          !this.known.has(`indicator ${expr.name}`) || any(expr.args) || any(expr.passes) || this.keysOf(expr, types)
        );
      case 'table':
        return this.draft.world.tables.get(expr.name)?.otherwise === undefined || any(expr.args);
      case 'call':
        return this.call(expr, any);
      case 'unary':
        return any([expr.of]);
      case 'binary':
        // One side alone settles `&&` where it is false, and `||` where it is true.
        if (expr.op === '&&' || expr.op === '||') {
          const wanted = expr.op === '&&';
          return beside(expr.left, expr.right, wanted) || beside(expr.right, expr.left, wanted);
        }
        return mayFail(expr) || any([expr.left, expr.right]);
      case 'if':
        return any([expr.when]) || beside(expr.then, expr.when, true) || beside(expr.else, expr.when, false);
      case 'in':
        return (
          any('field' in expr.list ? [expr.of] : [expr.of, ...expr.list]) ||
          ('field' in expr.list && this.field(expr.list.field, types))
        );
    }
  }

  /** Judges where more is known. */
  private under(more: readonly string[], judge: () => boolean): boolean {
    const { guarded } = this;
    this.guarded = new Set([...guarded, ...more]);
    const may = judge();
    this.guarded = guarded;
    return may;
  }

  /** Whether an expression surely yields one of these texts, where there are any: what a choice lacks is unknown. */
  among(expr: Expr, choices: readonly string[], types: readonly string[]): boolean {
    if (choices.length === 0) return true;
    const all = (...parts: readonly Expr[]): boolean => parts.every((part) => this.among(part, choices, types));
    const listed = (texts: readonly unknown[]): boolean =>
      texts.length > 0 && texts.every((text) => typeof text === 'string' && choices.includes(text));
    switch (expr.kind) {
      case 'literal':
        return listed([expr.value]);
      case 'if':
        return all(expr.then, expr.else);
      case 'call':
        return expr.name === 'coalesce' && all(...expr.args);
      case 'table': {
        const table = this.draft.world.tables.get(expr.name);
        return listed([...(table?.rows ?? []).map(({ value }) => value), table?.otherwise]);
      }
      case 'field':
        return types.every((type) => listed(this.draft.events.get(type)?.fields.get(expr.name)?.choices ?? []));
      default:
        return false;
    }
  }

  call(expr: Expr & { readonly kind: 'call' }, any: (parts: readonly Expr[]) => boolean): boolean {
    if (expr.name === 'known') return false;
    if (expr.name === 'coalesce') return expr.args.every((arg) => any([arg]));
    return PARTIAL.has(expr.name) || any(expr.args);
  }

  field(name: string, types: readonly string[]): boolean {
    return types.some((type) => {
      const field = this.draft.events.get(type)?.fields.get(name);
      if (field === undefined) return true;
      return field.is === undefined ? field.optional : !this.known.has(`field ${type} ${name}`);
    });
  }

  /** A key that the event leaves open leaves open what it binds. */
  keysOf(expr: Expr & { readonly kind: 'indicator' }, types: readonly string[]): boolean {
    const per = this.draft.world.indicators.get(expr.name)?.per ?? [];
    const open = per.slice(0, per.length - expr.args.length);
    return open.some((key) =>
      types.some((type) => this.draft.events.get(type)?.fields.has(key) === true && this.field(key, [type])),
    );
  }
}

/** What is surely known wherever a condition comes out as wanted, or unknown. */
function knownWhere(expr: Expr, wanted: boolean): readonly string[] {
  if (expr.kind === 'unary' && expr.op === '!') return knownWhere(expr.of, !wanted);
  if (expr.kind === 'binary' && expr.op === (wanted ? '&&' : '||'))
    return [...knownWhere(expr.left, wanted), ...knownWhere(expr.right, wanted)];
  return wanted && expr.kind === 'call' && expr.name === 'known' ? expr.args.map(exprText) : [];
}

/** Functions that may be unknown where their arguments are known. */
const PARTIAL: ReadonlySet<string> = new Set(['sqrt', 'ln', 'pow', 'addWorkdays', 'workdays', 'isWorkday']);

/** Division by what may be zero, and a text that may become too long. */
function mayFail({ op, type, right }: Expr & { readonly kind: 'binary' }): boolean {
  return op === '/' || op === '%' ? !isDivisor(right) : op === '+' && type === 'text';
}

function isDivisor(expr: Expr): boolean {
  return expr.kind === 'literal' && expr.value !== 0;
}

function isWritten({ expr }: Formula): boolean {
  return expr.kind === 'literal' && typeof expr.value === 'number' && Math.abs(expr.value) < LONGEST_RANGE / 2;
}
