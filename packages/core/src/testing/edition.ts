import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { NUMERALS } from './formula.js';
import type { Tape } from './tape.js';

/** A later edition: an overlay that gives other points, and lets some indicators come out otherwise. */
export function secondEdition(tape: Tape, first: JsonObject): JsonObject {
  const rules = isJsonArray(first.rules) ? first.rules.flatMap((rule) => changedRule(tape, rule)) : [];
  const indicators = Object.entries(objectAt(first, 'indicators')).flatMap(([name, indicator]) =>
    changedIndicator(tape, name, indicator),
  );
  return {
    kind: 'rubric',
    id: 'generated',
    edition: '2',
    parent: '1',
    effective: { from: tape.pick(['2026-07-01', '2027-01-01', '2026-03-02']) },
    ...calendarsChanged(tape, first),
    ...(rules.length === 0 ? {} : { rules }),
    ...(indicators.length === 0 ? {} : { indicators: Object.fromEntries(indicators) }),
    ...periodChanged(tape, first),
  };
}

/** Periods that end a month earlier, and another policy for what is late. */
function periodChanged(tape: Tape, first: JsonObject): JsonObject {
  if (first.period === undefined || !tape.once(3)) return {};
  const late = tape.pick(['', 'restate', 'ignore', 'carry']);
  const ends = tape.once(2) ? { ends: 'addDays(yearStart(period), 333)' } : {};
  return { period: { ...ends, ...(late === '' ? {} : { late }) } };
}

/** Another list of holidays: the rest of the calendar stays. */
function calendarsChanged(tape: Tape, first: JsonObject): JsonObject {
  const names = Object.keys(objectAt(first, 'calendars'));
  if (names.length === 0 || !tape.once(2)) return {};
  return { calendars: Object.fromEntries(names.map((name) => [name, { holidays: ['2026-05-20', '2026-05-01'] }])) };
}

function changedRule(tape: Tape, rule: Json): readonly Json[] {
  if (!isJsonObject(rule)) return [];
  const event = objectAt(rule, 'event');
  if (event.type !== 'give' || !tape.once(2)) return [];
  return [{ name: rule.name ?? '', event: { params: { points: tape.pick(['-3', '4', '0.25']) } } }];
}

function changedIndicator(tape: Tape, name: string, indicator: Json): readonly [string, Json][] {
  if (!isJsonObject(indicator) || indicator.otherwise === undefined || !tape.once(2)) return [];
  return [[name, tape.once(3) ? { otherwise: tape.pick(NUMERALS), hidden: null } : { otherwise: tape.pick(NUMERALS) }]];
}

export function objectAt(of: JsonObject, key: string): JsonObject {
  const value = of[key];
  return isJsonObject(value) ? value : {};
}
