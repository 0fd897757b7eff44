import { type Instant, parseInstant } from '../model/calendar.js';
import type { Json, JsonObject } from '../model/json.js';
import { isJsonArray, isJsonObject } from '../model/json.js';
import type { EditionModel, RuleModel } from '../model/rubric.js';
import { dayOfInstant, endOfDay, startOfDay } from '../model/zone.js';
import type { ViewReader } from './reader.js';

/**
 * Every instant behind `from`, up to `until`, at which an outcome can change by itself: an event takes effect or is
 * issued, a state ends, an edition begins; and, where what is judged reads the date or the instant of reading, each day
 * begins or any instant is passed that it can be compared with. `lateAt`: when late events happened. The reader must have been run to `until`.
 */
export function turningPoints(
  reader: ViewReader,
  from: Instant,
  until: Instant,
  lateAt: readonly Instant[],
): readonly Instant[] {
  const found = new Set<Instant>();
  const add = (at: Instant): void => {
    if (at > from && at <= until) found.add(at);
  };
  for (const ord of everyEvent(reader)) add(reader.columns.effectiveOf(ord));
  for (const { at } of reader.columns.endedAt.values()) add(at);
  for (const at of lateAt) add(at);
  const editions = reader.forced === undefined ? reader.plan.editions : [reader.forced];
  if (editions.length > 1) for (const { zone, from: first } of editions) add(startOfDay(zone, first));
  const models = editions.map(({ model }) => model);
  if (models.some((model) => readsNow(model, /\b(?:now|today)\b/) || hasDeadlines(model)))
    addDays(reader, from, until, add);
  if (models.some((model) => readsNow(model, /\bnow\b/))) addPassed(reader, models, add);
  return [...found].sort((a, b) => a - b);
}

function everyEvent(reader: ViewReader): readonly number[] {
  return [...reader.view.types()].flatMap((type) => reader.view.ofType(type));
}

/** Begins and ends of days, in every zone that an edition names. */
function addDays({ plan, zone }: ViewReader, from: Instant, until: Instant, add: (at: Instant) => void): void {
  const zones = [zone, ...plan.editions.map((edition) => edition.zone)];
  for (const one of new Set(zones)) {
    const last = dayOfInstant(one, until) + 1;
    for (let day = dayOfInstant(one, from); day <= last; day += 1) {
      add(startOfDay(one, day));
      add(endOfDay(one, day));
    }
  }
}

/** Instants that events and rubric tell, and the one behind each: `now >= due` turns at it, `now > due` behind it. */
function addPassed(reader: ViewReader, models: readonly EditionModel[], add: (at: Instant) => void): void {
  const pass = (at: Instant): void => {
    add(at);
    add(at + 1);
  };
  for (const ord of everyEvent(reader)) {
    const event = reader.event(ord);
    for (const at of [event.time, event.recorded, reader.columns.effectiveOf(ord)]) pass(at);
    for (const name of instantFields(models, event.type)) {
      const value = reader.field(ord, name);
      if (typeof value === 'number') pass(value);
    }
  }
  for (const text of JSON.stringify(models.map(({ document }) => document)).match(INSTANT) ?? []) {
    const parsed = parseInstant(text);
    if ('instant' in parsed) pass(parsed.instant);
  }
}

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;

function instantFields(models: readonly EditionModel[], type: string): ReadonlySet<string> {
  const fields = models.flatMap(({ events }) => [...(events.get(type)?.fields.values() ?? [])]);
  return new Set(fields.filter(({ type: kind }) => kind === 'instant').map(({ name }) => name));
}

/**
 * Whether what is judged at the reading instant names it. Rules that issue, end or void do not count: they are heard as
 * of their trigger. Rather too often than too seldom, so the text of the rubric is asked.
 */
function readsNow({ document, rules }: EditionModel, names: RegExp): boolean {
  const { define, conditions, cohorts, indicators, standings } = document;
  const judged = isJsonArray(document.rules) ? document.rules.filter((rule) => isJudged(rule, rules)) : [];
  return names.test(JSON.stringify(bare({ define, conditions, cohorts, indicators, standings, judged })));
}

/** What is due is overdue on the day behind. */
function hasDeadlines({ rules }: EditionModel): boolean {
  return [...rules.values()].some(({ effect }) => effect.kind === 'consequence' && effect.due !== undefined);
}

function isJudged(rule: Json, rules: ReadonlyMap<string, RuleModel>): boolean {
  const effect = isJsonObject(rule) ? rules.get(String(rule.name))?.effect.kind : undefined;
  return effect !== 'issue' && effect !== 'end' && effect !== 'void';
}

/** Without what only people read. */
function bare(json: { readonly [key: string]: Json | undefined }): JsonObject {
  const kept = Object.entries(json).flatMap(([key, value]): readonly [string, Json][] => {
    if (value === undefined || key === 'title' || key === 'basis' || key === 'examples') return [];
    return [[key, isJsonObject(value) ? bare(value) : isJsonArray(value) ? value.map(bareItem) : value]];
  });
  return Object.fromEntries(kept);
}

function bareItem(item: Json): Json {
  return isJsonObject(item) ? bare(item) : item;
}
