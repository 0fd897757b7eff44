/** What the evaluator reads from core: types alone, so that not one line of evaluation is shared. */
export type { CloudEvent } from '../../core/src/model/event.js';
export type { Condition, Expr, Formula, Operand, ValueType } from '../../core/src/model/expr.js';
export type { Json, JsonObject } from '../../core/src/model/json.js';
export type { Ledger, LedgerEvent } from '../../core/src/model/ledger.js';
export type { Lens } from '../../core/src/model/lens.js';
export type { Num, RoundMode } from '../../core/src/model/num.js';
export type {
  CardEntry,
  Finding,
  IndicatorReading,
  Row as ShownRow,
  RowConsequence,
  StandingTable,
  SubjectFile,
} from '../../core/src/model/outcome.js';
export type {
  AwardModel,
  BandModel,
  CohortModel,
  DomainModel,
  EditionModel,
  EffectModel,
  EventTypeModel,
  FieldModel,
  IndicatorModel,
  MapStep,
  MeasureModel,
  RankKey,
  RubricModel,
  RuleModel,
  SourceModel,
  StandingModel,
  TableModel,
  TakeModel,
  TargetModel,
  TieConvention,
} from '../../core/src/model/rubric.js';
export type { Zone } from '../../core/src/model/zone.js';
