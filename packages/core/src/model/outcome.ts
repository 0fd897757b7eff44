import type { Bilingual } from './problem.js';

/** An exact decimal as text (`1013.63`), or a fraction where it has no end (`1/3`). */
export type Decimal = string;

/** A value as shown: numbers as Decimal, dates as `YYYY-MM-DD`, instants as RFC 3339 UTC, `null` is unknown. */
export type Shown = Decimal | boolean | null;

export type KeyValues<Key extends string = string> = { readonly [K in Key]?: string | number };

/** What stands about a consequence: what people last decided, else whether they still have to. */
export type ConsequenceStatus = 'recommended' | 'due' | 'confirmed' | 'declined' | 'executed';

export interface RowConsequence {
  /** `rule@` and what it follows from: a decision names it. */
  readonly id: string;
  readonly rule: string;
  readonly what: string;
  readonly to: string;
  readonly authority: string | null;
  readonly amount: Decimal | null;
  readonly due: string | null;
  readonly recommendation: boolean;
  readonly status: ConsequenceStatus;
  /** Whether it was due before the day of `asOf`, and is neither executed nor declined. */
  readonly overdue: boolean;
}

export interface Row<Band extends string = string, Award extends string = string> {
  readonly subject: string;
  /** `null` where the row is not ranked; `1.5` is possible with fractional ranks. */
  readonly rank: number | null;
  readonly total: Shown;
  readonly band: Band | null;
  /** Name of the latest key that was needed to separate this row from a neighbour. */
  readonly decidedBy: string | null;
  readonly awards: readonly Award[];
  readonly consequences: readonly RowConsequence[];
  /** Values of the chain's keys, in order. */
  readonly by: readonly Shown[];
  readonly unranked: string | null;
  /** The share of each of its awards; only where it does not have all of them alone. */
  readonly shares?: { readonly [award: string]: Decimal };
}

export interface StandingTable<
  Id extends string = string,
  Band extends string = string,
  Award extends string = string,
> {
  readonly id: Id;
  readonly keys: KeyValues;
  readonly title: Bilingual;
  readonly rows: readonly Row<Band, Award>[];
}

/** Evidence used of evidence there is: members of known value, or inputs known. */
export interface Coverage {
  readonly used: number;
  readonly of: number;
}

export interface Reading {
  readonly value: Shown;
  readonly coverage: Coverage;
  readonly band: string | null;
}

export interface IndicatorReading extends Reading {
  readonly keys: KeyValues;
  readonly members?: readonly (Reading & { readonly keys: KeyValues })[];
}

export interface CardEntry {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly colour: string;
  readonly polarity: 'merit' | 'warning' | 'censure';
  readonly severity: number;
  /** `active`, or the label of what ended it. */
  readonly state: string;
  readonly endedAt: string | null;
  /** Whether rules issued it rather than people. */
  readonly derived: boolean;
  readonly data: { readonly [field: string]: Shown };
}

export interface SubjectFile<Indicator extends string = string> {
  readonly indicators: { readonly [K in Indicator]?: IndicatorReading };
  readonly cards: readonly CardEntry[];
  readonly consequences: readonly RowConsequence[];
}

export interface Finding {
  readonly code: string;
  readonly subject: string | null;
  readonly message: Bilingual;
  readonly facts: { readonly [name: string]: string | number };
}

export interface Digests {
  readonly ledger: string;
  readonly editions: { readonly [edition: string]: string };
}

/** Whether the condition of a rule held for a trigger, its exceptions left aside. */
export interface Hit {
  readonly rule: string;
  readonly edition: string;
  /** `source#id` of the event, or the subject of the row. */
  readonly trigger: string;
  /** Of the cohort that the rule is tried for. */
  readonly member: string | null;
  readonly holds: boolean;
}
