import type { Formula } from './expr.js';
import type { Bilingual } from './problem.js';

/** How people decide a case, step by step (SPEC §10). */
export interface ProcedureModel {
  readonly name: string;
  readonly title: Bilingual | undefined;
  readonly basis: string | undefined;
  /** The key whose value names a case. */
  readonly case: string;
  /** The field of every step's event that holds who acted. */
  readonly actor: string;
  /** The field that holds as what. */
  readonly role: string | undefined;
  readonly states: ReadonlyMap<string, NamedThing>;
  /** In the order of the rubric. */
  readonly steps: ReadonlyMap<string, StepModel>;
}

/** A state or a role: a name, and what people call it. */
export interface NamedThing {
  readonly name: string;
  readonly title: Bilingual | undefined;
}

export interface StepModel {
  readonly name: string;
  readonly title: Bilingual | undefined;
  readonly basis: string | undefined;
  /** The type of the event that it appends. */
  readonly event: string;
  /** Empty for a step that opens a case. */
  readonly from: readonly string[];
  /** The case stays in its state where absent. */
  readonly to: string | undefined;
  readonly roles: readonly string[];
  readonly only: readonly PersonRef[];
  readonly not: readonly PersonRef[];
  readonly needs: readonly string[];
  readonly fields: ReadonlyMap<string, Formula>;
  /** How the event names its case: by the key, or by fields that name events of other steps. */
  readonly names: { readonly kind: 'case' } | { readonly kind: 'events'; readonly links: readonly StepLink[] };
  /** A date or an instant. */
  readonly by: Formula | undefined;
  /** Whether it can still be taken after `by`. */
  readonly late: boolean;
  readonly must: readonly { readonly name: string; readonly title: Bilingual | undefined; readonly is: Formula }[];
}

/** The field holds the id of the event of the step. */
export interface StepLink {
  readonly field: string;
  readonly step: string;
}

/** Values that say who may or may not: a field of the event at hand, or, with a step, of all events of that step. */
export interface PersonRef {
  readonly text: string;
  readonly step: string | undefined;
  readonly field: string;
}
