import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import type { RubricDocument } from './document.js';
import type { Report } from './report.js';
import { sayIssues } from './shape-issues.js';
import { rubricShape } from './shape-rubric.js';

/** A document of the right shape, and the names of what had to be left out because it is not. */
export interface Shaped {
  readonly document: RubricDocument;
  readonly broken: ReadonlySet<string>;
  /** Where each rule stands in the merged document. */
  readonly rulesAt: readonly string[];
}

/**
 * Checks the shape of a merged edition. Parts with problems are told and left out, so that the rest can be checked as well;
 * undefined where too little is left.
 */
export function shapeOf(merged: JsonObject, report: Report): Shaped | undefined {
  const first = rubricShape.safeParse(merged);
  if (first.success) return { document: first.data, broken: new Set(), rulesAt: placesOf(merged, new Set()) };
  sayIssues(first.error.issues, merged, report);
  const heads = new Set(first.error.issues.map(({ path }) => String(path[0])).filter((key) => STAND_INS.has(key)));
  const parts = first.error.issues
    .filter(({ path }) => !heads.has(String(path[0])))
    .map(({ path }) => partOf(path.map(String)));
  if (parts.some((part) => part === undefined)) return undefined;
  const broken = new Set<string>();
  const places = new Set(parts.flatMap((part) => (part === undefined ? [] : [JSON.stringify(part)])));
  const second = rubricShape.safeParse(pruned(withStandIns(merged, heads), [], places, broken));
  return second.success ? { document: second.data, broken, rulesAt: placesOf(merged, places) } : undefined;
}

function placesOf({ rules = [] }: JsonObject, left: ReadonlySet<string>): readonly string[] {
  const all = isJsonArray(rules) ? rules.map((_, index) => String(index)) : [];
  return all.filter((index) => !left.has(JSON.stringify(['rules', index]))).map((index) => `/rules/${index}`);
}

/** What is read in place of a part of the head that is missing or broken, so that the rest can be checked as well. */
const STAND_INS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['kind', 'rubric'],
  ['id', 'unnamed'],
  ['effective', { from: '2000-01-01' }],
  ['zone', { name: 'UTC', offsets: [{ offset: '+00:00' }] }],
]);

function withStandIns(merged: JsonObject, heads: ReadonlySet<string>): JsonObject {
  return { ...merged, ...Object.fromEntries([...STAND_INS].filter(([key]) => heads.has(key))) };
}

const GROUPS = [
  ...['calendars', 'define', 'conditions', 'tables', 'cohorts', 'indicators', 'rules', 'standings', 'keys', 'title'],
  ...['roles', 'procedures'],
];

/** The smallest part that can be left out with what it holds; undefined where the whole document hangs on it. */
function partOf(path: readonly string[]): readonly string[] | undefined {
  const [group = '', name, type] = path;
  if (group === 'vocabulary') {
    if (name === 'common' && type !== undefined) return path.slice(0, 3);
    if (name !== 'events' || type === undefined) return undefined;
    return path[3] === 'fields' && path[4] !== undefined ? path.slice(0, 5) : path.slice(0, 3);
  }
  if (group === '' || group === 'title') return group === '' ? [] : ['title'];
  return GROUPS.includes(group) && name !== undefined ? [group, name] : undefined;
}

function pruned(json: Json, path: readonly string[], places: ReadonlySet<string>, broken: Set<string>): Json {
  if (path.length > 5) return json;
  const left = (key: string, inner: Json): readonly Json[] => {
    if (!places.has(JSON.stringify([...path, key]))) return [pruned(inner, [...path, key], places, broken)];
    broken.add(nameOf(key, inner));
    return [];
  };
  if (isJsonArray(json)) return json.flatMap((item, index) => left(String(index), item));
  if (!isJsonObject(json)) return json;
  const kept: Record<string, Json> = Object.create(null);
  const isRoot = path.length === 0;
  for (const [key, inner] of Object.entries(json)) {
    if (isRoot && !KNOWN.has(key)) continue;
    const [value] = left(key, inner);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

const KNOWN: ReadonlySet<string> = new Set([
  ...[
    '$schema',
    'kind',
    'id',
    'edition',
    'title',
    'basis',
    'semantics',
    'effective',
    'zone',
    'subject',
    'period',
    'vocabulary',
  ],
  ...GROUPS,
]);

function nameOf(key: string, inner: Json): string {
  const name = isJsonObject(inner) ? inner.name : undefined;
  return typeof name === 'string' ? name : key;
}
