// Which events count for the year (§5.4, §5.24.4), and how the fold reads their fields.

import { CUT_OFF, YEAR } from './fold-days.js';

export interface FlagshipEvent {
  readonly specversion: string;
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface FoldOptions {
  /** Whether edition 1.1.0 is in force from 2026-07-01. */
  readonly amendment: boolean;
  /** Units that are judged by edition 1.0.0 throughout, even so. */
  readonly originalFor?: readonly string[];
  readonly tieBreakers: boolean;
  /** Cards treated as revoked. */
  readonly revoke: readonly string[];
}

const RECORDED_BY = '2027-01-20';

/** The day of the event in the scheme's zone, for all its times are written with that offset. */
export const dayOf = (event: FlagshipEvent): string => event.time.slice(0, 10);

export function text(event: FlagshipEvent, field: string): string {
  const value = event.data[field];
  if (typeof value !== 'string') throw new Error(`${event.id} has no text ${field}`);
  return value;
}

export function number(event: FlagshipEvent, field: string): number {
  const value = event.data[field];
  if (typeof value !== 'number') throw new Error(`${event.id} has no number ${field}`);
  return value;
}

export const has = (event: FlagshipEvent, field: string): boolean => event.data[field] !== undefined;

export const is = (event: FlagshipEvent, field: string, ...values: readonly unknown[]): boolean =>
  values.includes(event.data[field]);

/** The facts of the year, in canonical order, and the questions the fold asks of them. */
export class Facts {
  readonly all: readonly FlagshipEvent[];
  readonly options: FoldOptions;
  readonly units: readonly string[];
  readonly #exempt: ReadonlySet<string>;
  readonly #index = new Map<string, FlagshipEvent[]>();

  constructor(events: readonly FlagshipEvent[], options: FoldOptions) {
    this.all = ofTheYear(standing(events));
    this.options = options;
    for (const event of this.all) {
      for (const key of [event.type, `${event.type} ${event.subject}`]) {
        const bucket = this.#index.get(key);
        if (bucket === undefined) this.#index.set(key, [event]);
        else bucket.push(event);
      }
    }
    this.units = this.of('unit.registered')
      .filter((event) => is(event, 'group', 'A'))
      .map(subject)
      .sort();
    this.#exempt = new Set(
      this.of('exemption.approved')
        .filter(fourEyes)
        .map((event) => text(event, 'matter')),
    );
  }

  of(type: string, unit?: string): readonly FlagshipEvent[] {
    return this.#index.get(unit === undefined ? type : `${type} ${unit}`) ?? [];
  }

  amended(unit: string): boolean {
    return this.options.amendment && !(this.options.originalFor ?? []).includes(unit);
  }

  exempt(matter: string): boolean {
    return this.#exempt.has(matter);
  }

  /** Objects that a decision on an appeal, a revocation or the caller takes away, as if never issued. */
  removed(object: string): boolean {
    return (
      this.options.revoke.includes(object) ||
      this.of('card.revoked').some((event) => is(event, 'card', object)) ||
      this.of('appeal.decided').some(
        (event) => is(event, 'object', object) && is(event, 'outcome', 'revoked', 'varied'),
      )
    );
  }
}

export function subject(event: FlagshipEvent): string {
  if (event.subject === undefined) throw new Error(`${event.id} has no subject`);
  return event.subject;
}

/** Who proposes does not decide. */
export const fourEyes = (event: FlagshipEvent): boolean => event.data.proposedBy !== event.data.actorRole;

/** The last event of each key, in canonical order. */
export function lastBy(
  events: readonly FlagshipEvent[],
  key: (event: FlagshipEvent) => unknown,
): ReadonlyMap<unknown, FlagshipEvent> {
  return new Map(events.map((event) => [key(event), event]));
}

/** Canonical order: by instant, then by id. */
export function inOrder(one: FlagshipEvent, other: FlagshipEvent): number {
  const byTime = Date.parse(one.time) - Date.parse(other.time);
  if (byTime !== 0) return byTime;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** A voiding is heard only if no later one voids it, so the last is heard first. */
function standing(events: readonly FlagshipEvent[]): readonly FlagshipEvent[] {
  const timed = events.map((event) => ({ event, at: Date.parse(event.time) }));
  const ordered = timed
    .sort((one, other) => one.at - other.at || inOrder(one.event, other.event))
    .map(({ event }) => event);
  const voided = new Set<string>();
  for (const event of [...ordered].reverse()) {
    if (event.type === 'meritlog.event.voided' && !voided.has(event.id)) voided.add(text(event, 'id'));
  }
  return ordered.filter((event) => !voided.has(event.id));
}

/** What names its period belongs to it; any other event is a fact and subject to the cut-off. */
function ofTheYear(events: readonly FlagshipEvent[]): readonly FlagshipEvent[] {
  const admissions = events.filter(
    (event) => event.type === 'discretion.exercised' && is(event, 'topic', 'late-fact') && is(event, 'period', YEAR),
  );
  const admitted = new Set(admissions.map((event) => text(event, 'choice')));
  return events.filter((event) => {
    if (has(event, 'period')) return is(event, 'period', YEAR);
    const happened = `${YEAR}-01-01` <= dayOf(event) && dayOf(event) <= CUT_OFF;
    return happened && (event.recordedtime.slice(0, 10) <= RECORDED_BY || admitted.has(event.id));
  });
}
