import type { PlaceReason, Reason, Separation } from '../model/explanation.js';
import type { Expr } from '../model/expr.js';
import { printNum } from '../model/num.js';
import { UNBOUND } from '../model/plan.js';
import { rowConsequences } from './consequence.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import type { StandingRow, Table } from './standing.js';
import { allTables } from './standings-outcome.js';
import { Tracer } from './trace.js';
import { awardReasons } from './trace-award.js';
import { bandReason } from './trace-band.js';
import { consequenceReason } from './trace-consequence.js';
import { comparedBy, separationOf } from './trace-separation.js';
import { partsTold, tellingAt, told } from './trace-working.js';
import type { Unheard } from './unheard.js';

/** Tells why a row stands where it stands, and not one higher. */
export function tracePlace(
  reader: ViewReader,
  table: Table,
  row: StandingRow,
  depth: number,
  isAsked: boolean = true,
  unheard?: Unheard,
): PlaceReason {
  const { model } = table.plan;
  const at = table.rows.indexOf(row);
  const ranked = table.rows.filter((other) => other.unranked === null);
  const above =
    row.unranked === null ? [...table.rows.slice(0, at)].reverse().find((other) => other.tier < row.tier) : undefined;
  const below =
    row.unranked === null
      ? table.rows.slice(at + 1).find((other) => other.unranked === null && other.tier > row.tier)
      : undefined;
  const tracer = Tracer.from(reader, isAsked, table.at, unheard);
  // Told in the order in which they are shown.
  const total = totalReason(tracer, table, row, depth);
  const [before, after] = [above, below].map((other) =>
    other === undefined ? null : separationOf(reader, table, row, other, depth),
  );
  const known = new Set(before?.behind.map((reason) => JSON.stringify(reason)));
  const news = after?.behind.filter((reason) => !known.has(JSON.stringify(reason))) ?? [];
  const separations = [before ?? null, after ? { ...after, behind: news } : null];
  const [ahead = null, behind = null] = separations;
  const name = (other: StandingRow): string => String(keyShown(reader, table.of, other.member));
  return {
    standing: model.name,
    title: model.title,
    keys: Object.fromEntries(
      table.keys.flatMap((id, key) => (id === UNBOUND ? [] : [[reader.plan.keyNames[key], keyShown(reader, key, id)]])),
    ),
    alone: allTables(reader).filter(({ plan }) => !plan.model.hidden).length === 1,
    subject: name(row),
    rank: row.rankValue === undefined ? null : Number(printNum(row.rankValue)),
    of: ranked.length,
    unranked: row.unranked,
    unrankedBy: unrankedBy(Tracer.from(reader, true, table.at), table, row),
    band: bandReason(Tracer.from(reader, true, table.at), table, row),
    above: ahead,
    tied: ranked.filter((other) => other !== row && other.tier === row.tier).map(name),
    ties: model.ties,
    below: behind,
    total,
    behind: behindPlace(tracer, table, row, separations, depth),
    ...awardReasons(reader, table, row),
    consequences: rowConsequences(reader, model.name, row.frame).map((one) => consequenceReason(reader, table.at, one)),
  };
}

function unrankedBy(tracer: Tracer, { plan }: Table, { unranked, frame }: StandingRow): PlaceReason['unrankedBy'] {
  const telling = tellingAt(tracer, frame, 0);
  const isTrue = (expr: Expr): boolean => telling.edition.partOf(expr)(frame) === true;
  const found = unranked === null ? undefined : plan.model.unranked.find(({ where }) => isTrue(where.expr));
  return partsTold(telling, found?.where.expr, []);
}

function totalReason(tracer: Tracer, table: Table, row: StandingRow, depth: number): Reason | null {
  const { expr } = table.plan.model.total;
  const { partOf } = tracer.reader.editionAt(row.frame.at);
  return expr.kind !== 'indicator' ? null : (tracer.called(expr, row.frame, partOf, depth + 1) ?? null);
}

/** Values that were not told yet: of the keys that part it from its neighbours, of its band and those missed, of its awards. */
function behindPlace(
  tracer: Tracer,
  table: Table,
  row: StandingRow,
  separations: readonly (Separation | null)[],
  depth: number,
): readonly Reason[] {
  if (depth <= 0) return [];
  const { plan } = table;
  const names = new Set(separations.flatMap((one) => (one === null ? [] : [...one.equalOn, one.key])));
  const isTied = row.unranked === null && (table.parts[row.tier]?.rows.length ?? 0) > 1;
  // Keys of a block are read of those still tied alone, and told where they part.
  const keys = plan.by.steps.flatMap((step) =>
    step.kind !== 'among' && (isTied || row.unranked !== null || names.has(step.model.name))
      ? [comparedBy(step.model)]
      : [],
  );
  const own = plan.bands.findIndex(({ model }) => model.id === row.band);
  const bands = own < 0 ? plan.bands : plan.bands.slice(0, own + 1);
  const clauses = [...bands, ...plan.awards].flatMap(({ conjuncts }) => conjuncts.map(({ expr }) => expr));
  const unranked = plan.model.unranked.map(({ where }) => where.expr);
  const behind: Reason[] = [];
  const telling = tellingAt(tracer, row.frame, depth + 1);
  for (const expr of [...keys, ...(row.unranked === null ? [] : unranked), ...clauses])
    told(telling, { text: '', expr }, behind);
  return behind.filter(({ body }) => body.kind !== 'told');
}
