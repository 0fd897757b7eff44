import type { Expr } from '../model/expr.js';
import { denominator, neg, numerator } from '../model/num.js';
import {
  type DomainPlan,
  type Eval,
  type GivePlan,
  type JoinPlan,
  type MeasurePlan,
  type PickPlan,
  POINT_DIGITS,
  type RulePlan,
  type SourcePlan,
} from '../model/plan.js';
import type { DomainModel, MeasureModel, PickModel, SourceModel } from '../model/rubric.js';
import { type CompileContext, keyOf } from './context.js';
import { compileExpression } from './expression.js';
import { compileOptional } from './rule.js';

/** A rule that gives points, with the context of the edition it was compiled in. */
export interface Giver {
  readonly rule: RulePlan;
  readonly context: CompileContext;
}

/** `bound`: the keys in scope where the measure stands; `givers`: the rules of every edition that give to its indicator. */
export function compileMeasure(
  measure: MeasureModel,
  bound: readonly number[],
  givers: readonly Giver[],
  context: CompileContext,
): MeasurePlan {
  const { window, keep, drop } = measure.take;
  return {
    kind: 'measure',
    model: measure,
    of: compileSource(measure.of, bound, givers, context),
    window: window && {
      by:
        window.by === undefined ? (frame) => frame.reader.effective(frame.ord) : compileExpression(window.by, context),
      from: compileOptional(window.from, context),
      until: compileOptional(window.until, context),
      after: compilePick(window.after, context),
      before: compilePick(window.before, context),
    },
    keep: keep && { which: keep.which, n: compileExpression(keep.n.expr, context) },
    drop: drop && {
      best: compileOptional(drop.best, context),
      worst: compileOptional(drop.worst, context),
      where: compileOptional(drop.where, context),
      optimal: drop.optimal,
    },
    need: compileOptional(measure.need, context),
    decay: decayIn(measure, context),
    plainSum: measure.reduce === 'sum' && !window && !keep && !drop && measure.need === undefined,
  };
}

function compilePick(pick: PickModel | undefined, context: CompileContext): PickPlan | undefined {
  if (pick === undefined) return undefined;
  return { indicator: pick.name, passes: pick.passes.map((pass) => compileExpression(pass, context)) };
}

function decayIn({ reduce }: MeasureModel, context: CompileContext): Eval | undefined {
  return typeof reduce === 'object' && reduce.kind === 'decay'
    ? compileExpression(reduce.weight.expr, context)
    : undefined;
}

/** The join of a type with a binding: on the keys that both have. */
export function joinOf(type: string, bound: readonly number[], context: CompileContext): JoinPlan {
  const model = context.edition.events.get(type);
  const carried = new Set<number>();
  for (const field of model?.fields.values() ?? []) if (field.kind === 'key') carried.add(keyOf(context, field.name));
  return { type, keys: [...new Set(bound)].filter((key) => carried.has(key)).sort((a, b) => a - b) };
}

function compileSource(
  source: SourceModel,
  bound: readonly number[],
  givers: readonly Giver[],
  context: CompileContext,
): SourcePlan {
  switch (source.kind) {
    case 'events':
      return {
        kind: 'events',
        joins: source.types.map((type) => joinOf(type, bound, context)),
        where: compileOptional(source.where, context),
        value: compileOptional(source.value, context),
        weight: compileOptional(source.weight, context),
      };
    case 'given':
      return { kind: 'given', gives: givers.map((giver) => compileGive(giver, bound)) };
    case 'each': {
      const key = keyOf(context, source.key);
      const inner = [...bound, key];
      return {
        kind: 'each',
        key,
        domain: compileDomain(source.domain, key, bound, context),
        where: compileOptional(source.where, context),
        value:
          'kind' in source.value
            ? compileMeasure(source.value, inner, givers, context)
            : compileExpression(source.value.expr, context),
        weight: compileOptional(source.weight, context),
      };
    }
    case 'parts':
      return {
        kind: 'parts',
        parts: source.parts.map(({ indicator, weight }) => ({ name: indicator, weight, read: readOf(indicator) })),
      };
  }
}

function readOf(indicator: string): Eval {
  return (frame) => frame.reader.indicator(frame, indicator, [], []);
}

function compileDomain(
  domain: DomainModel,
  key: number,
  bound: readonly number[],
  context: CompileContext,
): DomainPlan {
  switch (domain.kind) {
    case 'sources':
      return {
        kind: 'events',
        joins: domain.types.map((type) => joinOf(type, without(bound, key), context)),
        where: undefined,
        list: undefined,
      };
    case 'events':
      return {
        kind: 'events',
        joins: [joinOf(domain.type, without(bound, key), context)],
        where: compileOptional(domain.where, context),
        list: domain.list,
      };
    case 'range':
      return {
        kind: 'range',
        from: compileExpression(domain.from.expr, context),
        to: compileExpression(domain.to.expr, context),
      };
    case 'values':
      return { kind: 'values', values: domain.values };
    case 'cohort':
      return { kind: 'cohort', cohort: domain.cohort };
  }
}

function without(keys: readonly number[], key: number): readonly number[] {
  return keys.filter((other) => other !== key);
}

function compileGive({ rule, context }: Giver, bound: readonly number[]): GivePlan {
  const { on, effect } = rule.model;
  if (effect.kind !== 'give' || on.kind !== 'events') throw new Error('only a rule on events gives points');
  const { expr } = effect.points;
  return {
    rule,
    joins: on.types.map((type) => joinOf(type, bound, context)),
    points: compileExpression(expr, context),
    constant: constantOf(effect.points.expr),
  };
}

const SCALE = 10n ** BigInt(POINT_DIGITS);

/** A literal decimal of at most six decimals as an integer of 10^-6, so that sums need no fraction. */
function constantOf(expr: Expr): GivePlan['constant'] {
  const negative = expr.kind === 'unary' && expr.op === '-';
  const literal = negative ? expr.of : expr;
  if (literal.kind !== 'literal' || literal.type !== 'number') return undefined;
  if (typeof literal.value === 'string' || typeof literal.value === 'boolean') return undefined;
  const value = negative ? neg(literal.value) : literal.value;
  const scaled = numerator(value) * SCALE;
  const d = denominator(value);
  if (scaled % d !== 0n || scaled / d > LARGEST || scaled / d < -LARGEST) return undefined;
  return { scaled: Number(scaled / d), value };
}

// Millions of such points add up without leaving the safe integers.
const LARGEST = 2n ** 31n;
