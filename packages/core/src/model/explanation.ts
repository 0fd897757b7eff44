import type { EventReason } from './event-fate.js';
import type { Coverage, Decimal, KeyValues, RowConsequence, Shown } from './outcome.js';
import type { Bilingual } from './problem.js';
import type { ReasonMeasure, Working } from './reason-measure.js';
import type { TieConvention } from './rubric.js';

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
  /** The day as of which it was read, where that is not the day of what is explained: by a rule while time passed, or for a period that ended earlier. */
  readonly asOf?: string;
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
      /** As `Working` has it. */
      readonly filled?: string;
      readonly value: Shown;
      readonly open?: readonly string[];
      readonly inputs: readonly ReasonInput[];
    }
  | ({ readonly kind: 'measure' } & ReasonMeasure)
  /** Told in full further up: each value is, once. */
  | { readonly kind: 'told' }
  /** Unknown, because it goes back through more readings than are followed. */
  | { readonly kind: 'endless' }
  /** Deeper than asked for. */
  | {
      readonly kind: 'cut';
      /** Where a limit cut it, and not the question; absent otherwise. */
      readonly unasked?: true;
    };

/** A name in a formula and what it was. */
export interface ReasonInput {
  readonly name: string;
  readonly value: Shown;
  readonly reason: Reason | null;
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
  /** How a rule came to issue it; where it is told first. */
  readonly issued?: IssuedReason;
  /** What the formula or the rule in question reads of it; told by `explain` and `diff`. */
  readonly fields?: readonly ReasonField[];
}

/** Which rule issued an event on which trigger, and how its fields came from that. */
export interface IssuedReason {
  readonly rule: RuleOfReason;
  readonly trigger: ReasonEvent;
  readonly conditions: readonly Working[];
  readonly fields: readonly (Working & { readonly name: string })[];
  readonly behind: readonly Reason[];
  /** That no more is told than the rule and the trigger; absent otherwise. */
  readonly cut?: true;
}

/** A rule, with the edition that its trigger picked. */
export interface RuleOfReason {
  readonly name: string;
  readonly title: Bilingual | null;
  readonly basis: string | null;
  readonly edition: string;
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
      /** The parts of the rule's condition, all of which hold. */
      readonly conditions: readonly Working[];
      /** Values that they read. */
      readonly behind: readonly Reason[];
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
  /** The parts of the condition that keeps it from being ranked, all of which hold; empty where it is ranked, or a key is unknown. */
  readonly unrankedBy: readonly Working[];
  readonly band: BandReason;
  readonly above: Separation | null;
  readonly tied: readonly string[];
  /** Which ranks those tied get. */
  readonly ties: TieConvention;
  readonly below: Separation | null;
  readonly total: Reason | null;
  /** The other values that its place, its band and its awards hang on. */
  readonly behind: readonly Reason[];
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
  /** Where only what is between those still tied counts: the values of the subject that parted the two, read so. */
  readonly behind: readonly Reason[];
}

export interface BandReason {
  readonly band: string | null;
  readonly title: Bilingual | null;
  readonly basis: string | null;
  /** Of the band given; `null` where there is no end of them. */
  readonly places: number | null;
  /** The parts of its condition, all of which hold; empty for a band that takes who is left. */
  readonly met: readonly Working[];
  /** That it stands outside the places, as `plus` says. */
  readonly plus: boolean;
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

export type { AllLeftOut, LeftOut, ReasonMeasure, ReasonMember, Working } from './reason-measure.js';
