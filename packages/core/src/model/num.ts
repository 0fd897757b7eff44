export { add, denominator, div, type Frac, gcd, lcm, mul, type Num, neg, num, numerator, sub } from './num-exact.js';
export { abs, cmp, eq, lt, lte, max, min, sign } from './num-order.js';
export { exp, ln, pow, sqrt } from './num-power.js';
export { ceil, floor, type RoundMode, round } from './num-round.js';
export { fromDouble, numToDouble, parseNum, parsePrinted, printNum } from './num-text.js';
