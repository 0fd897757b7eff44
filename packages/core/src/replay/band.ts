import type { BandPlan, Frame, StandingPlan } from '../model/plan.js';
import { counting } from './frame.js';
import { fillQuota, placesOf } from './quota.js';
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
  for (const band of plan.bands) open = fillBand(reader, plan, band, scope, rows, open, ties);
}

/** Returns the rows that go on to the next band. */
function fillBand(
  reader: ViewReader,
  plan: StandingPlan,
  band: BandPlan,
  scope: Frame,
  everyone: readonly StandingRow[],
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
  const quota = band.quota?.(bandScope(plan, band, scope, everyone));
  if (band.quota !== undefined && quota === undefined) {
    for (const row of candidates) row.bandNote = 'undetermined';
    return passed;
  }
  const policy = { edge: band.model.edge, edgeKeys: band.edgeKeys, reader, scope };
  const { taken, undecided, left } = fillQuota(tiersOf(candidates), placesOf(quota), policy);
  for (const row of taken) row.band = band.model.id;
  for (const row of undecided) row.bandNote = 'tie-at-quota';
  for (const row of left) row.bandNote = 'quota-used';
  if (undecided.length > 0) ties.push(tieOf(reader, 'unresolved-tie', plan, undecided, { band: band.model.id }));
  if (left.length === 0) return passed;
  const order = new Map(rows.map((row, index) => [row, index]));
  return [...passed, ...left].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** Where the quota of a band is read: `taken` counts the rows in bands before it. */
export function bandScope(
  { bands }: StandingPlan,
  { model, asksTaken }: BandPlan,
  scope: Frame,
  rows: readonly StandingRow[],
): Frame {
  if (!asksTaken) return scope;
  const ids = bands.map((other) => other.model.id);
  const before = new Set<string | null>(ids.slice(0, ids.indexOf(model.id)));
  return counting(scope, { taken: rows.filter(({ band }) => before.has(band)).length });
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
