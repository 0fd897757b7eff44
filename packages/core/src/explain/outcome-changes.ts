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
  return [...pairs.values()].filter(({ was, is }) => text(was) !== text(is));
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
  return [...new Set([...Object.keys(after.subjects), ...Object.keys(before.subjects)])].flatMap((subject) => {
    const [old, now] = [before.subjects[subject]?.cards ?? [], after.subjects[subject]?.cards ?? []];
    const find = (cards: readonly CardEntry[], id: string): CardEntry | null =>
      cards.find((card) => card.id === id) ?? null;
    return [...new Set([...now, ...old].map(({ id }) => id))]
      .map((id): CardPair => ({ subject, id, before: find(old, id), after: find(now, id) }))
      .filter((pair) => text(pair.before) !== text(pair.after));
  });
}

export interface ConsequencePair {
  readonly subject: string;
  readonly before: RowConsequence | null;
  readonly after: RowConsequence | null;
}

/** What follows from events that differs: that came, went, or of which something else stands. */
export function consequenceChanges(before: Shows, after: Shows): readonly ConsequencePair[] {
  return [...new Set([...Object.keys(after.subjects), ...Object.keys(before.subjects)])].flatMap((subject) => {
    const [old, now] = [before, after].map(
      ({ subjects }) => new Map((subjects[subject]?.consequences ?? []).map((one) => [one.id, one])),
    );
    return [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])]
      .map((id): ConsequencePair => ({ subject, before: old?.get(id) ?? null, after: now?.get(id) ?? null }))
      .filter((pair) => text(pair.before) !== text(pair.after));
  });
}

export function findingChanges(
  before: Shows,
  after: Shows,
): readonly { readonly finding: Finding; readonly there: boolean }[] {
  const [old, now] = [new Set(before.findings.map(text)), new Set(after.findings.map(text))];
  return [
    ...after.findings.filter((finding) => !old.has(text(finding))).map((finding) => ({ finding, there: true })),
    ...before.findings.filter((finding) => !now.has(text(finding))).map((finding) => ({ finding, there: false })),
  ];
}

/** Parts of a row that a row change tells. */
export function rowFace(row: Row | undefined): string | undefined {
  if (row === undefined) return undefined;
  const { rank, total, band, awards, consequences, unranked, by } = row;
  return JSON.stringify([rank, total, band, awards, consequences, unranked, by]);
}

/** Pointers to all else that differs, so that nothing is missed. */
export function otherChanges(before: Shows, after: Shows): readonly string[] {
  return differing(rest(before, after), rest(after, before), '');
}

/** Without what the other functions tell, and without the order of rows and cards, which hangs on nothing else. */
function rest({ standings, subjects }: Shows, other: Shows): Json {
  const tables = standings.map(({ rows, ...table }) => [
    JSON.stringify([table.id, table.keys]),
    { ...table, rows: Object.fromEntries(rows.map((row) => [row.subject, restOfRow(row)])) },
  ]);
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

function restOfRow({ subject, rank, total, band, awards, consequences, unranked, by, ...row }: Row): object {
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
