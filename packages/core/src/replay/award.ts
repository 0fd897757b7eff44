import { type AwardPlan, type Frame, type StandingPlan, UNBOUND } from '../model/plan.js';
import { type Tie, tieOf, tiersOf } from './band.js';
import { chainReading, missingKey, type Ordering, splitByChain } from './chain.js';
import { counting } from './frame.js';
import { fillQuota, placesOf } from './quota.js';
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
    const tiers = award.by.steps.length === 0 ? tiersOf(candidates) : rankedBy(reader, plan, award, candidates, scope);
    const quota = award.quota?.(awardScope(award, scope, rows));
    if (award.quota !== undefined && quota === undefined) continue;
    const policy = { edge: award.model.edge, edgeKeys: award.edgeKeys, reader, scope };
    const { taken, undecided, share } = fillQuota(tiers, placesOf(quota), policy);
    for (const row of taken) row.awards.push(award.model.id);
    for (const row of share?.of ?? []) row.shares = new Map(row.shares).set(award.model.id, share?.part ?? 1);
    if (undecided.length > 0) ties.push(tieOf(reader, 'unresolved-award', plan, undecided, { award: award.model.id }));
  }
}

/** Where the quota of an award is read: `taken` counts the rows that have an award of its `exclusive`. */
export function awardScope({ model, asksTaken }: AwardPlan, scope: Frame, rows: readonly StandingRow[]): Frame {
  if (!asksTaken) return scope;
  const barred = rows.filter(({ awards }) => model.exclusive.some((other) => awards.includes(other)));
  return counting(scope, { taken: barred.length });
}

function isCandidate(award: AwardPlan, row: StandingRow): boolean {
  if (row.unranked !== null || award.model.exclusive.some((other) => row.awards.includes(other))) return false;
  return award.where === undefined || award.where(row.frame) === true;
}

function rankedBy(
  reader: ViewReader,
  plan: StandingPlan,
  award: AwardPlan,
  rows: readonly StandingRow[],
  scope: Frame,
): readonly (readonly StandingRow[])[] {
  const frames = rows.map(({ frame }) => frame);
  const read = chainReading(reader, award.by, frames, scope);
  const byRow = new Map(rows.map((row, index) => [row, read(row.frame, index)]));
  const known = rows.filter((row) => missingKey(award.by, byRow.get(row) ?? []) === undefined);
  const of = reader.editionAt(scope.at).cohorts.get(plan.model.among)?.of ?? UNBOUND;
  const ordering: Ordering = { reader, scope, of, valuesOf: (row) => byRow.get(row) ?? [] };
  return splitByChain(known, award.by, ordering).map((part) => part.rows);
}
