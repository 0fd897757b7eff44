import type { Value } from '../model/expr.js';
import { add, cmp, div, max, min, mul, type Num } from '../model/num.js';
import type { Frame, MeasurePlan } from '../model/plan.js';
import { decayOf } from './decay.js';
import type { Member } from './member.js';
import { powerMean } from './power-mean.js';
import type { ViewReader } from './reader.js';
import { noteOrder } from './tie.js';

/** Reduces members of known value to one value; undefined where nothing can be said (SPEC §4). */
export function reduceMembers(
  reader: ViewReader,
  { model: { reduce }, decay }: MeasurePlan,
  frame: Frame,
  members: readonly Member[],
): Value {
  if (reduce === 'count') return members.length;
  if (reduce === 'latest' || reduce === 'first') return atEnd(reader, reduce, members);
  const values = members.map((member) => member.value as Num);
  if (reduce === 'sum') return weighted(members, values);
  if (values.length === 0) return undefined;
  if (typeof reduce === 'object')
    return reduce.kind === 'decay'
      ? fading(reader, members, values, decay?.(frame))
      : powerMean(weighed(members, values), reduce.power);
  switch (reduce) {
    case 'mean':
      return meanOf(members, values);
    case 'median':
      return medianOf(values);
    case 'min':
      return values.reduce(min);
    case 'max':
      return values.reduce(max);
  }
}

function weighted(members: readonly Member[], values: readonly Num[]): Num {
  return values.reduce<Num>((sum, value, index) => {
    const weight = members[index]?.weight;
    return add(sum, weight === undefined ? value : mul(weight, value));
  }, 0);
}

function meanOf(members: readonly Member[], values: readonly Num[]): Num | undefined {
  const weights = members.reduce<Num>((sum, { weight }) => add(sum, weight ?? 1), 0);
  return div(weighted(members, values), weights);
}

function medianOf(values: readonly Num[]): Num | undefined {
  const sorted = [...values].sort(cmp);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (sorted.length % 2 === 1) return upper;
  const lower = sorted[middle - 1];
  return lower === undefined || upper === undefined ? undefined : div(add(lower, upper), 2);
}

function weighed(members: readonly Member[], values: readonly Num[]): readonly { value: Num; weight: Num }[] {
  return values.map((value, index) => ({ value, weight: members[index]?.weight ?? 1 }));
}

function fading(reader: ViewReader, members: readonly Member[], values: readonly Num[], weight: Value): Value {
  for (const [index, member] of members.entries()) noteOrder(reader, members[index - 1], member);
  return weight === undefined ? undefined : decayOf(values, weight as Num);
}

/** The last or first value. */
function atEnd(reader: ViewReader, reduce: 'latest' | 'first', members: readonly Member[]): Value {
  const end = reduce === 'latest' ? members.length - 1 : 0;
  const chosen = members[end];
  const beside = members[reduce === 'latest' ? end - 1 : end + 1];
  noteOrder(reader, beside, chosen);
  return chosen?.value;
}
