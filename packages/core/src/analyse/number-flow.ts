import type { Expr } from '../model/expr.js';
import { denominator } from '../model/num.js';
import type { EditionModel, IndicatorModel, MapStep, MeasureModel, RuleModel, SourceModel } from '../model/rubric.js';

/** What goes into a number exactly as it is, by `flowNode`. */
export interface Flow {
  readonly from: ReadonlySet<string>;
  /** Of these, those that are multiplied or divided, so that each time takes more digits. */
  readonly scaled: ReadonlySet<string>;
  /** Whether a term is divided by something that is another each time. */
  readonly divides: boolean;
}

const NOTHING: Flow = { from: new Set(), scaled: new Set(), divides: false };

export const flowNode = {
  field: (type: string, field: string): string => `field ${type} ${field}`,
  indicator: (name: string): string => `indicator ${name}`,
};

/** Follows numbers through formulas as far as nothing rounds them. */
export class NumberFlow {
  readonly #known = new Map<string, Flow>();

  constructor(readonly edition: EditionModel) {}

  of(node: string): Flow {
    const known = this.#known.get(node) ?? this.#make(node);
    this.#known.set(node, known);
    return known;
  }

  #make(node: string): Flow {
    const [kind, first = '', second = ''] = node.split(' ');
    if (kind === 'field') return this.#field(first, second);
    const indicator = this.edition.indicators.get(first);
    return indicator === undefined || indicator.type !== 'number' ? NOTHING : this.#indicator(indicator);
  }

  #field(type: string, name: string): Flow {
    const is = this.edition.events.get(type)?.fields.get(name)?.is;
    if (is !== undefined) return this.#expr(is.expr, [type], NOTHING);
    const issuing = [...this.edition.rules.values()].flatMap(({ on, effect }): readonly Flow[] => {
      const formula = effect.kind === 'issue' && effect.type === type ? effect.fields.get(name) : undefined;
      return formula === undefined ? [] : [this.#expr(formula.expr, typesOn(on), NOTHING)];
    });
    return together(issuing);
  }

  #indicator({ name, body, map }: IndicatorModel): Flow {
    const made = body.kind === 'formula' ? this.#expr(body.is.expr, [], NOTHING) : this.#measure(body, name);
    return map.reduce((it: Flow, step) => this.#step(step, it), made);
  }

  #step(step: MapStep, it: Flow): Flow {
    if (step.kind === 'formula') return this.#expr(step.is.expr, [], it);
    return step.kind === 'linear' ? { ...it, scaled: it.from } : NOTHING;
  }

  #measure({ of, reduce }: MeasureModel, owner: string): Flow {
    const members = this.#source(of, owner);
    if (typeof reduce === 'object') return reduce.kind === 'decay' ? { ...members, scaled: members.from } : NOTHING;
    switch (reduce) {
      case 'count':
        return NOTHING;
      case 'mean':
        return { ...members, scaled: members.from, divides: true };
      case 'median':
        return { ...members, scaled: members.from };
      case 'sum':
      case 'min':
      case 'max':
      case 'latest':
      case 'first':
        return members;
    }
  }

  #source(of: SourceModel, owner: string): Flow {
    switch (of.kind) {
      case 'events':
        return of.value === undefined ? NOTHING : this.#expr(of.value.expr, of.types, NOTHING);
      case 'each':
        return 'kind' in of.value ? this.#measure(of.value, owner) : this.#expr(of.value.expr, [], NOTHING);
      case 'parts':
        return fromAll(of.parts.map(({ indicator }) => flowNode.indicator(indicator)));
      case 'given':
        return together(
          [...this.edition.rules.values()].flatMap(({ on, effect }) =>
            effect.kind === 'give' && effect.to === owner ? [this.#expr(effect.points.expr, typesOn(on), NOTHING)] : [],
          ),
        );
    }
  }

  #expr(expr: Expr, types: readonly string[], it: Flow): Flow {
    const all = (parts: readonly Expr[]): Flow => together(parts.map((part) => this.#expr(part, types, it)));
    if (expr.type !== 'number') return NOTHING;
    switch (expr.kind) {
      case 'field':
        return fromAll(types.map((type) => flowNode.field(type, expr.name)));
      case 'indicator':
        return fromAll([flowNode.indicator(expr.name)]);
      case 'context':
        return expr.name === 'it' ? it : NOTHING;
      case 'unary':
        return all([expr.of]);
      case 'if':
        return all([expr.then, expr.else]);
      case 'call':
        return this.#call(expr, all);
      case 'binary':
        return this.#binary(expr, all);
      case 'literal':
      case 'unknown':
      case 'key':
      case 'outer':
      case 'standing':
      case 'table':
        return NOTHING;
    }
  }

  /** Roots, logarithms and the like are rounded at the working digits; a whole power is exact. */
  #call({ name, args }: Extract<Expr, { kind: 'call' }>, all: (parts: readonly Expr[]) => Flow): Flow {
    if (PASSING.has(name)) return all(args);
    if (name !== 'pow') return NOTHING;
    const base = all(args.slice(0, 1));
    return { ...base, scaled: base.from };
  }

  #binary({ op, left, right }: Extract<Expr, { kind: 'binary' }>, all: (parts: readonly Expr[]) => Flow): Flow {
    const [a, b] = [all([left]), all([right])];
    const both = together([a, b]);
    if (op === '*') {
      const scaled = [...(isWhole(right) ? [] : a.from), ...(isWhole(left) ? [] : b.from)];
      return { ...both, scaled: new Set([...both.scaled, ...scaled]) };
    }
    if (op !== '/') return both;
    return { ...both, scaled: both.from, divides: both.divides || right.kind !== 'literal' };
  }
}

const PASSING: ReadonlySet<string> = new Set(['min', 'max', 'abs', 'clamp', 'coalesce']);
const WHOLE: ReadonlySet<string> = new Set([
  'floor',
  'ceil',
  'days',
  'workdays',
  'year',
  'month',
  'day',
  'quarter',
  'weekday',
]);

/** What surely has no decimals, so that a product with it needs none more. */
function isWhole(expr: Expr): boolean {
  if (expr.kind === 'unary') return isWhole(expr.of);
  if (expr.kind === 'if') return isWhole(expr.then) && isWhole(expr.else);
  if (expr.kind === 'call') return WHOLE.has(expr.name) || (expr.name === 'round' && expr.args.length === 1);
  if (expr.kind !== 'literal' || typeof expr.value === 'string' || typeof expr.value === 'boolean') return false;
  return denominator(expr.value) === 1n;
}

function typesOn(on: RuleModel['on']): readonly string[] {
  return on.kind === 'events' ? on.types : [];
}

function fromAll(nodes: readonly string[]): Flow {
  return { ...NOTHING, from: new Set(nodes) };
}

function together(flows: readonly Flow[]): Flow {
  return {
    from: new Set(flows.flatMap(({ from }) => [...from])),
    scaled: new Set(flows.flatMap(({ scaled }) => [...scaled])),
    divides: flows.some(({ divides }) => divides),
  };
}
