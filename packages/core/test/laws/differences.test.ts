import fc from 'fast-check';
import { expect } from 'vitest';
import { diff } from '../../src/diff.js';
import { explain } from '../../src/explain.js';
import type { Cause, RowChange } from '../../src/model/difference.js';
import type { CloudEvent } from '../../src/model/event.js';
import type { Reason } from '../../src/model/explanation.js';
import type { JsonObject } from '../../src/model/json.js';
import type { Shown } from '../../src/model/outcome.js';
import type { Outcome } from '../../src/outcome.js';
import { findPlace } from '../../src/replay/find.js';
import { tracePlace } from '../../src/replay/trace-place.js';
import { replay } from '../../src/replay.js';
import { arbitraryScheme, type Scheme } from '../../src/testing/index.js';
import { law } from './law.js';
import { read } from './read-case.js';

interface Chosen {
  readonly scheme: Scheme;
  readonly choices: readonly number[];
}

const LATE = '2027-06-01T08:00:00+08:00';
const DEPTH = 12;

law(
  'both values of a cause are what the two outcomes give, each stands before those that it reads, and every rank that changed has a because',
  {
    cases: fc.record({ scheme: arbitraryScheme(), choices: fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }) }),
    runs: 40,
    schemeOf: ({ scheme }: Chosen) => scheme,
  },
  ({ scheme, choices }, tally) => {
    const { rubric, ledger } = read(scheme);
    const { events } = scheme;
    const free = events.filter(({ type }) => type !== 'unit.joined');
    const chosen = choices.flatMap((choice) => free[choice % Math.max(1, free.length)]?.id ?? []);
    const before = replay(ledger, rubric, { asOf: LATE, suppose: { void: chosen } });
    const after = replay(ledger, rubric, { asOf: LATE });
    for (const row of diff(before, after).rows) {
      const [was, is] = [valuesOf(before, row), valuesOf(after, row)];
      tally.count('a row that differs');
      tally.count('a rank that differs', row.rank.before !== row.rank.after);
      sayCauses(row, was, is);
      tally.count(
        'a value that one side did not read',
        row.causes.some((one) => was.has(nameOf(one)) !== is.has(nameOf(one))),
      );
      saysWhy(row);
    }
  },
);

