import type { AnalysisCode, AnalysisFinding } from '../model/analysis.js';
import type { Facts, Sentence } from './sentence-shape.js';
import { PLACE_SENTENCES } from './sentences-places.js';
import { RULE_SENTENCES } from './sentences-rules.js';
import { TIME_SENTENCES } from './sentences-time.js';
import { VALUE_SENTENCES } from './sentences-values.js';

/** How serious a finding is, what it says, and what to do next. */
export function analysisSentence(code: AnalysisCode, facts: Facts): Pick<AnalysisFinding, 'level' | 'message' | 'fix'> {
  const { level, message, fix } = SENTENCES[code];
  return { level, message: message(facts), fix: fix(facts) };
}

const SENTENCES: Readonly<Record<AnalysisCode, Sentence>> = {
  ...RULE_SENTENCES,
  ...PLACE_SENTENCES,
  ...VALUE_SENTENCES,
  ...TIME_SENTENCES,
};

/** Every code, for documentation and for tests that miss none. */
export const ANALYSIS_CODES: readonly string[] = Object.keys(SENTENCES);
