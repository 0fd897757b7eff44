import type { EventReason } from './event-fate.js';
import type { Coverage, Decimal, KeyValues, RowConsequence, Shown } from './outcome.js';
import type { Bilingual } from './problem.js';

/** Where a number comes from, down to the events behind it. Its parts give its value exactly. */
export interface Reason {
  readonly indicator: string;
  readonly title: Bilingual;
  readonly code: string | null;
  readonly basis: string | null;
  readonly unit: string | null;
  readonly full: Decimal | null;
  readonly keys: KeyValues;
  /** What it was passed by `with`; absent where it takes nothing. */
  readonly passed?: Readonly<Record<string, Shown>>;
  readonly value: Shown;
  readonly coverage: Coverage;
  /** The edition that judged it. */
  readonly edition: string;
  readonly body: ReasonBody;
  /** What `map`, `otherwise` and limits made of the body's value, in order. */
  readonly steps: readonly ReasonStep[];
}

export type ReasonBody =
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly value: Shown;
      readonly inputs: readonly ReasonInput[];
    }
  | {
      readonly kind: 'measure';
      readonly reduce: string;
      /** The weight of a decay, the power of a mean; absent where the reduction takes no parameter. */
      readonly parameter?: Shown;
      /** The events that bound its window, where there are some. */
      readonly after?: ReasonEvent;
      readonly before?: ReasonEvent;
      readonly value: Shown;
      readonly members: readonly ReasonMember[];
    }
  /** Told in full further up: each value is, once. */
  | { readonly kind: 'told' }
  /** Deeper than asked for. */
  | { readonly kind: 'cut' };

/** A name in a formula and what it was. */
export interface ReasonInput {
  readonly name: string;
  readonly value: Shown;
  readonly reason: Reason | null;
}

export interface ReasonMember {
  readonly value: Shown;
  readonly weight: Decimal | null;
  /** That the value is 0 in place of an unknown one; absent otherwise. */
  readonly assumed?: true;
  /** Why it counts or not. */
  readonly fate: 'taken' | 'outside-window' | 'unknown' | 'dropped';
  readonly event: ReasonEvent | null;
  /** The rule that gave it, with the edition that its trigger picked. */
  readonly rule: {
    readonly name: string;
    readonly title: Bilingual | null;
    readonly basis: string | null;
    readonly edition: string;
  } | null;
  readonly key: { readonly name: string; readonly value: string | number } | null;
  readonly reasons: readonly Reason[];
}

export interface ReasonEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** The type under which it was recorded, where that is an older form. */
  readonly recordedAs?: string;
  readonly title: Bilingual | null;
  readonly time: string;
  /** Its day in the rubric's zone. */
  readonly day: string;
  readonly state: string;
  /** What the formula or the rule in question reads of it; told by `explain` and `diff`. */
  readonly fields?: readonly ReasonField[];
}

export interface ReasonField {
  readonly name: string;
  readonly title: Bilingual | null;
  readonly value: Shown;
}

export type ReasonStep =
  | { readonly kind: 'map'; readonly text: string; readonly before: Shown; readonly after: Shown }
  | { readonly kind: 'otherwise'; readonly text: string; readonly after: Shown }
  | {
      readonly kind: 'limit';
      readonly rule: string;
      readonly title: Bilingual | null;
      readonly basis: string | null;
      readonly event: ReasonEvent;
      readonly max: Shown;
      readonly min: Shown;
      readonly before: Shown;
      readonly after: Shown;
    };

/** Why a row stands where it stands. */
export interface PlaceReason {
  readonly standing: string;
  readonly title: Bilingual;
  /** Of the table. */
  readonly keys: KeyValues;
  /** Whether the outcome shows this table alone. */
  readonly alone: boolean;
  readonly subject: string;
  readonly rank: number | null;
  readonly of: number;
  readonly unranked: string | null;
  readonly band: BandReason;
  readonly above: Separation | null;
  readonly tied: readonly string[];
  readonly below: Separation | null;
  readonly total: Reason | null;
  readonly awards: readonly AwardGot[];
  readonly missedAwards: readonly (MissedClause & { readonly award: string })[];
  readonly consequences: readonly ConsequenceReason[];
}

export interface AwardReason {
  readonly award: string;
  readonly title: Bilingual | null;
  readonly basis: string | null;
  /** How many there are to give; `null` where there is no end of them. */
  readonly places: number | null;
}

/** An award that somebody got: all of it, or a share. */
export interface AwardGot extends AwardReason {
  readonly share: Decimal;
}

/** What is to follow, with the rule that says so. */
export interface ConsequenceReason extends RowConsequence {
  readonly title: Bilingual | null;
  readonly ruleTitle: Bilingual | null;
  readonly basis: string | null;
}

/** The key that separates two neighbouring rows, and those before it on which they are equal. */
export interface Separation {
  readonly subject: string;
  readonly rank: number | null;
  readonly key: string;
  readonly title: Bilingual | null;
  readonly order: 'desc' | 'asc';
  readonly own: Shown;
  readonly other: Shown;
  /** Of lists: the first place, from 1, at which they differ, and what stands there; `-` where nothing does. */
  readonly place: { readonly number: number; readonly own: string; readonly other: string } | null;
  /** Absolute difference of numbers. */
  readonly difference: Decimal | null;
  /** Where only what is between those still tied counts: who they were. */
  readonly among: readonly string[] | null;
  readonly equalOn: readonly string[];
}

export interface BandReason {
  readonly band: string | null;
  readonly title: Bilingual | null;
  readonly basis: string | null;
  /** Of the band given; `null` where there is no end of them. */
  readonly places: number | null;
  /** Each band above the one given (or all, where none was given) and why it was not. */
  readonly missed: readonly (MissedClause & { readonly band: string })[];
}

/** A band or an award that somebody did not get. */
export interface MissedClause {
  readonly title: Bilingual | null;
  readonly basis: string | null;
  readonly because: MissedBecause;
  readonly failed: readonly FailedCondition[];
  readonly places: number | null;
}

/** `exclusive`: of an award that another one bars from. */
export type MissedBecause = 'conditions' | 'quota' | 'tie' | 'unknown' | 'unranked' | 'exclusive';

/** A part of a band's condition that does not hold. */
export interface FailedCondition {
  readonly text: string;
  readonly inputs: readonly { readonly name: string; readonly value: Shown }[];
}

export type Explanation =
  | {
      readonly kind: 'value';
      readonly reason: Reason;
      /** That no event carries its keys together, so that no outcome lists the value; absent otherwise. */
      readonly unrecorded?: true;
    }
  | { readonly kind: 'place'; readonly place: PlaceReason }
  | { readonly kind: 'event'; readonly event: EventReason };
