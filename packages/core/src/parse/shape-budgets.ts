import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import type { Report } from './report.js';

/** How much of each a rubric may hold: it is untrusted, and checking it must end soon. */
const LIMITS: Readonly<Record<string, number>> = {
  keys: 64,
  calendars: 64,
  rules: 2000,
  indicators: 2000,
  standings: 500,
  cohorts: 500,
  tables: 500,
  define: 2000,
  conditions: 2000,
  roles: 500,
  procedures: 100,
};

/** Rules and indicators of all editions together. */
const MAX_TOTAL = 20_000;
const MAX_TYPES = 1000;
const MAX_COMMON = 64;
/** Steps of one procedure. */
const MAX_STEPS = 200;

/** False where an edition is too large to be looked into. */
export function sayBudgets(document: JsonObject, editions: number, report: Report): boolean {
  let fits = true;
  const say = (what: string, at: string, found: number, limit: number): void => {
    if (found <= limit) return;
    report.add('too-many', at, { what, found, limit });
    fits = false;
  };
  for (const [key, limit] of Object.entries(LIMITS)) say(key, `/${key}`, sizeOf(document[key]), limit);
  const vocabulary = document.vocabulary;
  if (isJsonObject(vocabulary)) {
    say('event types', '/vocabulary/events', sizeOf(vocabulary.events), MAX_TYPES);
    say('common fields', '/vocabulary/common', sizeOf(vocabulary.common), MAX_COMMON);
  }
  for (const [name, procedure] of Object.entries(isJsonObject(document.procedures) ? document.procedures : {})) {
    if (isJsonObject(procedure))
      say('steps', `${child('/procedures', name)}/steps`, sizeOf(procedure.steps), MAX_STEPS);
  }
  const total = (sizeOf(document.rules) + sizeOf(document.indicators)) * editions;
  say('rules and indicators of all editions', '', total, MAX_TOTAL);
  return fits;
}

function sizeOf(json: Json | undefined): number {
  if (isJsonArray(json)) return json.length;
  return isJsonObject(json) ? Object.keys(json).length : 0;
}
