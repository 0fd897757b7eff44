import { awards, bands } from './bands.js';
import { chainValues, type Keyed, keysIn, missingKey, rankOf, tiedGroups } from './chain.js';
import { type CohortTable, cohortTables, includes, tableOfScope } from './cohort.js';
import { evaluate } from './evaluate-formula.js';
import { Fraction } from './fraction.js';
import { readingFrame } from './indicator.js';
import type { KeyValue } from './key-values.js';
import type { StandingModel } from './model.js';
import { bound, keyInScope, placeOf } from './scope.js';
import type { Scalar, Value } from './values.js';
import { type Frame, type Row, remember, type Table } from './world.js';

/** `name.rank`, `name.band` or `name.size`, as read by others. */
export async function standingPart(
  name: string,
  part: 'rank' | 'band' | 'size',
  args: readonly Value[],
  frame: Frame,
): Promise<Value> {
  const model = frame.edition.standings.get(name);
  const cohort = model && frame.edition.cohorts.get(model.among);
  if (cohort === undefined) return undefined;
  const names = part === 'size' ? cohort.each : [...cohort.each, cohort.of];
  const keys = new Map<string, Value>();
  for (const [index, key] of [...cohort.each, cohort.of].entries()) {
    const arg = index - (names.length - args.length);
    const value = arg >= 0 && arg < args.length ? args[arg] : await keyInScope(key, frame);
    if (value !== undefined) keys.set(key, value);
  }
  const table = await tableFor(name, { ...frame, keys });
  if (part === 'size') return table && Fraction.whole(table.rows.length);
  const row = table?.rows.find(({ member }) => includes([member], keys.get(cohort.of)));
  if (part === 'band') return row?.band ?? undefined;
  return row?.rank === undefined ? undefined : new Fraction(BigInt(2 * row.rank), 2n);
}

/** All tables of a standing that occur by the frame's reading instant. */
export async function allTables(name: string, frame: Frame): Promise<Table[]> {
  const model = frame.edition.standings.get(name);
  const found: Table[] = [];
  for (const { keys } of model === undefined ? [] : await cohortTables(model.among, frame)) {
    const table = await tableFor(name, { ...frame, keys });
    if (table === undefined || table.rows.length === 0) continue;
    const decided = await remember(table.frame.world.memo.awards, placeOf(name, table.frame), () => awards(table));
    found.push({ ...table, findings: [...table.findings, ...decided] });
  }
  return found;
}

/** The table that the frame's keys are in; undefined where that is not exactly one. */
async function tableFor(name: string, frame: Frame): Promise<Table | undefined> {
  const asked = frame.edition.standings.get(name);
  const among = asked && (await tableOfScope(asked.among, frame.keys, frame));
  if (among === undefined) return undefined;
  const at = await readingFrame([...among.keys.keys()], { ...frame, keys: among.keys });
  return remember(frame.world.memo.tables, placeOf(name, at), async () => {
    const model = at.edition.standings.get(name);
    const cohort = model && (await tableOfScope(model.among, at.keys, at));
    return model && cohort && ranked(model, cohort, at);
  });
}

async function ranked(model: StandingModel, cohort: CohortTable, frame: Frame): Promise<Table> {
  const table: Frame = { ...frame, size: cohort.members.length };
  const frames = cohort.members.map((member) => bound(frame, cohort.cohort.of, member));
  const values = await chainValues(model.by, frames, table);
  const rows: Row[] = [];
  for (const [at, own] of frames.entries())
    rows.push(await rowOf(model, cohort.members[at], values[at] ?? new Map(), own));
  const chain = rows.flatMap((row, at): Keyed[] =>
    row.unranked === null ? [{ row, by: values[at] ?? new Map() }] : [],
  );
  const groups = await tiedGroups(model.by, chain, table);
  for (const [index, group] of groups.entries()) {
    for (const [place, { row }] of group.rows.entries()) {
      row.rank = rankOf(
        model.ties,
        groups.map((each) => each.rows),
        index,
        place,
      );
      row.decidedBy = decidedBy(model, [group.parted, groups[index + 1]?.parted]);
    }
  }
  const tied = groups.map((group) => group.rows.map(({ row }) => row));
  const findings = await bands(model, tied, table);
  const unranked = rows.filter((row) => row.unranked !== null);
  return {
    standing: model.name,
    keys: frame.keys,
    rows: [...tied.flat(), ...unranked],
    groups: tied,
    findings,
    frame: table,
  };
}

async function rowOf(
  model: StandingModel,
  member: Scalar | undefined,
  by: ReadonlyMap<string, KeyValue>,
  frame: Frame,
): Promise<Row> {
  const excluded = model.unranked !== undefined && (await evaluate(model.unranked.where, frame)) === true;
  const missing = missingKey(model.by, by);
  const unranked = excluded ? (model.unranked?.label ?? null) : missing === undefined ? null : `unknown: ${missing}`;
  const total = await evaluate(model.total, frame);
  return { member, rank: undefined, band: null, decidedBy: null, awards: [], total, by, unranked, frame };
}

/** The latest of the keys that part a row from those ranked next to its tied group. */
function decidedBy({ by }: StandingModel, keys: readonly (string | undefined)[]): string | null {
  return keysIn(by).findLast((key) => keys.includes(key.name))?.name ?? null;
}
