import { Fraction, ONE, ZERO } from './fraction.js';
import { exponential, naturalLogarithm, power } from './powers.js';

type Maybe = Fraction | undefined;

/** The mean of the power p of values with weights: harmonic for −1, geometric for 0, quadratic for 2. */
export function powerMean(values: readonly Fraction[], weights: readonly Fraction[], p: Fraction): Maybe {
  if ([...values, ...weights].some((each) => each.top < 0n)) return undefined;
  const pairs = values.flatMap((value, at) => {
    const weight = weights[at] ?? ONE;
    return weight.top === 0n ? [] : [{ value, weight }];
  });
  const [first] = pairs;
  if (p.top <= 0n && pairs.some(({ value }) => value.top === 0n)) return ZERO;
  if (first === undefined || pairs.every(({ value }) => value.compare(first.value) === 0)) return first?.value;
  if (p.top === 0n) return geometricMean(pairs);
  const mean = weightedMean(pairs, (value) => power(value, p));
  const inverse = ONE.over(p);
  return mean && inverse && power(mean, inverse);
}

type Pairs = readonly { readonly value: Fraction; readonly weight: Fraction }[];

/** Σw·f(v) / Σw. */
function weightedMean(pairs: Pairs, of: (value: Fraction) => Maybe): Maybe {
  const products = pairs.map(({ value, weight }) => of(value)?.times(weight));
  return sum(products)?.over(sum(pairs.map(({ weight }) => weight)) ?? ONE);
}

function sum(terms: readonly Maybe[]): Maybe {
  return terms.reduce((total, term) => total && term?.plus(total), ZERO);
}

/** The root of the product of powers by the least whole numbers in proportion to the weights. */
function geometricMean(pairs: Pairs): Maybe {
  const [one, ...others] = pairs.map(({ weight }) => weight);
  const unit = others.reduce(greatestMeasure, one ?? ONE);
  const whole = pairs.map(({ value, weight }) => ({ value, times: weight.over(unit) ?? ONE }));
  const count = sum(whole.map(({ times }) => times)) ?? ONE;
  const powers = whole.map(({ value, times }) => power(value, times));
  const product = powers.reduce<Maybe>((total, each) => total && each?.times(total), ONE);
  if (product !== undefined && count.compare(Fraction.whole(1000)) <= 0) return power(product, ONE.over(count) ?? ONE);
  const mean = weightedMean(pairs, naturalLogarithm);
  return mean && exponential(mean);
}

/** The greatest fraction of which both are whole multiples. */
function greatestMeasure(a: Fraction, b: Fraction): Fraction {
  let [x, y] = [a, b];
  while (y.top !== 0n) {
    const times = x.over(y)?.floor() ?? ZERO;
    [x, y] = [y, x.minus(y.times(times))];
  }
  return x;
}
