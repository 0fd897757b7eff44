export { analyse } from './analyse.js';
export { caseFile, caseFiles, decide, evolve, nextSteps, openCase, overdueCases } from './decide.js';
export { diff } from './diff.js';
export { type ExampleResult, runExamples } from './examples.js';
export { forwardCalendarText } from './explain/calendar-text.js';
export { rubricCoverageText } from './explain/coverage-text.js';
export { differenceText } from './explain/difference-text.js';
export { explanationText } from './explain/explanation-text.js';
export { shortNumber } from './explain/short-number.js';
export { tiesText } from './explain/ties-text.js';
export type { Language } from './explain/words.js';
export { type EventQuestion, explain, type Question, tryExplain } from './explain.js';
export { type CalendarOptions, forwardCalendar, tryForwardCalendar } from './forward-calendar.js';
export { ruleHits } from './hits.js';
export type { AwardId, BandId, EventOf, EventShape, IndicatorId, KeyId, RubricDocument, StandingId } from './infer.js';
export { extendLedger, ledgerOf, parseEvents } from './ledger.js';
export type {
  Against,
  Analysis,
  AnalysisCode,
  AnalysisFinding,
  Commutative,
  Monotone,
  Sight,
  Witness,
} from './model/analysis.js';
export { canonical } from './model/canonical.js';
export type {
  CaseEntry,
  CaseFile,
  Claims,
  Command,
  Decision,
  Irregularity,
  NextStep,
  OverdueCase,
} from './model/case-file.js';
export type {
  CardChange,
  Cause,
  Change,
  ClauseChange,
  ConsequenceChange,
  Difference,
  EventChange,
  FindingChange,
  FindingTold,
  HappenedChange,
  IssuedBy,
  MemberChange,
  RankBecause,
  RowChange,
  RubricChange,
  SubjectChange,
  ValueChange,
} from './model/difference.js';
export type { CloudEvent, RecordedEvent, StoredEvent } from './model/event.js';
export type {
  EventEffect,
  EventFate,
  EventReading,
  EventReason,
  LateFate,
  RuleReason,
  RulingReason,
  StateEnded,
} from './model/event-fate.js';
export type {
  AwardReason,
  BandReason,
  ConsequenceReason,
  Explanation,
  FailedCondition,
  MissedBecause,
  MissedClause,
  PlaceReason,
  Reason,
  ReasonBody,
  ReasonEvent,
  ReasonField,
  ReasonInput,
  ReasonMember,
  ReasonStep,
  Separation,
} from './model/explanation.js';
export type { CalendarEntry, ForwardCalendar, PeriodEnd, RuleClause, ValueEntry } from './model/forward-calendar.js';
export type { Json, JsonObject } from './model/json.js';
export type { Ledger, LedgerEvent } from './model/ledger.js';
export type { Lens, Supposition } from './model/lens.js';
export type {
  CardEntry,
  ConsequenceStatus,
  Coverage,
  Decimal,
  Digests,
  Finding,
  Hit,
  IndicatorReading,
  KeyValues,
  Reading,
  Row,
  RowConsequence,
  Shown,
  StandingTable,
  SubjectFile,
} from './model/outcome.js';
export type { Bilingual, Problem, Result } from './model/problem.js';
export { nearest } from './model/problem.js';
export type {
  ClauseCoverage,
  FormulaCoverage,
  IndicatorCoverage,
  Reached,
  RubricCoverage,
  RuleCoverage,
  StandingCoverage,
  TableCoverage,
  TestCoverage,
  TypeCoverage,
} from './model/rubric-coverage.js';
export { SEMANTICS, SEMANTICS_SINCE, type Semantics } from './model/semantics.js';
export type {
  Appended,
  AppendOptions,
  AppendProblem,
  AppendResult,
  Duplicate,
  EventStore,
  Head,
  IdClash,
  IdConflict,
  InvalidAppend,
  ReadQuery,
  RecordedOutOfOrder,
  StopSignal,
  StoreCapabilities,
  StoreErrorCode,
  TailOptions,
  VersionConflict,
} from './model/store.js';
export { type Outcome, outcomeDocument, type Standings } from './outcome.js';
export { type JsonDocument, readJson } from './parse/json-text.js';
export { type JsonLine, readJsonLines } from './parse/jsonl-text.js';
export { rubricJsonSchema } from './parse/rubric-schema.js';
export { ProblemError } from './problem-error.js';
export { replay, tryReplay } from './replay.js';
export { defineRubric, parseRubric, type Rubric, type RubricOptions } from './rubric.js';
export { rubricCoverage, tryRubricCoverage } from './rubric-coverage.js';
export { type MemoryStoreOptions, memoryStore } from './store/memory/memory-store.js';
export { StoreError } from './store/store-error.js';
export { bites } from './witness.js';
