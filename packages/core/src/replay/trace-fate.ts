import { formatDay, formatInstant, type Instant } from '../model/calendar.js';
import type { EventFate, LateFate, RuleReason, RulingReason, StateEnded } from '../model/event-fate.js';
import type { ReasonEvent } from '../model/explanation.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { RulePlan } from '../model/plan.js';
import { dayOfInstant } from '../model/zone.js';
import type { Late, Ruling } from './left-out.js';
import type { ViewReader } from './reader.js';
import { recordedReason } from './recorded-reason.js';
import { refOf } from './ref.js';
import type { Session } from './replay.js';
import { periodShown } from './show.js';
import { eventReason } from './trace-event.js';

/** Tells of the events of one outcome, those that do not count included. */
export class Fates {
  private index: ReadonlyMap<string, LedgerEvent> | undefined;
  private places: ReadonlyMap<string, number> | undefined;

  constructor(private readonly session: Session) {}

  /** What became of the event of a full reference (`source#id`). */
  of(ref: string): EventFate {
    const { reader, leftOut } = this.session;
    const recorded = this.recorded(ref);
    if (recorded !== undefined && leftOut.knownAt !== undefined && recorded.recorded > leftOut.knownAt)
      return { kind: 'not-known', recorded: formatInstant(recorded.recorded) };
    const rulings = leftOut.voids.get(ref) ?? [];
    const late = this.lateFate(leftOut.late.get(ref));
    if (rulings.length > 0 || leftOut.supposed.has(ref))
      return { kind: 'voided', by: rulings.map((ruling) => this.ruling(ruling)) };
    if (late?.policy === 'ignore') return { kind: 'late', late };
    const ord = this.placeOf(ref);
    if (ord === undefined) return { kind: 'absent' };
    const effective = reader.effective(ord);
    if (effective > reader.asOf) return { kind: 'later', effective: formatInstant(effective) };
    return { kind: 'counts', ended: this.ended(ord), late };
  }

  /** The event as reasons tell it. */
  told(ref: string): ReasonEvent | undefined {
    const { reader } = this.session;
    const recorded = this.recorded(ref);
    const ord = this.placeOf(ref);
    const state = ord === undefined ? 'void' : reader.state(ord, reader.asOf);
    const known = recorded ?? reader.columns.withheld.get(ref);
    if (known !== undefined) return recordedReason(reader, known, state);
    return ord === undefined ? undefined : eventReason(reader, ord, reader.asOf);
  }

  recorded(ref: string): LedgerEvent | undefined {
    this.index ??= new Map(this.session.leftOut.ledger.events.map((event) => [refOf(event), event]));
    return this.index.get(ref);
  }

  /** Of a derived event that the outcome has: what set it off. */
  triggerOf(ref: string): string | undefined {
    const { columns } = this.session.reader;
    const ord = this.placeOf(ref);
    const by = ord === undefined ? undefined : columns.derivedBy.get(ord);
    return by && refOf(columns.event(by.trigger));
  }

  /** Its position; of a recorded event that stands also where it is later than the instant looked at. */
  placeOf(ref: string): number | undefined {
    const { view, columns } = this.session.reader;
    this.places ??= new Map(columns.recorded.map((event, ord) => [refOf(event), ord]));
    return view.positionOf(ref) ?? this.places.get(ref);
  }

  private ruling({ event, rule }: Ruling): RulingReason {
    const { reader } = this.session;
    return {
      ruling: recordedReason(reader, event, 'active'),
      rule: rule === undefined ? null : ruleReason(reader, rule),
    };
  }

  private ended(ord: number): StateEnded | null {
    const { reader } = this.session;
    const end = reader.columns.endedAt.get(ord);
    if (end === undefined || end.at > reader.asOf) return null;
    const rule = ruleNamed(reader, end.rule, end.at);
    const by = this.told(refOf(reader.event(end.by)));
    if (rule === null || by === undefined) throw new Error('what ended an event is a rule, and an event');
    const day = formatDay(dayOfInstant(reader.zone, end.at));
    return { as: end.as, at: formatInstant(end.at), day, by, rule };
  }

  private lateFate(late: Late | undefined): LateFate | null {
    if (late === undefined) return null;
    const { policy, period, to, closing } = late;
    return {
      policy,
      period: periodShown(period),
      to: periodShown(to),
      closing: recordedReason(this.session.reader, closing, 'active'),
    };
  }
}

/** A rule by the edition in force at an instant, or else by the first that has it. */
export function ruleNamed(reader: ViewReader, name: string, at: Instant): RuleReason | null {
  const [rule] = [reader.editionAt(at), ...reader.plan.editions].flatMap(({ rules }) => rules.get(name) ?? []);
  return rule === undefined ? null : ruleReason(reader, rule);
}

export function ruleReason(reader: ViewReader, { model, edition }: RulePlan): RuleReason {
  const { name, title = null, basis = null } = model;
  return { name, title, basis, edition: reader.plan.editions[edition]?.model.edition ?? '' };
}
