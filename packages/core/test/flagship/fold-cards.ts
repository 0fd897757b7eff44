// Cards with their states at the cut-off: lifts, lapse and the conversion B1 (§5.8, §5.9, §5.24.11–15).

import { addMonths, CUT_OFF, later } from './fold-days.js';
import { dayOf, type Facts, type FlagshipEvent, has, is, text } from './fold-facts.js';
import { type Order, orders } from './fold-orders.js';

export type CardState = 'active' | 'lapsed' | 'lifted' | 'converted';

export interface Card {
  readonly id: string;
  readonly rule: string;
  readonly colour: 'red' | 'yellow' | 'black';
  readonly matter: string;
  readonly quarter: number | null;
  readonly indicator: string | null;
  readonly day: string;
  /** Last day of validity, that of an open order included; "9999-12-31" while an order is open. */
  readonly lastDay: string;
  readonly state: CardState;
  /** The day of the lift or the conversion. */
  readonly endedOn: string | null;
  /** As they count in the total; a red card counts in the bonus. */
  readonly points: number;
}

type Draft = { -readonly [Key in keyof Card]: Card[Key] };

/** Every standing card of the unit in the order of their confirmation, B1's blacks included. */
export function cards(facts: Facts, unit: string): readonly Card[] {
  const ordered = orders(facts, unit);
  const confirmed = confirmations(facts, unit).map((event) => draft(facts, unit, event, ordered));
  const barred = confirmed.some((card) => card.rule === 'Y6' || card.rule === 'B3');
  const lifts = facts.of('card.lifted', unit);
  const days = [...new Set([...confirmed.map((card) => card.day), ...lifts.map(dayOf)])].sort();
  const all: Draft[] = [];
  let liftsUsed = 0;
  for (const day of days) {
    // A yellow is not active from the day of its lift on, so lifts come before what is confirmed that day.
    for (const lift of lifts.filter((event) => dayOf(event) === day)) {
      const card = all.find((other) => is(lift, 'card', other.id) && activeOn(other, day));
      if (card?.colour === 'black' && addMonths(card.day, 6) <= day) end(card, 'lifted', day, -40);
      if (card?.colour !== 'yellow' || barred || liftsUsed >= 2 || !liftable(card, day, ordered)) continue;
      end(card, 'lifted', day, -5);
      liftsUsed += 1;
    }
    for (const card of confirmed.filter((other) => other.day === day)) confirm(card, all);
  }
  for (const card of all) if (card.state === 'active' && card.lastDay < CUT_OFF) card.state = 'lapsed';
  return all;
}

export const activeOn = (card: Card, day: string): boolean =>
  card.day <= day && day <= card.lastDay && (card.endedOn === null || day < card.endedOn);

/** Confirmed by other eyes than proposed it, neither revoked nor exempt, nor an R1 whose honour was withdrawn. */
function confirmations(facts: Facts, unit: string): readonly FlagshipEvent[] {
  const withdrawn = facts.of('honour.withdrawn', unit).map((event) => text(event, 'matter'));
  const proposals = facts.of('card.proposed', unit);
  return facts.of('card.confirmed', unit).filter((event) => {
    const proposal = proposals.find((other) => is(event, 'proposal', other.id));
    const byOthers = proposal !== undefined && proposal.data.actorRole !== event.data.actorRole;
    const matter = text(event, 'matter');
    const undone = facts.removed(event.id) || facts.exempt(matter);
    return byOthers && !undone && !(is(event, 'rule', 'R1') && withdrawn.includes(matter));
  });
}

const COLOUR_OF = { R: 'red', Y: 'yellow', B: 'black' } as const;

function draft(facts: Facts, unit: string, event: FlagshipEvent, ordered: readonly Order[]): Draft {
  const day = dayOf(event);
  const rule = text(event, 'rule');
  const colour = rule.startsWith('R') ? COLOUR_OF.R : rule.startsWith('Y') ? COLOUR_OF.Y : COLOUR_OF.B;
  const months = facts.amended(unit) && day >= '2026-07-01' ? 3 : 6;
  const valid = { red: CUT_OFF, yellow: addMonths(day, months), black: addMonths(day, 12) }[colour];
  return {
    id: event.id,
    rule,
    colour,
    matter: text(event, 'matter'),
    quarter: has(event, 'quarter') ? Number(event.data.quarter) : null,
    indicator: has(event, 'indicator') ? text(event, 'indicator') : null,
    day,
    lastDay: colour === 'yellow' ? whileOpen(event.id, valid, ordered) : valid,
    state: 'active',
    endedOn: null,
    points: { red: 0, yellow: -10, black: -40 }[colour],
  };
}

/** A yellow does not lapse while an order that followed it is open. */
function whileOpen(card: string, valid: string, ordered: readonly Order[]): string {
  const own = ordered.filter((order) => order.card === card && order.day <= valid);
  return own.reduce((day, order) => later(day, order.verified ?? '9999-12-31'), valid);
}

/** Claimed within the time of the notice, without extension, and passed at the first verification. */
function liftable(card: Card, day: string, ordered: readonly Order[]): boolean {
  const own = ordered.filter((order) => order.card === card.id);
  return own.some((order) => {
    const inTime = order.claimed !== null && order.claimed <= order.noticeDue;
    return inTime && order.firstCheck?.passed === true && order.firstCheck.day <= day;
  });
}

/** One matter yields at most one active card a colour, Y6 excepted (B1 stands for three matters and bars none); the third active yellow turns three into B1. */
function confirm(card: Draft, all: Draft[]): void {
  const same = ({ rule, colour, matter }: Card): boolean =>
    rule !== 'B1' && colour === card.colour && matter === card.matter;
  if (card.rule !== 'Y6' && all.some((other) => same(other) && activeOn(other, card.day))) return;
  all.push(card);
  if (card.colour !== 'yellow') return;
  const active = all.filter((other) => other.colour === 'yellow' && activeOn(other, card.day));
  if (active.length < 3) return;
  for (const yellow of active) end(yellow, 'converted', card.day, 0);
  const lastDay = addMonths(card.day, 12);
  const black = { rule: 'B1', colour: 'black', lastDay, state: 'active', endedOn: null, points: -40 } as const;
  all.push({ ...card, ...black, id: `B1@${card.id}`, quarter: null });
}

function end(card: Draft, state: CardState, day: string, points: number): void {
  card.state = state;
  card.endedOn = day;
  card.points = points;
}
