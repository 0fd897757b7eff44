import type { Day } from './calendar.js';
import type { IndicatorExample } from './example.js';
import type { Formula, Value, ValueType } from './expr.js';
import type { JsonObject } from './json.js';
import type { Num, RoundMode } from './num.js';
import type { Origin } from './origin.js';
import type { Bilingual } from './problem.js';
import type { NamedThing, ProcedureModel } from './procedure.js';
import type { MeasureModel } from './rubric-measure.js';
import type { RuleModel } from './rubric-rule.js';
import type { StandingModel, TieConvention } from './rubric-standing.js';
import type { Semantics } from './semantics.js';
import type { Zone } from './zone.js';

/** A checked rubric: every edition merged with its parent, names resolved, short forms expanded. Frozen. */
export interface RubricModel {
  readonly id: string;
  readonly title: Bilingual;
  /** Ordered by `from`; the first also serves what lies before it. */
  readonly editions: readonly EditionModel[];
}

export interface EditionModel {
  readonly edition: string;
  readonly digest: string;
  /** The whole edition as JSON, after its parent was merged in. */
  readonly document: JsonObject;
  /** Where its parts were written, as it may have taken them from its parent. */
  readonly origin: Origin;
  readonly basis: string | undefined;
  /** What its numbers shall mean, where it says so. */
  readonly semantics: Semantics | undefined;
  readonly from: Day;
  readonly zone: Zone;
  readonly calendars: ReadonlyMap<string, CalendarModel>;
  /** The key that CloudEvents `subject` carries. */
  readonly subject: string;
  readonly keys: ReadonlyMap<string, KeyModel>;
  readonly period: PeriodModel | undefined;
  readonly events: ReadonlyMap<string, EventTypeModel>;
  readonly tables: ReadonlyMap<string, TableModel>;
  readonly cohorts: ReadonlyMap<string, CohortModel>;
  /** In an order in which nothing reads what comes later, except through time or an earlier key. */
  readonly indicators: ReadonlyMap<string, IndicatorModel>;
  readonly rules: ReadonlyMap<string, RuleModel>;
  readonly standings: ReadonlyMap<string, StandingModel>;
  readonly roles: ReadonlyMap<string, NamedThing>;
  readonly procedures: ReadonlyMap<string, ProcedureModel>;
}

/** Which days are worked, from `from` until before `until`; of other days nothing is known. Lists are in order, and no day is in both. */
export interface CalendarModel {
  readonly name: string;
  readonly title: Bilingual | undefined;
  readonly from: Day;
  readonly until: Day;
  /** Weekdays that are not worked: 1 is Monday. */
  readonly weekend: readonly number[];
  readonly holidays: readonly Day[];
  /** Days that are worked, whatever their weekday. */
  readonly workdays: readonly Day[];
}

export interface KeyModel {
  readonly name: string;
  readonly title: Bilingual | undefined;
  readonly type: 'text' | 'number';
}

/** `ends` is a date in the scope of the period key: the last day whose events a reading of that period sees. */
export interface PeriodModel {
  readonly key: string;
  readonly ends: Formula;
  /** What becomes of an event that was recorded when its period was closed; nothing where undefined. */
  readonly late: LatePolicy | undefined;
}

export type LatePolicy = 'restate' | 'ignore' | 'carry';

export interface EventTypeModel {
  readonly type: string;
  readonly title: Bilingual | undefined;
  /** In an order in which a computed field reads only earlier ones. */
  readonly fields: ReadonlyMap<string, FieldModel>;
  /** Instant (or date: its first instant) at which the event takes effect; its `time` where absent. */
  readonly effective: Formula | undefined;
  /** The date that picks the edition of computed fields; the event's day where absent. */
  readonly appliesBy: Formula | undefined;
  readonly registers: boolean;
  readonly finding: boolean;
  readonly card: CardModel | undefined;
  /** For an older form: what its events are read as. */
  readonly becomes: BecomesModel | undefined;
}

