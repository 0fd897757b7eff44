import type { Value } from '../model/expr.js';
import { cmp, floor, type Num } from '../model/num.js';
import type { Frame, RankKeyPlan } from '../model/plan.js';
import { sortIds } from './cohort.js';
import type { List } from './key-value.js';
import { leftMembers } from './measure.js';
import type { Member } from './member.js';
import type { ViewReader } from './reader.js';
import { noteOrder } from './tie.js';

export type ListKeyPlan = RankKeyPlan & { readonly kind: 'items' };

/** The list of each row, cut at the depth; undefined where it is unknown. `frames` are the rows, `scope` is their table. */
export function listsOf(
  reader: ViewReader,
  key: ListKeyPlan,
  frames: readonly Frame[],
  scope: Frame,
): readonly (List | undefined)[] {
  const depth = key.depth === undefined ? Number.POSITIVE_INFINITY : depthOf(key.depth(scope));
  const rows = frames.map((frame) => membersIn(reader, key, frame));
  const sorted = key.model.sort === 'key' ? byKey(reader, rows) : rows.map((members) => inOrder(reader, key, members));
  const turned = key.model.reverse ? sorted.map((list) => list && [...list].reverse()) : sorted;
  return turned.map((list) => (depth === undefined ? undefined : cut(list, depth)));
}

/** No places below nothing. */
function depthOf(value: Value): number | undefined {
  if (value === undefined) return undefined;
  const whole = floor(value as Num);
  return typeof whole === 'number' ? Math.max(0, whole) : Number.MAX_SAFE_INTEGER;
}

function membersIn(reader: ViewReader, { model, passes }: ListKeyPlan, frame: Frame): readonly Member[] | undefined {
  const { name } = model.items;
  const plan = reader.indicatorPlan(name, frame.at);
  const { body } = plan;
  const scope = reader.scopeOf(
    plan,
    frame,
    passes.map((pass) => pass(frame)),
  );
  if (body.kind !== 'measure' || scope === undefined) return undefined;
  return reader.deeper(name, scope, () => leftMembers(reader, body, scope) ?? null) ?? undefined;
}

function inOrder(reader: ViewReader, { model }: ListKeyPlan, members: readonly Member[] | undefined): List | undefined {
  const values = members?.map(numOf);
  if (model.sort === 'members') {
    for (const [index, member] of (members ?? []).entries()) noteOrder(reader, members?.[index - 1], member);
    return values;
  }
  const sign = model.sort === 'best' ? -1 : 1;
  return values?.sort((a, b) => sign * cmp(a, b));
}

/** Each value at the place that its key's value has among those of all rows. */
function byKey(reader: ViewReader, rows: readonly (readonly Member[] | undefined)[]): readonly (List | undefined)[] {
  const each = rows.flatMap((members) => members ?? []).find(({ key }) => key !== undefined)?.key;
  if (each === undefined) return rows.map((members) => members?.map(numOf));
  const idOf = ({ frame }: Member): number => reader.keyId(frame, each);
  const ids = sortIds(reader, each, new Set(rows.flatMap((members) => (members ?? []).map(idOf))));
  return rows.map((members) => {
    if (members === undefined) return undefined;
    const own = new Map(members.map((member) => [idOf(member), numOf(member)]));
    return ids.map((id) => own.get(id));
  });
}

/** Without the places behind its last value, which say nothing. */
function cut(list: List | undefined, depth: number): List | undefined {
  const first = list?.slice(0, depth);
  return first?.slice(0, first.findLastIndex((value) => value !== undefined) + 1);
}

function numOf(member: Member): Num {
  return member.value as Num;
}
