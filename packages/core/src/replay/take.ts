import type { Value } from '../model/expr.js';
import { cmp, floor, type Num } from '../model/num.js';
import type { DropPlan, Eval, Frame, MeasurePlan } from '../model/plan.js';
import type { Member } from './member.js';
import { leastForMean } from './optimal-drop.js';
import type { ViewReader } from './reader.js';
import { noteOrder } from './tie.js';
import { placeIn, type Span } from './window.js';

export interface Taken {
  /** What is left to reduce; undefined where the result is unknown already. */
  readonly candidates: readonly Member[] | undefined;
  readonly used: number;
  readonly of: number;
}

/** Window, missing values, need, keep, drop: in this order (SPEC §4). `span`: the events that bound the window. */
export function takeMembers(
  reader: ViewReader,
  plan: MeasurePlan,
  frame: Frame,
  members: readonly Member[],
  span: Span,
): Taken {
  const { window } = plan;
  const inside = window === undefined ? members.map(asIs) : windowed(placeIn(reader, window, span, frame), members);
  const { kept, blocked, used, of } = settleMissing(plan, inside);
  if (blocked) return { candidates: undefined, used, of };
  const scope: Frame = { ...frame, size: kept.length };
  if (plan.need !== undefined && !reaches(used, plan.need(scope))) return { candidates: undefined, used, of };
  return { candidates: keepAndDrop(reader, plan, scope, kept), used, of };
}

interface Entry {
  readonly member: Member;
  readonly value: Value;
}

function asIs(member: Member): Entry {
  return { member, value: member.value };
}

function windowed(place: ReturnType<typeof placeIn>, members: readonly Member[]): Entry[] {
  return members.flatMap((member): Entry[] => {
    const where = place(member);
    if (where === 'outside') return [];
    return [where === 'inside' ? asIs(member) : { member, value: undefined }];
  });
}

function settleMissing(
  plan: MeasurePlan,
  entries: readonly Entry[],
): { kept: Member[]; blocked: boolean; used: number; of: number } {
  const { missing } = plan.model;
  const kept: Member[] = [];
  let used = 0;
  let blocked = false;
  for (const { member, value } of entries) {
    if (value !== undefined) {
      used += 1;
      kept.push(member);
    } else if (missing === 'zero' && !member.doubtful) {
      member.value = 0;
      member.assumed = true;
      kept.push(member);
    } else {
      member.fate = 'unknown';
      blocked ||= missing === 'unknown';
    }
  }
  return { kept, blocked, used, of: entries.length };
}

function reaches(used: number, need: Value): boolean {
  return need !== undefined && cmp(used, need as Num) >= 0;
}

function keepAndDrop(
  reader: ViewReader,
  plan: MeasurePlan,
  scope: Frame,
  members: readonly Member[],
): readonly Member[] | undefined {
  let left = members;
  if (plan.keep !== undefined) {
    const n = countOf(plan.keep.n, scope);
    if (n === undefined) return undefined;
    const { which } = plan.keep;
    const order = ordered(left, which);
    if (which === 'latest' || which === 'first') noteOrder(reader, order[n - 1], order[n]);
    left = choose(left, new Set(order.slice(0, n)), true);
  }
  if (plan.drop === undefined) return left;
  const best = plan.drop.best === undefined ? 0 : countOf(plan.drop.best, scope);
  const worst = plan.drop.worst === undefined ? 0 : countOf(plan.drop.worst, scope);
  return best === undefined || worst === undefined ? undefined : drop(plan.drop, left, best, worst);
}

/** Of those that can be dropped, without the best and then without the worst; the later of equals goes first. */
function drop(
  { where, optimal }: DropPlan,
  members: readonly Member[],
  best: number,
  worst: number,
): readonly Member[] | undefined {
  const free = where === undefined ? members : members.filter(({ frame }) => where(frame) === true);
  const reversed = [...free].reverse();
  const highest = new Set(best === 0 ? [] : ordered(reversed, 'best').slice(0, best));
  const lowest = optimal
    ? leastForMean(members, free, worst)
    : ordered(
        reversed.filter((member) => !highest.has(member)),
        'worst',
      ).slice(0, worst);
  return lowest && choose(members, new Set([...highest, ...lowest]), false);
}

/** Members in the order in which `keep` takes them: the earlier of equals first. */
function ordered(members: readonly Member[], which: 'best' | 'worst' | 'latest' | 'first'): readonly Member[] {
  if (which === 'first') return members;
  if (which === 'latest') return [...members].reverse();
  const sign = which === 'best' ? -1 : 1;
  return [...members].sort((a, b) => sign * cmp(a.value as Num, b.value as Num));
}

function choose(members: readonly Member[], chosen: ReadonlySet<Member>, keep: boolean): readonly Member[] {
  return members.filter((member) => {
    if (chosen.has(member) === keep) return true;
    member.fate = 'dropped';
    return false;
  });
}

function countOf(n: Eval, scope: Frame): number | undefined {
  const value = n(scope);
  if (value === undefined) return undefined;
  const whole = floor(value as Num);
  return typeof whole === 'number' ? Math.max(0, whole) : Number.MAX_SAFE_INTEGER;
}
