import type { Day, Instant } from './calendar.js';
import type { CellPlan, Cells } from './cells.js';
import type { Expr, Value, ValueType } from './expr.js';
import type { Json } from './json.js';
import type { LedgerEvent } from './ledger.js';
import type { EffectPlan } from './plan-effect.js';
import type { LimitPlan, MeasurePlan } from './plan-measure.js';
import type { ProcedurePlan } from './plan-procedure.js';
import type { StandingPlan } from './plan-standing.js';
import type { Watch } from './plan-watch.js';
import type { CardModel, EditionModel, IndicatorModel, MapStep, RubricModel, RuleModel } from './rubric.js';
import type { Zone } from './zone.js';

/** Where a formula is evaluated: an event or a binding, inside other frames. Closures read it and never keep it. */
export interface Frame {
  readonly reader: Reader;
  /** What tests read of recorded events, so that the hot path need not look it up. */
  readonly cells: Cells;
  /** The reading instant. */
  readonly at: Instant;
  readonly outer: Frame | undefined;
  /** Position of the event in scope, or -1. Measures walk their events on one frame. */
  ord: number;
  /** Interned values by index of the key; UNBOUND where this frame binds nothing. */
  bound: readonly number[] | undefined;
  passed: ReadonlyMap<string, Value> | undefined;
  /** What `it` names; in the fields of an `issue` with `each`, the item. */
  it: Value;
  /** What `size` names; in the fields of an `issue` with `each`, the position. */
  size: number;
}

/** Decimals of points that are summed as integers. */
export const POINT_DIGITS = 6;

export const UNBOUND = -1;
/** A key that is bound to an unknown value: nothing joins with it. */
export const UNKNOWN_KEY = -2;

export type Eval = (frame: Frame) => Value;
export type Test = (frame: Frame) => boolean | undefined;

/** What closures may ask of a replay. */
export interface Reader {
  readonly zone: Zone;
  readonly cells: Cells;
  event(ord: number): LedgerEvent;
  effective(ord: number): Instant;
  state(ord: number, at: Instant): string;
  field(ord: number, name: string): Value;
  list(ord: number, name: string): readonly Value[];
  /** The interned value of a key in scope, UNBOUND or UNKNOWN_KEY. */
  keyId(frame: Frame, key: number): number;
  keyValue(key: number, id: number): Value;
  passed(frame: Frame, name: string): Value;
  indicator(frame: Frame, name: string, args: readonly Value[], passes: readonly Value[]): Value;
  standing(frame: Frame, name: string, part: string, args: readonly Value[]): Value;
}

/** A rubric compiled to closures: no text of it is ever executed. */
export interface Plan {
  readonly model: RubricModel;
  readonly keyNames: readonly string[];
  readonly subjectKey: number;
  readonly periodKey: number;
  readonly editions: readonly EditionPlan[];
  readonly cells: readonly CellPlan[];
  /** Whether any rule issues or ends events. */
  readonly forward: boolean;
  readonly voids: boolean;
  /** What a closing says of its period; undefined where no edition asks what is late. */
  readonly closedBy: ((event: LedgerEvent) => Value) | undefined;
  readonly ordersByFormula: boolean;
  /** Whether any type is an older form of another. */
  readonly olderForms: boolean;
  readonly watch: Watch | undefined;
}

export interface EditionPlan {
  readonly model: EditionModel;
  readonly index: number;
  readonly from: Day;
  readonly zone: Zone;
  readonly periodEnds: Eval | undefined;
  readonly types: ReadonlyMap<string, TypePlan>;
  readonly cohorts: ReadonlyMap<string, CohortPlan>;
  readonly indicators: ReadonlyMap<string, IndicatorPlan>;
  readonly rules: ReadonlyMap<string, RulePlan>;
  readonly standings: ReadonlyMap<string, StandingPlan>;
  readonly procedures: ReadonlyMap<string, ProcedurePlan>;
  /** Evaluates any part of its formulas. Only reasons ask for one, so it is compiled when they do. */
  readonly partOf: (expr: Expr) => Eval;
}

export interface TypePlan {
  readonly type: string;
  readonly fields: ReadonlyMap<string, FieldPlan>;
  /** By index of the key: the field that carries it, if any. */
  readonly keyFields: readonly (FieldPlan | undefined)[];
  readonly effective: Eval | undefined;
  readonly appliesBy: Eval | undefined;
  readonly card: CardModel | undefined;
  readonly becomes: BecomesPlan | undefined;
}

export interface BecomesPlan {
  readonly type: string;
  readonly data: readonly BecomesField[];
}

/** A field of the newer type, with where its value stands in the data, and whence it comes. */
export interface BecomesField {
  readonly path: readonly (string | number)[];
  readonly type: ValueType;
  readonly from:
    | { readonly kind: 'formula'; readonly is: Eval }
    | { readonly kind: 'copy'; readonly json: (event: LedgerEvent) => Json | undefined };
}

export interface FieldPlan {
  readonly name: string;
  /** Reads a plain field from an event's data; undefined for a computed one. */
  readonly plain: ((event: LedgerEvent) => Value) | undefined;
  readonly list: ((event: LedgerEvent) => readonly Value[]) | undefined;
  readonly is: Eval | undefined;
  /** The value is the event's subject: interned without reading. */
  readonly isSubject: boolean;
}

export interface CohortPlan {
  readonly name: string;
  readonly each: readonly number[];
  readonly of: number;
  readonly type: string;
  readonly where: Eval | undefined;
}

export interface IndicatorPlan {
  readonly model: IndicatorModel;
  readonly per: readonly number[];
  readonly hasPeriod: boolean;
  readonly body: { readonly kind: 'formula'; readonly is: Eval } | MeasurePlan;
  readonly map: readonly MapPlan[];
  readonly otherwise: Eval | undefined;
  readonly limits: readonly LimitPlan[];
}

export type MapPlan = { readonly model: MapStep; readonly is: Eval | undefined };

export interface RulePlan {
  readonly model: RuleModel;
  readonly edition: number;
  readonly test: Test;
  /** Whether its conditions hang on the event alone: not on the reading instant, states or other events. */
  readonly timeless: boolean;
  readonly appliesBy: Eval | undefined;
  readonly at: Eval | undefined;
  readonly unless: readonly string[];
  /** Rules whose success suppresses this one. */
  readonly overriddenBy: readonly string[];
  readonly effect: EffectPlan;
}

export type { EffectPlan, TargetPlan } from './plan-effect.js';
export type {
  DomainPlan,
  DropPlan,
  GivePlan,
  JoinPlan,
  LimitPlan,
  MeasurePlan,
  PickPlan,
  SourcePlan,
} from './plan-measure.js';
export type {
  AwardPlan,
  BandPlan,
  ChainPlan,
  ChainStepPlan,
  RankKeyPlan,
  StandingPlan,
} from './plan-standing.js';
