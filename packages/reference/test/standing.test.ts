import { describe, expect, test } from 'vitest';
import { type ReferenceOutcome, referenceOutcome } from '../src/index.js';
import type { ListKey, StandingModel, TieConvention } from '../src/model.js';
import { event, ledgerOf } from './ledger.js';
import { named, type Parts, scheme, type Writer } from './scheme.js';

type Scores = { readonly [pupil: string]: readonly [total: number | null, second?: number | null] };

/** One class of pupils, each with a total and a second figure, as a standing. */
async function ranked(
  scores: Scores,
  standing: (w: Writer) => Partial<StandingModel>,
  more: (w: Writer) => Parts = () => ({}),
): Promise<ReferenceOutcome> {
  const rubric = scheme(
    { fields: ['a', 'b', 'extra'], indicators: named('total', 'second', 'floating'), standings: ['ranking'] },
    (w) => ({
      events: { scored: w.event({ pupil: 'key = subject', group: 'key', a: 'number', b: 'number', extra: 'number' }) },
      cohorts: [{ name: 'peers', each: ['group'], of: 'pupil', event: 'scored', where: undefined }],
      indicators: {
        total: w.indicator(['pupil'], w.measure(w.events('scored', 'a'), { reduce: 'latest' })),
        second: w.indicator(['pupil'], w.measure(w.events('scored', 'b'), { reduce: 'latest' })),
        floating: w.indicator(
          ['pupil'],
          w.measure(w.events('scored', 'extra'), { reduce: 'latest', missing: 'skip' }),
          { otherwise: w.f('0') },
        ),
      },
      standings: { ranking: { among: 'peers', by: [w.key('total')], ...standing(w) } },
      ...more(w),
    }),
  );
  const events = Object.entries(scores).map(([pupil, [a, b]], index) => {
    const data = {
      group: 'g',
      ...(a === null ? {} : { a }),
      ...(b === null || b === undefined ? {} : { b }),
      ...(pupil === 'plus' ? { extra: 1 } : {}),
    };
    return event(`e${index}`, 'scored', pupil, '03-01', { item: `i${index}`, ...data });
  });
  return referenceOutcome(rubric, ledgerOf(...events), {});
}

function rows(
  outcome: ReferenceOutcome,
  show: (row: ReferenceOutcome['standings'][number]['rows'][number]) => string,
): string {
  return (outcome.standings[0]?.rows ?? []).map((row) => `${row.subject}${show(row)}`).join(' ');
}

const rank = (outcome: ReferenceOutcome) => rows(outcome, (row) => String(row.rank ?? '-'));
const band = (outcome: ReferenceOutcome) => rows(outcome, (row) => `:${row.band ?? '-'}`);

describe('ranks', () => {
  test.each([
    ['standard', 'a1 b2 c2 d4'],
    ['modified', 'a1 b3 c3 d4'],
    ['dense', 'a1 b2 c2 d3'],
    ['fractional', 'a1 b2.5 c2.5 d4'],
    ['ordinal', 'a1 b2 c3 d4'],
  ] as readonly [TieConvention, string][])('by the %s convention', async (ties, expected) => {
    expect(rank(await ranked({ d: [1], c: [5], b: [5], a: [9] }, () => ({ ties })))).toBe(expected);
  });

  test.each([
    ['last', 'a1 c2 b3'],
    ['first', 'b1 a2 c3'],
    ['skip', 'a1 b1 c1'],
    ['unranked', 'a1 c2 b-'],
  ] as const)('an unknown value under %s', async (unknown, expected) => {
    const by = (w: Writer) => [w.key('total'), w.key('second', { unknown })];
    expect(rank(await ranked({ a: [5, 9], b: [5, null], c: [5, 1] }, (w) => ({ by: by(w) })))).toBe(expected);
  });

  test('decidedBy is the latest key that was needed', async () => {
    const by = (w: Writer) => [w.key('total'), w.key('second', { order: 'asc', name: 'fewer', unknown: 'last' })];
    const outcome = await ranked({ a: [9, 3], b: [5, 1], c: [5, 2], d: [2, 2], e: [2, 2] }, (w) => ({ by: by(w) }));
    expect(rows(outcome, (row) => `:${row.decidedBy ?? '-'}`)).toBe('a:total b:fewer c:fewer d:total e:total');
  });

  test('who is unranked stands last, with the label', async () => {
    const unranked = (w: Writer) => [{ where: w.f('second > 0'), label: 'guest' }];
    const outcome = await ranked({ a: [9, 1], b: [5, 0], c: [null, 0] }, (w) => ({ unranked: unranked(w) }));
    expect(rows(outcome, (row) => `${row.rank ?? '-'}${row.unranked ?? ''}`)).toBe('b1 a-guest c-unknown: total');
  });
});

