import type { BandReason, FailedCondition, MissedBecause } from '../model/explanation.js';
import { exprText } from '../model/expr-text.js';
import type { BandPlan, Eval, Frame } from '../model/plan.js';
import { bandScope } from './band.js';
import { placesOf } from './quota.js';
import type { ViewReader } from './reader.js';
import type { StandingRow, Table } from './standing.js';
import type { Tracer } from './trace.js';
import { namesIn } from './trace-names.js';
import { partsTold, tellingAt } from './trace-working.js';

/** The band of a row, and why it got none of those above. */
export function bandReason(tracer: Tracer, table: Table, row: StandingRow): BandReason {
  const { reader } = tracer;
  const missed: BandReason['missed'][number][] = [];
  for (const band of table.plan.bands) {
    if (band.model.id === row.band) break;
    const because = whyNot(table, band, row);
    missed.push({
      band: band.model.id,
      title: band.model.title ?? null,
      basis: band.model.basis ?? null,
      because,
      failed: failedParts(reader, band.conjuncts, row.frame),
      places: placesIn(bandIn(table, band), band.quota),
    });
    if (because === 'tie' || because === 'unknown') break;
  }
  const own = table.plan.bands.find(({ model }) => model.id === row.band);
  const { title = null, basis = null } = own?.model ?? {};
  return {
    band: row.band,
    title,
    basis,
    places: own === undefined ? null : placesIn(bandIn(table, own), own.quota),
    met: row.bandNote === 'plus' ? [] : partsTold(tellingAt(tracer, row.frame, 0), own?.model.where?.expr, []),
    plus: row.bandNote === 'plus',
    missed,
  };
}

function whyNot(table: Table, band: BandPlan, row: StandingRow): MissedBecause {
  const fits = band.where === undefined ? true : band.where(row.frame);
  if (fits === false) return 'conditions';
  if (fits === undefined) return 'unknown';
  if (row.unranked !== null) return 'unranked';
  if (band.quota !== undefined && band.quota(bandIn(table, band)) === undefined) return 'unknown';
  return row.band === null && row.bandNote === 'tie-at-quota' ? 'tie' : 'quota';
}

/** The conjuncts of a condition that are not true, with what they read. */
export function failedParts(
  reader: ViewReader,
  conjuncts: BandPlan['conjuncts'],
  frame: Frame,
): readonly FailedCondition[] {
  return conjuncts
    .filter(({ test }) => test(frame) !== true)
    .map(({ expr }) => ({ text: exprText(expr), inputs: namesIn(reader, expr, frame) }));
}

function bandIn({ plan, scope, rows }: Table, band: BandPlan): Frame {
  return bandScope(plan, band, scope, rows);
}

/** How many places a quota gives where it is read; `null` where there is no end of them, or nobody knows. */
export function placesIn(scope: Frame, quota: Eval | undefined): number | null {
  const value = quota?.(scope);
  const places = placesOf(value);
  return value === undefined || places === Number.POSITIVE_INFINITY ? null : places;
}
