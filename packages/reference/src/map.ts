import { includes, tableOfScope } from './cohort.js';
import { evaluate } from './evaluate-formula.js';
import { Fraction } from './fraction.js';
import type { IndicatorModel, MapStep, TieConvention } from './model.js';
import { bound } from './scope.js';
import { compare, isList, type Scalar, same, type Value } from './values.js';
import type { Frame } from './world.js';

/** The value after the first steps of the indicator's map. An unknown one stays unknown through every step. */
export async function mapped(model: IndicatorModel, value: Value, frame: Frame, steps: number): Promise<Value> {
  let it = value;
  for (const [index, step] of model.map.slice(0, steps).entries()) {
    if (it === undefined || isList(it)) return undefined;
    it = await applied(step, it, index, model, frame);
  }
  return it;
}

async function applied(step: MapStep, it: Scalar, index: number, model: IndicatorModel, frame: Frame): Promise<Value> {
  if (step.kind === 'formula') return evaluate(step.is, { ...frame, it });
  if (step.kind === 'rank') return rankAmong(step, it, index, model, frame);
  if (!(it instanceof Fraction)) return undefined;
  switch (step.kind) {
    case 'round':
      return it.round(step.digits, step.mode);
    case 'steps':
      return stepped(step, it);
    case 'linear':
      return interpolated(step.points, it);
  }
}

function stepped(step: Extract<MapStep, { kind: 'steps' }>, it: Fraction): Value {
  const reached = step.steps.filter(({ from }) => Fraction.fromModel(from).compare(it) <= 0);
  const last = reached.sort((a, b) => Fraction.fromModel(a.from).compare(Fraction.fromModel(b.from))).at(-1);
  const found = last === undefined ? step.below : last.value;
  return found === undefined ? undefined : Fraction.fromModel(found);
}

function interpolated(points: Extract<MapStep, { kind: 'linear' }>['points'], it: Fraction): Value {
  const line = points.map(({ x, y }) => ({ x: Fraction.fromModel(x), y: Fraction.fromModel(y) }));
  const after = line.find(({ x }) => x.compare(it) >= 0);
  const before = line.filter(({ x }) => x.compare(it) <= 0).at(-1);
  if (before === undefined || after === undefined) return (before ?? after)?.y;
  const share = it.minus(before.x).over(after.x.minus(before.x));
  return share === undefined ? before.y : before.y.plus(after.y.minus(before.y).times(share));
}

/** The rank among the values that the other members of the cohort have before this step; unknown for one that is no member. */
async function rankAmong(
  step: Extract<MapStep, { kind: 'rank' }>,
  it: Scalar,
  index: number,
  model: IndicatorModel,
  frame: Frame,
): Promise<Value> {
  const table = await tableOfScope(step.among, frame.keys, frame);
  const own = table && frame.keys.get(table.cohort.of);
  if (table === undefined || own === undefined || isList(own) || !includes(table.members, own)) return undefined;
  const others: { member: Scalar; value: Scalar }[] = [];
  for (const member of table.members.filter((each) => !same(each, own))) {
    const { keys, passed } = bound(frame, table.cohort.of, member);
    const value = await frame.world.calls.stage(model.name, keys, passed, frame, index);
    if (value !== undefined && !isList(value)) others.push({ member, value });
  }
  const sign = step.order === 'desc' ? -1 : 1;
  const better = others.filter(({ value }) => sign * compare(value, it) < 0);
  const equal = others.filter(({ value }) => compare(value, it) === 0);
  const earlier = equal.filter(({ member }) => compare(member, own) < 0);
  return place(step.ties, { better: better.map(({ value }) => value), equal: equal.length, earlier: earlier.length });
}

interface Around {
  readonly better: readonly Scalar[];
  readonly equal: number;
  readonly earlier: number;
}

function place(ties: TieConvention, { better, equal, earlier }: Around): Value {
  switch (ties) {
    case 'standard':
      return Fraction.whole(better.length + 1);
    case 'modified':
      return Fraction.whole(better.length + equal + 1);
    case 'ordinal':
      return Fraction.whole(better.length + earlier + 1);
    case 'fractional':
      return new Fraction(BigInt(2 * better.length + 2 + equal), 2n);
    case 'dense':
      return Fraction.whole(better.filter((value, at) => !includes(better.slice(0, at), value)).length + 1);
  }
}
