import type { Instant } from '../model/calendar.js';
import type { Value } from '../model/expr.js';
import type { Ledger, LedgerEvent } from '../model/ledger.js';
import type { RulePlan } from '../model/plan.js';
import type { LatePolicy } from '../model/rubric.js';

/** What voids an event: an event that says so, or one by which a rule does. */
export interface Ruling {
  readonly event: LedgerEvent;
  readonly rule: RulePlan | undefined;
}

/** A ruling that is heard, and what it is about, as it may be meant: none where that is unknown. */
export interface VainRuling extends Ruling {
  readonly meanings: readonly string[];
  /** It names a ruling that does not lie before it. */
  readonly isBarred: boolean;
}

/** An event that was recorded when its period was closed, and what became of it. */
export interface Late {
  readonly policy: LatePolicy;
  readonly period: Value;
  /** Where it is carried to. */
  readonly to: Value;
  readonly closing: LedgerEvent;
  /** When it took effect, in the period that it says itself. */
  readonly at: Instant;
}

/** Everything that was there to be judged, and what of it was not; by full reference (`source#id`). */
export interface LeftOut {
  readonly ledger: Ledger;
  readonly knownAt: Instant | undefined;
  readonly supposed: ReadonlySet<string>;
  /** In the order in which the rulings were made. */
  readonly voids: ReadonlyMap<string, readonly Ruling[]>;
  /** Rulings that no recorded event answers. */
  readonly vain: readonly VainRuling[];
  readonly late: ReadonlyMap<string, Late>;
}
