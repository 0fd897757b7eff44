import type { EventFate, RuleReason, StateEnded } from './event-fate.js';
import type { ConsequenceReason, FailedCondition, MissedBecause, ReasonEvent, ReasonStep } from './explanation.js';
import type { Json } from './json.js';
import type { CardEntry, Coverage, Decimal, Finding, KeyValues, Shown } from './outcome.js';
import type { Bilingual } from './problem.js';

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** Who moved between two outcomes, and why; and all else in which they differ. */
export interface Difference {
  /** Exactly where their documents agree in standings, subjects and findings. */
  readonly same: boolean;
  /** The edition in force at the moment of each side. */
  readonly edition: Change<string>;
  readonly rubric: readonly RubricChange[];
  readonly rows: readonly RowChange[];
  /** Rows that are in both and equal. */
  readonly unchanged: number;
  /** Tables of both outcomes, those in one of them only included. */
  readonly tables: number;
  /** Those of whom cards, consequences, listed values or findings differ. */
  readonly subjects: readonly SubjectChange[];
  /** Findings about nobody in particular. */
  readonly findings: readonly FindingTold[];
  /** Pointers to all else that differs, such as a table's title; an empty one where the order alone does. */
  readonly others: readonly string[];
}

/** What differs about a subject beside its rows. */
export interface SubjectChange {
  readonly subject: string;
  readonly cards: readonly CardChange[];
  /** What follows from events; of rows it is told there. */
  readonly consequences: readonly ConsequenceChange[];
  readonly values: readonly ValueChange[];
  readonly findings: readonly FindingTold[];
}

/** A card that came, went, or has another state; `null` on a side that has it not. */
export interface CardChange extends Change<CardEntry | null>, HappenedChange {}

/** Of an event that an outcome shows: how it came about, and what became of it. */
export interface HappenedChange {
  readonly event: ReasonEvent;
  /** Where one side alone has it, and rules issued it: the rule and what set it off. */
  readonly issuedBy: IssuedBy | null;
  /** How its state ended on each side. */
  readonly ended: Change<StateEnded | null>;
  /** What became of it, and of what ended it, on the side where they are not there. */
  readonly events: readonly EventChange[];
}

export interface IssuedBy {
  readonly rule: RuleReason;
  readonly trigger: ReasonEvent;
}

/** The same consequence on both sides; `null` on one that has it not. */
export type ConsequenceChange = Change<ConsequenceReason | null>;

export interface FindingChange {
  readonly finding: Finding;
  /** Whether the later side has it; else the earlier one. */
  readonly there: boolean;
}

/** `happened`: of an event that is a finding by its type. */
export interface FindingTold extends FindingChange {
  readonly happened: HappenedChange | null;
}

/** A listed value that comes out otherwise. */
export interface ValueChange extends Change<Shown> {
  readonly indicator: string;
  readonly title: Bilingual;
  readonly code: string | null;
  readonly basis: string | null;
  readonly keys: KeyValues;
  /** Whether the side shows it at all. */
  readonly there: Change<boolean>;
  readonly band: Change<string | null>;
  readonly coverage: Change<Coverage>;
  /** From the value down, itself first: each value that differs stands before those that it reads. */
  readonly causes: readonly Cause[];
}

/** A place in the rubric's document that differs; absent on one side where it was added or removed. */
export interface RubricChange {
  /** Things of a list are told by their names. */
  readonly pointer: string;
  readonly before?: Json;
  readonly after?: Json;
  /** What changed, in words: the thing by its title, with its clause. */
  readonly sentence: Bilingual;
}

