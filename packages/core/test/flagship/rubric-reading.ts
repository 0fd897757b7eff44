// What the engine says of the flagship year and what the fold says, in the same words, so that they can be compared.

import type { CardEntry, Finding, SubjectFile } from '../../src/model/outcome.js';
import type { Outcome } from '../../src/outcome.js';
import type { Outcome as FoldOutcome, UnitOutcome } from './fold.js';

/** Unit → what is said of it → the value, as text. */
export type Readings = Readonly<Record<string, Readonly<Record<string, string>>>>;

const BANDS: Readonly<Record<string, string>> = { excellent: '优秀', good: '良好', fair: '一般', poor: '较差' };

export function readingsOf(outcome: Outcome): Readings {
  const [ranking] = outcome.standings;
  const findings = outcome.findings.filter(({ facts }) => facts.period === '2026');
  const units = (ranking?.rows ?? []).map(({ subject, rank, band }) => {
    const file = outcome.subjects[subject];
    if (file === undefined) throw new Error(`no file of ${subject}`);
    const own = findings.filter((finding) => finding.subject === subject);
    const place = { rank: String(rank), band: band === null ? 'null' : (BANDS[band] ?? band) };
    return [subject, { ...numbersOf(outcome, file), ...place, cards: cardsOf(file.cards), ...findingsOf(own) }];
  });
  return Object.fromEntries(units);
}

const NAMED: Readonly<Record<string, string>> = {
  base: 'base',
  over: 'overFulfilment',
  honours: 'honours',
  reds: 'redPoints',
  bonus: 'bonus',
  cardPoints: 'cardPoints',
  criticism: 'criticism',
  total: 'total',
  safetyFactor: 'safetyFactor',
  money: 'money',
  vetoes: 'vetoes',
};

/** The leaves and dimensions by their clause, everything else by its name. */
function numbersOf(outcome: Outcome, file: SubjectFile): Readonly<Record<string, string>> {
  const edition = outcome.rubric.model.editions.at(-1);
  const coded = [...(edition?.indicators.values() ?? [])].flatMap(({ name, code, basis }): [string, string][] =>
    code === undefined || (basis === undefined && code.includes('.')) ? [] : [[code, name]],
  );
  const all = [...coded, ...Object.entries(NAMED)];
  const values = all.map(([label, name]) => [label, shown(file.indicators[name]?.value ?? null)]);
  const byScore = file.indicators.total?.band ?? null;
  return { ...Object.fromEntries(values), bandByScore: byScore === null ? 'null' : (BANDS[byScore] ?? byScore) };
}

const shown = (value: unknown): string => (value === null ? 'null' : Number(value).toFixed(2));

/** Refused and revoked cards stay in the file; the fold does not know them. */
function cardsOf(cards: readonly CardEntry[]): string {
  const standing = cards.filter(
    ({ state, data }) => state !== 'refused' && state !== 'revoked' && data.period === '2026',
  );
  return list(
    standing.map(({ id, state, endedAt, data }) => {
      const ended = state !== 'lapsed' && endedAt !== null ? ` ${dayInShanghai(endedAt)}` : '';
      return `${id} ${state === 'became-black' ? 'converted' : state} ≤${data.lastDay ?? '9999-12-31'}${ended}`;
    }),
  );
}

const dayInShanghai = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

const list = (items: readonly string[]): string => [...new Set(items)].sort().join(', ');

function findingsOf(findings: readonly Finding[]): Readonly<Record<string, string>> {
  const of = (code: string, say: (facts: Finding['facts']) => string): string =>
    list(findings.filter((finding) => finding.code === code).map(({ facts }) => say(facts)));
  return {
    undecided: of('card.due', (facts) => `${facts.rule} ${aboutOf(facts)} ${facts.since}`),
    untriggered: of('card.untriggered', (facts) => String(facts.card)),
    letters: of('letter.due', (facts) => `${facts.goal} Q${facts.quarter}`),
  };
}

/** The fold names a matter, a quarter, or a figure in a quarter; in the rubric a quarter is one digit. */
function aboutOf({ about, goal }: Finding['facts']): string {
  if (!/^\d$/.test(String(about))) return String(about);
  return goal === '-' ? `Q${about}` : `${goal} Q${about}`;
}

export const foldReadings = ({ units }: FoldOutcome): Readings =>
  Object.fromEntries(Object.entries(units).map(([unit, one]) => [unit, foldReading(one)]));

function foldReading(one: UnitOutcome): Readonly<Record<string, string>> {
  const dimensions = Object.fromEntries(one.dimensions.map((points, at) => [String(at + 1), points ?? 'null']));
  const { total: bonus, ...parts } = one.bonus;
  const numbers = {
    money: one.money,
    cardPoints: one.cardPoints,
    criticism: -one.criticism,
    vetoes: one.vetoes.length,
  };
  return {
    ...Object.fromEntries(Object.entries(one.leaves).map(([code, points]) => [code, points ?? 'null'])),
    ...dimensions,
    ...parts,
    bonus,
    base: one.base ?? 'null',
    total: one.total ?? 'null',
    safetyFactor: shown(one.safetyFactor),
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, shown(value)])),
    bandByScore: one.bandByScore ?? 'null',
    band: one.band ?? 'null',
    rank: String(one.rank),
    cards: list(
      one.cards.map(
        ({ id, state, lastDay, endedOn }) => `${id} ${state} ≤${lastDay}${endedOn === null ? '' : ` ${endedOn}`}`,
      ),
    ),
    undecided: list(one.undecided.map(({ rule, about, day }) => `${rule} ${about} ${day}`)),
    untriggered: list(one.untriggered),
    letters: list(one.letters.map(({ indicator, quarter }) => `${indicator} Q${quarter}`)),
  };
}

/** Each difference with its unit and its leaf. */
export function differences(found: Readings, expected: Readings): readonly string[] {
  const units = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...units].flatMap((unit) => {
    const [mine, theirs] = [found[unit] ?? {}, expected[unit] ?? {}];
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    return [...names]
      .filter((name) => plainZero(mine[name]) !== plainZero(theirs[name]))
      .map((name) => `${unit} ${name}: the engine says ${mine[name]}, the fold ${theirs[name]}`);
  });
}

const plainZero = (text: string | undefined): string | undefined => (text === '-0.00' ? '0.00' : text);
