import { numToDouble, printNum } from '../model/num.js';
import type { Finding, KeyValues, Row, RowConsequence, StandingTable } from '../model/outcome.js';
import { type CohortPlan, type StandingPlan, UNBOUND } from '../model/plan.js';
import { tablesAt } from './cohort.js';
import { eventConsequences, rowConsequences } from './consequence.js';
import { strayDecisions } from './decision.js';
import { findingOf } from './findings.js';
import { showKey } from './key-value.js';
import type { ViewReader } from './reader.js';
import { keyShown, show } from './show.js';
import { type StandingRow, type Table, tableAt } from './standing.js';

/** Every table of every standing that is shown, in the rubric's order. */
export function standingsOf(reader: ViewReader): readonly StandingTable[] {
  return allTables(reader)
    .filter(({ plan }) => !plan.model.hidden)
    .map((table) => tableOutcome(reader, table));
}

/** Decisions on what neither a row that is shown nor an event brings about. */
export function decisionFindings(reader: ViewReader): readonly Finding[] {
  return strayDecisions(reader, () => {
    const rows = standingsOf(reader).flatMap((table) => table.rows.flatMap(({ consequences }) => consequences));
    const onEvents = [...eventConsequences(reader).values()].flat();
    return [...rows.map(({ id }) => ({ id, source: undefined })), ...onEvents.map(({ name }) => name)];
  });
}

/** Ties that need a decision, in the tables as they stand. */
export function tieFindings(reader: ViewReader): readonly Finding[] {
  return allTables(reader).flatMap(({ ties }) => ties.map(({ code, facts }) => findingOf(code, null, facts)));
}

/** Every table, judged. */
export function allTables(reader: ViewReader): readonly Table[] {
  const edition = reader.editionAt(reader.asOf);
  const tables: Table[] = [];
  for (const plan of edition.standings.values()) {
    const cohort = edition.cohorts.get(plan.model.among);
    if (cohort === undefined) throw new Error(`the checked rubric names an undeclared cohort: ${plan.model.among}`);
    tables.push(...tablesOf(reader, plan, cohort));
  }
  return tables;
}

function tablesOf(reader: ViewReader, plan: StandingPlan, cohort: CohortPlan): readonly Table[] {
  return tablesAt(reader, cohort, reader.asOf).flatMap(
    ({ keys }) => tableAt(reader, plan.model.name, cohort, keys, reader.asOf) ?? [],
  );
}

function tableOutcome(reader: ViewReader, table: Table): StandingTable {
  const { model } = table.plan;
  const keys: Record<string, string | number> = {};
  table.keys.forEach((id, key) => {
    if (id !== UNBOUND) keys[reader.plan.keyNames[key] ?? ''] = keyShown(reader, key, id);
  });
  return {
    id: model.name,
    keys: keys satisfies KeyValues,
    title: model.title,
    rows: table.rows.map((row) => rowOutcome(reader, table, row)),
  };
}

function rowOutcome(reader: ViewReader, table: Table, row: StandingRow): Row {
  const { model } = table.plan;
  const consequences: readonly RowConsequence[] = rowConsequences(reader, model.name, row.frame);
  return {
    subject: String(keyShown(reader, table.of, row.member)),
    rank: row.rankValue === undefined ? null : numToDouble(row.rankValue),
    total: show(row.total, model.total.expr.type),
    band: row.band,
    decidedBy: row.decidedBy,
    awards: row.awards,
    consequences,
    by: table.plan.by.keys.map((key, index) => showKey(row.by[index], key.model)),
    unranked: row.unranked,
    ...(row.shares === undefined ? {} : { shares: sharesOf(row) }),
  };
}

/** The share of each award of a row that does not have all of them alone. */
function sharesOf({ awards, shares }: StandingRow): Readonly<Record<string, string>> {
  return Object.fromEntries(awards.map((award) => [award, printNum(shares?.get(award) ?? 1)]));
}