export interface RowChange {
  readonly standing: string;
  readonly title: Bilingual;
  readonly keys: KeyValues;
  readonly subject: string;
  /** Whether the side has such a row. */
  readonly there: Change<boolean>;
  /** `null` on a side where there is no such row, or where it is not ranked. */
  readonly rank: Change<number | null>;
  readonly total: Change<Shown>;
  readonly band: Change<string | null>;
  readonly bandTitle: Change<Bilingual | null>;
  readonly awards: Change<readonly string[]>;
  /** By award; empty where it has all of them alone. */
  readonly shares: Change<{ readonly [award: string]: Decimal }>;
  /** In the order of `awards`. */
  readonly awardTitles: Change<readonly (Bilingual | null)[]>;
  /** Why it is not ranked; `null` where it is. */
  readonly unranked: Change<string | null>;
  /** The key that separates it from a neighbour. */
  readonly decidedBy: Change<string | null>;
  readonly consequences: Change<readonly ConsequenceReason[]>;
  /** `null` where the rank is the same, or on one side only. */
  readonly because: RankBecause | null;
  /** The bands and awards that it got or lost, and those that it missed for another reason than before. */
  readonly clauses: readonly ClauseChange[];
  /** From the row down: each value that differs stands before those that it reads. */
  readonly causes: readonly Cause[];
}

/**
 * Why a rank changed. `own`: the row has other values in the keys of the order. `order`: the keys are others. `others`:
 * neither, so it moved only because others did.
 */
export interface RankBecause {
  readonly kind: 'own' | 'order' | 'others';
  /** Those ranked above it after, but not before, and the other way round. */
  readonly above: Change<readonly string[]>;
  /** Those of them that have other values in the keys of the order, too, or are on one side only. */
  readonly moved: readonly string[];
}

/** A band or an award that a row has on one side only. */
export interface ClauseChange {
  readonly kind: 'band' | 'award';
  readonly id: string;
  readonly title: Bilingual | null;
  readonly basis: string | null;
  readonly has: Change<boolean>;
  /** Why it has it not, on the side where it has it not; the later one where it has it on neither. */
  readonly because: MissedBecause;
  readonly failed: readonly FailedCondition[];
  readonly places: Change<number | null>;
}

/** A value that differs, and what in it differs. Both sides are asked for it, whether their rows read it or not. */
export interface Cause extends Change<Shown> {
  readonly indicator: string;
  readonly title: Bilingual;
  readonly code: string | null;
  readonly basis: string | null;
  readonly keys: KeyValues;
  /** What it is passed by `with`; absent where it takes nothing. */
  readonly passed?: Readonly<Record<string, Shown>>;
  /** The day as of which it was read, where that is not the day of the row. */
  readonly asOf?: string;
  /** Whether the side's rubric has it at all; an unknown value of one that it has is `null`, too. */
  readonly there: Change<boolean>;
  readonly members: readonly MemberChange[];
  /** How many members must be known and are, where that is too few on a side; `null` where it is enough, or does not matter. */
  readonly need: Change<Evidence | null> | null;
  /** `null` where it is the same, or none. */
  readonly formula: Change<string | null> | null;
  /** Steps that one side alone has, such as a limit that began to hold. */
  readonly steps: Change<readonly ReasonStep[]>;
  /** What became of the events of these members and steps on the side where they are not there. */
  readonly events: readonly EventChange[];
}

export interface Evidence {
  readonly needed: Shown;
  readonly known: number;
}

/** An event that one side has not as the other has it. */
export interface EventChange {
  readonly of: Pick<ReasonEvent, 'source' | 'id'>;
  readonly side: 'before' | 'after';
  /** The same; of an issued event that is not issued there, what set it off. */
  readonly event: ReasonEvent;
  readonly fate: EventFate;
}

export interface MemberChange extends Change<Shown> {
  readonly there: Change<boolean>;
  readonly event: ReasonEvent | null;
  readonly rule: Change<string | null>;
  readonly ruleTitle: Bilingual | null;
  readonly basis: string | null;
  readonly edition: Change<string | null>;
  readonly key: string | null;
  /** `null` on a side where it is not weighed. */
  readonly weight: Change<Decimal | null>;
}
