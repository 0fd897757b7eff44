// Rank, band, safety factor and money (§5.16, §5.17, §5.19, §5.24.18–19).

import { activeOn, type Card } from './fold-cards.js';
import { CUT_OFF } from './fold-days.js';
import { type Facts, is } from './fold-facts.js';
import { compare, type Frac, whole } from './fold-fraction.js';

export type Band = '优秀' | '良好' | '一般' | '较差';

export interface Standing {
  readonly rank: number;
  readonly bandByScore: Band;
  readonly band: Band | null;
  readonly safetyFactor: '1.0' | '0.8' | '0.5' | '0';
  readonly money: number | null;
}

/** A unit's points before the units are compared; `null` is unknown. */
export interface Judged {
  readonly unit: string;
  readonly leaves: ReadonlyMap<string, Frac | null>;
  readonly dimensions: readonly (Frac | null)[];
  readonly base: Frac | null;
  readonly bonus: Readonly<Record<'over' | 'honours' | 'reds' | 'total', Frac>>;
  readonly cards: readonly Card[];
  readonly criticism: number;
  readonly total: Frac | null;
  readonly vetoes: readonly string[];
}

type Scored = Judged & { readonly total: Frac };

export interface Ranking {
  readonly rows: ReadonlyMap<string, Standing>;
  readonly unresolvedTies: readonly (readonly string[])[];
}

export function rank(facts: Facts, judged: readonly Judged[], tieBreakers: boolean): Ranking {
  const scored = judged.filter((one): one is Scored => one.total !== null);
  const ranks = new Map(
    scored.map((one) => [one.unit, 1 + scored.filter((other) => before(other, one, tieBreakers) < 0).length]),
  );
  const { chosen, unresolved } = excellent(facts, scored, ranks);
  const rows = scored.map((one): [string, Standing] => {
    const open = unresolved.some((tie) => tie.includes(one.unit));
    const band = open ? null : chosen.has(one.unit) ? '优秀' : withoutPlace(one);
    const factor = safetyFactor(one);
    const money = band === null ? null : (100_000 * BAND_TENTHS[band] * FACTOR_TENTHS[factor]) / 100;
    return [one.unit, { rank: ranks.get(one.unit) ?? 0, bandByScore: byScore(one), band, safetyFactor: factor, money }];
  });
  return { rows: new Map(rows), unresolvedTies: unresolved };
}

/** Money in tenths, so that it stays whole. */
const BAND_TENTHS = { 优秀: 12, 良好: 10, 一般: 6, 较差: 0 } as const;
const FACTOR_TENTHS = { '1.0': 10, '0.8': 8, '0.5': 5, '0': 0 } as const;

const count = (one: Judged, holds: (card: Card) => boolean): number => one.cards.filter(holds).length;

const blacks = (one: Judged): number => count(one, (card) => card.colour === 'black');

const activeAtCutOff = (one: Judged, colour: Card['colour']): number =>
  count(one, (card) => card.colour === colour && activeOn(card, CUT_OFF));

const leaf = (one: Judged, code: string): Frac => one.leaves.get(code) ?? whole(0);

/** Negative if the first unit stands before the other. */
function before(one: Scored, other: Scored, tieBreakers: boolean): number {
  const byTotal = compare(other.total, one.total);
  if (byTotal !== 0 || !tieBreakers) return byTotal;
  const yellows = (unit: Judged): number =>
    count(unit, (card) => card.colour === 'yellow' && card.state !== 'converted');
  const reds = (unit: Judged): number => count(unit, (card) => card.colour === 'red');
  const dimension = (unit: Judged): Frac => unit.dimensions[0] ?? whole(0);
  const steps = [
    blacks(one) - blacks(other),
    yellows(one) - yellows(other),
    compare(leaf(other, '1.1.2'), leaf(one, '1.1.2')),
    compare(dimension(other), dimension(one)),
    reds(other) - reds(one),
    compare(leaf(other, '4.4'), leaf(one, '4.4')),
  ];
  return steps.find((step) => step !== 0) ?? 0;
}

const atLeast = (one: Scored, points: number): boolean => compare(one.total, whole(points)) >= 0;

function byScore(one: Scored): Band {
  if (atLeast(one, 900)) return '优秀';
  if (atLeast(one, 800)) return '良好';
  return atLeast(one, 600) ? '一般' : '较差';
}

const isPoor = (one: Scored): boolean => !atLeast(one, 600) || blacks(one) >= 2 || one.vetoes.includes('V5');

function withoutPlace(one: Scored): Band {
  if (isPoor(one)) return '较差';
  const ceiling = activeAtCutOff(one, 'black') > 0 || one.vetoes.length > 0;
  if (ceiling) return '一般';
  return atLeast(one, 800) ? '良好' : '一般';
}

const eligible = (one: Scored): boolean =>
  atLeast(one, 900) && activeAtCutOff(one, 'yellow') <= 1 && blacks(one) === 0 && one.vetoes.length === 0;

/** Fills the places of the band 优秀 in order of rank; a tie across the last place waits for the committee. */
function excellent(facts: Facts, scored: readonly Scored[], ranks: ReadonlyMap<string, number>) {
  const rulings = facts.of('discretion.exercised');
  const floating = rulings.filter((event) => is(event, 'topic', 'floating-quota') && is(event, 'choice', 'A')).length;
  let places = Math.max(1, Math.floor(facts.units.length / 4)) + floating;
  const chosen = new Set<string>();
  const unresolved: string[][] = [];
  const candidates = scored.filter(eligible);
  const order = [...new Set(candidates.map((one) => ranks.get(one.unit) ?? 0))].sort((one, other) => one - other);
  for (const place of order) {
    const tied = candidates.map((one) => one.unit).filter((unit) => ranks.get(unit) === place);
    const ruled = tied.filter((unit) =>
      rulings.some((event) => is(event, 'topic', 'tie') && is(event, 'choice', unit)),
    );
    if (places === 0) break;
    const winners = tied.length <= places ? tied : ruled.length === places ? ruled : [];
    if (winners.length === 0) unresolved.push(tied);
    for (const unit of winners) chosen.add(unit);
    places = tied.length > places ? 0 : places - tied.length;
  }
  return { chosen, unresolved };
}

function safetyFactor(one: Judged): Standing['safetyFactor'] {
  if (one.vetoes.length > 0) return '0';
  const points = leaf(one, '1.1.2');
  if (compare(points, whole(60)) >= 0) return '1.0';
  return compare(points, whole(48)) >= 0 ? '0.8' : '0.5';
}
