import { evaluate } from './evaluate-formula.js';
import { visible } from './events.js';
import type { CohortModel } from './model.js';
import { compare, distinct, identityOf, isList, type Keys, type Scalar, same, type Value } from './values.js';
import type { Frame } from './world.js';

export interface CohortTable {
  readonly cohort: CohortModel;
  readonly keys: Keys;
  readonly members: readonly Scalar[];
}

/** One table for each combination of the `each` keys that occurs, in value order, key by key. */
export async function cohortTables(name: string, frame: Frame): Promise<CohortTable[]> {
  const cohort = frame.edition.cohorts.get(name);
  if (cohort === undefined) return [];
  const found = new Map<string, { keys: Keys; members: Scalar[] }>();
  for (const event of await visible(frame, [cohort.event])) {
    const inside: Frame = { ...frame, event, keys: new Map(), passed: new Map(), around: undefined };
    if (cohort.where !== undefined && (await evaluate(cohort.where, inside)) !== true) continue;
    const keys = await valuesOf(cohort.each, inside);
    const member = (await valuesOf([cohort.of], inside))?.get(cohort.of);
    if (keys === undefined || member === undefined || isList(member)) continue;
    const table = found.get(identityOf(keys)) ?? { keys, members: [] };
    found.set(identityOf(keys), { keys, members: [...table.members, member] });
  }
  const tables = [...found.values()].map(({ keys, members }) => ({ cohort, keys, members: distinct(members) }));
  return tables.sort((a, b) => compareKeys(cohort.each, a.keys, b.keys));
}

/** The one table that a scope is in; undefined where that is not exactly one. */
export async function tableOfScope(name: string, keys: Keys, frame: Frame): Promise<CohortTable | undefined> {
  const cohort = frame.edition.cohorts.get(name);
  if (cohort === undefined) return undefined;
  const agreeing = await agreeingTables(name, keys, frame);
  if (cohort.each.every((key) => keys.get(key) !== undefined)) return agreeing[0];
  const of = keys.get(cohort.of);
  const holding = agreeing.filter((table) => includes(table.members, of));
  return holding.length === 1 ? holding[0] : undefined;
}

/** The values of the cohort's `of`: of all tables that agree with the scope and, where it binds `of`, hold that member. */
export async function membersInScope(name: string, keys: Keys, frame: Frame): Promise<readonly Scalar[]> {
  const tables = await agreeingTables(name, keys, frame);
  const holding = tables.filter(
    ({ cohort, members }) => !keys.has(cohort.of) || includes(members, keys.get(cohort.of)),
  );
  return distinct(holding.flatMap(({ members }) => members));
}

/** The tables that agree with the `each` keys that are bound. */
export async function agreeingTables(name: string, keys: Keys, frame: Frame): Promise<CohortTable[]> {
  const tables = await cohortTables(name, frame);
  return tables.filter((table) =>
    [...table.keys].every(([key, value]) => !keys.has(key) || includes([value], keys.get(key))),
  );
}

export function includes(values: readonly Value[], value: Value): boolean {
  if (value === undefined || isList(value)) return false;
  return values.some((other) => other !== undefined && !isList(other) && same(other, value));
}

export function compareKeys(names: readonly string[], a: Keys, b: Keys): number {
  for (const name of names) {
    const [left, right] = [a.get(name), b.get(name)];
    if (left === undefined || right === undefined || isList(left) || isList(right)) continue;
    const order = compare(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

async function valuesOf(names: readonly string[], frame: Frame): Promise<Keys | undefined> {
  const values = new Map<string, Value>();
  for (const name of names) {
    const value = frame.event && (await frame.world.calls.field(frame.event, name, frame));
    if (value === undefined) return undefined;
    values.set(name, value);
  }
  return values;
}
