import { canonical } from '../model/canonical.js';
import type { FindingChange } from '../model/difference.js';
import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import type {
  CardEntry,
  Finding,
  IndicatorReading,
  KeyValues,
  Reading,
  Row,
  RowConsequence,
  StandingTable,
  SubjectFile,
} from '../model/outcome.js';
import { child } from '../model/problem.js';

/** What an outcome shows, without what it was computed from. */
export interface Shows {
  readonly standings: readonly StandingTable[];
  readonly subjects: { readonly [subject: string]: SubjectFile };
  readonly findings: readonly Finding[];
}

/** Pointers to the parts of their documents in which two outcomes do not agree. */
export function partsDiffering(before: Shows, after: Shows): readonly string[] {
  return PARTS.filter((part) => differ(before[part], after[part])).map((part) => `/${part}`);
}

const PARTS = ['standings', 'subjects', 'findings'] as const;

/** One reading of an indicator for a subject, at its keys; undefined on a side that does not show it. */
export interface ReadingPair {
  readonly subject: string;
  readonly indicator: string;
  readonly keys: KeyValues;
  readonly was: Reading | undefined;
  readonly is: Reading | undefined;
}

/** Readings that differ, in the order of the later side. */
export function readingChanges(before: Shows, after: Shows): readonly ReadingPair[] {
  const pairs = new Map<string, ReadingPair>();
  for (const [side, shows] of [
    ['is', after],
    ['was', before],
  ] as const) {
    for (const [subject, { indicators }] of Object.entries(shows.subjects)) {
      for (const [indicator, reading] of Object.entries(indicators)) {
        for (const { keys, value, coverage, band } of readingsOf(reading)) {
          const name = JSON.stringify([subject, indicator, keys]);
          const known = pairs.get(name) ?? { subject, indicator, keys, was: undefined, is: undefined };
          pairs.set(name, { ...known, [side]: { value, coverage, band } });
        }
      }
    }
  }
  return [...pairs.values()].filter(({ was, is }) => differ(was, is));
}

function readingsOf(reading: IndicatorReading | undefined): readonly (Reading & { readonly keys: KeyValues })[] {
  if (reading === undefined) return [];
  return reading.members ?? [reading];
}

export interface CardPair {
  readonly subject: string;
  readonly id: string;
  readonly before: CardEntry | null;
  readonly after: CardEntry | null;
}

/** Cards that differ: that came, went, or have another state. */
export function cardChanges(before: Shows, after: Shows): readonly CardPair[] {
  return pairsOf(before, after, ({ cards }) => cards).map((pair) => ({
    ...pair,
    id: (pair.after ?? pair.before)?.id ?? '',
  }));
}

export interface ConsequencePair {
  readonly subject: string;
  readonly before: RowConsequence | null;
  readonly after: RowConsequence | null;
}

/** What follows from events that differs: that came, went, or of which something else stands. */
export function consequenceChanges(before: Shows, after: Shows): readonly ConsequencePair[] {
  return pairsOf(before, after, ({ consequences }) => consequences);
}

interface Pair<Part> {
  readonly subject: string;
  readonly before: Part | null;
  readonly after: Part | null;
}

/** Parts of subjects that differ. */
function pairsOf<Part extends { readonly id: string }>(
  before: Shows,
  after: Shows,
  partsOf: (file: SubjectFile) => readonly Part[],
): readonly Pair<Part>[] {
  return [...new Set([...Object.keys(after.subjects), ...Object.keys(before.subjects)])].flatMap((subject) => {
    const sideOf = ({ subjects: { [subject]: file } }: Shows) => byId(file === undefined ? [] : partsOf(file));
    const [old, now] = [sideOf(before), sideOf(after)];
    return [...new Set([...now.keys(), ...old.keys()])]
      .map((name): Pair<Part> => ({ subject, before: old.get(name) ?? null, after: now.get(name) ?? null }))
      .filter((pair) => differ(pair.before, pair.after));
  });
}

