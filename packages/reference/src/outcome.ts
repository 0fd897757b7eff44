import { keysIn } from './chain.js';
import { includes } from './cohort.js';
import { eventConsequences, rowConsequences, type Stated } from './consequences.js';
import { Moment } from './dates.js';
import { astray, type Named } from './decisions.js';
import { visible } from './events.js';
import { periodFrame } from './indicator.js';
import { judgement } from './judgement.js';
import { shownKey } from './key-values.js';
import type { Finding, Ledger, Lens, RubricModel, ShownRow, StandingTable, SubjectFile } from './model.js';
import { stateOf } from './scope.js';
import { allTables } from './standing.js';
import { shownFields, subjectFile, subjectsIn } from './subject-file.js';
import { byCodePoint, distinct, isList, type Scalar, shown, shownKeys, type Value } from './values.js';
import type { Frame, ReferenceFinding, Row, Table } from './world.js';

/**
 * The outcome document without its digests and without the sentences of findings.
 *
 * Lists are in this order. `standings`: as in the edition in force at `asOf`, then by their keys in value order.
 * `rows`: by rank, then in value order; unranked ones last. `awards`: as in the rubric. `consequences`: by rule name,
 * then by trigger in canonical order, then by member. `cards`: canonical order. `members`: key by key in the
 * order of `per`, each in value order. `findings`: by code, subject (none first) and the JSON of their facts with sorted names.
 */
export interface ReferenceOutcome {
  readonly standings: readonly StandingTable[];
  readonly subjects: { readonly [subject: string]: SubjectFile };
  readonly findings: readonly Omit<Finding, 'message'>[];
}

/**
 * Judges a ledger by a rubric, slowly. A supposed overlay of the rubric must be laid over the editions before.
 * Throws a RangeError for an edition or a time of the lens that does not exist, and for a cycle.
 */
export async function referenceOutcome(
  rubric: RubricModel,
  ledger: Ledger,
  lens: Lens = {},
): Promise<ReferenceOutcome> {
  const { frame, findings } = await judgement(rubric, ledger, lens);
  const tables: Table[] = [];
  for (const name of frame.edition.standings.keys()) tables.push(...(await allTables(name, frame)));
  const standings: StandingTable[] = [];
  for (const table of tables) {
    if (frame.edition.standings.get(table.standing)?.hidden === false) standings.push(await shownTable(table));
  }
  const stated = await eventConsequences(frame);
  const subjects = await subjectsOf(tables, stated, frame);
  const engine = [...findings, ...tables.flatMap((table) => table.findings), ...frame.world.notes.values()];
  const found = [...engine, ...(await eventFindings(frame)), ...(await astray(named(standings, stated), frame))];
  return { standings, subjects, findings: distinctFindings(found).sort(compareFindings) };
}

/** Every consequence that a decision may be about: on an event, or on a row that is shown. */
function named(tables: readonly StandingTable[], stated: readonly Stated[]): readonly Named[] {
  const rows = tables.flatMap((table) => table.rows.flatMap(({ consequences }) => consequences));
  return [...rows.map(({ id }) => ({ id, source: undefined })), ...stated.map((each) => each.named)];
}

async function shownTable(table: Table): Promise<StandingTable> {
  const title = table.frame.edition.standings.get(table.standing)?.title ?? { en: '', zh: '' };
  const rows: ShownRow[] = [];
  for (const row of table.rows) rows.push(await shownRow(row, table));
  return { id: table.standing, keys: shownKeys(table.keys), title, rows };
}

async function shownRow(row: Row, table: Table): Promise<ShownRow> {
  const chain = table.frame.edition.standings.get(table.standing)?.by ?? [];
  const place = [...table.keys.values(), row.member].map(shown).join('/');
  const consequences = await rowConsequences(place, { ...row.frame, standing: table.standing });
  return {
    subject: String(shown(row.member)),
    rank: row.rank ?? null,
    total: shown(row.total),
    band: row.band,
    decidedBy: row.decidedBy,
    awards: row.awards,
    consequences,
    by: keysIn(chain).map((key) => shownKey(key, row.by.get(key.name))),
    unranked: row.unranked,
    ...(row.shares.size === 0 ? {} : { shares: sharesOf(row) }),
  };
}

/** The part of each of its awards that a row has. */
function sharesOf({ awards, shares }: Row): { [award: string]: string } {
  return Object.fromEntries(awards.map((award) => [award, String(shares.get(award) ?? '1')]));
}

async function subjectsOf(
  tables: readonly Table[],
  stated: readonly Stated[],
  frame: Frame,
): Promise<ReferenceOutcome['subjects']> {
  const subjects: [string, SubjectFile][] = [];
  for (const subject of await subjectsIn(frame)) {
    const own = stated.filter((each) => each.subject === String(subject)).map((each) => each.consequence);
    subjects.push([String(subject), await subjectFile(subject, latestPeriod(subject, tables, frame), own, frame)]);
  }
  return Object.fromEntries(subjects);
}

/** The latest period in which the subject has a row in a standing. */
function latestPeriod(subject: Scalar, tables: readonly Table[], frame: Frame): Value {
  const key = frame.edition.period?.key;
  const periods = tables.flatMap(({ rows, keys }) => {
    const period = key === undefined ? undefined : keys.get(key);
    const has = rows.some(({ member }) => includes([member], subject));
    return has && period !== undefined && !isList(period) ? [period] : [];
  });
  return distinct(periods).at(-1);
}

/** Active events of types marked `finding`: the type is the code, the known fields are the facts. */
async function eventFindings(frame: Frame): Promise<ReferenceFinding[]> {
  const findings: ReferenceFinding[] = [];
  for (const event of await visible(frame)) {
    const type = frame.edition.events.get(event.type);
    if (type?.finding !== true) continue;
    const { now } = await periodFrame(event, frame);
    if (stateOf(frame.world, event, now) !== 'active') continue;
    const fields = Object.entries(await shownFields(event, type, frame));
    const known = fields.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
    findings.push({
      code: event.type,
      subject: event.subject || null,
      facts: { ...Object.fromEntries(known), id: event.id, time: String(new Moment(event.time)) },
    });
  }
  return findings;
}

/** One finding may be come upon twice, by two readings. */
function distinctFindings(findings: readonly ReferenceFinding[]): ReferenceFinding[] {
  return findings.filter((one, at) => findings.findIndex((other) => compareFindings(one, other) === 0) === at);
}

function compareFindings(a: ReferenceFinding, b: ReferenceFinding): number {
  return (
    byCodePoint(a.code, b.code) ||
    byCodePoint(a.subject ?? '', b.subject ?? '') ||
    byCodePoint(sortedJson(a.facts), sortedJson(b.facts))
  );
}

function sortedJson(facts: ReferenceFinding['facts']): string {
  return JSON.stringify(Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))));
}
