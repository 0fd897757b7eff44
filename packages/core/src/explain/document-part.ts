import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';

/** The things of a rubric's document that carry a name. */
export type PartKind =
  | 'rubric'
  | 'key'
  | 'calendar'
  | 'event'
  | 'colour'
  | 'field'
  | 'definition'
  | 'condition'
  | 'table'
  | 'cohort'
  | 'indicator'
  | 'threshold'
  | 'rule'
  | 'standing'
  | 'chain'
  | 'band'
  | 'award'
  | 'role'
  | 'procedure'
  | 'state'
  | 'step'
  | 'requirement';

/** One of them on both sides of a change; undefined on the side that lacks it. */
export interface Part {
  readonly kind: PartKind;
  /** Where it is listed in what holds it. */
  readonly under: readonly string[];
  readonly name: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

type Lists = { readonly [slots: string]: PartKind };

const then = 'chain';

/** Where a thing holds others that carry a name. */
const LISTS: Readonly<Record<PartKind, Lists>> = {
  rubric: {
    keys: 'key',
    calendars: 'calendar',
    'vocabulary/common': 'field',
    'vocabulary/events': 'event',
    define: 'definition',
    conditions: 'condition',
    tables: 'table',
    cohorts: 'cohort',
    indicators: 'indicator',
    rules: 'rule',
    standings: 'standing',
    roles: 'role',
    procedures: 'procedure',
  },
  key: {},
  calendar: {},
  event: { fields: 'field', 'card/colours': 'colour' },
  colour: {},
  field: {},
  definition: {},
  condition: {},
  table: {},
  cohort: {},
  indicator: { bands: 'threshold' },
  threshold: {},
  rule: {},
  standing: { by: 'chain', bands: 'band', awards: 'award' },
  chain: { by: 'chain' },
  band: { then },
  award: { by: 'chain', then },
  role: {},
  procedure: { states: 'state', steps: 'step' },
  state: {},
  step: { must: 'requirement' },
  requirement: {},
};

/** What is listed there, if it is a list of named things. */
export function listedAt(kind: PartKind, slots: readonly string[]): PartKind | undefined {
  return LISTS[kind][slots.join('/')];
}

/** The members of such a list by name, in order; undefined where it is none, or has a name twice. */
export function membersOf(list: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (list === undefined) return new Map();
  if (isJsonObject(list)) return new Map(Object.entries(list));
  if (!isJsonArray(list)) return undefined;
  const members = new Map(list.map((item) => [nameOf(item), item]));
  return members.size === list.length && !members.has('') ? members : undefined;
}

/** What an item of a list is known by; empty where by nothing. */
function nameOf(item: Json): string {
  if (!isJsonObject(item)) return '';
  const { among } = item;
  const block = isJsonObject(among) && isJsonArray(among.types) ? `among ${among.types.join(', ')}` : undefined;
  const name = item.name ?? item.id ?? item.is ?? item.items ?? block;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : '';
}

/** The thing as it is now, or was where it is gone; nothing where it is no object. */
export function objectOf({ before, after }: Part): JsonObject {
  if (isJsonObject(after)) return after;
  return isJsonObject(before) ? before : {};
}
