import { describe, expect, test } from 'vitest';
import { diff, differenceText, type JsonObject } from '../src/index.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

const standing = (indicators: JsonObject, more: JsonObject = {}) =>
  rubric({
    cohorts: { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } },
    indicators,
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }], bands: [{ id: 'top', from: 5 }, { id: 'low' }] } },
    ...more,
  });
const points = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
const fixed = { per: ['pupil'], is: '1' };
const total = { per: ['pupil'], of: { kind: 'parts', parts: ['points1', 'fixed'] }, reduce: 'sum' };
const by = standing({ points1: points, fixed, total });
const joined = ['ann', 'bob', 'cid'].map((who) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' }));
const before = judged(by, [...joined, ...scores({ ann: 3, bob: 2, cid: 1 })]);
const more = event('x', 'scored', 'bob', '04-01', { points: 5 });
const after = judged(by, [...joined, ...scores({ ann: 3, bob: 2, cid: 1 }), more]);

describe('A difference', () => {
  test('tells who moved, from where to where', () => {
    const { rows, unchanged, same, rubric: changes } = diff(before, after);
    expect(rows.map(({ subject, rank, total: of, band }) => [subject, rank, of, band])).toEqual([
      ['bob', { before: 2, after: 1 }, { before: '3', after: '8' }, { before: 'low', after: 'top' }],
      ['ann', { before: 1, after: 2 }, { before: '4', after: '4' }, { before: 'low', after: 'low' }],
    ]);
    expect([unchanged, same, changes]).toEqual([1, false, []]);
  });

  test('tells of a later key that changed, although nobody moved', () => {
    const keys = { ranking: { among: 'peers', by: [{ is: 'fixed' }, { is: 'points1' }] } };
    const ranked = standing({ points1: points, fixed }, { standings: keys });
    const ledger = [...joined, ...scores({ ann: 9, bob: 2, cid: 1 })];
    const { rows, unchanged } = diff(judged(ranked, ledger), judged(ranked, [...ledger, more]));
    expect(
      rows.map(({ subject, rank, total: of, causes }) => [subject, rank, of, causes.map((one) => one.after)]),
    ).toEqual([['bob', { before: 2, after: 2 }, { before: '1', after: '1' }, ['7']]]);
    expect(unchanged).toBe(2);
  });

  test('follows a key that computes what it asks for', () => {
    const made = { per: ['pupil', 'item'], of: { kind: 'events', type: 'done' }, reduce: 'count' };
    const ranked = standing({ made }, { standings: { ranking: { among: 'peers', by: [{ is: "made('a' + 'b')" }] } } });
    const does = event('d', 'done', 'bob', '04-01', { item: 'ab' });
    const [row] = diff(judged(ranked, joined), judged(ranked, [...joined, does])).rows;
    expect(row).toMatchObject({
      subject: 'bob',
      total: { before: '0', after: '1' },
      causes: [{ indicator: 'made', keys: { item: 'ab' }, before: '0', after: '1', members: [{ event: { id: 'd' } }] }],
    });
  });

  test('tells a value that was read as of two days once for each, with the day that is not the row’s', () => {
    const ranked = standing(
      {
        ever: { per: ['pupil'], of: { kind: 'events', type: 'done' }, reduce: 'count' },
        counted: { per: ['pupil', 'term'], is: 'ever' },
        level: { per: ['pupil'], is: 'counted(2026) * 100 + ever' },
      },
      {
        period: { key: 'term', ends: 'yearEnd(term)' },
        standings: { ranking: { among: 'peers', by: [{ is: 'level' }] } },
      },
    );
    const does = ['2026', '2027'].map((year) => event(year, 'done', 'bob', `${year}-04-01T00:00:00Z`, { item: 'a' }));
    const text = differenceText(diff(judged(ranked, joined), judged(ranked, [...joined, ...does])), 'en');
    expect(text).toContain('ever (as of 2026-12-31) 0 → 1');
    expect(text).toContain('ever 0 → 2');
  });

  test('has as causes the values that differ from the row down, with the members that came and went', () => {
    const [bob, ann] = diff(before, after).rows;
    expect(bob?.causes).toMatchObject([
      { indicator: 'total', before: '3', after: '8', members: [] },
      { indicator: 'points1', before: '2', after: '7', members: [{ event: { id: 'x' }, before: null, after: '5' }] },
    ]);
    expect(ann?.causes).toEqual([]);
    expect(diff(after, before).rows.find(({ subject }) => subject === 'bob')?.causes).toMatchObject([
      { indicator: 'total', before: '8', after: '3', members: [] },
      { indicator: 'points1', before: '7', after: '2', members: [{ event: { id: 'x' }, before: '5', after: null }] },
    ]);
  });

  test('tells who moved to another band on the same rank', () => {
    const higher = judged(by, [...joined, ...scores({ ann: 4, bob: 2, cid: 1 })]);
    expect(diff(before, higher).rows.map(({ subject, rank, band }) => [subject, rank, band])).toEqual([
      ['ann', { before: 1, after: 1 }, { before: 'low', after: 'top' }],
    ]);
  });

  test('of an outcome and itself is none', () => {
    const edition = { before: '1', after: '1' };
    expect(diff(before, before)).toEqual({
      same: true,
      edition,
      rubric: [],
      rows: [],
      unchanged: 3,
      tables: 1,
      subjects: [],
      findings: [],
      others: [],
    });
  });

  test('tells who is in one outcome only', () => {
    const without = judged(by, [...joined.slice(0, 2), ...scores({ ann: 3, bob: 2 })]);
    expect(diff(before, without).rows.map(({ subject, rank }) => [subject, rank])).toEqual([
      ['cid', { before: 3, after: null }],
    ]);
    expect(diff(without, before).rows.map(({ subject, rank }) => [subject, rank])).toEqual([
      ['cid', { before: null, after: 3 }],
    ]);
  });

  test('tells where two rubrics differ, rules by their name', () => {
    const rule = (name: string, worth: string) => ({
      name,
      basis: '1',
      on: 'scored',
      event: { type: 'give', params: { to: 'given', points: worth } },
    });
    const given = { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' };
    const one = standing({ points1: points, fixed, total, given }, { rules: [rule('a', '1'), rule('b', '1')] });
    const other = standing(
      { points1: points, fixed: { ...fixed, is: '2' }, total, given },
      { rules: [rule('b', '2'), rule('c', '1')] },
    );
    const events = [...joined, ...scores({ ann: 3 })];
    const { rubric: changes, same } = diff(judged(one, events), judged(other, events));
    expect(same).toBe(false);
    expect(changes.map(({ pointer }) => pointer).sort()).toEqual([
      '/indicators/fixed/is',
      '/rules/a',
      '/rules/b/event/params/points',
      '/rules/c',
    ]);
  });
});

describe('Why a row moved', () => {
  const give = (name: string, more: JsonObject = {}) => ({
    name,
    title: { en: `The ${name}`, zh: `规则 ${name}` },
    basis: `art. ${name}`,
    on: 'scored',
    event: { type: 'give', params: { to: 'conduct', points: 'points' } },
    ...more,
  });
  const indicators = {
    conduct: { basis: 'art. 1', per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' },
    peak: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'max', otherwise: '0' },
    total: { per: ['pupil'], is: 'conduct' },
  };
  const bands = [
    { id: 'top', title: { en: 'Top', zh: '优' }, basis: 'art. 7', where: 'total >= 5', quota: '1' },
    { id: 'good', title: { en: 'Good', zh: '良' }, basis: 'art. 8', where: 'total >= 3' },
    { id: 'low' },
  ];
  const awards = [{ id: 'star', title: { en: 'Star', zh: '星' }, basis: 'art. 9', where: 'peak > 8', quota: '1' }];
  const order = [{ is: 'total' }, { is: 'peak' }];
  const cap = {
    ...give('cap'),
    on: 'told',
    event: { type: 'limit', params: { indicator: 'conduct', max: '4' } },
  };
  const by2 = (parts: JsonObject = {}, more: JsonObject = {}) =>
    standing(indicators, {
      rules: [give('score'), cap],
      standings: {
        ranking: { title: { en: 'Ranking', zh: '排名' }, among: 'peers', by: order, bands, awards, ...parts },
      },
      ...more,
    });
  const events = [...joined, ...scores({ ann: 9, bob: 6, cid: 4 })];
  const first = judged(by2(), events);
  const rowsOf = (after: ReturnType<typeof judged>) =>
    new Map(diff(first, after).rows.map((row) => [row.subject, row]));
  const text = (after: ReturnType<typeof judged>, language: 'en' | 'zh' = 'en') =>
    differenceText(diff(first, after), language);

  test('is that others did, where its own values are the same, and those are named', () => {
    const rows = rowsOf(judged(by2(), [...events, event('x', 'scored', 'cid', '04-01', { points: 9 })]));
    expect(rows.get('bob')).toMatchObject({
      because: { kind: 'others', above: { before: [], after: ['cid'] } },
      causes: [],
    });
    expect(rows.get('cid')?.because?.kind).toBe('own');
  });

  test('is the order, where its keys are others', () => {
    const rows = rowsOf(judged(by2({ by: [{ is: 'total', order: 'asc' }] }), events));
    expect(rows.get('cid')?.because).toEqual({
      kind: 'order',
      above: { before: ['ann', 'bob'], after: [] },
      moved: ['ann', 'bob'],
    });
  });

  test('is a key of the order that its total does not show', () => {
    const tied = judged(by2({ total: '1', by: [{ is: 'peak' }] }), events);
    const after = judged(by2({ total: '1', by: [{ is: 'peak' }] }), [
      ...events,
      event('x', 'scored', 'cid', '04-01', { points: 12 }),
    ]);
    const cid = diff(tied, after).rows.find(({ subject }) => subject === 'cid');
    expect(cid).toMatchObject({ total: { before: '1', after: '1' }, because: { kind: 'own' } });
    expect(cid?.causes[0]).toMatchObject({ indicator: 'peak', members: [{ event: { id: 'x' } }] });
  });

  test('is the clause of a band or an award, with what failed and how many places there were', () => {
    const more = judged(by2({ bands: [{ ...bands[0], quota: '2' }, ...bands.slice(1)] } as JsonObject), events);
    expect(rowsOf(more).get('bob')?.clauses).toMatchObject([
      {
        kind: 'band',
        id: 'top',
        basis: 'art. 7',
        because: 'quota',
        has: { before: false, after: true },
        places: { before: 1, after: 2 },
      },
    ]);
    const stricter = judged(
      by2({ bands: [{ ...bands[0], where: 'total >= 10' }, ...bands.slice(1)] } as JsonObject),
      events,
    );
    expect(rowsOf(stricter).get('ann')?.clauses).toMatchObject([
      { id: 'top', because: 'conditions', has: { before: true, after: false }, failed: [{ text: 'total >= 10' }] },
    ]);
    const dearer = judged(by2({ awards: [{ ...awards[0], where: 'peak > 9' }] } as JsonObject), events);
    expect(rowsOf(dearer).get('ann')?.clauses).toMatchObject([
      { kind: 'award', id: 'star', basis: 'art. 9', because: 'conditions', failed: [{ text: 'peak > 9' }] },
    ]);
  });

  test('is a limit that began to hold, with its rule and its event', () => {
    const rows = rowsOf(judged(by2(), [...events, event('t', 'told', 'ann', '04-02')]));
    expect(rows.get('ann')?.causes).toMatchObject([
      { indicator: 'total', before: '9', after: '4' },
      {
        indicator: 'conduct',
        basis: 'art. 1',
        members: [],
        steps: { before: [], after: [{ kind: 'limit', rule: 'cap', basis: 'art. cap', max: '4', event: { id: 't' } }] },
      },
    ]);
  });

  test('is a formula that is another one', () => {
    const changed = by2({}, { indicators: { ...indicators, total: { per: ['pupil'], is: 'conduct + 1' } } });
    expect(rowsOf(judged(changed, events)).get('ann')?.causes).toMatchObject([
      { indicator: 'total', formula: { before: 'conduct', after: 'conduct + 1' }, members: [] },
    ]);
  });

  const years = standing(
    {
      points1: points,
      late: { per: ['pupil', 'term'], of: { kind: 'events', type: 'done' }, reduce: 'count' },
      run: { per: ['pupil', 'term'], is: 'late > 0 ? 0 : (term < 2021 ? points1 : run(term - 1) + 1)' },
      level: { per: ['pupil'], is: 'run(2023)' },
    },
    { standings: { ranking: { among: 'peers', by: [{ is: 'level' }] } } },
  );
  const late = event('late', 'done', 'ann', '2022-05-01T12:00:00Z', { item: 'i' });

  test('is told from the row down, step by step, with what one side alone reads as the other gives it', () => {
    const ledger = [...joined, ...scores({ ann: 5 })];
    const difference = diff(judged(years, [...ledger, late]), judged(years, ledger));
    expect(differenceText(difference, 'en')).toMatchInlineSnapshot(`
      "ann: rank 3 → 1, total 1 → 8
        run (2023) 1 → 8
        run (2022) 0 → 7
        late (2022) 1 → 0
          1 → –  2022-05-01 done late
      bob: rank 1 → 2
        only because others moved; now ahead: ann
      cid: rank 1 → 2
        only because others moved; now ahead: ann
      0 unchanged
      Beside the standings
        ann:
          late (2022) 1 → –
            1 → –  2022-05-01 done late
          run (2022) 0 → –"
    `);
    const causes = difference.rows[0]?.causes ?? [];
    expect(causes.map(({ indicator }) => indicator)).not.toContain('points1');
    expect(causes.every(({ there }) => there.before && there.after)).toBe(true);
  });

  test('is who overtook it, where its own change would not have moved it so', () => {
    const rows = rowsOf(
      judged(by2(), [
        ...events,
        event('x', 'scored', 'cid', '04-01', { points: 9 }),
        event('y', 'scored', 'bob', '04-01', { points: 1 }),
      ]),
    );
    expect(rows.get('bob')?.because).toEqual({ kind: 'own', above: { before: [], after: ['cid'] }, moved: ['cid'] });
  });

  test.each(['en', 'zh'] as const)(
    'is told with titles, clauses and the table, where there are several: %s',
    (language) => {
      const two = [
        ...events,
        ...['dan', 'eve'].map((who) => event(`j-${who}`, 'joined', who, '01-01', { group: 'h' })),
      ];
      const more = [event('x', 'scored', 'cid', '04-01', { points: 9 }), event('t', 'told', 'ann', '04-02')];
      expect(differenceText(diff(judged(by2(), two), judged(by2(), [...two, ...more])), language)).toMatchSnapshot();
      expect(text(judged(by2(), [...events, ...more]), language)).not.toContain(
        language === 'en' ? 'Ranking' : '排名,',
      );
    },
  );
});
