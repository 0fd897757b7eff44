import type { PlaceReason, Reason } from '../model/explanation.js';
import { printNum } from '../model/num.js';
import { UNBOUND } from '../model/plan.js';
import { rowConsequences } from './consequence.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import type { StandingRow, Table } from './standing.js';
import { allTables } from './standings-outcome.js';
import { traceIndicator } from './trace.js';
import { awardReasons } from './trace-award.js';
import { bandReason } from './trace-band.js';
import { consequenceReason } from './trace-consequence.js';
import { separationOf } from './trace-separation.js';

/** Tells why a row stands where it stands, and not one higher. */
export function tracePlace(reader: ViewReader, table: Table, row: StandingRow, depth: number): PlaceReason {
  const { model } = table.plan;
  const at = table.rows.indexOf(row);
  const ranked = table.rows.filter((other) => other.unranked === null);
  const above =
    row.unranked === null ? [...table.rows.slice(0, at)].reverse().find((other) => other.tier < row.tier) : undefined;
  const below =
    row.unranked === null
      ? table.rows.slice(at + 1).find((other) => other.unranked === null && other.tier > row.tier)
      : undefined;
  const name = (other: StandingRow): string => String(keyShown(reader, table.of, other.member));
  return {
    standing: model.name,
    title: model.title,
    keys: Object.fromEntries(
      table.keys.flatMap((id, key) => (id === UNBOUND ? [] : [[reader.plan.keyNames[key], keyShown(reader, key, id)]])),
    ),
    alone: allTables(reader).filter(({ plan }) => !plan.model.hidden).length === 1,
    subject: name(row),
    rank: row.rankValue === undefined ? null : Number(printNum(row.rankValue)),
    of: ranked.length,
    unranked: row.unranked,
    band: bandReason(reader, table, row),
    above: above === undefined ? null : separationOf(reader, table, row, above),
    tied: ranked.filter((other) => other !== row && other.tier === row.tier).map(name),
    below: below === undefined ? null : separationOf(reader, table, row, below),
    total: totalReason(reader, table, row, depth),
    ...awardReasons(reader, table, row),
    consequences: rowConsequences(reader, model.name, row.frame).map((one) => consequenceReason(reader, table.at, one)),
  };
}

function totalReason(reader: ViewReader, table: Table, row: StandingRow, depth: number): Reason | null {
  const { expr } = table.plan.model.total;
  if (expr.kind !== 'indicator') return null;
  const plan = reader.indicatorPlan(expr.name, table.at);
  return traceIndicator(reader, plan, reader.bindingOf(plan, row.frame, []), depth);
}
