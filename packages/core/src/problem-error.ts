import type { Problem } from './model/problem.js';

/** Thrown only where a caller promised valid input, as in `defineRubric`. Recognised by `code`. */
export class ProblemError extends Error {
  readonly code = 'MERITLOG_PROBLEMS';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ pointer, message }) => `${pointer}: ${message.en}`).join('\n'));
    this.name = 'ProblemError';
  }
}
