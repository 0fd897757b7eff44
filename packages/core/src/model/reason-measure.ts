import type { RulingReason } from './event-fate.js';
import type { Reason, ReasonEvent, RuleOfReason } from './explanation.js';
import type { Decimal, Shown } from './outcome.js';

/** What a measure is made of: its members, and what its condition left out. */
export interface ReasonMeasure {
  readonly reduce: string;
  /** Of an `each` over a range: its bounds, both included. */
  readonly range?: { readonly key: string; readonly from: Working; readonly to: Working } & Behind;
  /** The weight of a decay, the power of a mean; absent where the reduction takes no parameter. */
  readonly parameter?: Shown;
  /** The events that bound its window, where there are some. */
  readonly after?: ReasonEvent;
  readonly before?: ReasonEvent;
  readonly value: Shown;
  readonly members: readonly ReasonMember[];
  /** How many `where` left out, and, where they are few, each with what failed; absent where there is none. */
  readonly leftOut?: AllLeftOut;
  /** The same of events whose keys the condition of the domain left out. */
  readonly keysLeftOut?: AllLeftOut;
  /** Voided events that would have been among the members, or named a key of theirs; absent where there is none. */
  readonly voided?: VoidedMembers;
  /** How many must be known, how many are, and whether that is enough; absent where no number is needed. */
  readonly need?: Working & { readonly known: number; readonly met: boolean } & Behind;
  /** Why there is no value; absent where there is one. */
  readonly open?: OpenBecause;
}

interface Behind {
  /** Values that the formulas beside it read. */
  readonly behind: readonly Reason[];
}

/** How many, and where they are few, each with the rulings; none of one that the what-if alone voids. */
export interface VoidedMembers {
  readonly count: number;
  readonly members: readonly { readonly event: ReasonEvent; readonly by: readonly RulingReason[] }[];
}

export interface AllLeftOut {
  readonly count: number;
  readonly members: readonly LeftOut[];
}

/**
 * `keys`: it is unknown which there are; `members`: one of them is unknown; `need`: fewer are known than needed; `none`:
 * nothing is left to reduce; `take`: it is unknown which to keep; `reduce`: what is left has no such value.
 */
export type OpenBecause = 'keys' | 'members' | 'need' | 'none' | 'take' | 'reduce';

/** A formula as it went: what it read, and what it came to. */
export interface Working {
  readonly formula: string;
  /** The same with values in place of names, and `…` for what it did not get to; absent where that says no more. */
  readonly filled?: string;
  readonly value: Shown;
  /** What in it has no value although all it read has one, such as a quotient by 0; absent where there is none. */
  readonly open?: readonly string[];
  /** The values, parts of standings and rows of tables that it read; fields and keys stand beside it. */
  readonly inputs: readonly { readonly name: string; readonly value: Shown }[];
}

/** What a condition kept from being a member. */
export interface LeftOut {
  readonly event: ReasonEvent | null;
  readonly key: ReasonMember['key'];
  /** The parts of the condition that do not hold. */
  readonly failed: readonly Working[];
  readonly behind: readonly Reason[];
}

export interface ReasonMember {
  readonly value: Shown;
  readonly weight: Decimal | null;
  /** That the value is 0 in place of an unknown one; absent otherwise. */
  readonly assumed?: true;
  /** Why it counts or not. */
  readonly fate: 'taken' | 'outside-window' | 'unknown' | 'dropped';
  readonly event: ReasonEvent | null;
  /** The rule that gave it. */
  readonly rule: RuleOfReason | null;
  readonly key: { readonly name: string; readonly value: string | number } | null;
  /** What its value is made of, where it is one of a key or a part. */
  readonly reasons: readonly Reason[];
  /** The formula of its value, where that is more than a name or a number. */
  readonly working?: Working;
  /** The same of its weight. */
  readonly weighing?: Working;
  /** The parts of the condition under which it is a member: each holds, or is unknown. */
  readonly conditions?: readonly Working[];
  /** What its value is made of, where that is a measure of its own. */
  readonly inner?: ReasonMeasure;
  /** Values that the working of an event and its conditions read. */
  readonly behind?: readonly Reason[];
}
