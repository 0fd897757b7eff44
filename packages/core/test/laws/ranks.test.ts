import { expect } from 'vitest';
import { eq, lt, parseNum } from '../../src/model/num.js';
import type { Row, Shown } from '../../src/model/outcome.js';
import type { StandingModel, TieConvention } from '../../src/model/rubric.js';
import { replay } from '../../src/replay.js';
import { arbitraryCase, type Case } from '../../src/testing/index.js';
import { law } from './law.js';
import { read } from './read-case.js';

law(
  'I6: ranks are a total preorder; ties share a rank by the declared convention; every separation is explained by the key that made it',
  { cases: arbitraryCase(), runs: 40, schemeOf: (one: Case) => one },
  (one, tally) => {
    const { rubric, ledger } = read(one);
    const outcome = replay(ledger, rubric, one.lens);
    const { standings } = outcome.session.reader.editionAt(outcome.session.reader.asOf).model;
    for (const { id, rows } of outcome.standings) {
      const model = standings.get(id);
      if (model === undefined) throw new Error(`no standing ${id}`);
      const groups = groupsOf(
        model,
        rows.filter(({ rank }) => rank !== null),
      );
      tally.count('a standing');
      tally.count(
        'ties',
        groups.some(({ length }) => length > 1),
      );
      expect(rows.map(({ rank }) => rank)).toEqual([
        ...ranksOf(model.ties, groups),
        ...rows.flatMap(({ rank }) => (rank === null ? [null] : [])),
      ]);
      expect(rows.every(({ rank, unranked }) => (rank === null) === (unranked !== null))).toBe(true);
      groups.forEach((group, index) => {
        const beside = [groups[index - 1]?.at(-1), groups[index + 1]?.[0]].filter((row) => row !== undefined);
        for (const row of group) sayDecided(model, row, beside);
      });
    }
  },
);

/** Rows that no key separates; a key that skips unknown values leaves a group whole in which there is one. */
function groupsOf({ by }: StandingModel, rows: readonly Row[]): readonly (readonly Row[])[] {
  const start = rows.length === 0 ? [] : [rows];
  return by.reduce<readonly (readonly Row[])[]>(
    (groups, { unknown }, key) =>
      groups.flatMap((group) =>
        unknown === 'skip' && group.some((row) => row.by[key] === null) ? [group] : runsOf(group, key),
      ),
    start,
  );
}

function runsOf(rows: readonly Row[], key: number): readonly (readonly Row[])[] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0]?.by[key] === row.by[key]) run?.push(row);
    else runs.push([row]);
  }
  return runs;
}

function ranksOf(ties: TieConvention, groups: readonly (readonly Row[])[]): readonly number[] {
  let before = 0;
  return groups.flatMap((group, tier) => {
    const first = before + 1;
    before += group.length;
    return group.map((_, place) => {
      if (ties === 'standard') return first;
      if (ties === 'modified') return before;
      if (ties === 'dense') return tier + 1;
      return ties === 'fractional' ? (first + before) / 2 : first + place;
    });
  });
}

/** The key that is named differs from a neighbour's, in the direction of the ranking; none is named where there is nobody to be told from. */
function sayDecided({ by }: StandingModel, row: Row, beside: readonly Row[]): void {
  if (beside.length === 0) {
    expect(row.decidedBy).toBeNull();
    return;
  }
  const index = by.findIndex(({ name }) => name === row.decidedBy);
  const key = by[index];
  expect(key, `${row.subject} is separated by ${row.decidedBy}`).toBeDefined();
  if (key === undefined) return;
  const splits = beside.some((other) => {
    const isAbove = (other.rank ?? 0) < (row.rank ?? 0);
    const [upper, lower] = isAbove ? [other.by[index], row.by[index]] : [row.by[index], other.by[index]];
    return isInOrder(upper ?? null, lower ?? null, key.order === 'desc', key.unknown === 'first');
  });
  expect(splits, `${row.subject} differs from a neighbour on ${row.decidedBy}`).toBe(true);
}

function isInOrder(upper: Shown, lower: Shown, desc: boolean, unknownFirst: boolean): boolean {
  if (upper === null || lower === null) return upper !== lower && (upper === null) === unknownFirst;
  const [high, low] = desc ? [upper, lower] : [lower, upper];
  const [a, b] = [parseNum(fraction(high)), parseNum(fraction(low))];
  if (a === undefined || b === undefined) return fraction(high) > fraction(low) || isFraction(high) || isFraction(low);
  return lt(b, a) && !eq(a, b);
}

function fraction(value: Shown): string {
  return String(value);
}

function isFraction(value: Shown): boolean {
  return String(value).includes('/');
}
