import type { Change, ConsequenceChange, FindingChange, RowChange, ValueChange } from './difference.js';
import type { ReasonEvent } from './explanation.js';
import type { CardEntry } from './outcome.js';
import type { Bilingual } from './problem.js';

/** What will happen by itself, without any new event. */
export interface ForwardCalendar {
  /** RFC 3339 in UTC: behind this instant … */
  readonly from: string;
  /** … up to this one. */
  readonly until: string;
  /** Both as days in the rubric's zone. */
  readonly days: Readonly<Record<'from' | 'until', string>>;
  /** By instant; at each instant first what happens, then what it changes. */
  readonly entries: readonly CalendarEntry[];
  /** Periods that end: from then on their readings stay. That alone changes nothing. */
  readonly periods: readonly PeriodEnd[];
  /** How many instants were looked at. Where not all that could matter, `until` is the last one. */
  readonly looked: number;
  readonly complete: boolean;
}

interface At {
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** Its day in the rubric's zone. */
  readonly day: string;
  /** Whether it is the first instant of that day. */
  readonly sharp: boolean;
  readonly subject: string | null;
}

export interface RuleClause {
  readonly name: string;
  readonly title: Bilingual | null;
  readonly basis: string | null;
}

/** One thing that happens by itself, or changes because of it. */
export type CalendarEntry = At &
  (
    | ({ readonly kind: 'edition' } & Change<string>)
    /** A recorded event takes effect. */
    | { readonly kind: 'effective'; readonly event: ReasonEvent }
    /** A rule issues an event; `trigger` is the event that made it. */
    | { readonly kind: 'issued'; readonly event: ReasonEvent; readonly rule: RuleClause; readonly trigger: ReasonEvent }
    /** The state of an event ends. */
    | ({
        readonly kind: 'ended';
        readonly event: ReasonEvent;
        readonly rule: RuleClause;
        readonly trigger: ReasonEvent;
      } & Change<string>)
    | ValueEntry
    | { readonly kind: 'row'; readonly change: RowChange }
    | ({ readonly kind: 'consequence' } & ConsequenceChange)
    | ({ readonly kind: 'finding' } & FindingChange)
    | ({ readonly kind: 'card'; readonly id: string } & Change<CardEntry | null>)
    /** Something else that an outcome shows, such as a table's title. */
    | { readonly kind: 'other'; readonly pointer: string }
  );

/** An indicator comes out otherwise. */
export interface ValueEntry extends ValueChange {
  readonly kind: 'value';
}

export interface PeriodEnd {
  /** Its last instant, RFC 3339 in UTC. */
  readonly at: string;
  readonly day: string;
  readonly key: string;
  readonly period: string | number;
}
