import { evaluateNumber } from './evaluate-formula.js';
import { Fraction, ONE, ZERO } from './fraction.js';
import type { MeasureModel } from './model.js';
import { powerMean } from './power-mean.js';
import { compare, isList, type Scalar, type Value } from './values.js';
import type { Frame, Member } from './world.js';

/** One value of members of known value, in member order. */
export async function reduced(
  reduce: MeasureModel['reduce'],
  members: readonly Member[],
  frame: Frame,
): Promise<Value> {
  const values = members.flatMap(({ value }) => (value === undefined || isList(value) ? [] : [value]));
  if (typeof reduce === 'object' && reduce.kind === 'mean')
    return powerMean(numbers(values), weightsOf(members), Fraction.fromModel(reduce.power));
  if (typeof reduce === 'object') return decay(numbers(values), await evaluateNumber(reduce.weight, frame));
  switch (reduce) {
    case 'sum':
      return sum(weighted(members));
    case 'count':
      return Fraction.whole(members.length);
    case 'mean':
      return mean(members);
    case 'median':
      return median(numbers(values));
    case 'min':
      return [...values].sort(compare)[0];
    case 'max':
      return [...values].sort(compare).at(-1);
    case 'latest':
      return values.at(-1);
    case 'first':
      return values[0];
  }
}

/** Each value moves the mean of those before it by its weight. */
function decay([first, ...rest]: readonly Fraction[], weight: Fraction | undefined): Value {
  if (first === undefined || weight === undefined) return undefined;
  return rest.reduce((before, value) => weight.times(value).plus(ONE.minus(weight).times(before)), first);
}

function mean(members: readonly Member[]): Value {
  return sum(weighted(members)).over(sum(weightsOf(members)));
}

function weighted(members: readonly Member[]): readonly Fraction[] {
  const weights = weightsOf(members);
  const values = numbers(members.flatMap(({ value }) => (value === undefined || isList(value) ? [] : [value])));
  return values.map((value, at) => value.times(weights[at] ?? ONE));
}

function weightsOf(members: readonly Member[]): readonly Fraction[] {
  return numbers(members.map(({ weight }) => (weight === undefined || isList(weight) ? ONE : weight)));
}

function median(values: readonly Fraction[]): Value {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low && high && low.plus(high).over(Fraction.whole(2));
}

function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.plus(value), ZERO);
}

function numbers(values: readonly Scalar[]): Fraction[] {
  return values.map((value) => {
    if (!(value instanceof Fraction)) throw new TypeError(`${String(value)} is no number`);
    return value;
  });
}
