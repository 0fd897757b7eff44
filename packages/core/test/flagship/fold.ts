// The naive fold of the flagship scheme: from the events to every number of §5.22, written from the scheme's text alone.
// It is the independent oracle of the engine, so it imports nothing of it, and prefers the obvious to the fast.

import { ballots, CONTESTS, contestPoints, leaders, survey } from './fold-appraisal.js';
import { type Card, cards } from './fold-cards.js';
import { Facts, type FlagshipEvent, type FoldOptions, is, text } from './fold-facts.js';
import { cents, type Frac, least, minus, most, plus, show, sum, whole } from './fold-fraction.js';
import { criticismPoints, honourPoints } from './fold-honours.js';
import {
  checklist,
  completion,
  environment,
  keyProjects,
  overFulfilment,
  petitions,
  safety,
} from './fold-objectives.js';
import { type Band, type Judged, rank, type Standing } from './fold-ranking.js';
import * as supervision from './fold-supervision.js';
import { aboutOf, type Letter, letters, type Trigger, triggers, WITHOUT_TRIGGER } from './fold-triggers.js';
import { inForce } from './fold-vetoes.js';

export type { Card } from './fold-cards.js';
export type { FlagshipEvent, FoldOptions } from './fold-facts.js';

/** Points are texts with two decimals; `null` is unknown. */
export interface UnitOutcome {
  readonly unit: string;
  readonly leaves: Readonly<Record<string, string | null>>;
  /** Dimensions 1–4. */
  readonly dimensions: readonly (string | null)[];
  readonly base: string | null;
  /** Each after its own cap. */
  readonly bonus: { readonly over: string; readonly honours: string; readonly reds: string; readonly total: string };
  readonly cardPoints: number;
  readonly criticism: number;
  readonly total: string | null;
  readonly rank: number | null;
  readonly bandByScore: Band | null;
  readonly band: Band | null;
  readonly safetyFactor: '1.0' | '0.8' | '0.5' | '0';
  readonly money: number | null;
  readonly vetoes: readonly string[];
  readonly cards: readonly Card[];
  readonly triggers: readonly Trigger[];
  /** Triggers on which nobody has decided (应记未记). */
  readonly undecided: readonly Trigger[];
  /** Cards that no trigger explains. */
  readonly untriggered: readonly string[];
  readonly letters: readonly Letter[];
}

export interface Outcome {
  readonly units: Readonly<Record<string, UnitOutcome>>;
  readonly unresolvedTies: readonly (readonly string[])[];
}

export function fold(events: readonly FlagshipEvent[], options: FoldOptions): Outcome {
  const facts = new Facts(events, options);
  const judged = facts.units.map((unit) => judge(facts, unit));
  const { rows, unresolvedTies } = rank(facts, judged, options.tieBreakers);
  const outcomes = judged.map((one) => outcome(facts, one, rows.get(one.unit)));
  return { units: Object.fromEntries(outcomes.map((one) => [one.unit, one])), unresolvedTies };
}

function judge(facts: Facts, unit: string): Judged {
  const held = cards(facts, unit);
  const leaves = new Map(
    Object.entries(leavesOf(facts, unit, held)).map(([code, exact]) => [code, exact === null ? null : cents(exact)]),
  );
  const dimensions = ['1', '2', '3', '4'].map((code) =>
    total([...leaves].filter(([leaf]) => leaf.startsWith(`${code}.`)).map(([, points]) => points)),
  );
  const base = total(dimensions);
  const bonus = bonusOf(facts, unit, held);
  const criticism = criticismPoints(facts, unit, held);
  const deducted = whole(criticism - held.reduce((points, card) => points + card.points, 0));
  const sumOfAll = base === null ? null : most(whole(0), minus(plus(base, bonus.total), deducted));
  const vetoes = inForce(facts, unit).map((veto) => text(veto, 'rule'));
  return { unit, leaves, dimensions, base, bonus, cards: held, criticism, total: sumOfAll, vetoes };
}

