import type { BandReason, FailedCondition, PlaceReason, Reason, Separation } from '../model/explanation.js';
import { exprText } from '../model/expr-text.js';
import { abs, type Num, printNum, sub } from '../model/num.js';
import { type BandPlan, type Frame, UNBOUND } from '../model/plan.js';
import type { RankKey } from '../model/rubric.js';
import { rowConsequences } from './consequence.js';
import { comparing, differing, type KeyValue, plainValue, showKey, showPlace } from './key-value.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import type { StandingRow, Table } from './standing.js';
import { traceIndicator } from './trace.js';
import { namesIn } from './trace-names.js';

/** Tells why a row stands where it stands, and not one higher. */
export function tracePlace(reader: ViewReader, table: Table, row: StandingRow, depth: number): PlaceReason {
  const { model } = table.plan;
  const at = table.rows.indexOf(row);
  const ranked = table.rows.filter((other) => other.unranked === null);
  const above =
    row.unranked === null ? [...table.rows.slice(0, at)].reverse().find((other) => other.tier < row.tier) : undefined;
  const below =
    row.unranked === null
      ? table.rows.slice(at + 1).find((other) => other.unranked === null && other.tier > row.tier)
      : undefined;
  const name = (other: StandingRow): string => String(keyShown(reader, table.of, other.member));
  return {
    standing: model.name,
    title: model.title,
    keys: Object.fromEntries(
      table.keys.flatMap((id, key) => (id === UNBOUND ? [] : [[reader.plan.keyNames[key], keyShown(reader, key, id)]])),
    ),
    subject: name(row),
    rank: row.rankValue === undefined ? null : Number(printNum(row.rankValue)),
    of: ranked.length,
    unranked: row.unranked,
    band: bandReason(reader, table, row),
    above: above === undefined ? null : separation(table, row, above, name(above)),
    tied: ranked.filter((other) => other !== row && other.tier === row.tier).map(name),
    below: below === undefined ? null : separation(table, row, below, name(below)),
    total: totalReason(reader, table, row, depth),
    awards: row.awards,
    consequences: rowConsequences(reader, model.name, row.frame),
  };
}

function separation(table: Table, row: StandingRow, other: StandingRow, subject: string): Separation | null {
  const keys = table.plan.by;
  const index = table.parts[Math.max(row.tier, other.tier)]?.by ?? -1;
  const key = keys[index]?.model;
  if (key === undefined) return null;
  const [own, theirs] = [row.by[index], other.by[index]];
  return {
    subject,
    rank: other.rankValue === undefined ? null : Number(printNum(other.rankValue)),
    key: key.name,
    title: key.title ?? null,
    order: key.order,
    own: showKey(own, key),
    other: showKey(theirs, key),
    place: placeOf(key, own, theirs),
    difference: differenceOf(key, own, theirs),
    equalOn: keys
      .slice(0, index)
      .flatMap(({ model }, before) => (isEqual(model, row.by[before], other.by[before]) ? [model.name] : [])),
  };
}

/** The first place at which two lists differ, and what stands there. */
function placeOf(key: RankKey, own: KeyValue, other: KeyValue): Separation['place'] {
  if (key.kind === 'is' || own === undefined || other === undefined) return null;
  const place = differing(own, other, key.pad);
  if (place === undefined) return null;
  return { number: place + 1, own: showPlace(own, place, key.pad), other: showPlace(other, place, key.pad) };
}

function differenceOf(key: RankKey, own: KeyValue, other: KeyValue): string | null {
  if (key.kind === 'items' || key.is.expr.type !== 'number' || own === undefined || other === undefined) return null;
  return printNum(abs(sub(plainValue(own) as Num, plainValue(other) as Num)));
}

function isEqual(key: RankKey, a: KeyValue, b: KeyValue): boolean {
  return a === undefined || b === undefined ? a === b : comparing(key)(a, b) === 0;
}

function bandReason(reader: ViewReader, table: Table, row: StandingRow): BandReason {
  const missed: BandReason['missed'][number][] = [];
  for (const band of table.plan.bands) {
    if (band.model.id === row.band) break;
    const fits = band.where === undefined ? true : band.where(row.frame);
    const because =
      fits === false
        ? 'conditions'
        : fits === undefined
          ? 'unknown'
          : row.band === null && row.bandNote === 'tie-at-quota'
            ? 'tie'
            : 'quota';
    missed.push({
      band: band.model.id,
      title: band.model.title ?? null,
      because,
      failed: failedParts(reader, band, row.frame),
    });
    if (because === 'tie' || because === 'unknown') break;
  }
  const own = table.plan.bands.find(({ model }) => model.id === row.band);
  return { band: row.band, title: own?.model.title ?? null, missed };
}

/** The conjuncts of a band's condition that are not true, with what they read. */
function failedParts(reader: ViewReader, band: BandPlan, frame: Frame): readonly FailedCondition[] {
  return band.conjuncts
    .filter(({ test }) => test(frame) !== true)
    .map(({ expr }) => ({ text: exprText(expr), inputs: namesIn(reader, expr, frame) }));
}

function totalReason(reader: ViewReader, table: Table, row: StandingRow, depth: number): Reason | null {
  const { expr } = table.plan.model.total;
  if (expr.kind !== 'indicator') return null;
  const plan = reader.indicatorPlan(expr.name, table.at);
  return traceIndicator(reader, plan, reader.bindingOf(plan, row.frame, []), depth);
}
