import type { Value } from '../model/expr.js';
import { floor, type Num } from '../model/num.js';
import type { BandPlan, Frame, StandingPlan } from '../model/plan.js';
import type { Edge } from '../model/rubric.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import type { StandingRow } from './standing.js';

/** Why a table needs a recorded decision. */
export interface Tie {
  readonly code: 'unresolved-tie' | 'unresolved-award';
  readonly facts: Readonly<Record<string, string>>;
}

/** Puts each ranked row into the first band that takes it (SPEC §6.4). Rows come by rank. */
export function placeInBands(
  reader: ViewReader,
  plan: StandingPlan,
  scope: Frame,
  rows: readonly StandingRow[],
  ties: Tie[],
): void {
  let open = rows.filter((row) => row.unranked === null);
  for (const band of plan.bands) open = fillBand(reader, plan, band, scope, open, ties);
}

/** Returns the rows that go on to the next band. */
function fillBand(
  reader: ViewReader,
  plan: StandingPlan,
  band: BandPlan,
  scope: Frame,
  rows: readonly StandingRow[],
  ties: Tie[],
): StandingRow[] {
  const passed: StandingRow[] = [];
  const candidates: StandingRow[] = [];
  for (const row of rows) {
    const fits = band.where === undefined ? true : band.where(row.frame);
    if (fits === undefined) row.bandNote = 'undetermined';
    else if (fits === false) passed.push(row);
    else if (band.quota !== undefined && band.plus?.(row.frame) === true) {
      row.band = band.model.id;
      row.bandNote = 'plus';
    } else candidates.push(row);
  }
  const quota = band.quota?.(scope);
  if (band.quota !== undefined && quota === undefined) {
    for (const row of candidates) row.bandNote = 'undetermined';
    return passed;
  }
  const { taken, undecided, left } = fillQuota(tiersOf(candidates), placesOf(quota), band.model.edge);
  for (const row of taken) row.band = band.model.id;
  for (const row of undecided) row.bandNote = 'tie-at-quota';
  for (const row of left) row.bandNote = 'quota-used';
  if (undecided.length > 0) ties.push(tieOf(reader, 'unresolved-tie', plan, undecided, { band: band.model.id }));
  if (left.length === 0) return passed;
  const order = new Map(rows.map((row, index) => [row, index]));
  return [...passed, ...left].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** Places of a quota; unlimited without one. */
export function placesOf(quota: Value): number {
  if (quota === undefined) return Number.POSITIVE_INFINITY;
  const places = floor(quota as Num);
  return typeof places === 'number' ? Math.max(0, places) : Number.POSITIVE_INFINITY;
}

/** Candidates by tied group, from the top. */
export function tiersOf(rows: readonly StandingRow[]): readonly (readonly StandingRow[])[] {
  const tiers = new Map<number, StandingRow[]>();
  for (const row of rows) {
    const tier = tiers.get(row.tier);
    if (tier === undefined) tiers.set(row.tier, [row]);
    else tier.push(row);
  }
  return [...tiers.values()];
}

export interface Filled {
  readonly taken: readonly StandingRow[];
  readonly undecided: readonly StandingRow[];
  readonly left: readonly StandingRow[];
}

/** Fills places group by group. A group that outnumbers the places left is settled by the edge policy. */
export function fillQuota(tiers: readonly (readonly StandingRow[])[], places: number, edge: Edge): Filled {
  const taken: StandingRow[] = [];
  const undecided: StandingRow[] = [];
  const left: StandingRow[] = [];
  let free = places;
  for (const tier of tiers) {
    if (tier.length <= free) {
      taken.push(...tier);
      free -= tier.length;
    } else if (free <= 0) left.push(...tier);
    else {
      free = 0;
      if (edge === 'extend') taken.push(...tier);
      else if (edge === 'decide') undecided.push(...tier);
      else left.push(...tier);
    }
  }
  return { taken, undecided, left };
}

/** A tie that only a decision can settle, as a finding of its table. */
export function tieOf(
  reader: ViewReader,
  code: 'unresolved-tie' | 'unresolved-award',
  plan: StandingPlan,
  rows: readonly StandingRow[],
  facts: Readonly<Record<string, string>>,
): Tie {
  const frame = rows[0]?.frame;
  const cohort = reader.editionAt(frame?.at ?? reader.asOf).cohorts.get(plan.model.among);
  const table =
    frame === undefined || cohort === undefined || cohort.each.length === 0
      ? {}
      : { table: cohort.each.map((key) => keyShown(reader, key, reader.keyId(frame, key))).join(', ') };
  const members = rows.map((row) => String(cohort === undefined ? '' : reader.keyValue(cohort.of, row.member)));
  return { code, facts: { standing: plan.model.name, ...table, ...facts, members: members.join(', ') } };
}
