import type { CauseSearch } from './cause-search.js';
import { clauseChanges } from './explain/clause-changes.js';
import { rankBecause } from './explain/rank-because.js';
import type { Instant } from './model/calendar.js';
import type { RowChange } from './model/difference.js';
import type { PlaceReason } from './model/explanation.js';
import { exprText } from './model/expr-text.js';
import { printNum } from './model/num.js';
import type { Row, StandingTable } from './model/outcome.js';
import type { Bilingual } from './model/problem.js';
import type { ChainStep, RankKey } from './model/rubric.js';
import type { Outcome } from './outcome.js';
import { findPlace, findTable, type Place } from './replay/find.js';
import { placeReads } from './replay/place-reads.js';
import { tracePlace } from './replay/trace-place.js';
import type { Read } from './replay/trace-read.js';

/** One row on both sides. */
export interface RowPair {
  /** Of its table. */
  readonly name: string;
  readonly subject: string;
  readonly tables: { readonly was?: StandingTable; readonly is?: StandingTable };
  readonly was: Row | undefined;
  readonly is: Row | undefined;
}

/** Every row of either outcome: those of the later one first. */
export function pairRows(before: Outcome, after: Outcome): readonly RowPair[] {
  const pairs = new Map<string, RowPair>();
  const add = (outcome: Outcome, side: 'was' | 'is'): void => {
    for (const table of outcome.standings) {
      const name = JSON.stringify([table.id, table.keys]);
      for (const row of table.rows) {
        const key = JSON.stringify([name, row.subject]);
        const known = pairs.get(key) ?? { name, subject: row.subject, tables: {}, was: undefined, is: undefined };
        pairs.set(key, { ...known, tables: { ...known.tables, [side]: table }, [side]: row });
      }
    }
  };
  add(after, 'is');
  add(before, 'was');
  return [...pairs.values()];
}

/** What changed for one row, and why. */
export function rowChange(search: CauseSearch, pair: RowPair): RowChange {
  const { before, after } = search;
  const { subject, tables, was, is } = pair;
  const table = tables.is ?? tables.was;
  if (table === undefined) throw new Error('a row is in a table');
  const [old, now] = [placeIn(before, table, subject, was), placeIn(after, table, subject, is)];
  const clauses = clauseChanges(old?.reason ?? null, now?.reason ?? null);
  const asked = {
    keys: was?.total === is?.total,
    indicators: clauses
      .filter(({ has }) => has.before !== has.after)
      .flatMap(({ failed }) => failed.flatMap(({ inputs }) => inputs.map(({ name }) => name))),
  };
  const readsOf = ({ session: { reader } }: Outcome, side: Side | undefined): readonly Read[] =>
    side === undefined ? [] : placeReads(reader, side.place, asked);
  const because = tables.was && tables.is && rankBecause(subject, sideOf(before, tables.was), sideOf(after, tables.is));
  return {
    standing: table.id,
    title: table.title,
    keys: table.keys,
    subject,
    there: { before: was !== undefined, after: is !== undefined },
    rank: { before: was?.rank ?? null, after: is?.rank ?? null },
    total: { before: was?.total ?? null, after: is?.total ?? null },
    band: { before: was?.band ?? null, after: is?.band ?? null },
    bandTitle: { before: old?.reason.band.title ?? null, after: now?.reason.band.title ?? null },
    awards: { before: was?.awards ?? [], after: is?.awards ?? [] },
    shares: { before: was?.shares ?? {}, after: is?.shares ?? {} },
    awardTitles: { before: awardTitles(old), after: awardTitles(now) },
    unranked: { before: was?.unranked ?? null, after: is?.unranked ?? null },
    decidedBy: { before: was?.decidedBy ?? null, after: is?.decidedBy ?? null },
    consequences: { before: old?.reason.consequences ?? [], after: now?.reason.consequences ?? [] },
    because: because ?? null,
    clauses,
    causes: search.causes([...readsOf(after, now), ...readsOf(before, old)], {
      before: instantOf(before, table),
      after: instantOf(after, table),
    }),
  };
}

interface Side {
  readonly place: Place;
  readonly reason: PlaceReason;
}

function placeIn(outcome: Outcome, table: StandingTable, subject: string, row: Row | undefined): Side | undefined {
  const { reader } = outcome.session;
  const place = row && findPlace(reader, table.id, subject, table.keys);
  return place && { place, reason: tracePlace(reader, place.table, place.row, 0) };
}

function awardTitles(side: Side | undefined): readonly (Bilingual | null)[] {
  return side?.reason.awards.map(({ title }) => title) ?? [];
}

function sideOf({ session: { reader } }: Outcome, table: StandingTable): Parameters<typeof rankBecause>[1] {
  const { by = [], ties } = reader.editionAt(reader.asOf).model.standings.get(table.id) ?? {};
  const order = JSON.stringify([ties, by.map(stepText)]);
  return { table, order };
}

function stepText(step: ChainStep): readonly unknown[] {
  return step.kind === 'among' ? [step.types, step.fields, step.by.map(keyText), step.if?.text] : keyText(step);
}

/** A key of the order as it is written. */
function keyText(key: RankKey): readonly unknown[] {
  const written =
    key.kind === 'is'
      ? key.is.text
      : [exprText(key.items), key.sort, key.reverse, key.depth?.text, key.pad && printNum(key.pad)];
  return [written, key.order, key.unknown, key.if?.text];
}

/** When a side reads what stands in a table, whether it has such a one or not. */
function instantOf({ session: { reader } }: Outcome, { id, keys }: StandingTable): Instant {
  return findTable(reader, id, keys)?.at ?? reader.asOf;
}
