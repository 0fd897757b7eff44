import { parsePrinted } from '../model/num.js';
import type { KeyValues } from '../model/outcome.js';
import { type IndicatorPlan, UNBOUND } from '../model/plan.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import type { StandingRow, Table } from './standing.js';
import { allTables } from './standings-outcome.js';
import { bindingsAround, bindingsOf, periodShown } from './subjects-outcome.js';

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

/** What a question about a value comes to: one binding of its keys, several between which the question does not choose, or none. */
export type Asked =
  | {
      readonly kind: 'one';
      readonly plan: IndicatorPlan;
      readonly ids: readonly number[];
      readonly unrecorded: boolean;
    }
  | { readonly kind: 'several'; readonly keys: readonly KeyValues[] }
  | { readonly kind: 'none'; readonly lacking: readonly string[] };

/** The binding that a question means. Keys that no event carries together are read all the same, where all are named. */
export function askedReading(reader: ViewReader, indicator: string, subject: string, keys: KeyValues): Asked {
  const plan = reader.indicatorPlan(indicator, reader.asOf);
  const { subjectKey, periodKey, keyNames } = reader.plan;
  const found = bindingsAround(reader, plan, subject).filter((ids) => agrees(reader, plan.per, ids, keys));
  const period = periodShown(reader, subject);
  const shown = found.filter((ids) => period !== undefined && ids[periodKey] === period);
  const isPlain = plan.per.every((key) => key === subjectKey || key === periodKey);
  const meant = shown.length > 0 ? shown : isPlain ? found.slice(-1) : found;
  const [ids] = meant;
  if (meant.length > 1) return { kind: 'several', keys: found.map((one) => namedKeys(reader, plan, one)) };
  if (ids !== undefined) return { kind: 'one', plan, ids, unrecorded: false };
  const named = new Map(Object.entries(keys));
  const subjectName = keyNames[subjectKey];
  if (subjectName !== undefined) named.set(subjectName, subject);
  const lacking = plan.per.flatMap((key) => (named.has(keyNames[key] ?? '') ? [] : [keyNames[key] ?? '']));
  if (lacking.length > 0) return { kind: 'none', lacking };
  const bound = keyNames.map((name, key) => (plan.per.includes(key) ? idOf(reader, key, named.get(name)) : UNBOUND));
  return { kind: 'one', plan, ids: bound, unrecorded: true };
}

/** A key's id from what a question says, which is a number, or the text that shows it. */
function idOf(reader: ViewReader, key: number, value: string | number | undefined): number {
  const type = reader.editionAt(reader.asOf).model.keys.get(reader.plan.keyNames[key] ?? '')?.type;
  const wanted = type === 'number' ? parsePrinted(String(value)) : value === undefined ? undefined : String(value);
  return reader.columns.intern(key, wanted);
}

function namedKeys(reader: ViewReader, { per }: IndicatorPlan, ids: readonly number[]): KeyValues {
  return Object.fromEntries(
    per.flatMap((key) =>
      key === reader.plan.subjectKey ? [] : [[reader.plan.keyNames[key], keyShown(reader, key, ids[key] ?? UNBOUND)]],
    ),
  );
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
