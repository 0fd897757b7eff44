import {
  add,
  cmp,
  denominator,
  div,
  eq,
  exp,
  gcd,
  lcm,
  ln,
  mul,
  type Num,
  num,
  numerator,
  pow,
  sign,
} from '../model/num.js';

interface Weighed {
  readonly value: Num;
  readonly weight: Num;
}

/** The mean of this power (SPEC §4): 0 is the geometric one, −1 the harmonic. Undefined where a value or weight is negative. */
export function powerMean(members: readonly Weighed[], power: Num): Num | undefined {
  if (members.some(({ value, weight }) => sign(value) < 0 || sign(weight) < 0)) return undefined;
  const counting = members.filter(({ weight }) => sign(weight) > 0);
  const [first] = counting;
  if (first === undefined) return undefined;
  if (sign(power) <= 0 && counting.some(({ value }) => sign(value) === 0)) return 0;
  if (counting.every(({ value }) => eq(value, first.value))) return first.value;
  if (sign(power) === 0) return geometric(counting);
  const mean = weightedMean(counting, (value) => pow(value, power));
  const root = div(1, power);
  return mean === undefined || root === undefined ? undefined : pow(mean, root);
}

function weightedMean(members: readonly Weighed[], of: (value: Num) => Num | undefined): Num | undefined {
  let sum: Num = 0;
  for (const { value, weight } of members) {
    const one = of(value);
    if (one === undefined) return undefined;
    sum = add(sum, mul(weight, one));
  }
  return div(sum, totalOf(members));
}

function totalOf(members: readonly Weighed[]): Num {
  return members.map(({ weight }) => weight).reduce(add, 0);
}

const MOST_FACTORS = 1000;

/** A root of a product, so that it is exact where it can be; by logarithms where the product would be of unreasonable size. */
function geometric(members: readonly Weighed[]): Num | undefined {
  const weights = inLeastTerms(members.map(({ weight }) => weight));
  const factors = weights.reduce(add, 0);
  const powers = members.map(({ value }, index) => pow(value, weights[index] ?? 0));
  if (cmp(factors, MOST_FACTORS) <= 0 && powers.every((each) => each !== undefined))
    return pow(powers.reduce<Num>(mul, 1), div(1, factors) ?? 1);
  const mean = weightedMean(members, ln);
  return mean === undefined ? undefined : exp(mean);
}

/** The least whole numbers in proportion to these, which are above zero. */
function inLeastTerms(weights: readonly Num[]): readonly Num[] {
  const common = weights.map(denominator).reduce(lcm, 1n);
  const whole = weights.map((weight) => numerator(weight) * (common / denominator(weight)));
  const shared = whole.reduce(gcd, 0n);
  return whole.map((each) => num(each, shared));
}
