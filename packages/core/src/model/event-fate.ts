import type { ReasonEvent } from './explanation.js';
import type { Shown } from './outcome.js';
import type { Bilingual } from './problem.js';

/** Whether an event counts in an outcome, and if not, why. */
export type EventFate =
  /** `ended`: how its state ended, by the instant looked at. `late`: what became of one recorded when its period was closed. */
  | { readonly kind: 'counts'; readonly ended: StateEnded | null; readonly late: LateFate | null }
  /** Every ruling that voids it, in the order in which they were made; none where only the what-if does. */
  | { readonly kind: 'voided'; readonly by: readonly RulingReason[] }
  /** Recorded when its period was closed, and ignored for that. */
  | { readonly kind: 'late'; readonly late: LateFate }
  /** It takes effect after the instant looked at. */
  | { readonly kind: 'later'; readonly effective: string }
  | { readonly kind: 'not-known'; readonly recorded: string }
  /** Neither recorded nor issued. */
  | { readonly kind: 'absent' };

/** What voids an event: a ruling, with the rule by which it does; `null` where it says itself what it voids. */
export interface RulingReason {
  readonly ruling: ReasonEvent;
  readonly rule: RuleReason | null;
}

export interface StateEnded {
  readonly as: string;
  readonly by: ReasonEvent;
  readonly rule: RuleReason;
}

export interface LateFate {
  readonly policy: 'restate' | 'ignore' | 'carry';
  readonly period: Shown;
  /** The period that it is carried to. */
  readonly to: Shown;
  readonly closing: ReasonEvent;
}

/** A rule, with the edition that applied it. */
export interface RuleReason {
  readonly name: string;
  readonly title: Bilingual | null;
  readonly basis: string | null;
  readonly edition: string;
}
