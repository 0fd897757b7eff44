import type { AnalysisCode } from '../src/model/analysis.js';
import type { Rubric } from '../src/rubric.js';

/** A rubric with one fault, and the same without it. */
export interface Pair {
  readonly code: AnalysisCode;
  readonly what: string;
  readonly names: readonly string[];
  readonly pointer: string;
  readonly faulty: Rubric;
  readonly mended: Rubric;
}
