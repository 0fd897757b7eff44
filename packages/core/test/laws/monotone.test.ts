import fc from 'fast-check';
import { expect } from 'vitest';
import { monotoneIn } from '../../src/analyse/monotone.js';
import { parseEvents } from '../../src/ledger.js';
import type { Monotone } from '../../src/model/analysis.js';
import { canonical } from '../../src/model/canonical.js';
import type { CloudEvent } from '../../src/model/event.js';
import { lte, parsePrinted } from '../../src/model/num.js';
import type { Row, StandingTable } from '../../src/model/outcome.js';
import { replay } from '../../src/replay.js';
import { parseRubric, type Rubric } from '../../src/rubric.js';
import { arbitraryEvents, arbitraryScheme, type Scheme } from '../../src/testing/index.js';
import { MONOTONE } from '../analyse-planted.js';
import { law } from './law.js';
import { checked } from './read-case.js';

interface Chosen {
  readonly scheme: Scheme;
  readonly choice: number;
}

law(
  'I7: where an event type or a number in it is declared monotone, more of it never moves its subject the wrong way',
  {
    cases: fc.record({ scheme: arbitraryScheme({ rules: 4, indicators: 5, events: 25 }), choice: fc.nat(1000) }),
    runs: 120,
    schemeOf: ({ scheme }: Chosen) => scheme,
  },
  ({ scheme, choice }, tally) => judge(scheme, choice, tally),
);

/** One of the planted rubrics, with a ledger that fits it. */
const planted: fc.Arbitrary<Chosen> = fc.constantFrom(...MONOTONE).chain(([, , { model }]) => {
  const rubric = model.editions.map(({ document }) => document);
  return fc.record({ scheme: arbitraryEvents(rubric, 20).map((events) => ({ rubric, events })), choice: fc.nat(1000) });
});

law(
  'I7: in planted rubrics that are monotone, more of an event never moves its subject the wrong way',
  { cases: planted, runs: 120, schemeOf: ({ scheme }) => scheme },
  ({ scheme, choice }, tally) => judge(scheme, choice, tally),
);

function judge(
  scheme: Scheme,
  choice: number,
  tally: { readonly count: (what: string, occurs?: boolean) => void },
): void {
  const rubric = checked(parseRubric([...scheme.rubric]));
  const claims = monotoneIn(rubric.model);
  tally.count('declared', claims.length > 0);
  for (const claim of claims) {
    const own = scheme.events.filter(({ type }) => type === claim.type);
    const event = own[choice % Math.max(1, own.length)];
    const pair = event === undefined ? undefined : sides(scheme.events, event, claim);
    if (event === undefined || pair === undefined) continue;
    const [less, more] = pair.map((events) => tablesOf(rubric, events, claim.standing));
    if (less === undefined || more === undefined) continue;
    tally.count(`${claim.field === undefined ? 'events' : 'numbers'} that move ${claim.moves}`);
    compare(less, more, claim, event.subject ?? '', (what) => tally.count(what));
  }
}

/** The ledger without the event and with it, or with a number in it as it is and greater. */
function sides(
  events: readonly CloudEvent[],
  event: CloudEvent,
  { field }: Monotone,
): readonly [readonly CloudEvent[], readonly CloudEvent[]] | undefined {
  if (field === undefined) return [events.filter((other) => other !== event), events];
  const value = event.data?.[field];
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) return undefined;
  const raised = { ...event, data: { ...event.data, [field]: Math.ceil(number) + 3 } };
  return [events, events.map((other) => (other === event ? raised : other))];
}

/** What the door refuses, such as an event about somebody who is then registered nowhere, is no case. */
function tablesOf(
  rubric: Rubric,
  events: readonly CloudEvent[],
  standing: string,
): readonly StandingTable[] | undefined {
  const ledger = parseEvents(rubric, events);
  if (!ledger.ok) return undefined;
  return replay(ledger.value, rubric, { asOf: '2028-01-01' }).standings.filter(({ id }) => id === standing);
}

function compare(
  less: readonly StandingTable[],
  more: readonly StandingTable[],
  { moves }: Monotone,
  subject: string,
  count: (what: string) => void,
): void {
  for (const { keys, rows } of less) {
    const there = more.find((table) => JSON.stringify(table.keys) === JSON.stringify(keys))?.rows ?? [];
    for (const row of rows) {
      const twin = there.find((other) => other.subject === row.subject);
      if (twin === undefined) continue;
      if (twin.total !== row.total) count('a total moved');
      expect(isAllowed(row.total, twin.total, moves), `${row.subject}: ${row.total} → ${twin.total}`).toBe(true);
    }
    const [row, twin] = [rows, there].map((all) => all.find((one) => one.subject === subject));
    if (row === undefined || twin === undefined || !areOthersStill(rows, there, subject)) continue;
    if (row.rank !== twin.rank) count('a rank moved');
    expect(isRankAllowed(row.rank, twin.rank, moves), `${subject}: rank ${row.rank} → ${twin.rank}`).toBe(true);
  }
}

function isAllowed(before: Row['total'], after: Row['total'], moves: Monotone['moves']): boolean {
  if (before === after) return true;
  const [a, b] = [before, after].map((value) => (typeof value === 'string' ? parsePrinted(value) : undefined));
  if (a === undefined || b === undefined || moves === 'nowhere') return false;
  return moves === 'up' ? lte(a, b) : lte(b, a);
}

function isRankAllowed(before: number | null, after: number | null, moves: Monotone['moves']): boolean {
  if (before === after) return true;
  if (moves === 'nowhere') return false;
  const [worst, best] = [before ?? Number.POSITIVE_INFINITY, after ?? Number.POSITIVE_INFINITY];
  return moves === 'up' ? best <= worst : best >= worst;
}

function areOthersStill(before: readonly Row[], after: readonly Row[], subject: string): boolean {
  const shown = (rows: readonly Row[]): string =>
    canonical(
      rows
        .filter((row) => row.subject !== subject)
        .map(({ subject: name, total, by, unranked }) => JSON.stringify([name, total, by, unranked]))
        .sort(),
    );
  return shown(before) === shown(after);
}
