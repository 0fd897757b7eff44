import { mul, type Num } from '../model/num.js';
import type {
  BodyModel,
  IndicatorModel,
  MapStep,
  MeasureModel,
  Reduce,
  RuleModel,
  SourceModel,
} from '../model/rubric.js';
import { conditionExpr } from './condition-expr.js';
import type { Span } from './number-set.js';
import { callRange } from './range-call.js';
import { NOWHERE, type RangeReader, type Scope } from './range-scope.js';
import {
  ANY,
  between,
  greater,
  hull,
  isNeverNegative,
  isNeverPositive,
  lesser,
  NOT_NEGATIVE,
  product,
  sum,
} from './span.js';

/** Between which numbers an indicator lies where it is known. */
export function indicatorRange(model: IndicatorModel, ranges: RangeReader): Span {
  const mapped = rangeBefore(model, model.map.length, ranges);
  const { otherwise } = model;
  const whole = otherwise === undefined ? mapped : (hull([mapped, ranges.of(otherwise.expr, NOWHERE)]) ?? ANY);
  return ranges.rules.reduce((range, rule) => limited(range, model.name, rule, ranges), whole);
}

/** Where the value lies that a step of the map takes. */
export function rangeBefore(model: IndicatorModel, index: number, ranges: RangeReader): Span {
  return model.map.slice(0, index).reduce((it, step) => stepRange(step, it, ranges), bodyRange(model, ranges));
}

function bodyRange({ name, body }: { readonly name: string; readonly body: BodyModel }, ranges: RangeReader): Span {
  return body.kind === 'formula' ? ranges.of(body.is.expr, NOWHERE) : measureRange(name, body, ranges, NOWHERE);
}

/** A limit holds at times, so that it only widens. */
function limited(range: Span, name: string, { effect, on, when }: RuleModel, ranges: RangeReader): Span {
  if (effect.kind !== 'limit' || effect.indicator !== name) return range;
  const scope = ranges.where({ ...NOWHERE, types: on.kind === 'events' ? on.types : [] }, conditionExpr(when));
  const { max, min } = effect;
  const cut = max === undefined ? range : lesser(range, ranges.of(max.expr, scope));
  const raised = min === undefined ? range : greater(range, ranges.of(min.expr, scope));
  return hull([range, cut, raised]) ?? ANY;
}

function measureRange(name: string, measure: MeasureModel, ranges: RangeReader, scope: Scope): Span {
  const { of, reduce, missing } = measure;
  const own = sourceRange(name, of, ranges, scope);
  const value = missing === 'zero' ? (hull([own, between(0, 0)]) ?? ANY) : own;
  if (reduce === 'mean' && !isNeverNegative(weightRange(of, ranges, scope))) return ANY;
  return reduce === 'sum' ? sumRange(measure, value, ranges, scope) : reducedRange(reduce, value);
}

function sumRange({ of, take, missing }: MeasureModel, value: Span, ranges: RangeReader, scope: Scope): Span {
  if (of.kind === 'parts' && missing === 'unknown' && take.keep === undefined && take.drop === undefined) {
    return of.parts
      .map(({ indicator, weight = 1 }) => product(ranges.indicator(indicator), between(weight, weight)))
      .reduce(sum);
  }
  const kept = take.keep?.n.expr;
  const few = kept?.kind === 'literal' && typeof kept.value === 'number' && kept.value >= 0 ? kept.value : undefined;
  return summed(product(value, weightRange(of, ranges, scope)), few ?? mostMembers(of));
}

function mostMembers(of: SourceModel): number | undefined {
  if (of.kind === 'parts') return of.parts.length;
  return of.kind === 'each' && of.domain.kind === 'values' ? of.domain.values.length : undefined;
}

/** Between which numbers a member lies, multiplied by its weight. */
export function memberRange(name: string, of: SourceModel, ranges: RangeReader, scope: Scope): Span {
  return product(sourceRange(name, of, ranges, scope), weightRange(of, ranges, scope));
}

/** Between which numbers the weight of a member lies; 1 where it has none. */
export function weightRange(of: SourceModel, ranges: RangeReader, scope: Scope): Span {
  switch (of.kind) {
    case 'events':
    case 'each': {
      const types = of.kind === 'events' ? of.types : [];
      const members = ranges.where({ ...scope, types }, of.where?.expr);
      return of.weight === undefined ? ONE : ranges.of(of.weight.expr, members);
    }
    case 'parts':
      return hull(of.parts.map(({ weight = 1 }) => between(weight, weight))) ?? ONE;
    case 'given':
      return ONE;
  }
}

const ONE: Span = between(1, 1);

/** The sum of so many, or of any number, of them. */
function summed(value: Span, count: Num | undefined): Span {
  const low = isNeverNegative(value)
    ? 0
    : count === undefined || value.low === undefined
      ? undefined
      : mul(value.low, count);
  const high = isNeverPositive(value)
    ? 0
    : count === undefined || value.high === undefined
      ? undefined
      : mul(value.high, count);
  return between(low, high);
}

function reducedRange(reduce: Exclude<Reduce, 'sum'>, value: Span): Span {
  // A decay of weight above one or below zero leaves the stretch of its values.
  if (typeof reduce !== 'string') return ANY;
  switch (reduce) {
    case 'count':
      return NOT_NEGATIVE;
    case 'mean':
    case 'median':
    case 'min':
    case 'max':
    case 'latest':
    case 'first':
      return value;
  }
}

function sourceRange(name: string, of: SourceModel, ranges: RangeReader, scope: Scope): Span {
  switch (of.kind) {
    case 'events': {
      const members = ranges.where({ ...scope, types: of.types }, of.where?.expr);
      return of.value === undefined ? ANY : ranges.of(of.value.expr, members);
    }
    case 'given':
      return hull(ranges.rules.flatMap((rule) => pointsRange(name, rule, ranges))) ?? between(0, 0);
    case 'each': {
      const members = ranges.where(scope, of.where?.expr);
      return 'kind' in of.value ? measureRange(name, of.value, ranges, members) : ranges.of(of.value.expr, members);
    }
    case 'parts':
      return hull(of.parts.map(({ indicator }) => ranges.indicator(indicator))) ?? ANY;
  }
}

function pointsRange(name: string, { effect, on, when }: RuleModel, ranges: RangeReader): readonly Span[] {
  if (effect.kind !== 'give' || effect.to !== name) return [];
  const scope = { ...NOWHERE, types: on.kind === 'events' ? on.types : [] };
  return [ranges.of(effect.points.expr, ranges.where(scope, conditionExpr(when)))];
}

function stepRange(step: MapStep, it: Span, ranges: RangeReader): Span {
  switch (step.kind) {
    case 'formula':
      return ranges.of(step.is.expr, { ...NOWHERE, it });
    case 'round':
      return callRange('round', [it, between(step.digits, step.digits)]);
    case 'steps': {
      const values = [...step.steps.map(({ value }) => value), step.below];
      return hull(values.flatMap((value) => (value === undefined ? [] : [between(value, value)]))) ?? ANY;
    }
    case 'linear':
      return hull(step.points.map(({ y }) => between(y, y))) ?? ANY;
    case 'rank':
      return between(1, undefined);
  }
}
