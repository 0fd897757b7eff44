import type { ConsequenceReason, PlaceReason, Reason, Separation } from '../model/explanation.js';
import { abs, type Num, printNum, sub } from '../model/num.js';
import type { RowConsequence } from '../model/outcome.js';
import { UNBOUND } from '../model/plan.js';
import type { RankKey } from '../model/rubric.js';
import { rowConsequences } from './consequence.js';
import { comparing, differing, type KeyValue, plainValue, showKey, showPlace } from './key-value.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import type { StandingRow, Table } from './standing.js';
import { allTables } from './standings-outcome.js';
import { traceIndicator } from './trace.js';
import { awardReasons } from './trace-award.js';
import { bandReason } from './trace-band.js';

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
    alone: allTables(reader).filter(({ plan }) => !plan.model.hidden).length === 1,
    subject: name(row),
    rank: row.rankValue === undefined ? null : Number(printNum(row.rankValue)),
    of: ranked.length,
    unranked: row.unranked,
    band: bandReason(reader, table, row),
    above: above === undefined ? null : separation(table, row, above, name(above)),
    tied: ranked.filter((other) => other !== row && other.tier === row.tier).map(name),
    below: below === undefined ? null : separation(table, row, below, name(below)),
    total: totalReason(reader, table, row, depth),
    ...awardReasons(reader, table, row),
    consequences: rowConsequences(reader, model.name, row.frame).map((one) => consequenceReason(reader, table, one)),
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

function totalReason(reader: ViewReader, table: Table, row: StandingRow, depth: number): Reason | null {
  const { expr } = table.plan.model.total;
  if (expr.kind !== 'indicator') return null;
  const plan = reader.indicatorPlan(expr.name, table.at);
  return traceIndicator(reader, plan, reader.bindingOf(plan, row.frame, []), depth);
}

function consequenceReason(reader: ViewReader, { at }: Table, consequence: RowConsequence): ConsequenceReason {
  const rule = reader.editionAt(at).model.rules.get(consequence.rule);
  const title = rule?.effect.kind === 'consequence' ? rule.effect.title : undefined;
  return { ...consequence, title: title ?? null, ruleTitle: rule?.title ?? null, basis: rule?.basis ?? null };
}
