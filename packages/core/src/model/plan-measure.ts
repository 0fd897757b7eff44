import type { Value } from './expr.js';
import type { Num } from './num.js';
import type { Eval, RulePlan } from './plan.js';
import type { MeasureModel } from './rubric.js';

export interface MeasurePlan {
  readonly kind: 'measure';
  readonly model: MeasureModel;
  readonly of: SourcePlan;
  readonly window: WindowPlan | undefined;
  readonly keep: { readonly which: 'best' | 'worst' | 'latest' | 'first'; readonly n: Eval } | undefined;
  readonly drop: DropPlan | undefined;
  readonly need: Eval | undefined;
  /** The weight of the latest member in a decay. */
  readonly decay: Eval | undefined;
  readonly plainSum: boolean;
}

export interface WindowPlan {
  readonly by: Eval;
  readonly from: Eval | undefined;
  readonly until: Eval | undefined;
  readonly after: PickPlan | undefined;
  readonly before: PickPlan | undefined;
}

export interface PickPlan {
  readonly indicator: string;
  readonly passes: readonly Eval[];
}

export interface DropPlan {
  readonly best: Eval | undefined;
  readonly worst: Eval | undefined;
  readonly where: Eval | undefined;
  readonly optimal: boolean;
}

export type SourcePlan =
  | {
      readonly kind: 'events';
      readonly joins: readonly JoinPlan[];
      readonly where: Eval | undefined;
      readonly value: Eval | undefined;
      readonly weight: Eval | undefined;
    }
  | { readonly kind: 'given'; readonly gives: readonly GivePlan[] }
  | {
      readonly kind: 'each';
      readonly key: number;
      readonly domain: DomainPlan;
      readonly where: Eval | undefined;
      readonly value: Eval | MeasurePlan;
      readonly weight: Eval | undefined;
    }
  | {
      readonly kind: 'parts';
      readonly parts: readonly { readonly name: string; readonly weight: Num | undefined; readonly read: Eval }[];
    };

/** Events of a type, joined on the keys that they and the binding both have. */
export interface JoinPlan {
  readonly type: string;
  readonly keys: readonly number[];
}

export interface GivePlan {
  readonly rule: RulePlan;
  readonly joins: readonly JoinPlan[];
  readonly points: Eval;
  /** Points that are a literal decimal, also as an integer of 10^-POINT_DIGITS; undefined where they are computed. */
  readonly constant: { readonly scaled: number; readonly value: Num } | undefined;
}

export interface LimitPlan {
  readonly rule: RulePlan;
  readonly joins: readonly JoinPlan[];
  readonly max: Eval | undefined;
  readonly min: Eval | undefined;
}

export type DomainPlan =
  | {
      readonly kind: 'events';
      readonly joins: readonly JoinPlan[];
      readonly where: Eval | undefined;
      readonly list: string | undefined;
    }
  | { readonly kind: 'values'; readonly values: readonly Exclude<Value, undefined>[] }
  | { readonly kind: 'cohort'; readonly cohort: string }
  | { readonly kind: 'range'; readonly from: Eval; readonly to: Eval };
