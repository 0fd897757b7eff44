// Honours and circular criticism outside the cards (§5.13).

import type { Card } from './fold-cards.js';
import { type Facts, type FlagshipEvent, has, is, text } from './fold-facts.js';

const HONOURS: Readonly<Record<string, number>> = { national: 20, provincial: 10, municipal: 5, district: 0 };
const CRITICISM: Readonly<Record<string, number>> = { national: 20, provincial: 10, municipal: 5, district: 0 };

/** Documented honours whose matter was not withdrawn. */
export function honours(facts: Facts, unit: string): readonly FlagshipEvent[] {
  const withdrawn = facts.of('honour.withdrawn', unit).map((event) => text(event, 'matter'));
  return facts
    .of('honour.granted', unit)
    .filter((event) => has(event, 'docNo') && !withdrawn.includes(text(event, 'matter')));
}

/** Before the cap: the highest of each matter. */
export const honourPoints = (facts: Facts, unit: string): number => highestOf(honours(facts, unit), HONOURS);

/** Circular criticism whose matter has no standing card. */
export function criticismPoints(facts: Facts, unit: string, cards: readonly Card[]): number {
  const carded = new Set(cards.filter((card) => card.colour !== 'red').map((card) => card.matter));
  const bare = facts.of('criticism.issued', unit).filter((event) => {
    const matter = text(event, 'matter');
    return is(event, 'kind', 'circular') && !carded.has(matter) && !facts.exempt(matter);
  });
  return highestOf(bare, CRITICISM);
}

function highestOf(events: readonly FlagshipEvent[], points: Readonly<Record<string, number>>): number {
  const byMatter = new Map<string, number>();
  for (const event of events) {
    const matter = text(event, 'matter');
    byMatter.set(matter, Math.max(byMatter.get(matter) ?? 0, points[text(event, 'level')] ?? 0));
  }
  return [...byMatter.values()].reduce((total, value) => total + value, 0);
}
