import { describe, expect, test } from 'vitest';
import { type ReferenceOutcome, referenceOutcome } from '../src/index.js';
import type { SourceModel, TieConvention } from '../src/model.js';
import { event, ledgerOf } from './ledger.js';
import { named, scheme } from './scheme.js';

const JOINED = [
  event('j1', 'joined', 'amy', '01-01', { group: 'a' }),
  event('j2', 'joined', 'bob', '01-01', { group: 'a' }),
  event('j3', 'joined', 'cid', '01-01', { group: 'a' }),
  event('j4', 'joined', 'dan', '01-01', { group: 'b' }),
];

function mark(id: string, pupil: string, score: number, item = 'x', on = '03-01') {
  return event(id, 'mark', pupil, on, { score, item });
}

/** Indicators over marks by pupil and item, and pupils by group and year. */
function school(names: readonly string[], indicators: Parameters<typeof scheme>[1]) {
  return scheme({ fields: ['score', 'parts'], indicators: named(...names) }, (w) => {
    const parts = indicators(w);
    const term = 'key = year(date(time))';
    return {
      period: { key: 'term', ends: w.f('yearEnd(term)'), late: undefined },
      cohorts: [
        { name: 'peers', each: ['group'], of: 'pupil', event: 'joined', where: undefined },
        { name: 'classes', each: ['group', 'term'], of: 'pupil', event: 'joined', where: undefined },
      ],
      events: {
        joined: w.event({ pupil: 'key = subject', group: 'key', term }),
        mark: w.event({ pupil: 'key = subject', item: 'key', score: 'number', parts: 'list', term }),
      },
      ...parts,
    };
  });
}

function value(outcome: ReferenceOutcome, pupil: string, name: string): unknown {
  return outcome.subjects[pupil]?.indicators[name]?.value;
}

describe('each binds a key to the values of a domain', () => {
  const domains: readonly [string, Extract<SourceModel, { kind: 'each' }>['domain'], string][] = [
    ['that occur in the sources read', { kind: 'sources', types: ['mark'] }, 'x y'],
    ['that occur in events that agree', { kind: 'events', type: 'mark', where: undefined, list: undefined }, 'x y'],
    ['that a list field holds', { kind: 'events', type: 'mark', where: undefined, list: 'parts' }, 'p q'],
    ['that are named', { kind: 'values', values: ['z', 'x', 'z'] }, 'x z'],
  ];
  test.each(domains)('values %s', async (_, domain, expected) => {
    const rubric = school([], (w) => {
      const each = (reduce: 'first' | 'latest') =>
        w.indicator(
          ['pupil'],
          w.measure(
            { kind: 'each', key: 'item', domain, where: undefined, value: w.f('item'), weight: undefined },
            { reduce },
          ),
        );
      return { indicators: { low: each('first'), high: each('latest') } };
    });
    const marks = [mark('m1', 'amy', 1, 'y'), mark('m2', 'amy', 2, 'x'), mark('m3', 'bob', 2, 'w')];
    const lists = [event('m4', 'mark', 'amy', '03-02', { score: 1, item: 'x', parts: ['q', 'p'] })];
    const outcome = await referenceOutcome(rubric, ledgerOf(...JOINED, ...marks, ...lists), {});
    expect(`${value(outcome, 'amy', 'low')} ${value(outcome, 'amy', 'high')}`).toBe(expected);
  });

  test('members of a cohort are those of the table that holds the member', async () => {
    const rubric = school(['marks'], (w) => ({
      indicators: {
        marks: w.indicator(['pupil'], w.measure(w.events('mark', 'score'))),
        peersBest: w.indicator(
          ['pupil'],
          w.measure(
            {
              kind: 'each',
              key: 'pupil',
              domain: { kind: 'cohort', cohort: 'peers' },
              where: undefined,
              value: w.f('marks'),
              weight: undefined,
            },
            { reduce: 'max' },
          ),
        ),
      },
    }));
    const outcome = await referenceOutcome(rubric, ledgerOf(...JOINED, mark('m1', 'bob', 7), mark('m2', 'dan', 9)), {});
    expect(value(outcome, 'amy', 'peersBest')).toBe('7');
    expect(value(outcome, 'dan', 'peersBest')).toBe('9');
  });

  test('a nested measure is the value of a member, and best of each item counts once', async () => {
    const rubric = school([], (w) => {
      const nested = w.measure(w.events('mark', 'score'), { reduce: 'max' });
      const domain = { kind: 'sources', types: ['mark'] } as const;
      const of = {
        kind: 'each',
        key: 'item',
        domain,
        where: w.f("item != 'z'"),
        value: nested,
        weight: undefined,
      } as const;
      return { indicators: { best: w.indicator(['pupil'], w.measure(of)) } };
    });
    const marks = [mark('m1', 'amy', 3), mark('m2', 'amy', 5), mark('m3', 'amy', 2, 'y'), mark('m4', 'amy', 99, 'z')];
    const outcome = await referenceOutcome(rubric, ledgerOf(...marks), {});
    expect(outcome.subjects.amy?.indicators.best).toMatchObject({ value: '7', coverage: { used: 2, of: 2 } });
  });
});

