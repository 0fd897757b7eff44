import type { CloudEvent } from './event.js';
import type { JsonObject } from './json.js';
import type { LedgerEvent } from './ledger.js';
import type { Bilingual, Problem } from './problem.js';

/** What is recorded of one case, and what it comes to. Plain data: it can be kept, compared and sent. */
export interface CaseFile {
  readonly kind: 'case';
  readonly procedure: string;
  /** The value of the procedure's key. */
  readonly id: string;
  /** The edition that the case follows: that of the day it was opened. Empty as long as it is not. */
  readonly edition: string;
  /** Undefined as long as the case is not opened. */
  readonly state: string | undefined;
  /** The steps that were taken, in order. */
  readonly entries: readonly CaseEntry[];
  /** What was recorded and should not have been. */
  readonly irregularities: readonly Irregularity[];
  /** Everything that the file was made of, in order, voided events and their rulings too. */
  readonly events: readonly LedgerEvent[];
}

export interface CaseEntry {
  readonly step: string;
  readonly event: LedgerEvent;
  /** The state from then on. */
  readonly state: string | undefined;
  /** The last day or instant at which the step was in time; undefined where no time was running. */
  readonly by: string | undefined;
  readonly late: boolean;
}

/** Something wrong with a recorded event, which is named `source#id`. */
export interface Irregularity {
  readonly event: string;
  readonly problem: Problem;
}

/** Who acts, as the host program vouches for it. */
export interface Claims {
  /** A person, by a name that says nothing outside: a pseudonym. */
  readonly actor: string;
  readonly roles: readonly string[];
  /** The bodies that the actor belongs to, by the names that events use. */
  readonly memberOf?: readonly string[];
}

/** What somebody wants to do in a case. */
export interface Command {
  readonly step: string;
  readonly by: Claims;
  /** When: RFC 3339 with an offset. It becomes the event's `time`. */
  readonly at: string;
  /** Identity of the event that it becomes. */
  readonly id: string;
  readonly source: string;
  /** Whom the case is about; that of the opening event where not given. */
  readonly subject?: string;
  readonly sequence?: string;
  readonly data?: JsonObject;
}

export type Decision =
  | { readonly ok: true; readonly events: readonly CloudEvent[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A step that can be taken in the state of a case, or could have been. */
export interface NextStep {
  readonly step: string;
  readonly title: Bilingual;
  /** The type of the event that it appends. */
  readonly event: string;
  readonly roles: readonly string[];
  /** Who alone may, and who may not, as far as the file knows it: actors and bodies. Without `only`, whoever has a role. */
  readonly only: readonly string[] | undefined;
  readonly not: readonly string[];
  /** The last day or instant in time; undefined where no time is running. */
  readonly by: string | undefined;
  /** `overdue`: its time is over and it can still be taken; `lapsed`: and it cannot. */
  readonly status: 'open' | 'overdue' | 'lapsed';
}

/** A case in which duties are overdue. */
export interface OverdueCase {
  readonly file: CaseFile;
  readonly steps: readonly NextStep[];
}