/** `data`: formulas for fields of the newer type; those not named have the value of the older type's field of their name. */
export interface BecomesModel {
  readonly type: string;
  readonly data: ReadonlyMap<string, Formula>;
}

export type FieldKind = 'key' | 'number' | 'text' | 'choice' | 'flag' | 'date' | 'instant' | 'list';

export interface FieldModel {
  readonly name: string;
  readonly kind: FieldKind;
  readonly type: ValueType;
  readonly title: Bilingual | undefined;
  readonly unit: string | undefined;
  readonly optional: boolean;
  /** Allowed values of a choice; empty where any text will do. */
  readonly choices: readonly string[];
  /** The least and the greatest that may be recorded: of a number, and of each item of a list of numbers. */
  readonly min: Num | undefined;
  readonly max: Num | undefined;
  /** The key of which a recorded text, and each text of a list, must be a registered value. */
  readonly refersTo: string | undefined;
  /** Computed where present, else read from `data` at `path`. */
  readonly is: Formula | undefined;
  readonly path: readonly (string | number)[];
}

export interface CardModel {
  /** The field that holds the colour. */
  readonly colour: string;
  readonly colours: ReadonlyMap<
    string,
    {
      readonly polarity: 'merit' | 'warning' | 'censure';
      readonly severity: number;
      readonly title: Bilingual | undefined;
    }
  >;
}

export interface TableModel {
  readonly name: string;
  readonly type: ValueType;
  readonly columns: readonly { readonly name: string; readonly stepped: boolean; readonly type: ValueType }[];
  readonly rows: readonly {
    readonly at: readonly Exclude<Value, undefined>[];
    readonly value: Exclude<Value, undefined>;
  }[];
  readonly otherwise: Value;
}

/** Members: the values of `of` among events of the type that agree with the keys of `each`. */
export interface CohortModel {
  readonly name: string;
  readonly each: readonly string[];
  readonly of: string;
  readonly event: string;
  readonly where: Formula | undefined;
}

export interface IndicatorModel {
  readonly name: string;
  readonly examples: readonly IndicatorExample[];
  readonly code: string | undefined;
  readonly title: Bilingual;
  readonly basis: string | undefined;
  readonly unit: string | undefined;
  /** Full mark, where it has one. */
  readonly full: Num | undefined;
  readonly type: ValueType;
  readonly per: readonly string[];
  readonly with: readonly { readonly name: string; readonly type: ValueType }[];
  readonly body: BodyModel;
  readonly map: readonly MapStep[];
  readonly otherwise: Formula | undefined;
  readonly bands: readonly ThresholdBand[];
  readonly hidden: boolean;
}

export type BodyModel = { readonly kind: 'formula'; readonly is: Formula } | MeasureModel;

export type MapStep =
  | { readonly kind: 'formula'; readonly is: Formula }
  | { readonly kind: 'round'; readonly digits: number; readonly mode: RoundMode }
  | {
      readonly kind: 'steps';
      readonly steps: readonly { readonly from: Num; readonly value: Num }[];
      readonly below: Num | undefined;
    }
  | { readonly kind: 'linear'; readonly points: readonly { readonly x: Num; readonly y: Num }[] }
  | { readonly kind: 'rank'; readonly among: string; readonly order: 'desc' | 'asc'; readonly ties: TieConvention };

export interface ThresholdBand {
  readonly id: string;
  readonly title: Bilingual | undefined;
  readonly from: Num | undefined;
}

export type {
  DomainModel,
  MeasureModel,
  PickModel,
  Reduce,
  SourceModel,
  TakeModel,
} from './rubric-measure.js';
export { LONGEST_RANGE } from './rubric-measure.js';
export type { EffectModel, IssueEach, RuleModel, TargetModel } from './rubric-rule.js';
export type {
  AmongBlock,
  AwardModel,
  BandModel,
  ChainStep,
  Edge,
  FormulaKey,
  ListKey,
  RankKey,
  StandingModel,
  TieConvention,
} from './rubric-standing.js';
