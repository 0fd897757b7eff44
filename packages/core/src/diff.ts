import { causesOf } from './explain/causes.js';
import { rubricChanges } from './explain/rubric-changes.js';
import { withFields } from './explain-events.js';
import type { Cause, Difference, RowChange } from './model/difference.js';
import type { Reason } from './model/explanation.js';
import type { Row, StandingTable } from './model/outcome.js';
import type { Bilingual } from './model/problem.js';
import type { EditionModel } from './model/rubric.js';
import type { Outcome } from './outcome.js';
import { findPlace } from './replay/find.js';
import { tracePlace } from './replay/trace-place.js';

const DEPTH = 12;

/** Who moved between two outcomes, and why: of two editions, two moments, two what-ifs. Neither is touched. */
export function diff(before: Outcome, after: Outcome): Difference {
  const pairs = pairRows(before, after);
  const rows = pairs.filter(({ was, is }) => moved(was, is)).map((pair) => rowChange(before, after, pair));
  const [old, now] = [editionOf(before), editionOf(after)];
  const rubric = rubricChanges(old.document, now.document);
  return {
    same: rows.length === 0 && rubric.length === 0,
    edition: { before: old.edition, after: now.edition },
    rubric,
    rows,
    unchanged: pairs.length - rows.length,
  };
}

function editionOf({ session: { reader } }: Outcome): EditionModel {
  return reader.editionAt(reader.asOf).model;
}

interface Pair {
  readonly table: StandingTable;
  readonly subject: string;
  readonly was: Row | undefined;
  readonly is: Row | undefined;
}

function pairRows(before: Outcome, after: Outcome): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const add = (outcome: Outcome, side: 'was' | 'is'): void => {
    for (const table of outcome.standings) {
      for (const row of table.rows) {
        const name = JSON.stringify([table.id, table.keys, row.subject]);
        const known = pairs.get(name) ?? { table, subject: row.subject, was: undefined, is: undefined };
        pairs.set(name, { ...known, [side]: row });
      }
    }
  };
  add(after, 'is');
  add(before, 'was');
  return [...pairs.values()];
}

function moved(was: Row | undefined, is: Row | undefined): boolean {
  if (was === undefined || is === undefined) return true;
  const face = ({ rank, total, band, awards }: Row): string => JSON.stringify([rank, total, band, awards]);
  return face(was) !== face(is);
}

function rowChange(before: Outcome, after: Outcome, { table, subject, was, is }: Pair): RowChange {
  return {
    standing: table.id,
    title: table.title,
    keys: table.keys,
    subject,
    there: { before: was !== undefined, after: is !== undefined },
    rank: { before: was?.rank ?? null, after: is?.rank ?? null },
    total: { before: was?.total ?? null, after: is?.total ?? null },
    band: { before: was?.band ?? null, after: is?.band ?? null },
    bandTitle: { before: bandTitle(before, table.id, was), after: bandTitle(after, table.id, is) },
    awards: { before: was?.awards ?? [], after: is?.awards ?? [] },
    causes: causes(before, after, table, subject),
  };
}

function bandTitle(outcome: Outcome, standing: string, row: Row | undefined): Bilingual | null {
  const bands = editionOf(outcome).standings.get(standing)?.bands;
  return bands?.find(({ id }) => id === row?.band)?.title ?? null;
}

function causes(before: Outcome, after: Outcome, table: StandingTable, subject: string): readonly Cause[] {
  const total = ({ session: { reader } }: Outcome): Reason | null => {
    const found = findPlace(reader, table.id, subject, table.keys);
    const reason = found === undefined ? null : tracePlace(reader, found.table, found.row, DEPTH).total;
    return reason === null ? null : withFields(reader, reason);
  };
  return causesOf(total(before), total(after));
}
