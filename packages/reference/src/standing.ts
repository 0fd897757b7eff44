import { awards, bands } from './bands.js';
import { chainValues, type Keyed, keysIn, missingKey, rankOf, tiedGroups } from './chain.js';
import { type CohortTable, cohortTables, includes, tableOfScope } from './cohort.js';
import { evaluate } from './evaluate-formula.js';
import { Fraction, ONE, ZERO } from './fraction.js';
import { readingFrame, unlessEndless } from './indicator.js';
import type { KeyValue } from './key-values.js';
import type { StandingModel } from './model.js';
import { bound, keyInScope, placeOf } from './scope.js';
import type { Scalar, Value } from './values.js';
import { type Frame, type ReferenceFinding, type Row, remember, type Table } from './world.js';

/** What a standing says of the row in scope, as read by others: `rank`, `tied`, `band`, `size`, or its share of an award. */
export async function standingPart(name: string, part: string, args: readonly Value[], frame: Frame): Promise<Value> {
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
  const table = await unlessEndless(name, frame, undefined, () =>
    tableFor(name, { ...frame, keys, depth: frame.depth + 1 }),
  );
  if (part === 'size') return table && Fraction.whole(table.rows.length);
  const row = table?.rows.find(({ member }) => includes([member], keys.get(cohort.of)));
  if (table === undefined || row === undefined) return undefined;
  switch (part) {
    case 'rank':
      return row.rank === undefined ? undefined : new Fraction(BigInt(2 * row.rank), 2n);
    case 'tied': {
      const tied = table.groups.find((group) => group.includes(row));
      return tied && Fraction.whole(tied.length);
    }
    case 'band':
      return row.band ?? undefined;
    default:
      await awarded(table);
      return row.awards.includes(part) ? (row.shares.get(part) ?? ONE) : ZERO;
  }
}

/** All tables of a standing that occur by the frame's reading instant. */
export async function allTables(name: string, frame: Frame): Promise<Table[]> {
  const model = frame.edition.standings.get(name);
  const found: Table[] = [];
  for (const { keys } of model === undefined ? [] : await cohortTables(model.among, frame)) {
    const table = await tableFor(name, { ...frame, keys });
    if (table === undefined || table.rows.length === 0) continue;
    found.push({ ...table, findings: [...table.findings, ...(await awarded(table))] });
  }
  return found;
}

/** Gives the awards of a table, once. What they ask for may read those given so far. */
async function awarded(table: Table): Promise<readonly ReferenceFinding[]> {
  const cells = table.frame.world.memo.awards;
  const place = placeOf(table.standing, table.frame);
  if (cells.get(place)?.pending) return [];
  try {
    return await remember(cells, place, () => awards(table));
  } catch (thrown) {
    for (const row of table.rows) {
      row.awards.length = 0;
      row.shares.clear();
    }
    throw thrown;
  }
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
    frame: { ...table, depth: 0 },
  };
}

async function rowOf(
  model: StandingModel,
  member: Scalar | undefined,
  by: ReadonlyMap<string, KeyValue>,
  frame: Frame,
): Promise<Row> {
  const missing = missingKey(model.by, by);
  const unranked = (await exclusion(model, frame)) ?? (missing === undefined ? null : `unknown: ${missing}`);
  const total = await evaluate(model.total, frame);
  return {
    member,
    rank: undefined,
    band: null,
    decidedBy: null,
    awards: [],
    shares: new Map(),
    total,
    by,
    unranked,
    frame: { ...frame, depth: 0 },
  };
}

/** The label of the first condition that keeps a row from being ranked. */
async function exclusion(model: StandingModel, frame: Frame): Promise<string | undefined> {
  for (const { where, label } of model.unranked) if ((await evaluate(where, frame)) === true) return label;
  return undefined;
}

/** The latest of the keys that part a row from those ranked next to its tied group. */
function decidedBy({ by }: StandingModel, keys: readonly (string | undefined)[]): string | null {
  return keysIn(by).findLast((key) => keys.includes(key.name))?.name ?? null;
}