function leavesOf(facts: Facts, unit: string, held: readonly Card[]): Record<string, Frac | null> {
  const falsified = held.some((card) => card.rule === 'B3');
  return {
    '1.1.1': checklist(facts, unit, '1.1.1', 5),
    '1.1.2': petitions(facts, unit),
    '1.1.3': safety(facts, unit),
    '1.1.4': environment(facts, unit),
    '1.2.1': completion(facts, unit, '1.2.1'),
    '1.2.2': completion(facts, unit, '1.2.2'),
    '1.2.3': completion(facts, unit, '1.2.3'),
    '1.2.4': checklist(facts, unit, '1.2.4', 4),
    '1.3': keyProjects(facts, unit),
    '2.1': supervision.objectivesWithProject(facts, unit),
    '2.2': supervision.projectsComplete(facts, unit),
    '2.3': supervision.visits(facts, unit),
    '3.1': supervision.closedOnTime(facts, unit),
    '3.2': supervision.passedFirst(facts, unit),
    '3.3': supervision.reporting(facts, unit, falsified),
    ...Object.fromEntries(CONTESTS.map((contest) => [`4.1${contest}`, contestPoints(facts, unit, contest)])),
    '4.2': ballots(facts, unit),
    '4.3': leaders(facts, unit),
    '4.4': survey(facts, unit),
  };
}

/** Unknown as soon as one part is. */
function total(parts: readonly (Frac | null)[]): Frac | null {
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? sum(known) : null;
}

function bonusOf(facts: Facts, unit: string, held: readonly Card[]): Judged['bonus'] {
  const over = least(whole(20), overFulfilment(facts, unit));
  const honours = whole(Math.min(30, honourPoints(facts, unit)));
  const reds = whole(Math.min(20, 5 * held.filter((card) => card.colour === 'red').length));
  return { over, honours, reds, total: least(whole(50), sum([over, honours, reds])) };
}

const shown = (value: Frac | null | undefined): string | null => (value == null ? null : show(value));

function outcome(facts: Facts, judged: Judged, standing: Standing | undefined): UnitOutcome {
  const { unit, bonus } = judged;
  const found = triggers(facts, unit, judged.cards);
  const rejections = facts.of('card.rejected', unit).map((event) => `${text(event, 'rule')} ${aboutEvent(event)}`);
  const confirmations = facts.of('card.confirmed', unit).map((event) => `${text(event, 'rule')} ${aboutEvent(event)}`);
  const decided = new Set([...rejections, ...confirmations]);
  const named = new Set(found.map((trigger) => `${trigger.rule} ${trigger.about}`));
  const explained = (card: Card): boolean =>
    WITHOUT_TRIGGER.includes(card.rule) || named.has(`${card.rule} ${aboutOf(card)}`);
  return {
    unit,
    leaves: Object.fromEntries([...judged.leaves].map(([code, points]) => [code, shown(points)])),
    dimensions: judged.dimensions.map(shown),
    base: shown(judged.base),
    bonus: { over: show(bonus.over), honours: show(bonus.honours), reds: show(bonus.reds), total: show(bonus.total) },
    cardPoints: judged.cards.reduce((points, card) => points + card.points, 0),
    criticism: judged.criticism,
    total: shown(judged.total),
    rank: standing?.rank ?? null,
    bandByScore: standing?.bandByScore ?? null,
    band: standing?.band ?? null,
    safetyFactor: standing?.safetyFactor ?? '1.0',
    money: standing?.money ?? null,
    vetoes: judged.vetoes,
    cards: judged.cards,
    triggers: found,
    undecided: found.filter((trigger) => !decided.has(`${trigger.rule} ${trigger.about}`)),
    untriggered: judged.cards.filter((card) => !explained(card)).map((card) => card.id),
    letters: letters(facts, unit),
  };
}

function aboutEvent(event: FlagshipEvent): string {
  const quarter = is(event, 'quarter', undefined) ? null : Number(event.data.quarter);
  const indicator = is(event, 'indicator', undefined) ? null : text(event, 'indicator');
  return aboutOf({ matter: text(event, 'matter'), quarter, indicator });
}
