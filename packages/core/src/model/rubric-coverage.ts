import type { Bilingual } from './problem.js';

/** Which parts of a rubric a ledger used, and which it never did. Counts of a thing add up. */
export interface RubricCoverage {
  /** RFC 3339 in UTC. */
  readonly asOf: string;
  /** Events that had taken effect, derived ones included. */
  readonly events: number;
  readonly subjects: number;
  readonly findings: number;
  readonly rules: readonly RuleCoverage[];
  readonly standings: readonly StandingCoverage[];
  readonly indicators: readonly IndicatorCoverage[];
  readonly formulas: readonly FormulaCoverage[];
  readonly tables: readonly TableCoverage[];
  readonly types: readonly TypeCoverage[];
}

/** `tried = failed + excepted + idle + fired`. All versions of a rule together. */
export interface RuleCoverage {
  readonly rule: string;
  readonly title: Bilingual | null;
  readonly basis: string | null;
  readonly effect: 'give' | 'issue' | 'end' | 'void' | 'limit' | 'consequence';
  /** Events of its types that had taken effect, or rows of its standing. */
  readonly triggers: number;
  /** Of these, how many it was never tried for: its date had not come, or nobody was in its cohort. */
  readonly untried: number;
  /** Times that it was tried: for a trigger, or for each member of a cohort. */
  readonly tried: number;
  readonly failed: number;
  /** Its condition held, but a rule that goes before it held, too. */
  readonly excepted: number;
  /** It held, and nothing came of it: 0 points, nothing to end, a limit that did not bind. */
  readonly idle: number;
  readonly fired: number;
  /** Why it never fired; `null` where it did. */
  readonly never: 'no-trigger' | 'untried' | 'failed' | 'excepted' | 'idle' | null;
  /** Each test of its condition: how often it was made and was true, among the times that the rule was tried. */
  readonly tests: readonly TestCoverage[];
  /** The rules that kept it back, and how often. */
  readonly exceptions: readonly { readonly rule: string; readonly title: Bilingual | null; readonly times: number }[];
}

export interface TestCoverage {
  readonly text: Bilingual;
  readonly made: number;
  readonly held: number;
}

/** `rows = unranked + banded + none`, where `banded` is the sum of the bands' counts. */
export interface StandingCoverage {
  readonly standing: string;
  readonly title: Bilingual;
  readonly tables: number;
  readonly rows: number;
  readonly unranked: number;
  readonly none: number;
  readonly bands: readonly Reached[];
  readonly awards: readonly Reached[];
}

export interface Reached {
  readonly id: string;
  readonly title: Bilingual | null;
  readonly basis: string | null;
  readonly times: number;
}

/** What the clauses of an indicator did in its readings: one for each combination of its keys that occurs. */
export interface IndicatorCoverage {
  readonly indicator: string;
  readonly title: Bilingual;
  readonly code: string | null;
  readonly basis: string | null;
  readonly readings: number;
  /** Readings that came out unknown. */
  readonly unknown: number;
  readonly clauses: readonly ClauseCoverage[];
  readonly bands: readonly Reached[];
}

/**
 * `window`, `keep`, `drop`: members left out. `need`: readings with too little evidence. `map`: readings that a step
 * changed. `step`: readings that stand on one step of a curve. `otherwise`: readings that took it.
 */
export interface ClauseCoverage {
  readonly kind: 'window' | 'keep' | 'drop' | 'need' | 'map' | 'step' | 'otherwise';
  readonly text: string;
  readonly times: number;
  /** Of how many: members, or readings that came so far. */
  readonly of: number;
}

/** A branch, an argument or a default of a formula: how often it decided. The ways of one node add up to `of`. */
export interface FormulaCoverage {
  /** Where it stands: `indicators`, `rules` …, and the name of the thing. */
  readonly part: string;
  readonly name: string;
  readonly title: Bilingual | null;
  /** The node, and the way it can go. */
  readonly text: string;
  readonly way: string;
  readonly times: number;
  readonly of: number;
}

export interface TableCoverage {
  readonly table: string;
  readonly rows: readonly { readonly row: string; readonly times: number }[];
  /** Lookups that no row fitted. */
  readonly otherwise: number;
  readonly hasElse: boolean;
}

export interface TypeCoverage {
  readonly type: string;
  readonly title: Bilingual | null;
  readonly seen: number;
  readonly choices: readonly {
    readonly field: string;
    readonly title: Bilingual | null;
    readonly choice: string;
    readonly seen: number;
  }[];
  /** Optional fields, and how many events give them. */
  readonly optional: readonly { readonly field: string; readonly title: Bilingual | null; readonly seen: number }[];
}
