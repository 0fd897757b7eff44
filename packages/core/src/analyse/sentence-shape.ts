import type { AnalysisFinding } from '../model/analysis.js';
import type { Bilingual } from '../model/problem.js';

export type Facts = AnalysisFinding['facts'];

/** How serious a finding is, what it says, and what to do next. */
export interface Sentence {
  readonly level: AnalysisFinding['level'];
  readonly message: (facts: Facts) => Bilingual;
  readonly fix: (facts: Facts) => Bilingual;
}
