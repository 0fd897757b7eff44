import { denominator, lcm, type Num, num, numerator } from '../model/num.js';

/**
 * The recurrence a₁ = v₁, aₙ = w·vₙ + (1 − w)·aₙ₋₁, exactly; undefined where there is no value. With all values over
 * one denominator and w = p/q, the numerators grow by one factor q a step and the fraction is reduced once, at the end:
 * reducing it at each step costs the square of that.
 */
export function decayOf(values: readonly Num[], weight: Num): Num | undefined {
  const [first, ...rest] = values;
  if (first === undefined) return undefined;
  const common = values.map(denominator).reduce(lcm, 1n);
  const over = (value: Num): bigint => numerator(value) * (common / denominator(value));
  const q = denominator(weight);
  const p = numerator(weight);
  let scale = 1n;
  let sum = over(first);
  for (const value of rest) {
    sum = p * over(value) * scale + (q - p) * sum;
    scale *= q;
  }
  return num(sum, common * scale);
}