test('parts are other indicators, weighted in a mean', async () => {
  const rubric = school(['a', 'b'], (w) => ({
    indicators: {
      a: w.indicator(['pupil'], '10'),
      b: w.indicator(['pupil'], '40'),
      both: w.indicator(
        ['pupil'],
        w.measure(
          {
            kind: 'parts',
            parts: [
              { indicator: 'a', weight: 2 },
              { indicator: 'b', weight: 1 },
            ],
          },
          { reduce: 'mean' },
        ),
      ),
    },
  }));
  expect(value(await referenceOutcome(rubric, ledgerOf(...JOINED), {}), 'amy', 'both')).toBe('20');
});

describe('rank among a cohort', () => {
  const cases: readonly [TieConvention, string][] = [
    ['standard', '1 2 2'],
    ['modified', '1 3 3'],
    ['dense', '1 2 2'],
    ['fractional', '1 2.5 2.5'],
    ['ordinal', '1 2 3'],
  ];
  test.each(cases)('ties of the %s convention', async (ties, expected) => {
    const rubric = school([], (w) => ({
      indicators: {
        place: w.indicator(['pupil'], w.measure(w.events('mark', 'score')), {
          map: [{ kind: 'rank', among: 'peers', order: 'desc', ties }],
        }),
      },
    }));
    const marks = [mark('m1', 'amy', 9), mark('m2', 'bob', 5), mark('m3', 'cid', 5), mark('m4', 'dan', 99)];
    const outcome = await referenceOutcome(rubric, ledgerOf(...JOINED, ...marks), {});
    expect(['amy', 'bob', 'cid'].map((pupil) => value(outcome, pupil, 'place')).join(' ')).toBe(expected);
  });

  test('a member in two tables of a cohort has no rank by membership', async () => {
    const rubric = school([], (w) => ({
      indicators: {
        place: w.indicator(['pupil'], '1', {
          map: [{ kind: 'rank', among: 'peers', order: 'desc', ties: 'standard' }],
        }),
      },
    }));
    const twice = event('j9', 'joined', 'amy', '02-01', { group: 'b' });
    const outcome = await referenceOutcome(rubric, ledgerOf(...JOINED, twice), {});
    expect(value(outcome, 'amy', 'place')).toBeNull();
    expect(value(outcome, 'bob', 'place')).toBe('1');
  });
});

