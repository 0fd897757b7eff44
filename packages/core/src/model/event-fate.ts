import type { ReasonEvent, ReasonMember } from './explanation.js';
import type { KeyValues, Shown } from './outcome.js';
import type { Bilingual } from './problem.js';
import type { LatePolicy } from './rubric.js';

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
  /** When, and on which day in the rubric's zone: the time of `by`, unless its rule acts at a later one. */
  readonly at: string;
  readonly day: string;
  readonly by: ReasonEvent;
  readonly rule: RuleReason;
}

export interface LateFate {
  readonly policy: LatePolicy;
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

/** An event, whether it counts, and what it does where it counts. */
export interface EventReason {
  /** With all that was recorded of it. */
  readonly event: ReasonEvent;
  readonly subject: string | null;
  /** When the ledger learned of it; `null` of an issued one. */
  readonly recorded: string | null;
  readonly fate: EventFate;
  /** Of an issued event: the rule, and what set it off. */
  readonly issuedBy: { readonly rule: RuleReason; readonly trigger: ReasonEvent } | null;
  readonly effects: readonly EventEffect[];
  readonly readBy: readonly EventReading[];
}

/**
 * Why a rule that holds ends or voids nothing: no event is called so (`absent`), or none was by then (`not-then`), none is
 * named (`unnamed`), it had ended already (`ended`), or it is a ruling that does not lie before this one (`ruling`).
 */
export type VainBecause = 'absent' | 'not-then' | 'unnamed' | 'ended' | 'ruling';

/** What an event sets off: `rule` is `null` where it says itself what it voids. */
export type EventEffect =
  | { readonly kind: 'issued' | 'voided'; readonly rule: RuleReason | null; readonly event: ReasonEvent }
  | { readonly kind: 'ended'; readonly rule: RuleReason | null; readonly event: ReasonEvent; readonly as: string }
  | { readonly kind: 'limit' | 'consequence'; readonly rule: RuleReason }
  | {
      readonly kind: 'vain';
      readonly does: 'void' | 'end';
      readonly rule: RuleReason | null;
      /** What it names, as it is written; `null` where that is unknown. */
      readonly named: string | null;
      readonly because: VainBecause;
    }
  | {
      readonly kind: 'closed';
      readonly period: Shown;
      /** Whether any edition says what becomes of what is late. */
      readonly settles: boolean;
      /** What closed the period before, so that this changes nothing; `null` for the first closing. */
      readonly earlier: ReasonEvent | null;
      /** What was recorded later, with what became of it. */
      readonly late: readonly { readonly event: ReasonEvent; readonly policy: LatePolicy; readonly to: Shown }[];
    };

/** A value that an event is a member of, with what it is worth there. */
export interface EventReading {
  readonly indicator: string;
  readonly title: Bilingual;
  readonly code: string | null;
  readonly basis: string | null;
  readonly keys: KeyValues;
  readonly value: Shown;
  readonly fate: ReasonMember['fate'];
  /** What gives the points; `null` where the event itself is read. */
  readonly rule: RuleReason | null;
}
