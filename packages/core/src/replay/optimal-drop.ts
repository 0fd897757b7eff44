import { add, cmp, div, lt, mul, type Num, sign, sub } from '../model/num.js';
import type { Member } from './member.js';

/**
 * Of the members that are free to go, the `n` whose going leaves the greatest mean; undefined where no choice leaves a
 * mean, or a weight is negative. By Dinkelbach's iteration (Management Science 13, 1967) on exact numbers: take the mean
 * q that one choice leaves, drop those of least weight × (value − q), and begin anew with the mean that leaves. It rises
 * until it is the greatest.
 */
export function leastForMean(
  members: readonly Member[],
  free: readonly Member[],
  n: number,
): readonly Member[] | undefined {
  if (members.some((member) => sign(weightOf(member)) < 0)) return undefined;
  let gone = lowest(free, n, weightOf);
  let mean = meanWithout(members, gone);
  for (;;) {
    const least = mean;
    if (least === undefined) return undefined;
    gone = lowest(free, n, (member) => mul(weightOf(member), sub(member.value as Num, least)));
    mean = meanWithout(members, gone);
    if (mean === undefined || !lt(least, mean)) return gone;
  }
}

/** The first of equals is the one that weighs less, then the later one. */
function lowest(members: readonly Member[], n: number, of: (member: Member) => Num): readonly Member[] {
  return members
    .map((member, place) => ({ member, place, worth: of(member) }))
    .sort((a, b) => cmp(a.worth, b.worth) || cmp(weightOf(a.member), weightOf(b.member)) || b.place - a.place)
    .slice(0, n)
    .map(({ member }) => member);
}

function meanWithout(members: readonly Member[], gone: readonly Member[]): Num | undefined {
  const left = new Set(members);
  for (const member of gone) left.delete(member);
  let [sum, weights]: [Num, Num] = [0, 0];
  for (const member of left) {
    sum = add(sum, mul(weightOf(member), member.value as Num));
    weights = add(weights, weightOf(member));
  }
  return div(sum, weights);
}

function weightOf({ weight }: Member): Num {
  return weight ?? 1;
}
