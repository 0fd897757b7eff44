import { evaluate, evaluateAll, evaluateNumber } from './evaluate-formula.js';
import { Fraction } from './fraction.js';
import { readMembers } from './indicator.js';
import type { ListKey, RankKey } from './model.js';
import { noteOrders } from './simultaneous.js';
import { compare, distinct, isList, type Scalar, same, shown, type Value } from './values.js';
import type { Frame, Member } from './world.js';

/** Numbers place by place, with holes where nothing stands. */
export class Places {
  constructor(readonly values: readonly (Fraction | undefined)[]) {}
}

/** What a key of a chain compares. */
export type KeyValue = Value | Places;

/** The value of a key for each row. `table` is the scope of the whole table. */
export async function keyValues(key: RankKey, rows: readonly Frame[], table: Frame): Promise<KeyValue[]> {
  if (key.kind === 'items') return lists(key, rows, table);
  const values: KeyValue[] = [];
  for (const row of rows) values.push(await evaluate(key.is, row));
  return values;
}

/** Below zero where the first is listed before the other, zero where they are equal. */
export function compareBy(key: RankKey, a: KeyValue, b: KeyValue): number {
  const sign = key.order === 'desc' ? -1 : 1;
  if (a instanceof Places && b instanceof Places) return comparePlaces(a, b, sign, padOf(key));
  if (a instanceof Places || b instanceof Places) return 0;
  return a === undefined || b === undefined || isList(a) || isList(b) ? 0 : sign * compare(a, b);
}

export function shownKey(key: RankKey, value: KeyValue): string | boolean | null {
  if (!(value instanceof Places)) return shown(value);
  const last = value.values.findLastIndex((each) => each !== undefined);
  return value.values
    .slice(0, last + 1)
    .map((each) => String(each ?? padOf(key) ?? '-'))
    .join(', ');
}

function padOf(key: RankKey): Fraction | undefined {
  return key.kind === 'is' || key.pad === undefined ? undefined : Fraction.fromModel(key.pad);
}

async function lists(key: ListKey, rows: readonly Frame[], table: Frame): Promise<KeyValue[]> {
  const depth = key.depth === undefined ? undefined : (await evaluateNumber(key.depth, table))?.floor();
  const members: (readonly Member[] | undefined)[] = [];
  for (const row of rows) {
    members.push(await readMembers(key.items.name, row, await evaluateAll(key.items.passes, row)));
  }
  if (key.sort === 'members') for (const own of members) await noteOrders(own ?? [], table);
  const each = members.flat().flatMap((member) => keyOf(key, member) ?? []);
  return members.map((own) => {
    if (own === undefined || (key.depth !== undefined && depth === undefined)) return undefined;
    const list = inOrder(key, own, distinct(each));
    if (key.reverse) list.reverse();
    return new Places(depth === undefined ? list : list.slice(0, Math.max(0, Number(depth.top))));
  });
}

function inOrder(key: ListKey, members: readonly Member[], all: readonly Scalar[]): (Fraction | undefined)[] {
  const values = members.map(numberOf);
  switch (key.sort) {
    case 'members':
      return values;
    case 'best':
      return values.sort((a, b) => b.compare(a));
    case 'worst':
      return values.sort((a, b) => a.compare(b));
    case 'key':
      return all.map((value) => {
        const own = members.find((member) => isAt(key, member, value));
        return own && numberOf(own);
      });
  }
}

function isAt(key: ListKey, member: Member, value: Scalar): boolean {
  const own = keyOf(key, member);
  return own !== undefined && same(own, value);
}

/** The value of the key that an `each` runs over. */
function keyOf({ items }: ListKey, member: Member | undefined): Scalar | undefined {
  const body = member?.frame.edition.indicators.get(items.name)?.body;
  if (body?.kind !== 'measure' || body.of.kind !== 'each') return undefined;
  const value = member?.frame.keys.get(body.of.key);
  return isList(value) ? undefined : value;
}

function numberOf({ value }: Member): Fraction {
  if (value instanceof Fraction) return value;
  throw new TypeError('a list is made of numbers');
}

/** Place by place; having no value comes last, whatever the order. */
function comparePlaces(a: Places, b: Places, sign: number, pad: Fraction | undefined): number {
  for (let at = 0; at < Math.max(a.values.length, b.values.length); at += 1) {
    const [left, right] = [a.values[at] ?? pad, b.values[at] ?? pad];
    if (left === undefined && right === undefined) continue;
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    const order = left.compare(right);
    if (order !== 0) return sign * order;
  }
  return 0;
}
