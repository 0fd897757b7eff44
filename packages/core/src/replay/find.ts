import type { KeyValues } from '../model/outcome.js';
import { type IndicatorPlan, UNBOUND } from '../model/plan.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import type { StandingRow, Table } from './standing.js';
import { allTables } from './standings-outcome.js';
import { bindingsOf, periodShown } from './subjects-outcome.js';

/** The binding of an indicator that a question means: the subject's, agreeing with the keys given; the period shown, else the last. */
export function findReading(
  reader: ViewReader,
  indicator: string,
  subject: string,
  keys: KeyValues,
): { readonly plan: IndicatorPlan; readonly ids: readonly number[] } | undefined {
  const plan = reader.indicatorPlan(indicator, reader.asOf);
  const candidates = bindingsOf(reader, plan, subject).filter((ids) => agrees(reader, plan.per, ids, keys));
  const period = periodShown(reader, subject);
  const ids =
    candidates.find((candidate) => period !== undefined && candidate[reader.plan.periodKey] === period) ??
    candidates[candidates.length - 1];
  return ids === undefined ? undefined : { plan, ids };
}

export interface Place {
  readonly table: Table;
  readonly row: StandingRow;
}

/** The row that a question means: of the standing named, or of the first shown one that has the subject; the last table that agrees. */
export function findPlace(
  reader: ViewReader,
  standing: string | undefined,
  subject: string,
  keys: KeyValues,
): Place | undefined {
  const tables = allTables(reader).filter(({ plan }) =>
    standing === undefined ? !plan.model.hidden : plan.model.name === standing,
  );
  const found = tables.flatMap((table) => {
    const row = table.rows.find(({ member }) => String(keyShown(reader, table.of, member)) === subject);
    const bound = table.keys.flatMap((id, key) => (id === UNBOUND ? [] : [key]));
    return row !== undefined && agrees(reader, bound, table.keys, keys) ? [{ table, row }] : [];
  });
  const name = found[0]?.table.plan.model.name;
  return found.filter(({ table }) => table.plan.model.name === name).at(-1);
}

/** The table of a standing with these keys. */
export function findTable(reader: ViewReader, standing: string, keys: KeyValues): Table | undefined {
  return allTables(reader).find(({ plan, keys: ids }) => {
    const bound = ids.flatMap((id, key) => (id === UNBOUND ? [] : [key]));
    return plan.model.name === standing && agrees(reader, bound, ids, keys);
  });
}

function agrees(reader: ViewReader, per: readonly number[], ids: readonly number[], keys: KeyValues): boolean {
  return per.every((key) => {
    const wanted = keys[reader.plan.keyNames[key] ?? ''];
    return wanted === undefined || String(wanted) === String(keyShown(reader, key, ids[key] ?? UNBOUND));
  });
}
