import { evaluate, evaluateNumber } from './evaluate-formula.js';
import type { Formula, TakeModel } from './model.js';
import { optimal } from './optimal.js';
import { noteOrder } from './simultaneous.js';
import { compare, isList, type Scalar } from './values.js';
import type { Frame, Member } from './world.js';

/** `keep`, then `drop`, of members of known value; undefined where how many is unknown. */
export async function kept(
  take: TakeModel,
  members: readonly Member[],
  frame: Frame,
): Promise<readonly Member[] | undefined> {
  let left = members;
  if (take.keep !== undefined) {
    const n = await countOf(take.keep.n, members.length, frame);
    if (n === undefined) return undefined;
    const order = ordered(left, take.keep.which, 'earlier');
    if (take.keep.which === 'latest' || take.keep.which === 'first') await noteOrder(order[n - 1], order[n], frame);
    left = inOrder(members, order.slice(0, n));
  }
  const size = members.length;
  const best = await countOf(take.drop?.best, size, frame);
  const worst = await countOf(take.drop?.worst, size, frame);
  if (best === undefined || worst === undefined) return undefined;
  const free = await droppable(take.drop?.where, left);
  if (take.drop?.optimal === true) {
    const gone = optimal(left, free, worst);
    return gone && left.filter((member) => !gone.includes(member));
  }
  const highest = ordered(free, 'best', 'later').slice(0, best);
  const rest = free.filter((member) => !highest.includes(member));
  const lowest = ordered(rest, 'worst', 'later').slice(0, worst);
  return left.filter((member) => !highest.includes(member) && !lowest.includes(member));
}

/** The members for which the condition is true. */
async function droppable(where: Formula | undefined, members: readonly Member[]): Promise<readonly Member[]> {
  if (where === undefined) return members;
  const free: Member[] = [];
  for (const member of members) if ((await evaluate(where, member.frame)) === true) free.push(member);
  return free;
}

async function countOf(formula: Formula | undefined, size: number, frame: Frame): Promise<number | undefined> {
  if (formula === undefined) return 0;
  const n = (await evaluateNumber(formula, { ...frame, size }))?.floor();
  return n && Math.max(0, Number(n.top));
}

type Which = 'best' | 'worst' | 'latest' | 'first';

/** Who comes first by `which`; among equals the earlier or the later in member order. */
function ordered(members: readonly Member[], which: Which, amongEquals: 'earlier' | 'later'): readonly Member[] {
  if (which === 'first') return members;
  if (which === 'latest') return [...members].reverse();
  const start = amongEquals === 'earlier' ? [...members] : [...members].reverse();
  const sign = which === 'best' ? -1 : 1;
  return start.sort((a, b) => sign * compare(scalar(a), scalar(b)));
}

function inOrder(all: readonly Member[], chosen: readonly Member[]): readonly Member[] {
  return all.filter((member) => chosen.includes(member));
}

function scalar(member: Member): Scalar {
  if (member.value === undefined || isList(member.value)) throw new TypeError('a candidate has a known value');
  return member.value;
}