describe('periods', () => {
  const carry = () =>
    school(['points', 'total'], (w) => ({
      indicators: {
        points: w.indicator(['pupil', 'term'], w.measure(w.events('mark', 'score'))),
        total: w.indicator(['pupil', 'term'], 'points + (points > 0 ? total(term - 1) / 2 : 0)'),
        ever: w.indicator(['pupil'], w.measure(w.events('mark', 'score'))),
      },
    }));
  const marks = [
    event('m1', 'mark', 'amy', '2025-05-01T00:00:00Z', { score: 8, item: 'x' }),
    event('m2', 'mark', 'amy', '2026-05-01T00:00:00Z', { score: 3, item: 'x' }),
  ];

  test('a period reads the one before, and the latest is shown with all as members', async () => {
    const outcome = await referenceOutcome(carry(), ledgerOf(...marks), {});
    expect(outcome.subjects.amy?.indicators.total).toEqual({
      value: '7',
      coverage: { used: 1, of: 1 },
      band: null,
      keys: { pupil: 'amy', term: 2026 },
      members: [
        { value: '8', coverage: { used: 1, of: 1 }, band: null, keys: { pupil: 'amy', term: 2025 } },
        { value: '7', coverage: { used: 1, of: 1 }, band: null, keys: { pupil: 'amy', term: 2026 } },
      ],
    });
    expect(value(outcome, 'amy', 'ever')).toBe('11');
  });

  test('an endless chain of periods is unknown, and a finding', async () => {
    const endless = school(['total'], (w) => ({
      indicators: { total: w.indicator(['pupil', 'term'], 'total(term - 1) + 1') },
    }));
    const outcome = await referenceOutcome(endless, ledgerOf(...marks), {});
    expect(value(outcome, 'amy', 'total')).toBeNull();
    expect(outcome.findings).toEqual([{ code: 'too-deep', subject: null, facts: { indicator: 'total' } }]);
  });

  test('what takes effect after a period is not seen by it', async () => {
    const rubric = scheme({ fields: ['score'] }, (w) => ({
      period: { key: 'term', ends: w.f('yearEnd(term)'), late: undefined },
      events: { mark: w.event({ pupil: 'key = subject', term: 'key', score: 'number' }) },
      indicators: { points: w.indicator(['pupil', 'term'], w.measure(w.events('mark', 'score'))) },
    }));
    const late = [
      event('m1', 'mark', 'amy', '2025-12-31T23:59:59.999Z', { score: 1, term: 2025 }),
      event('m2', 'mark', 'amy', '2026-01-01T00:00:00Z', { score: 2, term: 2025 }),
    ];
    const outcome = await referenceOutcome(rubric, ledgerOf(...late), {});
    expect(value(outcome, 'amy', 'points')).toBe('1');
  });
});

test('a passed value does not join', async () => {
  const rubric = scheme(
    { fields: ['score', 'since'], passed: [], indicators: new Map([['after', ['since']]]) },
    (w) => ({
      events: { mark: w.event({ pupil: 'key = subject', score: 'number', since: 'date' }) },
      indicators: {
        after: {
          ...w.indicator(
            ['pupil'],
            w.measure(w.events('mark', 'score'), {
              take: {
                window: {
                  by: undefined,
                  from: { text: 'since', expr: { kind: 'outer', type: 'date', name: 'since' } },
                  until: undefined,
                  after: undefined,
                  before: undefined,
                },
                keep: undefined,
                drop: undefined,
              },
            }),
          ),
          with: [{ name: 'since', type: 'date' }],
        },
        total: w.indicator(['pupil'], w.measure(w.events('mark', 'after'))),
      },
    }),
  );
  const marks = [
    event('m1', 'mark', 'amy', '02-01', { score: 1, since: '2026-01-01' }),
    event('m2', 'mark', 'amy', '03-01', { score: 10, since: '2026-02-15' }),
  ];
  const outcome = await referenceOutcome(rubric, ledgerOf(...marks), {});
  expect(value(outcome, 'amy', 'total')).toBe('21');
});

test('the key of an event hides the one around it, which outer names', async () => {
  const rubric = school([], (w) => ({
    indicators: {
      others: w.indicator(
        ['pupil'],
        w.measure({
          kind: 'each',
          key: 'item',
          domain: { kind: 'values', values: ['x'] },
          where: undefined,
          weight: undefined,
          value: w.measure(w.events('mark', 'score', 'item == outer.item')),
        }),
      ),
    },
  }));
  const outcome = await referenceOutcome(rubric, ledgerOf(mark('m1', 'amy', 2), mark('m2', 'amy', 4, 'y')), {});
  expect(value(outcome, 'amy', 'others')).toBe('2');
});

test('a computed field reads every recorded event, later ones too', async () => {
  const rubric = scheme({ fields: ['score'], indicators: named('groupOf') }, (w) => ({
    events: {
      joined: w.event({ pupil: 'key = subject', group: 'key' }),
      mark: w.event({ pupil: 'key = subject', group: 'key = groupOf', score: 'number' }),
    },
    indicators: {
      groupOf: w.indicator(['pupil'], w.measure(w.events('joined', 'group'), { reduce: 'latest' })),
      inGroup: w.indicator(['pupil', 'group'], w.measure(w.events('mark', 'score'))),
    },
  }));
  const events = [
    event('m', 'mark', 'amy', '01-01', { score: 5 }),
    event('j', 'joined', 'amy', '09-01', { group: 'b' }),
  ];
  const outcome = await referenceOutcome(rubric, ledgerOf(...events), { asOf: '2026-02-01' });
  expect(outcome.subjects.amy?.indicators.inGroup).toMatchObject({
    value: null,
    members: [{ value: '5', keys: { pupil: 'amy', group: 'b' } }],
  });
});
