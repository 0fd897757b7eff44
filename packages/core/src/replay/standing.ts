import type { Instant } from '../model/calendar.js';
import type { Value } from '../model/expr.js';
import type { Num } from '../model/num.js';
import { type CohortPlan, type Frame, type StandingPlan, UNBOUND } from '../model/plan.js';
import { giveAwards } from './award.js';
import { placeInBands, type Tie } from './band.js';
import { chainReading, missingKey } from './chain.js';
import { type CohortTable, tableFor, tablesAt } from './cohort.js';
import { keyFrame } from './frame.js';
import type { KeyValue } from './key-value.js';
import { orderRows } from './rank.js';
import type { ViewReader } from './reader.js';
import type { Part } from './split-key.js';

/** One member of a standing while it is judged. */
export interface StandingRow {
  readonly member: number;
  readonly frame: Frame;
  readonly total: Value;
  /** One value for each key of the order; those of blocks when they are read. */
  readonly by: KeyValue[];
  readonly unranked: string | null;
  /** Number of the tied group, counted from the top; rows of one number share their rank. */
  tier: number;
  rankValue: Num | undefined;
  decidedBy: string | null;
  band: string | null;
  /** Why a band or its absence came about, beyond its `where`. */
  bandNote: 'quota-used' | 'tie-at-quota' | 'undetermined' | 'plus' | null;
  readonly awards: string[];
  /** Of the awards that it shares with others: which part it has of each. */
  shares: Map<string, Num> | undefined;
}

export interface Table {
  readonly plan: StandingPlan;
  readonly keys: readonly number[];
  readonly of: number;
  readonly at: Instant;
  /** The frame of the table's keys; `size` is its number of rows. */
  readonly scope: Frame;
  readonly ties: Tie[];
  /** The tied groups of ranked rows, from the top. */
  readonly parts: readonly Part[];
  /** Ranked rows by rank, then member order; unranked rows last. */
  readonly rows: readonly StandingRow[];
  readonly byMember: ReadonlyMap<number, StandingRow>;
}

/** The table of a standing that the scope is in. */
export function tableOf(reader: ViewReader, name: string, frame: Frame): Table | undefined {
  const asked = standingAt(reader, name, frame.at);
  if (asked === undefined) throw new Error(`the checked rubric names an undeclared standing: ${name}`);
  const found = tableFor(reader, asked.cohort, frame);
  return found && tableAt(reader, name, asked.cohort, found.keys, frame.at);
}

/** What a standing says of a member: `rank`, `tied`, `band`, or its share of an award; `size` is that of the table. */
export function partOf({ rows, parts, byMember }: Table, member: number, part: string): Value {
  if (part === 'size') return rows.length;
  const row = byMember.get(member);
  switch (part) {
    case 'rank':
      return row?.rankValue;
    case 'tied':
      return row && parts[row.tier]?.rows.length;
    case 'band':
      return row?.band ?? undefined;
    default:
      return row && (row.awards.includes(part) ? (row.shares?.get(part) ?? 1) : 0);
  }
}

/** The table with these keys, with the members and by the edition of its reading instant; a period's own may see fewer members. */
export function tableAt(
  reader: ViewReader,
  name: string,
  { each }: CohortPlan,
  keys: readonly number[],
  around: Instant,
): Table | undefined {
  const { periodKey } = reader.plan;
  const at = each.includes(periodKey) ? reader.periodInstant(keys[periodKey] ?? UNBOUND) : around;
  const then = standingAt(reader, name, at);
  if (then === undefined) return undefined;
  const table = tablesAt(reader, then.cohort, at).find((other) => each.every((key) => other.keys[key] === keys[key]));
  return table && judgeTable(reader, then.plan, then.cohort, table, at);
}

interface Declared {
  readonly plan: StandingPlan;
  readonly cohort: CohortPlan;
}

function standingAt(reader: ViewReader, name: string, at: Instant): Declared | undefined {
  const edition = reader.editionAt(at);
  const plan = edition.standings.get(name);
  const cohort = plan && edition.cohorts.get(plan.model.among);
  return plan && cohort && { plan, cohort };
}

/** Judges one table, once for each reading instant. */
function judgeTable(
  reader: ViewReader,
  plan: StandingPlan,
  cohort: CohortPlan,
  table: CohortTable,
  at: Instant,
): Table {
  const name = `${plan.model.name}|${cohort.each.map((key) => table.keys[key]).join()}@${at}`;
  const known = reader.memory.tableNamed(name);
  if (known !== undefined) return known;
  return reader.descent.judge(
    () => name,
    () => {
      const judged = judge(reader, plan, cohort, table, at);
      // Awards may read the ranks and bands of their own standing.
      reader.memory.rememberTable(name, judged, () => giveAwards(reader, plan, judged.scope, judged.rows, judged.ties));
      return judged;
    },
  );
}

function judge(reader: ViewReader, plan: StandingPlan, cohort: CohortPlan, table: CohortTable, at: Instant): Table {
  const scope = keyFrame(reader, at, table.keys);
  scope.size = table.members.length;
  const frames = table.members.map((member) => memberFrame(reader, cohort, table, member, at));
  const read = chainReading(reader, plan.by, frames, scope);
  const { rows, parts } = orderRows(
    plan,
    frames.map((frame, index) => rowOf(plan, table.members[index] ?? UNBOUND, frame, read(frame, index))),
    { reader, scope, of: cohort.of, valuesOf: (row) => row.by },
  );
  const ties: Tie[] = [];
  placeInBands(reader, plan, scope, rows, ties);
  return {
    plan,
    keys: table.keys,
    of: cohort.of,
    at,
    scope,
    ties,
    parts,
    rows,
    byMember: new Map(rows.map((row) => [row.member, row])),
  };
}

function memberFrame(reader: ViewReader, cohort: CohortPlan, table: CohortTable, member: number, at: Instant): Frame {
  const bound = [...table.keys];
  bound[cohort.of] = member;
  return keyFrame(reader, at, bound);
}

function rowOf(plan: StandingPlan, member: number, frame: Frame, by: KeyValue[]): StandingRow {
  return {
    member,
    frame,
    total: plan.total(frame),
    by,
    unranked: unrankedLabel(plan, frame, by),
    tier: -1,
    rankValue: undefined,
    decidedBy: null,
    band: null,
    bandNote: null,
    awards: [],
    shares: undefined,
  };
}

function unrankedLabel(plan: StandingPlan, frame: Frame, by: readonly KeyValue[]): string | null {
  const excluded = plan.unranked.find(({ where }) => where(frame) === true);
  if (excluded !== undefined) return excluded.label;
  const missing = missingKey(plan.by, by);
  return missing === undefined ? null : `unknown: ${missing.model.name}`;
}
