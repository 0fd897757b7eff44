import { Fraction, ONE, ZERO } from './fraction.js';
import type { Member } from './world.js';

/**
 * Of the members that can be dropped, so many whose going leaves the greatest mean: with q that mean, those of least
 * weight × (value − q). Unknown where a weight is negative, or where no choice leaves a mean.
 */
export function optimal(
  members: readonly Member[],
  free: readonly Member[],
  count: number,
): readonly Member[] | undefined {
  if (members.some((member) => weightOf(member).top < 0n)) return undefined;
  const n = Math.min(count, free.length);
  const q = choices(free.length, n) <= BUDGET ? greatestMean(members, free, n) : risingMean(members, free, n);
  return q && leastWorth(free, n, q);
}

const BUDGET = 2000;

/** How many ways there are to choose so many. */
function choices(of: number, n: number): number {
  let ways = 1;
  for (let at = 1; at <= n; at += 1) ways = (ways * (of - n + at)) / at;
  return ways;
}

/** Every choice, one by one. */
function greatestMean(members: readonly Member[], free: readonly Member[], n: number): Fraction | undefined {
  let best: Fraction | undefined;
  for (const gone of subsets(free, n)) {
    const mean = meanWithout(members, gone);
    if (mean !== undefined && (best === undefined || best.compare(mean) < 0)) best = mean;
  }
  return best;
}

function* subsets(members: readonly Member[], n: number): Generator<readonly Member[]> {
  const [first, ...rest] = members;
  if (n === 0) yield [];
  else if (first !== undefined) {
    for (const others of subsets(rest, n - 1)) yield [first, ...others];
    yield* subsets(rest, n);
  }
}

/** Of more choices than one can look at: a better one for the mean that the last one left, until there is none. */
function risingMean(members: readonly Member[], free: readonly Member[], n: number): Fraction | undefined {
  const lightest = [...free].sort((a, b) => weightOf(a).compare(weightOf(b))).slice(0, n);
  let mean = meanWithout(members, lightest);
  for (;;) {
    const next = mean && meanWithout(members, leastWorth(free, n, mean));
    if (mean === undefined || next === undefined || next.compare(mean) <= 0) return mean;
    mean = next;
  }
}

/** The least weight × (value − q); of equals the one of less weight, then the later one. */
function leastWorth(free: readonly Member[], n: number, q: Fraction): readonly Member[] {
  const worth = (member: Member) => numberOf(member).minus(q).times(weightOf(member));
  return [...free]
    .reverse()
    .sort((a, b) => worth(a).compare(worth(b)) || weightOf(a).compare(weightOf(b)))
    .slice(0, n);
}

function meanWithout(members: readonly Member[], gone: readonly Member[]): Fraction | undefined {
  const left = members.filter((member) => !gone.includes(member));
  const total = (of: (member: Member) => Fraction) => left.map(of).reduce((sum, each) => sum.plus(each), ZERO);
  return total((member) => numberOf(member).times(weightOf(member))).over(total(weightOf));
}

function numberOf({ value }: Member): Fraction {
  if (value instanceof Fraction) return value;
  throw new TypeError('a mean is taken of numbers');
}

function weightOf({ weight }: Member): Fraction {
  return weight instanceof Fraction ? weight : ONE;
}
