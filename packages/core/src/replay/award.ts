import type { AwardPlan, Frame, StandingPlan } from '../model/plan.js';
import { fillQuota, placesOf, type Tie, tieOf, tiersOf } from './band.js';
import { splitByKeys } from './rank.js';
import type { ViewReader } from './reader.js';
import type { StandingRow } from './standing.js';

/** Gives the awards of a standing, in their order (SPEC §6.5). */
export function giveAwards(
  reader: ViewReader,
  plan: StandingPlan,
  scope: Frame,
  rows: readonly StandingRow[],
  ties: Tie[],
): void {
  for (const award of plan.awards) {
    const candidates = rows.filter((row) => isCandidate(award, row));
    const tiers = award.by.length === 0 ? tiersOf(candidates) : rankedBy(award, candidates);
    const quota = award.quota?.(scope);
    if (award.quota !== undefined && quota === undefined) continue;
    const { taken, undecided } = fillQuota(tiers, placesOf(quota), award.model.edge);
    for (const row of taken) row.awards.push(award.model.id);
    if (undecided.length > 0) ties.push(tieOf(reader, 'unresolved-award', plan, undecided, { award: award.model.id }));
  }
}

function isCandidate(award: AwardPlan, row: StandingRow): boolean {
  if (row.unranked !== null || award.model.exclusive.some((other) => row.awards.includes(other))) return false;
  return award.where === undefined || award.where(row.frame) === true;
}

function rankedBy(award: AwardPlan, rows: readonly StandingRow[]): readonly (readonly StandingRow[])[] {
  const values = new Map(rows.map((row) => [row, award.by.map(({ is }) => is(row.frame))]));
  const known = rows.filter(
    (row) =>
      !award.by.some(({ model }, index) => model.unknown === 'unranked' && values.get(row)?.[index] === undefined),
  );
  return splitByKeys(known, award.by, (row) => values.get(row) ?? []).groups;
}
