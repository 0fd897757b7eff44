import type { Value } from '../model/expr.js';
import { type Num, num } from '../model/num.js';
import type { RankKeyPlan, StandingPlan } from '../model/plan.js';
import type { TieConvention } from '../model/rubric.js';
import { byValue } from './cohort.js';
import type { StandingRow } from './standing.js';

/** Splits the ranked rows key by key, ranks them, and lists them; unranked ones come last. Rows come in member order. */
export function orderRows(plan: StandingPlan, rows: readonly StandingRow[]): readonly StandingRow[] {
  const ranked = rows.filter((row) => row.unranked === null);
  const { groups, splits } = splitByKeys(ranked, plan.by, (row) => row.by);
  groups.forEach((group, tier) => {
    for (const row of group) row.tier = tier;
  });
  rankGroups(groups, plan.model.ties);
  groups.forEach((group, index) => {
    const deciding = Math.max(splits[index - 1] ?? -1, splits[index] ?? -1);
    for (const row of group) row.decidedBy = deciding < 0 ? null : (plan.by[deciding]?.model.name ?? null);
  });
  return [...groups.flat(), ...rows.filter((row) => row.unranked !== null)];
}

export interface Split<T> {
  readonly groups: readonly (readonly T[])[];
  /** For each boundary between neighbouring groups, the index of the key that made it. */
  readonly splits: readonly number[];
}

/** Refines one tied group by each key in turn (SPEC §6.2). */
export function splitByKeys<T>(
  rows: readonly T[],
  keys: readonly RankKeyPlan[],
  valuesOf: (row: T) => readonly Value[],
): Split<T> {
  let groups: readonly (readonly T[])[] = rows.length === 0 ? [] : [rows];
  let splits: readonly number[] = [];
  keys.forEach((key, index) => {
    const nextGroups: (readonly T[])[] = [];
    const nextSplits: number[] = [];
    groups.forEach((group, at) => {
      const parts = splitGroup(group, key, (row) => valuesOf(row)[index]);
      if (at > 0) nextSplits.push(splits[at - 1] ?? -1);
      parts.forEach((part, place) => {
        if (place > 0) nextSplits.push(index);
        nextGroups.push(part);
      });
    });
    groups = nextGroups;
    splits = nextSplits;
  });
  return { groups, splits };
}

function splitGroup<T>(
  group: readonly T[],
  { model }: RankKeyPlan,
  read: (row: T) => Value,
): readonly (readonly T[])[] {
  if (group.length < 2) return [group];
  const unknown = group.filter((row) => read(row) === undefined);
  if (unknown.length > 0 && model.unknown === 'skip') return [group];
  const sign = model.order === 'desc' ? -1 : 1;
  const known = group
    .filter((row) => read(row) !== undefined)
    .map((row, index) => ({ row, value: read(row), index }))
    .sort((a, b) => sign * byValue(a.value, b.value) || a.index - b.index);
  const parts: T[][] = [];
  let before: Value;
  for (const { row, value } of known) {
    const last = parts[parts.length - 1];
    if (last !== undefined && byValue(before, value) === 0) last.push(row);
    else parts.push([row]);
    before = value;
  }
  if (unknown.length === 0) return parts;
  return model.unknown === 'first' ? [unknown, ...parts] : [...parts, unknown];
}

function rankGroups(groups: readonly (readonly StandingRow[])[], ties: TieConvention): void {
  let before = 0;
  groups.forEach((group, tier) => {
    group.forEach((row, place) => {
      row.rankValue = rankFor(ties, { before, size: group.length, tier, place });
    });
    before += group.length;
  });
}

interface Standing {
  /** Rows ranked above the group. */
  readonly before: number;
  readonly size: number;
  readonly tier: number;
  readonly place: number;
}

function rankFor(ties: TieConvention, { before, size, tier, place }: Standing): Num {
  switch (ties) {
    case 'standard':
      return before + 1;
    case 'modified':
      return before + size;
    case 'dense':
      return tier + 1;
    case 'ordinal':
      return before + place + 1;
    case 'fractional':
      return num(BigInt(2 * before + size + 1), 2n);
  }
}