/** Events of two sources may have one id, and so may what hangs on them: then the first is paired with the first. */
function byId<Part extends { readonly id: string }>(parts: readonly Part[]): ReadonlyMap<string, Part> {
  const named = new Map<string, Part>();
  for (const part of parts) {
    let name = part.id;
    for (let number = 2; named.has(name); number += 1) name = text([part.id, number]);
    named.set(name, part);
  }
  return named;
}

export function findingChanges(before: Shows, after: Shows): readonly FindingChange[] {
  const [old, now] = [new Set(before.findings.map(essence)), new Set(after.findings.map(essence))];
  return [
    ...after.findings.filter((finding) => !old.has(essence(finding))).map((finding) => ({ finding, there: true })),
    ...before.findings.filter((finding) => !now.has(essence(finding))).map((finding) => ({ finding, there: false })),
  ];
}

/** What of a row a row change tells: a key counts too where it moves nobody, since it is what a rank rests on. */
export function rowFace(row: Row | undefined): string | undefined {
  if (row === undefined) return undefined;
  const { rank, total, by, band, awards, shares, consequences, unranked, decidedBy } = row;
  return JSON.stringify([rank, total, by, band, awards, shares, consequences, unranked, decidedBy]);
}

/** Pointers to all else that differs, so that nothing is missed. */
export function otherChanges(before: Shows, after: Shows): readonly string[] {
  return differing(rest(before, after), rest(after, before), '');
}

/** Without what the other functions tell, and without the order of rows and cards, which hangs on nothing else. */
function rest({ standings, subjects }: Shows, other: Shows): Json {
  const nameOf = ({ id, keys }: StandingTable): string => JSON.stringify([id, keys]);
  const theirs = new Map(
    other.standings.map((table) => [nameOf(table), new Set(table.rows.map((row) => row.subject))]),
  );
  const tables = standings.map((table) => {
    const shared = table.rows.filter(({ subject }) => theirs.get(nameOf(table))?.has(subject) ?? false);
    return [nameOf(table), { ...table, rows: Object.fromEntries(shared.map((row) => [row.subject, restOfRow(row)])) }];
  });
  const files = Object.entries(subjects).map(([subject, { indicators, cards, consequences, ...file }]) => {
    const known = other.subjects[subject]?.indicators ?? {};
    const shown = Object.entries(indicators).filter(([name]) => name in known);
    return [
      subject,
      { ...file, ...Object.fromEntries(shown.map(([name, reading]) => [name, restOfReading(reading)])) },
    ];
  });
  return JSON.parse(JSON.stringify({ standings: Object.fromEntries(tables), subjects: Object.fromEntries(files) }));
}

function restOfRow({
  subject,
  rank,
  total,
  by,
  band,
  awards,
  shares,
  consequences,
  unranked,
  decidedBy,
  ...row
}: Row): object {
  return row;
}

function restOfReading(reading: IndicatorReading | undefined): object {
  if (reading === undefined) return {};
  const { value, coverage, band, members, ...others } = reading;
  return others;
}

function differing(a: Json | undefined, b: Json | undefined, at: string): readonly string[] {
  if (text(a) === text(b)) return [];
  const both = isJsonObject(a) && isJsonObject(b);
  if (!both && !(isJsonArray(a) && isJsonArray(b) && a.length === b.length)) return [at];
  const [left, right] = [new Map(Object.entries(a ?? {})), new Map(Object.entries(b ?? {}))];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differing(left.get(key), right.get(key), child(at, key)),
  );
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** The members of objects have no order; where they happen to have the same, that is the faster way to see it. */
function differ(a: unknown, b: unknown): boolean {
  return text(a) !== text(b) && essence(a) !== essence(b);
}

function essence(value: unknown): string {
  return value === undefined ? '' : canonical(JSON.parse(text(value)));
}