describe('lists', () => {
  const by = (w: Writer, more: Partial<ListKey>) => [w.key('total'), w.list('marks', more)];
  const marks = (w: Writer) => ({
    indicators: {
      total: w.indicator(['pupil'], '1'),
      marks: w.indicator(
        ['pupil'],
        w.measure({
          kind: 'each',
          key: 'item',
          domain: { kind: 'events', type: 'scored', where: undefined, list: undefined },
          where: undefined,
          value: w.f('second(item)'),
          weight: undefined,
        }),
      ),
      second: w.indicator(['pupil', 'item'], w.measure(w.events('scored', 'b'), { reduce: 'latest' })),
    },
    events: { scored: w.event({ pupil: 'key = subject', group: 'key', item: 'key', a: 'number', b: 'number' }) },
  });
  const outcome = (more: Partial<ListKey>) =>
    ranked(
      { a: [1, 3], b: [1, 2], c: [1, 3] },
      (w) => ({ by: by(w, more) }),
      (w) => marks(w),
    );

  test('are compared place by place, each member at the place of its key', async () => {
    const told = (one: ReferenceOutcome) => rows(one, (row) => `${row.rank}:${row.by[1]}`);
    expect(told(await outcome({ sort: 'best' }))).toBe('a1:3 c1:3 b3:2');
    expect(told(await outcome({ sort: 'key' }))).toBe('a1:3 b2:-, 2 c3:-, -, 3');
    const pad = { n: 5n, d: 2n };
    expect(told(await outcome({ sort: 'key', pad, order: 'asc' }))).toBe('b1:2.5, 2 c2:2.5, 2.5, 3 a3:3');
  });
});

describe('bands', () => {
  const bands = (w: Writer, edge: 'decide' | 'extend' | 'skip', plus?: string) => ({
    bands: [
      w.band('top', {
        where: w.f('total >= 5'),
        quota: w.f('floor(size / 2)'),
        edge,
        plus: plus === undefined ? undefined : w.f(plus),
      }),
      w.band('good', { where: w.f('total >= 3') }),
      w.band('low'),
    ],
  });
  const tied: Scores = { a: [9], b: [5], c: [5], d: [2] };

  test.each([
    ['decide', 'a:top b:- c:- d:low'],
    ['extend', 'a:top b:top c:top d:low'],
    ['skip', 'a:top b:good c:good d:low'],
  ] as const)('a tie at the quota under %s', async (edge, expected) => {
    const outcome = await ranked(tied, (w) => bands(w, edge));
    expect(band(outcome)).toBe(expected);
    const facts = { standing: 'ranking', table: 'g', band: 'top', members: 'b, c' };
    expect(outcome.findings).toEqual(edge === 'decide' ? [{ code: 'unresolved-tie', subject: null, facts }] : []);
  });

  test('candidates beyond the quota go on', async () => {
    expect(band(await ranked({ a: [9], b: [8], c: [7], d: [6] }, (w) => bands(w, 'decide')))).toBe(
      'a:top b:top c:good d:good',
    );
  });

  test('plus takes no place', async () => {
    expect(band(await ranked({ a: [9], b: [8], c: [7], plus: [6] }, (w) => bands(w, 'decide', 'floating > 0')))).toBe(
      'a:top b:top c:good plus:top',
    );
  });

  test('an unknown where leaves a row without band', async () => {
    const some = (w: Writer) => ({ bands: [w.band('top', { where: w.f('second > 0') }), w.band('low')] });
    expect(band(await ranked({ a: [9, 1], b: [5, null], c: [4, 0] }, some))).toBe('a:top b:- c:low');
  });
});

describe('awards', () => {
  const awards = (row: ReferenceOutcome) => rows(row, ({ awards: got }) => `:${got.join('+')}`);

  test('exclude each other, go by their own keys, and may read the rank', async () => {
    const outcome = await ranked({ a: [9, 1], b: [8, 3], c: [7, 2] }, (w) => ({
      awards: [
        w.award('best', { quota: w.f('1') }),
        w.award('second', { by: [w.key('second')], quota: w.f('1'), exclusive: ['best'] }),
        w.award('third', { where: w.f('ranking.rank >= 2'), exclusive: ['second'] }),
      ],
    }));
    expect(awards(outcome)).toBe('a:best b:second c:third');
  });

  test('of a tie nobody gets the last place', async () => {
    const outcome = await ranked({ a: [9], b: [9] }, (w) => ({ awards: [w.award('best', { quota: w.f('1') })] }));
    expect(awards(outcome)).toBe('a: b:');
    expect(outcome.findings.map(({ code }) => code)).toEqual(['unresolved-award']);
  });
});

test('indicators read ranks, and consequences are stated on rows', async () => {
  const outcome = await ranked(
    { a: [9], b: [5] },
    (w) => ({ bands: [w.band('top', { where: w.f('total > 5') })] }),
    (w) => ({
      rules: {
        bonus: w.rule(
          'ranking',
          {
            kind: 'consequence',
            what: 'bonus',
            title: undefined,
            to: 'pupil',
            authority: undefined,
            amount: w.f('total * 10'),
            due: undefined,
            recommendation: false,
          },
          { fact: 'ranking.rank', operator: 'equal', value: 1 },
        ),
      },
    }),
  );
  expect(rows(outcome, (row) => `:${row.consequences.map(({ what, amount }) => `${what} ${amount}`)}`)).toBe(
    'a:bonus 90 b:',
  );
  expect(outcome.standings[0]).toMatchObject({
    id: 'ranking',
    keys: { group: 'g' },
    rows: [{ total: '9', by: ['9'] }, {}],
  });
});