const YEARS = [2021, 2022, 2023, 2024];
const subject = { kind: 'key', is: 'subject' };
const year = { kind: 'key', is: 'year(date(time))' };
const LADDER: JsonObject = {
  kind: 'rubric',
  id: 'ladder',
  edition: '1',
  effective: { from: '2020-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
  subject: 'driver',
  keys: { driver: {}, year: { type: 'number' } },
  vocabulary: {
    events: {
      begun: { fields: { driver: subject, year, entry: { kind: 'number' } } },
      claimed: { fields: { driver: subject, year } },
    },
  },
  cohorts: { drivers: { each: [], of: 'driver', in: { event: 'begun' } } },
  indicators: {
    entered: { per: ['driver'], of: { kind: 'events', type: 'begun', value: 'entry' }, reduce: 'first' },
    claims: { per: ['driver', 'year'], of: { kind: 'events', type: 'claimed' }, reduce: 'count' },
    run: { per: ['driver', 'year'], is: 'claims > 0 ? 0 : (year < 2021 ? entered : run(year - 1) + 1)' },
    level: { per: ['driver'], is: 'run(2024) * 10 + run(2023)' },
  },
  standings: { ladder: { among: 'drivers', by: [{ is: 'level' }] } },
};

interface Ladder {
  readonly scheme: Scheme;
  readonly recovered: readonly string[];
}

/** Claims of some drivers in some years, and those of them that are voided on the earlier side. */
const ladders: fc.Arbitrary<Ladder> = fc
  .array(fc.array(fc.constantFrom('none', 'claim', 'recovered'), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((drivers) => {
    const event = (id: string, type: string, who: number, time: string, data: JsonObject): CloudEvent => ({
      specversion: '1.0',
      id,
      source: 'office',
      type,
      subject: `d${who}`,
      time,
      data,
    });
    const claims = drivers.flatMap((years, who) =>
      years.flatMap((what, at) => (what === 'none' ? [] : [{ what, who, year: YEARS[at] ?? 0 }])),
    );
    const events = [
      ...drivers.map((_, who) => event(`begun-${who}`, 'begun', who, '2020-01-01T00:00:00Z', { entry: who })),
      ...claims.map((one) => event(`c-${one.who}-${one.year}`, 'claimed', one.who, `${one.year}-05-01T00:00:00Z`, {})),
    ];
    const recovered = claims.flatMap((one) => (one.what === 'recovered' ? [`c-${one.who}-${one.year}`] : []));
    return { scheme: { rubric: [LADDER], events }, recovered };
  });

law(
  'a recursion that takes another branch is told by what both sides give at each of its steps, read or not',
  { cases: ladders, runs: 60, schemeOf: ({ scheme }: Ladder) => scheme },
  ({ scheme, recovered }, tally) => {
    const { rubric, ledger } = read(scheme);
    const before = replay(ledger, rubric, { suppose: { void: recovered } });
    const after = replay(ledger, rubric);
    for (const row of diff(before, after).rows) {
      saysWhy(row);
      const steps = [valuesOf(before, row), valuesOf(after, row)] as const;
      sayCauses(row, ...steps);
      tally.count(
        'a value that one side did not read',
        row.causes.some((one) => steps[0].has(nameOf(one)) !== steps[1].has(nameOf(one))),
      );
      for (const cause of row.causes) {
        const asked = { subject: row.subject, indicator: cause.indicator, keys: cause.keys, depth: 0 };
        for (const [outcome, value] of [
          [before, cause.before],
          [after, cause.after],
        ] as const)
          expect(explain(outcome, asked), nameOf(cause)).toMatchObject({ reason: { value } });
      }
    }
  },
);

function saysWhy({ there, rank, because }: RowChange): void {
  if (!there.before || !there.after) return;
  expect(because === null).toBe(rank.before === rank.after);
}

/** What the total of the row is made of on one side, from the top. */
function valuesOf({ session: { reader } }: Outcome, row: RowChange): ReadonlyMap<string, Reason> {
  const place = findPlace(reader, row.standing, row.subject, row.keys);
  const values = new Map<string, Reason>();
  const collect = (reason: Reason): void => {
    const known = values.get(nameOf(reason));
    if (known === undefined || innerOf(known).length === 0) values.set(nameOf(reason), reason);
    innerOf(reason).forEach(collect);
  };
  const total = place && tracePlace(reader, place.table, place.row, DEPTH).total;
  if (total != null) collect(total);
  return values;
}

function innerOf({ body }: Reason): readonly Reason[] {
  if (body.kind === 'formula') return body.inputs.flatMap(({ reason }) => reason ?? []);
  return body.kind === 'measure' ? body.members.flatMap(({ reasons }) => reasons) : [];
}

function sayCauses(row: RowChange, was: ReadonlyMap<string, Reason>, is: ReadonlyMap<string, Reason>): void {
  const places = new Map(row.causes.map((cause, index) => [nameOf(cause), index]));
  for (const cause of row.causes) {
    const sides: readonly (readonly [ReadonlyMap<string, Reason>, Shown, boolean])[] = [
      [was, cause.before, cause.there.before],
      [is, cause.after, cause.there.after],
    ];
    for (const [values, value, there] of sides) {
      const reason = values.get(nameOf(cause));
      if (reason === undefined) continue;
      expect([there, value], nameOf(cause)).toEqual([true, reason.value]);
      for (const inner of innerOf(reason)) {
        const place = places.get(nameOf(inner));
        if (place !== undefined) expect(place).toBeGreaterThan(places.get(nameOf(cause)) ?? 0);
      }
    }
    expect(cause.before === cause.after && cause.there.before === cause.there.after).toBe(false);
  }
  if (was.size > 0 && is.size > 0 && row.total.before !== row.total.after) expect(row.causes).not.toEqual([]);
}

/** A value may be read as of several days. */
function nameOf({ indicator, keys, asOf }: Pick<Cause, 'indicator' | 'keys' | 'asOf'>): string {
  return JSON.stringify([indicator, keys, asOf]);
}
