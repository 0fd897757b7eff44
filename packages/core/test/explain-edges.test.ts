import { describe, expect, test } from 'vitest';
import { explain, explanationText, type JsonObject } from '../src/index.js';
import { ranked } from './faults/class-ranking.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

describe('The place of a row', () => {
  const place = (more: JsonObject = {}, params?: JsonObject) => {
    const rules = [
      {
        name: 'prize',
        basis: 'x',
        on: 'ranking',
        event: { type: 'consequence', params: { what: 'prize', to: 'pupil', ...params } },
      },
    ];
    const outcome = ranked({ ann: [9], bob: [5] }, more, params === undefined ? {} : { rules });
    return explain(outcome, { subject: 'ann', standing: 'ranking' });
  };

  test('names the keys of its table', () => {
    const found = place();
    expect(found.kind === 'place' ? found.place.keys : undefined).toEqual({ group: 'g' });
  });

  test.each<readonly [JsonObject, string]>([
    [{}, 'prize'],
    [{ amount: '100' }, '(100)'],
    [{ recommendation: true }, '(recommend'],
    [{ amount: '100', recommendation: true }, '(100'],
  ])('tells what follows from it, with what is known of it: %j', (params, expected) => {
    const line =
      explanationText(place({}, params), 'en')
        .split('\n')
        .find((one) => one.includes('prize')) ?? '';
    expect(line).toContain(expected);
    expect(line.includes('(')).toBe(Object.keys(params).length > 0);
    expect(line).not.toContain('()');
  });
});

test('A place tells the total that its key computes, though it is asked for by other keys, and of what is no subject', () => {
  const made = { per: ['pupil', 'item'], of: { kind: 'events', type: 'done' }, reduce: 'count' };
  const by = rubric({
    cohorts: { things: { each: [], of: 'item', in: { event: 'done' } } },
    indicators: { made },
    standings: { things: { among: 'things', by: [{ is: "made('ann', 'a' + 'b')" }] } },
  });
  const outcome = judged(by, [
    event('1', 'done', 'ann', '03-01', { item: 'ab' }),
    event('2', 'done', 'ann', '03-02', { item: 'c' }),
  ]);
  const found = explain(outcome, { subject: 'c' });
  expect(found.kind === 'place' ? found.place : undefined).toMatchObject({
    standing: 'things',
    subject: 'c',
    total: { indicator: 'made', keys: { pupil: 'ann', item: 'ab' }, value: '1' },
  });
});

test('A value that is read for a period that ended earlier says as of which day, where it has no period itself', () => {
  const counted = { of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'sum' };
  const by = rubric({
    period: { key: 'term', ends: 'yearEnd(term)' },
    indicators: {
      ever: { per: ['pupil'], ...counted },
      before: { per: ['pupil', 'term'], is: 'ever' },
      figure: { per: ['pupil', 'term'], is: 'before(term - 1) + ever' },
    },
  });
  const outcome = judged(by, [
    event('1', 'done', 'ann', '2025-03-01T12:00:00Z', { item: 'a', points: 3 }),
    event('2', 'done', 'ann', '03-01', { item: 'a', points: 4 }),
  ]);
  const text = explanationText(explain(outcome, { subject: 'ann', indicator: 'figure', keys: { term: 2026 } }), 'en');
  expect(text).toMatch(/ever \(ann\) = 3 *.*as of 2025-12-31/);
  expect(text).toMatch(/ever \(ann\) = 7$/m);
});

describe('A reason', () => {
  const reason = (indicators: JsonObject, events = scores({ ann: 9 }), more = {}) => {
    const found = explain(judged(rubric({ indicators }), events), { subject: 'ann', indicator: 'figure', ...more });
    if (found.kind !== 'value') throw new Error('a number was asked for');
    return found.reason;
  };

  test('that is cut shows neither its parts nor its steps', () => {
    const inner = { per: ['pupil'], is: '4', map: ['it + 1', { kind: 'round', digits: 0 }] };
    const { body } = reason({ figure: { per: ['pupil'], is: 'inner * 2' }, inner }, scores({ ann: 9 }), { depth: 1 });
    const [input] = body.kind === 'formula' ? body.inputs : [];
    expect(input?.reason).toMatchObject({ value: '5', body: { kind: 'cut' }, steps: [] });
  });

  test.each<readonly [string, JsonObject, string]>([
    ['of events', { kind: 'events', type: 'done', value: 'date(time)' }, '2026-03-02'],
    [
      'for each item, of events',
      {
        kind: 'each',
        key: 'item',
        value: { of: { kind: 'events', type: 'done', value: 'date(time)' }, reduce: 'latest' },
      },
      '2026-03-01',
    ],
    [
      'for each item, by a formula',
      { kind: 'each', key: 'item', in: { kind: 'events', type: 'done' }, value: 'text(7)' },
      '7',
    ],
    ['of parts', { kind: 'parts', parts: ['three'] }, '3'],
  ])('shows members in the type that they have: %s', (_, of, expected) => {
    const events = [
      event('1', 'done', 'ann', '03-02', { item: 'a' }),
      event('2', 'done', 'ann', '03-01', { item: 'b' }),
    ].toReversed();
    const { value, body } = reason(
      { figure: { per: ['pupil'], of, reduce: 'latest' }, three: { per: ['pupil'], is: '3' } },
      events,
    );
    expect(value).toBe(expected);
    expect((body.kind === 'measure' ? body.members : []).at(-1)?.value).toBe(expected);
    const first = reason(
      { figure: { per: ['pupil'], of, reduce: 'first' }, three: { per: ['pupil'], is: '3' } },
      events,
    );
    expect((first.body.kind === 'measure' ? first.body.members : []).at(0)?.value).toBe(first.value);
  });
});

test('A row without a rank names the first of its keys that is unknown', () => {
  const unranked = (first: object, second: object) =>
    ranked(
      { ann: [null, null], bob: [1, 1] },
      {
        by: [
          { is: 'total', ...first },
          { is: 'second', ...second },
        ],
      },
    ).standings[0]?.rows.find(({ subject }) => subject === 'ann')?.unranked;
  const out = { unknown: 'unranked' };
  expect(unranked(out, out)).toBe('unknown: total');
  expect(unranked({ unknown: 'last' }, out)).toBe('unknown: second');
});
