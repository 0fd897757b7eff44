import type { Instant } from '../model/calendar.js';
import type { Value } from '../model/expr.js';
import { cmp, type Num } from '../model/num.js';
import { compareTexts } from '../model/order.js';
import { type CohortPlan, type Frame, UNBOUND } from '../model/plan.js';
import { eventFrame } from './frame.js';
import type { ViewReader } from './reader.js';
import { compositeOf } from './view.js';

/** One table of a cohort: the ids of its `each` keys by index of the key, and of its members in value order. */
export interface CohortTable {
  readonly keys: readonly number[];
  readonly members: readonly number[];
  readonly has: ReadonlySet<number>;
}

/** Every table of a cohort at an instant, in order of its key values. */
export function tablesAt(reader: ViewReader, cohort: CohortPlan, at: Instant): readonly CohortTable[] {
  return reader.memory.cohortTables(cohort.name, at, () => findTables(reader, cohort, at));
}

/** The tables that agree with the keys the frame binds. */
export function tablesFor(reader: ViewReader, cohort: CohortPlan, frame: Frame): readonly CohortTable[] {
  const bound = cohort.each.map((key) => reader.keyId(frame, key));
  return tablesAt(reader, cohort, frame.at).filter(({ keys }) =>
    cohort.each.every((key, index) => bound[index] === UNBOUND || bound[index] === keys[key]),
  );
}

/** The table of the keys bound; where some are not, the one that agrees with the others and holds the member in scope. Undefined where that is not exactly one. */
export function tableFor(reader: ViewReader, cohort: CohortPlan, frame: Frame): CohortTable | undefined {
  const member = reader.keyId(frame, cohort.of);
  const isBound = cohort.each.every((key) => reader.keyId(frame, key) >= 0);
  const found = tablesFor(reader, cohort, frame).filter(({ has }) => isBound || has.has(member));
  return found.length === 1 ? found[0] : undefined;
}

function findTables(reader: ViewReader, cohort: CohortPlan, at: Instant): readonly CohortTable[] {
  const { columns } = reader;
  const found = new Map<number | string, { readonly keys: number[]; readonly has: Set<number> }>();
  let ord = UNBOUND;
  const idOf = (key: number): number => columns.keyId(ord, key);
  for (ord of reader.view.ofType(cohort.type)) {
    if (columns.effectiveOf(ord) > at) break;
    if (cohort.where !== undefined && cohort.where(eventFrame(reader, at, ord)) !== true) continue;
    const member = columns.keyId(ord, cohort.of);
    if (member < 0) continue;
    const name = compositeOf(cohort.each, idOf);
    const table = found.get(name);
    if (table !== undefined) table.has.add(member);
    else if (cohort.each.every((key) => idOf(key) >= 0)) {
      const keys = reader.plan.keyNames.map((_, key) => (cohort.each.includes(key) ? idOf(key) : UNBOUND));
      found.set(name, { keys, has: new Set([member]) });
    }
  }
  const tables = [...found.values()].map(
    ({ keys, has }): CohortTable => ({ keys, has, members: sortIds(reader, cohort.of, has) }),
  );
  return tables.sort((a, b) => byKeys(reader, cohort.each, a.keys, b.keys));
}

/** Ids of a key in value order. */
export function sortIds(reader: ViewReader, key: number, ids: Iterable<number>): readonly number[] {
  return [...ids].sort((a, b) => byValue(reader.keyValue(key, a), reader.keyValue(key, b)));
}

/** Numbers ascending, then texts by code point. */
export function byValue(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'string') return 1;
  if (typeof b === 'string') return -1;
  return cmp((a ?? 0) as Num, (b ?? 0) as Num);
}

function byKeys(reader: ViewReader, keys: readonly number[], a: readonly number[], b: readonly number[]): number {
  for (const key of keys) {
    const order = byValue(reader.keyValue(key, a[key] ?? UNBOUND), reader.keyValue(key, b[key] ?? UNBOUND));
    if (order !== 0) return order;
  }
  return 0;
}
