import type { Bilingual, Problem } from '../model/problem.js';
import { BECOMES_MESSAGES, type BecomesFacts } from './problem-becomes.js';
import { CALENDAR_MESSAGES, type CalendarFacts } from './problem-calendar.js';
import { CONDITION_MESSAGES, type ConditionFacts } from './problem-condition.js';
import { EDITION_MESSAGES, type EditionFacts } from './problem-edition.js';
import { FORMULA_MESSAGES, type FormulaFacts } from './problem-formula.js';
import { INDICATOR_MESSAGES, type IndicatorFacts } from './problem-indicator.js';
import type { Messages } from './problem-message.js';
import { PROCEDURE_MESSAGES, type ProcedureFacts } from './problem-procedure.js';
import { RULE_MESSAGES, type RuleFacts } from './problem-rule.js';
import { SHAPE_MESSAGES, type ShapeFacts } from './problem-shape.js';
import { STANDING_MESSAGES, type StandingFacts } from './problem-standing.js';
import { TYPE_MESSAGES, type TypeFacts } from './problem-type.js';
import { VOCABULARY_MESSAGES, type VocabularyFacts } from './problem-vocabulary.js';

/** The facts of every problem that a rubric can have, by its code. */
export interface RubricFacts
  extends ShapeFacts,
    EditionFacts,
    FormulaFacts,
    TypeFacts,
    ConditionFacts,
    VocabularyFacts,
    CalendarFacts,
    BecomesFacts,
    IndicatorFacts,
    RuleFacts,
    ProcedureFacts,
    StandingFacts {}

export type RubricProblemCode = keyof RubricFacts;

const MESSAGES: Messages<RubricFacts> = {
  ...SHAPE_MESSAGES,
  ...EDITION_MESSAGES,
  ...FORMULA_MESSAGES,
  ...TYPE_MESSAGES,
  ...CONDITION_MESSAGES,
  ...VOCABULARY_MESSAGES,
  ...CALENDAR_MESSAGES,
  ...BECOMES_MESSAGES,
  ...INDICATOR_MESSAGES,
  ...RULE_MESSAGES,
  ...PROCEDURE_MESSAGES,
  ...STANDING_MESSAGES,
};

/** Every code, for documentation and for tests that miss none. */
export const RUBRIC_PROBLEM_CODES: readonly string[] = Object.keys(MESSAGES);

/** How serious a problem is, and its sentence. */
export function messageOf<C extends RubricProblemCode>(
  code: C,
  facts: RubricFacts[C],
): { readonly severity: Problem['severity']; readonly message: Bilingual } {
  const { severity = 'error', en, zh } = MESSAGES[code];
  return { severity, message: { en: en(facts), zh: zh(facts) } };
}
