import type { Ledger as ParsedLedger, Rubric } from '@meritlog/core';

/** What the evaluator takes from core: types alone, so that not one line of evaluation is shared. */
export type {
  CardEntry,
  CloudEvent,
  Finding,
  IndicatorReading,
  Json,
  JsonObject,
  LedgerEvent,
  Lens,
  Row as ShownRow,
  RowConsequence,
  StandingTable,
  SubjectFile,
} from '@meritlog/core';

/** A ledger, of which its events alone are read. */
export type Ledger = Pick<ParsedLedger, 'events'>;

export type RubricModel = Rubric['model'];
export type EditionModel = RubricModel['editions'][number];
export type Zone = EditionModel['zone'];
export type Formula = Known<EditionModel['period']>['ends'];
export type Expr = Formula['expr'];
export type ValueType = Expr['type'];

export type CalendarModel = Named<EditionModel['calendars']>;
export type EventTypeModel = Named<EditionModel['events']>;
export type FieldModel = Named<EventTypeModel['fields']>;
export type TableModel = Named<EditionModel['tables']>;
export type CohortModel = Named<EditionModel['cohorts']>;

export type IndicatorModel = Named<EditionModel['indicators']>;
export type Num = Known<IndicatorModel['full']>;
export type MapStep = IndicatorModel['map'][number];
export type RoundMode = Extract<MapStep, { kind: 'round' }>['mode'];
export type MeasureModel = Extract<IndicatorModel['body'], { kind: 'measure' }>;
export type SourceModel = MeasureModel['of'];
export type DomainModel = Extract<SourceModel, { kind: 'each' }>['domain'];
export type TakeModel = MeasureModel['take'];

export type RuleModel = Named<EditionModel['rules']>;
export type Condition = RuleModel['when'];
export type Test = Extract<Condition, { kind: 'test' }>;
export type Operand = Test['value'];
export type EffectModel = RuleModel['effect'];
export type TargetModel = Extract<EffectModel, { kind: 'end' }>['what'];

export type StandingModel = Named<EditionModel['standings']>;
export type TieConvention = StandingModel['ties'];
export type ChainStep = StandingModel['by'][number];
export type AmongBlock = Extract<ChainStep, { kind: 'among' }>;
export type RankKey = Exclude<ChainStep, AmongBlock>;
export type FormulaKey = Extract<RankKey, { kind: 'is' }>;
export type ListKey = Extract<RankKey, { kind: 'items' }>;
export type BandModel = StandingModel['bands'][number];
export type AwardModel = StandingModel['awards'][number];

type Named<Models> = Models extends ReadonlyMap<string, infer Model> ? Model : never;
type Known<T> = Exclude<T, undefined>;
