import type { Value } from '../model/expr.js';
import { cmp, type Num } from '../model/num.js';
import { type Eval, type Frame, type GivePlan, type MeasurePlan, type SourcePlan, UNBOUND } from '../model/plan.js';
import { dayOfInstant } from '../model/zone.js';
import { domainOf } from './domain.js';
import { eventFrame, keyFrame } from './frame.js';
import { triggersOf } from './join.js';
import type { ViewReader } from './reader.js';
import { applies, holds } from './rule.js';

/** What became of a member on the way to the result. */
export type Fate = 'taken' | 'outside-window' | 'unknown' | 'dropped';

/** One thing that a measure reads: an event, points given for one, a value of a key, or a part. */
export interface Member {
  /** The frame in which its value was read. */
  readonly frame: Frame;
  value: Value;
  readonly weight: Num | undefined;
  /** Whether even its `where` is unknown, so that it may be no member at all. */
  readonly doubtful: boolean;
  /** Whether the value is none of its own, but 0 in place of an unknown one. */
  assumed: boolean;
  readonly give: GivePlan | undefined;
  readonly part: string | undefined;
  readonly key: number | undefined;
  fate: Fate;
}

/** All members of a measure, in member order; undefined where it is unknown which there are. `nested` evaluates a measure inside an `each`. */
export function gatherMembers(
  reader: ViewReader,
  plan: MeasurePlan,
  frame: Frame,
  nested: (inner: MeasurePlan, scope: Frame) => Value,
): readonly Member[] | undefined {
  const { of } = plan;
  switch (of.kind) {
    case 'events':
      return fromScopes(memberScopes(reader, of, frame) ?? [], of.where, of.value ?? ONE, of.weight);
    case 'given':
      return gatherGiven(reader, of.gives, frame);
    case 'each': {
      const { value } = of;
      const read: Eval = typeof value === 'function' ? value : (scope) => nested(value, scope);
      const scopes = memberScopes(reader, of, frame);
      return scopes && fromScopes(scopes, of.where, read, of.weight, of.key);
    }
    case 'parts':
      return of.parts.map(({ name, weight, read }) => member(frame, read(frame), { weight, part: name }));
  }
}

type Scoped = Extract<SourcePlan, { readonly kind: 'events' | 'each' }>;

/** The frames of all that may be members, before any condition; undefined where it is unknown which there are. */
export function memberScopes(reader: ViewReader, of: Scoped, frame: Frame): readonly Frame[] | undefined {
  if (of.kind === 'events')
    return triggersOf(reader, of.joins, frame).map((ord) => eventFrame(reader, frame.at, ord, frame));
  const ids = domainOf(reader, of.domain, of.key, frame);
  return ids?.map((id) => keyFrame(reader, frame.at, oneKey(reader, of.key, id), frame));
}

const ONE: Eval = () => 1;

function member(frame: Frame, value: Value, more: Partial<Member>): Member {
  return {
    frame,
    value,
    weight: undefined,
    doubtful: false,
    assumed: false,
    give: undefined,
    part: undefined,
    key: undefined,
    fate: 'taken',
    ...more,
  };
}

function fromScopes(
  scopes: readonly Frame[],
  where: Eval | undefined,
  value: Eval,
  weight: Eval | undefined,
  key?: number,
): readonly Member[] {
  const members: Member[] = [];
  for (const scope of scopes) {
    const kept = where === undefined ? true : where(scope);
    if (kept === false) continue;
    if (kept === undefined) {
      members.push(member(scope, undefined, { doubtful: true, key }));
      continue;
    }
    const weighed = weight?.(scope);
    const known = weight === undefined || weighed !== undefined;
    members.push(
      member(scope, known ? value(scope) : undefined, { weight: known ? (weighed as Num | undefined) : 0, key }),
    );
  }
  return members;
}

function gatherGiven(reader: ViewReader, gives: readonly GivePlan[], frame: Frame): readonly Member[] {
  const members: Member[] = [];
  for (const give of gives) {
    for (const ord of triggersOf(reader, give.joins, frame)) {
      const scope = eventFrame(reader, frame.at, ord);
      if (!isGiven(reader, give, gives, scope)) continue;
      members.push(member(scope, give.points(scope), { give }));
    }
  }
  return members.sort((a, b) => reader.view.place(a.frame.ord) - reader.view.place(b.frame.ord) || byName(a, b));
}

function byName(a: Member, b: Member): number {
  const [x, y] = [a.give?.rule.model.name ?? '', b.give?.rule.model.name ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Whether this version of the rule is the one that gives for the trigger in scope. */
function isGiven(reader: ViewReader, give: GivePlan, gives: readonly GivePlan[], scope: Frame): boolean {
  if (give.rule.model.appliesBy !== 'lenient' || reader.plan.editions.length === 1)
    return applies(reader, give.rule, scope);
  return mostLenient(reader, give, gives, scope) === give;
}

/** Of the editions in force from the trigger's day to the reading, the version that gives most, the earliest of equals; where the rule does not hold, an edition gives 0. */
function mostLenient(
  reader: ViewReader,
  give: GivePlan,
  gives: readonly GivePlan[],
  scope: Frame,
): GivePlan | undefined {
  const event = reader.event(scope.ord);
  const from = reader.editionOn(dayOfInstant(reader.zone, event.time)).index;
  const until = Math.max(from, reader.editionAt(scope.at).index);
  const offers = Array.from(
    { length: until - from + 1 },
    (_, place): { readonly version: GivePlan | undefined; readonly points: Value } => {
      const version = gives.find(
        ({ rule }) => rule.edition === from + place && rule.model.name === give.rule.model.name,
      );
      const isHeld =
        version?.joins.some(({ type }) => type === event.type) === true && holds(reader, version.rule, scope);
      return isHeld ? { version, points: version.points(scope) } : { version: undefined, points: 0 };
    },
  );
  return offers.reduce((best, other) => (isMore(other.points, best.points) ? other : best)).version;
}

function isMore(points: Value, than: Value): boolean {
  return points !== undefined && (than === undefined || cmp(points as Num, than as Num) > 0);
}

function oneKey(reader: ViewReader, key: number, id: number): readonly number[] {
  const bound = new Array<number>(reader.plan.keyNames.length).fill(UNBOUND);
  bound[key] = id;
  return bound;
}
