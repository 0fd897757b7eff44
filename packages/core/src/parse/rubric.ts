import type { Json } from '../model/json.js';
import { writtenAt } from '../model/origin.js';
import { failure, type Problem, pointerKeys, type Result, success } from '../model/problem.js';
import type { EditionModel, RubricModel } from '../model/rubric.js';
import { type Documents, documentsOf } from './documents.js';
import { editionOf } from './edition.js';
import { type Merged, mergedEditions } from './editions.js';
import { sayDifferences } from './editions-equal.js';
import type { Fault, Syntax } from './formula-syntax.js';
import { frozen } from './freeze.js';
import type { RubricProblemCode } from './problem-catalogue.js';
import { type Report, reportInto } from './report.js';
import { shapeOf } from './shape.js';
import { sayBudgets } from './shape-budgets.js';

export interface ParseOptions {
  /** Named in problems. */
  readonly file?: string;
}

/**
 * Reads a rubric: JSON text, or documents that were parsed already, one or a list of editions.
 * Returns the checked model, frozen, or all problems that can be told at once. Never throws on what it is given to read.
 */
export function parseRubric(input: string | Json | readonly Json[], options: ParseOptions = {}): Result<RubricModel> {
  const read = documentsOf(input);
  if ('problems' in read) return failure(read.problems.map((problem) => inFile(problem, options)));
  const { documents } = read;
  const { found } = documents;
  const merged = mergedEditions(
    documents,
    reportInto(found, (pointer) => pointer),
  );
  const editions = editionsOf(merged, found);
  const problems = [...found.values()].map((problem) => inFile(located(problem, documents), options));
  const [first] = editions;
  if (problems.some(({ severity }) => severity === 'error') || first === undefined)
    return failure(inReadingOrder(problems));
  const { id, title } = first.document;
  const name = String(id);
  const shown = isTitle(title) ? { en: title.en, zh: title.zh } : { en: name, zh: name };
  return success(frozen({ id: name, title: shown, editions }), inReadingOrder(problems));
}

/** Checks each edition as a whole; a problem of the parent is told once, where the parent wrote it. */
function editionsOf(merged: readonly Merged[], found: Map<string, Problem>): readonly EditionModel[] {
  const reports = new Map<EditionModel, Report>();
  const read = new Map<string, Syntax | Fault>();
  for (const whole of merged) {
    const { value, origin } = whole;
    const report = reportInto(found, (pointer) => writtenAt(origin, pointer));
    if (!sayBudgets(value, merged.length, report)) continue;
    const shaped = shapeOf(value, report);
    if (shaped !== undefined) reports.set(editionOf(shaped, whole, read, report), report);
  }
  const editions = [...reports.keys()].sort((a, b) => a.from - b.from);
  editions.forEach((edition, index) => {
    const [first] = editions;
    const before = editions[index - 1];
    const report = reports.get(edition);
    if (first === undefined || before === undefined || report === undefined) return;
    if (before.from === edition.from)
      report.add('edition-same-day', '/effective/from', { edition: edition.edition, other: before.edition });
    sayDifferences(first, edition, report);
  });
  return editions;
}

function isTitle(title: Json | undefined): title is { readonly en: string; readonly zh: string } {
  return typeof title === 'object' && title !== null && 'en' in title && 'zh' in title;
}

function located(problem: Problem, { locate }: Documents): Problem {
  if (locate === undefined) return problem;
  const { line, column } = locate(problem.pointer, isAboutKey(problem) ? 'key' : 'value');
  return { ...problem, line, column };
}

/** Whether the name of a member is at fault, and not what it holds. */
function isAboutKey({ code, pointer, facts }: Problem): boolean {
  if (!KEY_CODES.has(code)) return false;
  const key = pointerKeys(pointer).at(-1);
  return [facts.key, facts.found, facts.name, facts.fact, facts.type].includes(key);
}

const KEY_CODES: ReadonlySet<string> = new Set([
  'unknown-key',
  'bad-name',
  'table-cell',
  'name-clash',
  'name-reserved',
  'event-type-reserved',
  'field-unknown',
  'field-key',
  'issue-computed',
  'issue-list',
  'condition-fact-unknown',
  'condition-fact-name',
  'condition-unguarded',
  'cohort-key',
  'edition-differs',
] satisfies RubricProblemCode[]);

function inFile(problem: Problem, { file }: ParseOptions): Problem {
  return file === undefined ? problem : { ...problem, file };
}

function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
