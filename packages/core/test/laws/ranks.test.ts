import { expect } from 'vitest';
import { chainKeys } from '../../src/model/chain-keys.js';
import type { PlaceReason, Separation } from '../../src/model/explanation.js';
import { lt, type Num, parsePrinted } from '../../src/model/num.js';
import type { Row, Shown, StandingTable } from '../../src/model/outcome.js';
import type { RankKey, StandingModel, TieConvention } from '../../src/model/rubric.js';
import type { Outcome } from '../../src/outcome.js';
import { findPlace } from '../../src/replay/find.js';
import { tracePlace } from '../../src/replay/trace-place.js';
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
    for (const table of outcome.standings) {
      const model = standings.get(table.id);
      if (model === undefined) throw new Error(`no standing ${table.id}`);
      const ranked = table.rows.filter(({ rank }) => rank !== null).map((row) => ranking(outcome, table, row));
      const groups = groupsOf(ranked);
      tally.count('a standing');
      tally.count(
        'ties',
        groups.some(({ length }) => length > 1),
      );
      expect(table.rows.map(({ rank }) => rank)).toEqual([
        ...ranksOf(model.ties, groups),
        ...table.rows.flatMap(({ rank }) => (rank === null ? [null] : [])),
      ]);
      expect(table.rows.every(({ rank, unranked }) => (rank === null) === (unranked !== null))).toBe(true);
      groups.forEach((group, index) => {
        for (const each of group) saySeparated(model, each, groups[index - 1], groups[index + 1]);
      });
      const deciding = sayDecided(model, ranked);
      tally.count('a list decides', deciding.has('items'));
      tally.count('a block decides', deciding.has('among'));
      // Whether an `if` was true of a group is not shown, nor what a block read at first of those whom it read again.
      if (model.by.every((step) => step.if === undefined && step.kind !== 'among'))
        expect(subjectsIn(groups)).toEqual(subjectsIn(groupsByValues(model, ranked)));
    }
  },
);

interface Ranked {
  readonly row: Row;
  readonly why: PlaceReason;
}

function ranking({ session: { reader } }: Outcome, { id, keys }: StandingTable, row: Row): Ranked {
  const found = findPlace(reader, id, row.subject, keys);
  if (found === undefined) throw new Error(`no row of ${row.subject}`);
  return { row, why: tracePlace(reader, found.table, found.row, 0) };
}

/** Who says to be tied stands together, and all of a group say the same. */
function groupsOf(ranked: readonly Ranked[]): readonly (readonly Ranked[])[] {
  const groups: Ranked[][] = [];
  for (const each of ranked) {
    const last = groups.at(-1);
    if (last?.[0]?.why.tied.includes(each.row.subject)) last.push(each);
    else groups.push([each]);
  }
  for (const group of groups) {
    const names = group.map(({ row }) => row.subject);
    for (const { row, why } of group) expect([...why.tied, row.subject].sort()).toEqual(names.toSorted());
  }
  return groups;
}

function subjectsIn(groups: readonly (readonly Ranked[])[]): readonly (readonly string[])[] {
  return groups.map((group) => group.map(({ row }) => row.subject));
}

function ranksOf(ties: TieConvention, groups: readonly (readonly unknown[])[]): readonly number[] {
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

/** Whoever stands next above or below is told with the key that made the difference, and the two differ on it in its order. */
function saySeparated(
  model: StandingModel,
  { why }: Ranked,
  above: readonly Ranked[] | undefined,
  below: readonly Ranked[] | undefined,
): void {
  for (const [told, group, isAbove] of [
    [why.above, above, true],
    [why.below, below, false],
  ] as const) {
    expect(told === null).toBe(group === undefined);
    if (told === null) continue;
    expect(group?.some(({ row }) => row.subject === told.subject)).toBe(true);
    const key = chainKeys(model.by).find(({ name }) => name === told.key);
    const [upper, lower] = isAbove ? [told.other, told.own] : [told.own, told.other];
    expect(key !== undefined && isInOrder(key, upper, lower), `${why.subject} by ${told.key}`).toBe(true);
  }
}

/** `decidedBy` is the later of the keys that part a row from those beside it. Returns what kinds of keys decided anything. */
function sayDecided(model: StandingModel, ranked: readonly Ranked[]): ReadonlySet<string> {
  const by = chainKeys(model.by);
  const place = (told: Separation | null): number => by.findIndex(({ name }) => name === told?.key);
  for (const { row, why } of ranked) {
    const latest = Math.max(place(why.above), place(why.below));
    expect(row.decidedBy).toBe(by[latest]?.name ?? null);
  }
  const keys = by.filter(({ name }) => ranked.some(({ row }) => row.decidedBy === name));
  return new Set(keys.map(({ kind, name }) => (name.startsWith('among: ') ? 'among' : kind)));
}

/** The groups once more, from the values shown: a key that skips unknown ones leaves a group whole in which there is one. */
function groupsByValues({ by }: StandingModel, ranked: readonly Ranked[]): readonly (readonly Ranked[])[] {
  const start = ranked.length === 0 ? [] : [ranked];
  return chainKeys(by).reduce<readonly (readonly Ranked[])[]>(
    (groups, key, at) =>
      groups.flatMap((group) =>
        key.unknown === 'skip' && group.some(({ row }) => row.by[at] === null) ? [group] : runsOf(group, key, at),
      ),
    start,
  );
}

function runsOf(rows: readonly Ranked[], key: RankKey, at: number): readonly (readonly Ranked[])[] {
  const runs: Ranked[][] = [];
  for (const each of rows) {
    const [own, last] = [each.row.by[at] ?? null, runs.at(-1)?.[0]?.row.by[at] ?? null];
    if (runs.length > 0 && !isInOrder(key, last, own)) runs.at(-1)?.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** Whether the one belongs above the other, by what is shown of them. */
function isInOrder(key: RankKey, upper: Shown, lower: Shown): boolean {
  if (upper === null || lower === null) return upper !== lower && (upper === null) === (key.unknown === 'first');
  const [high, low] = [placesOf(key, upper), placesOf(key, lower)];
  for (let place = 0; place < Math.max(high.length, low.length); place += 1) {
    const [a, b] = [high[place] ?? padOf(key), low[place] ?? padOf(key)];
    if (a === b || (typeof a === 'object' && typeof b === 'object' && !lt(a, b) && !lt(b, a))) continue;
    if (a === undefined || b === undefined) return b === undefined;
    const [more, less] = key.order === 'desc' ? [a, b] : [b, a];
    return typeof more === 'string' || typeof less === 'string' ? more > less : lt(less, more);
  }
  return false;
}

/** The numbers of a list, or the one value; dates and instants order as texts. */
function placesOf(key: RankKey, shown: Shown): readonly (Num | string | undefined)[] {
  if (key.kind === 'is') return [parsePrinted(String(shown)) ?? String(shown)];
  return shown === ''
    ? []
    : String(shown)
        .split(', ')
        .map((text) => (text === '-' ? undefined : parsePrinted(text)));
}

function padOf(key: RankKey): Num | undefined {
  return key.kind === 'items' ? key.pad : undefined;
}
