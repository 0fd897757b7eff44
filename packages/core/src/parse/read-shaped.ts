import type { z } from 'zod';
import type { Json } from '../model/json.js';
import { failure, type Problem, type Result, success } from '../model/problem.js';
import { documentsOf } from './documents.js';
import { type Report, reportInto } from './report.js';
import { sayIssues } from './shape-issues.js';

/**
 * Reads one document of another kind than a rubric with the same care: its JSON, its shape, then what `make` finds.
 * All problems come at once, each at its place in the text.
 */
export function readShaped<D, M>(
  input: string | Json,
  shape: z.ZodType<D>,
  make: (document: D, report: Report) => M,
  { file }: { readonly file?: string } = {},
): Result<M> {
  const read = documentsOf(input);
  if ('problems' in read) return failure(read.problems.map((problem) => named(problem, file)));
  const { list, locate, found } = read.documents;
  const report = reportInto(found, (pointer) => pointer);
  const document = list[0]?.value;
  if (document === undefined || list.length > 1) {
    if (found.size === 0) report.add('wrong-type', '', { found: 'array', expected: 'object' });
    return failure(placed());
  }
  const shaped = shape.safeParse(document);
  if (!shaped.success) {
    sayIssues(shaped.error.issues, document, report);
    return failure(placed());
  }
  const made = make(shaped.data, report);
  return found.size > 0 ? failure(placed()) : success(made);

  function placed(): readonly Problem[] {
    return [...found.values()].map((problem) =>
      named(locate === undefined ? problem : { ...problem, ...locate(problem.pointer, partOf(problem)) }, file),
    );
  }
}

/** What is said of a key is shown at the key. */
function partOf({ code }: Problem): 'value' | 'key' {
  return code === 'unknown-key' || code === 'bad-name' ? 'key' : 'value';
}

function named(problem: Problem, file: string | undefined): Problem {
  return file === undefined ? problem : { ...problem, file };
}
