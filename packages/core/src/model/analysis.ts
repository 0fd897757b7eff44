import type { CloudEvent } from './event.js';
import type { Lens } from './lens.js';
import type { Bilingual } from './problem.js';

/** What the analyser can find in a rubric that parses. */
export type AnalysisCode =
  | 'above-full'
  | 'award-never'
  | 'award-overlap'
  | 'band-never'
  | 'band-overlap'
  | 'cap-by-order'
  | 'curve-gap'
  | 'decided-by-id'
  | 'division-by-zero'
  | 'edition-inside-period'
  | 'ends-conflict'
  | 'last-place-alone'
  | 'leap-year'
  | 'limit-idle'
  | 'limits-cross'
  | 'month-end'
  | 'no-band'
  | 'relative-without-cohort'
  | 'rule-never'
  | 'rule-without-example'
  | 'rules-gap'
  | 'rules-overlap'
  | 'table-gap'
  | 'tie-at-quota'
  | 'too-many-leaves'
  | 'unrounded-feedback'
  | 'veto-without-basis';

/** A fault of a rubric, proven by a ledger on which it shows. */
export interface AnalysisFinding {
  readonly code: AnalysisCode;
  /** `refusal`: it can never be meant, so the rubric is not to come into force. `warning`: someone should look. */
  readonly level: 'warning' | 'refusal';
  readonly edition: string;
  /** RFC 6901 JSON Pointer into the documents as they were written. */
  readonly pointer: string;
  /** The rules, indicators, standings, bands … concerned. */
  readonly names: readonly string[];
  readonly message: Bilingual;
  /** What to do next. */
  readonly fix: Bilingual;
  /** The values that explain it, for programs. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly witness: Witness;
  /** What is to be seen in the outcome of the witness. */
  readonly shows: Bilingual;
}

/** A small ledger that the rubric's own door accepts, and where in its outcome the fault shows. */
export interface Witness {
  readonly events: readonly CloudEvent[];
  readonly lens: Lens;
  /** The other way of looking, where the fault is a difference. */
  readonly against?: Against;
  readonly sight: Sight;
}

/** The other side of a difference. */
export interface Against {
  /** As many events as the witness has, each in the place of the one that it is compared with. */
  readonly events: readonly CloudEvent[];
  readonly lens: Lens;
}

/** What is to be seen in the outcome of a witness. `subject` is whose it is; '' while any subject will do. */
export type Sight =
  /** The rule was tried; its conditions held for some trigger, or for none. */
  | { readonly kind: 'rule-tried'; readonly rule: string; readonly holds: boolean }
  /** The rule was tried, and each time its conditions did not hold, or one of the rules before it held too. */
  | { readonly kind: 'rule-never'; readonly rule: string; readonly before: readonly string[] }
  /** A ranked row stands in this band; in none, because no band's conditions hold, where it is null. */
  | { readonly kind: 'band'; readonly standing: string; readonly subject: string; readonly band: string | null }
  /** A row that stands in the first of two bands stands, under the other lens, in the second. */
  | {
      readonly kind: 'bands-both';
      readonly standing: string;
      readonly subject: string;
      readonly bands: readonly [string, string];
    }
  /** One row has all of these awards. */
  | { readonly kind: 'awards'; readonly standing: string; readonly subject: string; readonly awards: readonly string[] }
  /** A ranked row that does not have this award. */
  | { readonly kind: 'award-missed'; readonly standing: string; readonly subject: string; readonly award: string }
  /** Of some trigger that all of these rules were tried on, all hold, or none does. */
  | {
      readonly kind: 'rules-together';
      readonly rules: readonly string[];
      readonly holds: boolean;
      readonly trigger: string;
    }
  /** A value lies above this one. */
  | {
      readonly kind: 'value-above';
      readonly indicator: string;
      readonly subject: string;
      readonly limit: string;
      readonly value: string;
    }
  /** A value in lowest terms has a denominator of so many digits. */
  | {
      readonly kind: 'value-long';
      readonly indicator: string;
      readonly subject: string;
      readonly digits: number;
    }
  /** One subject has values of all these indicators. */
  | { readonly kind: 'values'; readonly subject: string; readonly indicators: readonly string[] }
  /**
   * Something is otherwise under the other lens: a value, what a row shows, the cards of a subject, or whether a rule holds.
   * `name` is the indicator, standing or rule; '' while any will do. `isLost`: it is unknown here and known there.
   */
  | {
      readonly kind: 'differs';
      readonly of: Differing;
      readonly name: string;
      readonly subject: string;
      readonly isLost: boolean;
      readonly one: string | null;
      readonly other: string | null;
    }
  /** The outcome has a finding of this code, with these facts. */
  | {
      readonly kind: 'finding';
      readonly code: string;
      readonly facts: Readonly<Record<string, string | number>>;
    };

/** What can differ; '' while any of the first three will do. */
export type Differing = 'value' | 'row' | 'cards' | 'hit' | '';

/** What was found, and what can be relied on. */
export interface Analysis {
  readonly findings: readonly AnalysisFinding[];
  readonly monotone: readonly Monotone[];
  readonly commutative: readonly Commutative[];
}

/**
 * One more event of this type (with `field`: a greater number in one that there is) moves its subject in this standing never the
 * other way, in its total and in its rank, as long as the others stay as they are.
 */
export interface Monotone {
  readonly type: string;
  readonly field?: string;
  readonly standing: string;
  readonly moves: 'up' | 'down' | 'nowhere';
}

/** If events of this type exchange their times within one day (or one period), nothing that is judged changes. */
export interface Commutative {
  readonly type: string;
  readonly within: 'day' | 'period';
}
