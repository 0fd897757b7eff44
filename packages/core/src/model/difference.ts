import type { ReasonEvent } from './explanation.js';
import type { Json } from './json.js';
import type { KeyValues, Shown } from './outcome.js';
import type { Bilingual } from './problem.js';

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** Who moved between two outcomes, and why. */
export interface Difference {
  readonly same: boolean;
  /** The edition in force at the moment of each side. */
  readonly edition: Change<string>;
  readonly rubric: readonly RubricChange[];
  readonly rows: readonly RowChange[];
  /** Rows that are in both and equal. */
  readonly unchanged: number;
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
  readonly causes: readonly Cause[];
}

/** The indicator furthest down that differs, and what in it differs. */
export interface Cause extends Change<Shown> {
  readonly indicator: string;
  readonly title: Bilingual;
  readonly code: string | null;
  readonly keys: KeyValues;
  /** Whether the side has it at all; an unknown value of one that it has is `null`, too. */
  readonly there: Change<boolean>;
  readonly members: readonly MemberChange[];
}

export interface MemberChange extends Change<Shown> {
  readonly there: Change<boolean>;
  readonly event: ReasonEvent | null;
  readonly rule: Change<string | null>;
  readonly basis: string | null;
  readonly edition: Change<string | null>;
  readonly key: string | null;
}
