import { supposed } from './amend/suppose.js';
import type { Lens } from './model/lens.js';
import { failure, type Result, success } from './model/problem.js';
import { type Rubric, rubricFrom } from './rubric.js';

/** The rubric under a lens: as it is, or with the supposed overlay laid over every edition and checked anew. */
export function supposeRubric<R>(rubric: Rubric<R>, lens: Lens): Result<Rubric<R>> {
  const overlay = lens.suppose?.rubric;
  if (overlay === undefined) return success(rubric);
  const documents = supposed(
    rubric.model.editions.map(({ document }) => document),
    overlay,
  ).map(({ document }) => document);
  const parsed = rubricFrom<R>(documents, { file: 'suppose' });
  return parsed.ok ? success(parsed.value) : failure(parsed.problems);
}
