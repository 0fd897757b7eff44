import type { z } from 'zod';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import { shown } from './quote.js';
import type { Report } from './report.js';
import { KEYS } from './shape-slots.js';

type Issue = z.core.$ZodIssue;

/** Turns what zod found into our problems, one for each mistake. */
export function sayIssues(issues: readonly Issue[], document: JsonObject, report: Report): void {
  for (const issue of issues) say(issue, document, report);
}

function say(issue: Issue, document: JsonObject, report: Report): void {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const at = path.reduce<string>(child, '');
  const value = valueAt(document, path);
  const key = String(path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys') unknownKeys(issue, at, report);
  else if (issue.code === 'invalid_key') {
    report.add('bad-name', at, { found: key, expected: issue.issues[0]?.message ?? 'label' });
  } else if (value === undefined) report.add('missing-key', at, { key });
  else if (issue.code === 'invalid_union') union(issue, value, at, document, report);
  else sayValue(issue, value, at, report);
}

function sayValue(issue: Issue, value: Json, at: string, report: Report): void {
  switch (issue.code) {
    case 'invalid_type':
      report.add('wrong-type', at, { found: typeOf(value), expected: issue.expected });
      break;
    case 'invalid_value':
      notOneOf(value, issue.values.map(String), at, report);
      break;
    case 'invalid_format':
      report.add('bad-name', at, { found: shown(value), expected: issue.message });
      break;
    case 'too_small':
      report.add('wrong-size', at, { found: sizeOf(value), expected: `>= ${issue.minimum}`, of: issue.origin });
      break;
    case 'too_big':
      if (NAMES.includes(issue.message)) report.add('bad-name', at, { found: shown(value), expected: issue.message });
      else report.add('wrong-size', at, { found: sizeOf(value), expected: `<= ${issue.maximum}`, of: issue.origin });
      break;
    default:
      report.add('wrong-type', at, { found: typeOf(value), expected: issue.message });
  }
}

const NAMES: readonly string[] = ['identifier', 'label', 'column'];

function unknownKeys(issue: Issue & { readonly code: 'unrecognized_keys' }, at: string, report: Report): void {
  const allowed = issue.message.startsWith(KEYS) ? issue.message.slice(KEYS.length).split(' ') : [];
  for (const key of issue.keys) {
    report.add('unknown-key', child(at, key), { key, nearest: report.near(key, allowed), allowed: allowed.join(', ') });
  }
}

/** Of the alternatives, the one that takes this type of value is meant, if there is one. */
function union(
  issue: Issue & { readonly code: 'invalid_union' },
  value: Json,
  at: string,
  document: JsonObject,
  report: Report,
): void {
  const meant = issue.errors.filter((errors) => !errors.some((error) => isOfWholeType(error, value)));
  const [only] = meant;
  if (issue.errors.length === 0)
    notOneOf(value, 'options' in issue ? (issue.options ?? []).map(String) : [], at, report);
  else if (only === undefined || meant.length > 1)
    report.add('wrong-type', at, { found: typeOf(value), expected: issue.message });
  else for (const inner of only) say({ ...inner, path: [...issue.path, ...inner.path] }, document, report);
}

/** Whether the value as a whole is of a type that is not taken, by whatever alternatives there are. */
function isOfWholeType(issue: Issue, value: Json): boolean {
  if (issue.path.length > 0) return false;
  // Words are texts: what is none was not meant to be one of them.
  if (issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof value !== 'string')) return true;
  const isUnion = issue.code === 'invalid_union' && issue.errors.length > 0;
  return isUnion && issue.errors.every((errors) => errors.some((error) => isOfWholeType(error, value)));
}

function notOneOf(value: Json, allowed: readonly string[], at: string, report: Report): void {
  const found = typeof value === 'string' ? value : JSON.stringify(value).slice(0, 80);
  report.add('not-one-of', at, { found, allowed: allowed.join(', '), nearest: report.near(found, allowed) });
}

function valueAt(document: JsonObject, path: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = document;
  for (const step of path) {
    if (isJsonArray(value)) value = value[Number(step)];
    else if (isJsonObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

function sizeOf(value: Json): number {
  if (typeof value === 'number') return value;
  return isJsonArray(value) || typeof value === 'string' ? value.length : 0;
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return isJsonArray(value) ? 'array' : typeof value;
}
