import { compileRubric } from './compile/plan.js';
import type { Json } from './model/json.js';
import type { Plan } from './model/plan.js';
import { failure, type Problem, type Result, success } from './model/problem.js';
import type { RubricModel } from './model/rubric.js';
import type { RubricDocument } from './parse/document.js';
import { parseRubric as parseModel } from './parse/rubric.js';
import { ProblemError } from './problem-error.js';

/** A checked rubric. `R` is the type of its document, where it was written in TypeScript. */
export interface Rubric<R = unknown> {
  readonly kind: 'rubric';
  readonly id: string;
  readonly model: RubricModel;
  readonly plan: Plan;
  /** Warnings: it can be used, but someone should look. */
  readonly warnings: readonly Problem[];
  /** Never there: it carries the document's type. */
  readonly '~document'?: R;
}

export interface RubricOptions {
  /** Named in problems. */
  readonly file?: string;
}

/** Checks a rubric from outside: JSON text, a document, or a list of documents (editions). Tells all problems at once. */
export function parseRubric(input: string | Json | readonly Json[], options: RubricOptions = {}): Result<Rubric> {
  return rubricFrom<unknown>(input, options);
}

/** The same, where the caller knows the document's type. */
export function rubricFrom<R>(input: string | Json | readonly Json[], options: RubricOptions): Result<Rubric<R>> {
  const parsed = parseModel(input, options);
  if (!parsed.ok) return failure(parsed.problems);
  return success(rubricOf<R>(parsed.value, parsed.warnings), parsed.warnings);
}

/** A rubric written in TypeScript: its ids and event data become types. Throws a `ProblemError` that lists every problem. */
export function defineRubric<const R extends RubricDocument>(document: R, ...amendments: readonly Json[]): Rubric<R> {
  const parsed = parseModel(amendments.length === 0 ? plain(document) : [plain(document), ...amendments], {});
  if (!parsed.ok) throw new ProblemError(parsed.problems);
  return rubricOf<R>(parsed.value, parsed.warnings);
}

function rubricOf<R>(model: RubricModel, warnings: readonly Problem[]): Rubric<R> {
  return Object.freeze({ kind: 'rubric', id: model.id, model, plan: compileRubric(model), warnings });
}

/** What JSON makes of a document: absent properties are left out. */
function plain(document: RubricDocument): Json {
  return JSON.parse(JSON.stringify(document));
}
