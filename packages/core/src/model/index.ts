/** The checked model of a rubric, for those who write another evaluator, form or report. Types only. */
export type { Day, Instant } from './calendar.js';
export type { BinaryOp, Condition, ConditionOperator, ContextName, Expr, Formula, FunctionName, Operand, Value, ValueType } from './expr.js';
export type { Frac, Num, RoundMode } from './num.js';
export type {
  AwardModel,
  BandModel,
  BodyModel,
  CardModel,
  CohortModel,
  DomainModel,
  Edge,
  EditionModel,
  EffectModel,
  EventTypeModel,
  FieldKind,
  FieldModel,
  IndicatorModel,
  KeyModel,
  MapStep,
  MeasureModel,
  PeriodModel,
  RankKey,
  Reduce,
  RubricModel,
  RuleModel,
  SourceModel,
  StandingModel,
  TableModel,
  TakeModel,
  TargetModel,
  ThresholdBand,
  TieConvention,
} from './rubric.js';
export type { Zone, ZoneOffset } from './zone.js';
