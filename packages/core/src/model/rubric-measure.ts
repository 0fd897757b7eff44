import type { Expr, Formula, Value } from './expr.js';
import type { Num } from './num.js';

export interface MeasureModel {
  readonly kind: 'measure';
  readonly of: SourceModel;
  readonly take: TakeModel;
  readonly reduce: Reduce;
  readonly missing: 'unknown' | 'skip' | 'zero';
  readonly need: Formula | undefined;
}

type PlainReduce = 'sum' | 'count' | 'mean' | 'median' | 'min' | 'max' | 'latest' | 'first';

export type Reduce =
  | PlainReduce
  /** The recurrence a₁ = v₁, aₙ = w·vₙ + (1 − w)·aₙ₋₁ in member order. */
  | { readonly kind: 'decay'; readonly weight: Formula }
  /** A mean of another power than 1: 0 is the geometric one, −1 the harmonic. */
  | { readonly kind: 'mean'; readonly power: Num };

export type SourceModel =
  | {
      readonly kind: 'events';
      readonly types: readonly string[];
      readonly where: Formula | undefined;
      readonly value: Formula | undefined;
      readonly weight: Formula | undefined;
    }
  | { readonly kind: 'given' }
  /** `key` is bound to each value of the domain in turn; `value` is a formula or a measure nested in that scope. */
  | {
      readonly kind: 'each';
      readonly key: string;
      readonly domain: DomainModel;
      readonly where: Formula | undefined;
      readonly value: Formula | MeasureModel;
      readonly weight: Formula | undefined;
    }
  | {
      readonly kind: 'parts';
      readonly parts: readonly { readonly indicator: string; readonly weight: Num | undefined }[];
    };

export type DomainModel =
  /** Every value of the key that occurs in the sources read. */
  | { readonly kind: 'sources'; readonly types: readonly string[] }
  | {
      readonly kind: 'events';
      readonly type: string;
      readonly where: Formula | undefined;
      readonly list: string | undefined;
    }
  | { readonly kind: 'values'; readonly values: readonly Exclude<Value, undefined>[] }
  | { readonly kind: 'cohort'; readonly cohort: string }
  /** The whole numbers from the one to the other, both included. */
  | { readonly kind: 'range'; readonly from: Formula; readonly to: Formula };

/** Most numbers of a range; of more the result is unknown. */
export const LONGEST_RANGE = 10_000;

export interface DropModel {
  readonly best: Formula | undefined;
  readonly worst: Formula | undefined;
  /** Which members can be dropped: all, where there is none. In the scope of a member. */
  readonly where: Formula | undefined;
  /** Whether those of `worst` go whose going leaves the greatest mean. */
  readonly optimal: boolean;
}

/** The reading of an indicator that takes one event. */
export type PickModel = Expr & { readonly kind: 'indicator' };

/** Dates or instants, half-open, and events in canonical order, both left outside. */
export interface WindowModel {
  readonly by: Expr | undefined;
  readonly from: Formula | undefined;
  readonly until: Formula | undefined;
  readonly after: PickModel | undefined;
  readonly before: PickModel | undefined;
}

export interface TakeModel {
  readonly window: WindowModel | undefined;
  readonly keep: { readonly which: 'best' | 'worst' | 'latest' | 'first'; readonly n: Formula } | undefined;
  readonly drop: DropModel | undefined;
}
