import type { MissedBecause } from '../model/explanation.js';
import type { ConsequenceStatus } from '../model/outcome.js';
import type { LatePolicy } from '../model/rubric.js';

export type Language = 'en' | 'zh';

/** The phrases of explanations and differences, total in both languages. */
export interface Words {
  readonly rank: (rank: number, of: number) => string;
  readonly unranked: (label: string) => string;
  readonly tiedWith: (names: string, ties: string) => string;
  readonly behind: (name: string, key: string, other: string, own: string, difference: string | null) => string;
  readonly ahead: (name: string, key: string, other: string, own: string, difference: string | null) => string;
  readonly equalOn: (keys: string) => string;
  /** Where two lists differ first. */
  readonly atPlace: (place: number, own: string, other: string) => string;
  /** Who are read as if only what is between them counted. */
  readonly amongThem: (names: string) => string;
  readonly band: (band: string) => string;
  readonly noBand: string;
  /** Why a band or an award is not had, and was not. */
  readonly missedBy: Record<MissedBecause, (clause: string) => string>;
  readonly missedBefore: Record<MissedBecause, (clause: string) => string>;
  readonly places: (before: string, after: string) => string;
  readonly failed: (text: string, inputs: string) => string;
  readonly awards: (names: string) => string;
  /** Behind an award that is shared. */
  readonly share: (share: string) => string;
  readonly award: (award: string) => string;
  readonly consequence: (what: string, to: string) => string;
  /** Empty where nothing is said of it. */
  readonly status: Record<ConsequenceStatus, string>;
  readonly due: (day: string) => string;
  readonly overdue: (day: string) => string;
  readonly unknown: string;
  readonly reduce: Record<'sum' | 'count' | 'mean' | 'median' | 'min' | 'max' | 'latest' | 'first', string>;
  /** With what stands beside the name. */
  readonly reduceBy: Record<'mean' | 'decay', (parameter: string) => string>;
  readonly members: (reduce: string, count: number) => string;
  readonly noMembers: string;
  /** Where nothing can be said, not even that there are none. */
  readonly openMembers: string;
  readonly assumed: (value: string) => string;
  /** The event that bounds a window. */
  readonly behindEvent: (event: string) => string;
  readonly beforeEvent: (event: string) => string;
  readonly fate: Record<'outside-window' | 'dropped', string>;
  readonly step: (text: string, before: string, after: string) => string;
  readonly otherwise: (text: string, after: string) => string;
  readonly limit: (rule: string, before: string, after: string, event: string) => string;
  /** A part of a condition with what it read. */
  readonly holds: (text: string, filled: string) => string;
  readonly leftOut: (count: number) => string;
  readonly issuedBy: (rule: string, event: string) => string;
  /** Behind the number of members: the formula of each. */
  readonly each: (text: string) => string;
  readonly weight: (weight: string) => string;
  readonly asOf: (day: string) => string;
  readonly placeCount: (places: number) => string;
  /** Of a band that somebody has beyond its quota. */
  readonly plus: string;
  /** Of a value that was told in full before. */
  readonly told: string;
  /** Of a value at keys that no event carries. */
  readonly unrecorded: string;
  readonly formula: (text: string) => string;
  readonly edition: (edition: string) => string;
  readonly separator: string;
  /** Between parts of a line that say something by themselves. */
  readonly part: string;
  readonly aside: (text: string) => string;
  readonly recordedAs: (type: string) => string;
  readonly same: string;
  /** A row of a standing, and what changed of it. */
  readonly row: (name: string, what: string) => string;
  readonly rankIs: (rank: string) => string;
  readonly totalIs: (total: string) => string;
  readonly joined: string;
  readonly left: string;
  readonly others: string;
  readonly otherOrder: string;
  readonly nowAbove: (names: string) => string;
  readonly noLongerAbove: (names: string) => string;
  readonly follows: (text: string) => string;
  readonly noLongerFollows: (text: string) => string;
  readonly stands: (before: string, after: string) => string;
  readonly inTable: (rank: string, table: string) => string;
  readonly limitBy: (rule: string, bounds: string, event: string) => string;
  readonly atMost: (max: string) => string;
  readonly atLeast: (min: string) => string;
  readonly noLonger: (text: string) => string;
  /** Why an event does not count, or not as it was. */
  readonly voidedBy: (ruling: string) => string;
  readonly supposedVoid: string;
  readonly late: Readonly<Record<LatePolicy, (period: string, closing: string, to: string) => string>>;
  readonly later: (effective: string) => string;
  readonly notKnown: (recorded: string) => string;
  readonly absent: string;
  readonly ended: (day: string, state: string, rule: string, event: string | undefined) => string;
  /** An event, and who recorded it. */
  readonly from: (event: string, source: string) => string;
  /** What was so on the earlier side. */
  readonly before: (what: string) => string;
  readonly colon: string;
  readonly rubricChanges: string;
  readonly unmoved: (count: number) => string;
}
