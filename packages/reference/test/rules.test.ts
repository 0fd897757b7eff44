import { describe, expect, test } from 'vitest';
import { type ReferenceOutcome, referenceHits, referenceOutcome } from '../src/index.js';
import type { JsonObject, RuleModel } from '../src/model.js';
import { event, ledgerOf } from './ledger.js';
import { type Json, named, type Parts, scheme, type Writer } from './scheme.js';

/** Rules about one event type that give points to one indicator. */
function giving(rules: (w: Writer) => Parts['rules'] & object, later: (w: Writer) => readonly Parts[] = () => []) {
  return scheme({ fields: ['score', 'kind', 'day', 'parts', 'flag'], indicators: named('points', 'count') }, (w) => {
    const first: Parts = {
      events: {
        mark: w.event({
          pupil: 'key = subject',
          item: 'key',
          score: 'number',
          kind: 'text',
          day: 'date',
          parts: 'list',
          flag: 'flag',
        }),
      },
      indicators: {
        count: w.indicator(['pupil'], w.measure(w.events('mark'), { reduce: 'count' })),
        points: w.indicator(['pupil'], w.measure({ kind: 'given' }), {
          map: [{ kind: 'formula', is: w.f('it + 100') }],
        }),
        byItem: w.indicator(['pupil', 'item'], w.measure({ kind: 'given' })),
      },
      rules: rules(w),
    };
    return [first, ...later(w).map((each) => ({ ...first, ...each }))];
  });
}

function give(w: Writer, points: string, when: Json, more: Partial<RuleModel> = {}, to = 'points'): Partial<RuleModel> {
  return w.rule('mark', { kind: 'give', to, points: w.f(points) }, when, more);
}

async function judged(rubric: ReturnType<typeof giving>, ...marks: readonly JsonObject[]): Promise<ReferenceOutcome> {
  const events = marks.map((data, index) =>
    event(`m${index}`, 'mark', 'amy', `03-0${index + 1}`, { item: 'x', ...data }),
  );
  return referenceOutcome(rubric, ledgerOf(...events), {});
}

function points(outcome: ReferenceOutcome): unknown {
  return outcome.subjects.amy?.indicators.points?.value;
}

const ANY: Json = { fact: 'pupil', operator: 'present' };

describe('json-rules-engine decides, with our operators', () => {
  const data = { score: '0.30', kind: 'a', day: '2026-02-28', parts: ['p', 'q'], flag: true };
  const cases: readonly [Json, boolean][] = [
    [{ fact: 'score', operator: 'equal', value: '0.3' }, false],
    [{ fact: 'score', operator: 'equal', value: 0.3 }, true],
    [{ fact: 'score', operator: 'lessThan', value: 10 }, true],
    [{ fact: 'score', operator: 'greaterThanInclusive', value: { fact: 'count' } }, false],
    [{ fact: 'kind', operator: 'in', value: ['a', 'b'] }, true],
    [{ fact: 'kind', operator: 'notIn', value: ['a', 'b'] }, false],
    [{ fact: 'parts', operator: 'contains', value: 'q' }, true],
    [{ fact: 'parts', operator: 'doesNotContain', value: 'q' }, false],
    [{ fact: 'flag', operator: 'notEqual', value: false }, true],
    [{ fact: 'state', operator: 'equal', value: 'active' }, true],
    [{ not: { fact: 'kind', operator: 'equal', value: 'a' } }, false],
    [
      {
        any: [
          { fact: 'kind', operator: 'absent' },
          { fact: 'score', operator: 'greaterThan', value: 0 },
        ],
      },
      true,
    ],
    [{ all: [] }, true],
  ];
  test.each(cases)('%j', async (when, expected) => {
    const rubric = giving((w) => ({ r: give(w, '1', when) }));
    expect(points(await judged(rubric, data))).toBe(expected ? '101' : '100');
    const ledger = ledgerOf(event('m', 'mark', 'amy', '03-01', { item: 'x', ...data }));
    const hits = await referenceHits(rubric, ledger, {});
    expect(hits).toEqual([{ rule: 'r', trigger: 'school#m', member: null, edition: '1', holds: expected }]);
  });

  test('what is absent fails every test but absent, under a not as well', async () => {
    const guarded = {
      all: [{ fact: 'score', operator: 'present' }, { not: { fact: 'score', operator: 'lessThan', value: 5 } }],
    };
    expect(
      points(
        await judged(
          giving((w) => ({ r: give(w, '1', guarded) })),
          {},
        ),
      ),
    ).toBe('100');
    expect(
      points(
        await judged(
          giving((w) => ({ r: give(w, '1', { fact: 'score', operator: 'absent' }) })),
          {},
        ),
      ),
    ).toBe('101');
  });
});

test('points go to the binding that the trigger agrees with', async () => {
  const rubric = giving((w) => ({ r: give(w, 'score * 2', ANY, {}, 'byItem') }));
  const outcome = await judged(rubric, { score: 1 }, { score: 2, item: 'y' }, { score: 3 });
  expect(outcome.subjects.amy?.indicators.byItem).toEqual({
    value: null,
    coverage: { used: 0, of: 0 },
    band: null,
    keys: {},
    members: [
      { value: '8', coverage: { used: 2, of: 2 }, band: null, keys: { pupil: 'amy', item: 'x' } },
      { value: '4', coverage: { used: 1, of: 1 }, band: null, keys: { pupil: 'amy', item: 'y' } },
    ],
  });
});

test('unless and overrides keep a rule from holding', async () => {
  const kind = (value: string): Json => ({ fact: 'kind', operator: 'equal', value });
  const rubric = giving((w) => ({
    base: give(w, '1', ANY, { unless: ['grave'] }),
    grave: give(w, '10', kind('grave')),
    worst: give(w, '1000', kind('grave'), { overrides: ['grave'] }),
  }));
  expect(points(await judged(rubric, { kind: 'minor' }))).toBe('101');
  expect(points(await judged(rubric, { kind: 'grave' }))).toBe('1101');
});

test('limits apply after the map, and max wins where they cross', async () => {
  const limit = (w: Writer, min: string | undefined, max: string | undefined): Partial<RuleModel> =>
    w.rule(
      'mark',
      {
        kind: 'limit',
        indicator: 'points',
        min: min === undefined ? undefined : w.f(min),
        max: max === undefined ? undefined : w.f(max),
      },
      ANY,
    );
  expect(
    points(
      await judged(
        giving((w) => ({ a: limit(w, undefined, '60'), b: limit(w, undefined, '50') })),
        {},
      ),
    ),
  ).toBe('50');
  expect(
    points(
      await judged(
        giving((w) => ({ a: limit(w, '120', undefined) })),
        {},
      ),
    ),
  ).toBe('120');
  expect(
    points(
      await judged(
        giving((w) => ({ a: limit(w, '120', '110') })),
        {},
      ),
    ),
  ).toBe('110');
});

describe('editions', () => {
  // 2026-03-02, the day of the second mark.
  const second = 20514;
  const rubric = (appliesBy?: string) =>
    giving(
      (w) => ({ r: give(w, '-5', ANY, { appliesBy: by(w, appliesBy) }) }),
      (w) => [{ edition: '2', from: second, rules: { r: give(w, '-3', ANY, { appliesBy: by(w, appliesBy) }) } }],
    );
  const by = (w: Writer, text: string | undefined) =>
    text === undefined ? undefined : text === 'lenient' ? text : w.f(text);

  test('that in force on the day of the trigger judges it', async () => {
    expect(points(await judged(rubric(), {}, {}))).toBe('92');
  });

  test('a date of the trigger may pick it, or the more lenient is taken', async () => {
    expect(points(await judged(rubric('day'), { day: '2026-01-01' }, { day: '2026-01-01' }))).toBe('90');
    expect(points(await judged(rubric('lenient'), {}, {}))).toBe('94');
  });

  test('a lens may ask for one throughout', async () => {
    const ledger = ledgerOf(event('m', 'mark', 'amy', '03-01', { item: 'x' }));
    expect(points(await referenceOutcome(rubric(), ledger, { edition: '2' }))).toBe('97');
  });
});

test('knownAt and asOf cut apart', async () => {
  const rubric = giving((w) => ({ r: give(w, '1', ANY) }));
  const ledger = ledgerOf(
    event('m1', 'mark', 'amy', '03-01', { item: 'x' }, { recordedtime: '2026-03-01T13:00:00Z' }),
    event('m2', 'mark', 'amy', '03-02', { item: 'x' }, { recordedtime: '2026-05-01T00:00:00Z' }),
    event('m3', 'mark', 'amy', '03-03', { item: 'x' }, { recordedtime: '2026-03-03T13:00:00Z' }),
  );
  expect(points(await referenceOutcome(rubric, ledger, {}))).toBe('103');
  expect(points(await referenceOutcome(rubric, ledger, { knownAt: '2026-04-30' }))).toBe('102');
  expect(points(await referenceOutcome(rubric, ledger, { asOf: '2026-03-02' }))).toBe('102');
  expect(points(await referenceOutcome(rubric, ledger, { asOf: '2026-03-02', knownAt: '2026-04-30' }))).toBe('101');
});

test('a consequence of an event is stated about its subject', async () => {
  const rubric = giving((w) => ({
    talk: w.rule(
      'mark',
      {
        kind: 'consequence',
        what: 'talk',
        title: undefined,
        to: 'parents',
        authority: 'head',
        amount: w.f('score / 3'),
        due: w.f('addDays(date(time), 5)'),
        recommendation: true,
      },
      ANY,
    ),
  }));
  expect((await judged(rubric, { score: 1 })).subjects.amy?.consequences).toEqual([
    {
      rule: 'talk',
      id: 'talk@m0',
      what: 'talk',
      to: 'parents',
      authority: 'head',
      amount: '1/3',
      due: '2026-03-06',
      recommendation: true,
      status: 'recommended',
      overdue: false,
    },
  ]);
});

test('an effective date moves an event, and orders it anew', async () => {
  const rubric = scheme({ fields: ['day', 'score'] }, (w) => ({
    events: { mark: w.event({ pupil: 'key = subject', day: 'date', score: 'number' }, { effective: w.f('day') }) },
    indicators: { latest: w.indicator(['pupil'], w.measure(w.events('mark', 'score'), { reduce: 'latest' })) },
  }));
  const marks = ledgerOf(
    event('m1', 'mark', 'amy', '01-01', { day: '2026-06-01', score: 1 }),
    event('m2', 'mark', 'amy', '02-01', { day: '2026-05-01', score: 2 }),
  );
  expect((await referenceOutcome(rubric, marks, {})).subjects.amy?.indicators.latest?.value).toBe('1');
  expect((await referenceOutcome(rubric, marks, { asOf: '2026-05-31' })).subjects.amy?.indicators.latest?.value).toBe(
    '2',
  );
});
