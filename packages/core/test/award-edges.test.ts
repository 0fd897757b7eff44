import { describe, expect, test } from 'vitest';
import { diff, differenceText, explain, explanationText, type JsonObject } from '../src/index.js';
import { type Figures, ranked } from './faults/class-ranking.js';
import { column, valueFor } from './faults/small-rubric.js';

type Pupils = { readonly [pupil: string]: Figures };

const awards = (pupils: Pupils, ...all: readonly JsonObject[]) =>
  column(ranked(pupils, { awards: all }), ({ awards: got }) => got.join('+'));
const bands = (pupils: Pupils, ...all: readonly JsonObject[]) =>
  column(ranked(pupils, { bands: all }), ({ band }) => band);
/** One first, then three that are tied, of whom the second figure parts one. */
const TIED: Pupils = { a: [9, 0], b: [8, 5], c: [8, 2], d: [8, 2], e: [7, 9] };

describe('Medals', () => {
  const medal = (id: string, places: string, ...exclusive: readonly string[]) => ({
    id,
    quota: places,
    edge: 'extend',
    exclusive,
  });
  const medals = [
    medal('gold', '2'),
    medal('silver', '4 - taken', 'gold'),
    medal('bronze', '6 - taken', 'gold', 'silver'),
  ];

  test('that a tie gives away above are missing below', () => {
    const pupils: Pupils = { a: [9], b: [8], c: [8], d: [7], e: [6], f: [6], g: [5] };
    expect(awards(pupils, ...medals)).toBe('a gold, b gold, c gold, d silver, e bronze, f bronze, g ');
    const distinct: Pupils = { a: [9], b: [8], c: [7], d: [6], e: [5], f: [4], g: [3] };
    expect(awards(distinct, ...medals)).toBe('a gold, b gold, c silver, d silver, e bronze, f bronze, g ');
  });

  test('count who has an award that bars from them, and nobody else', () => {
    const apart = [medal('gold', '2'), { id: 'praise', quota: '1 + taken' }];
    expect(awards({ a: [9], b: [8], c: [7] }, ...apart)).toBe('a gold+praise, b gold, c ');
  });

  test('tell how many there were to give', () => {
    const outcome = ranked({ a: [9], b: [8], c: [8], d: [7], e: [6] }, { awards: medals });
    const told = explain(outcome, { subject: 'e' });
    expect(told.kind === 'place' && told.place.missedAwards.map(({ award, places }) => [award, places])).toEqual([
      ['gold', 2],
      ['silver', 1],
    ]);
  });
});

test('A band knows how many rows are in those before it, whatever let them in', () => {
  const [top, good, low] = [
    { id: 'top', quota: '1', plus: 'extra > 0' },
    { id: 'good', quota: '3 - taken' },
    { id: 'low' },
  ];
  expect(bands({ a: [9], plus: [8], c: [7], d: [6] }, top, good, low)).toBe('a top, plus top, c good, d low');
});

describe('A tie that outnumbers the places left, under next-key', () => {
  const nextKey = (...then: readonly JsonObject[]): JsonObject => ({ edge: 'next-key', then });
  const edge = nextKey({ is: 'second' });

  test('is parted by the next key, and who gets no place goes on', () => {
    const top = { id: 'top', quota: '2', ...edge };
    expect(bands(TIED, top, { id: 'low' })).toBe('a top, b top, c low, d low, e low');
    expect(awards(TIED, { id: 'best', quota: '2', ...edge })).toBe('a best, b best, c , d , e ');
  });

  test('is left to people where a part of it outnumbers them still', () => {
    const outcome = ranked(TIED, { awards: [{ id: 'best', quota: '3', ...edge }] });
    expect(column(outcome, ({ awards: got }) => got.join())).toBe('a best, b best, c , d , e ');
    expect(outcome.findings.map(({ code, facts }) => [code, facts.award, facts.members])).toEqual([
      ['unresolved-award', 'best', 'c, d'],
    ]);
    expect(bands(TIED, { id: 'top', quota: '3', ...edge }, { id: 'low' })).toBe('a top, b top, c -, d -, e low');
  });

  test('needs no key where it fits, and leaves ranks as they are', () => {
    expect(awards(TIED, { id: 'best', quota: '4', ...edge })).toBe('a best, b best, c best, d best, e ');
    const outcome = ranked(TIED, { awards: [{ id: 'best', quota: '2', ...edge }] });
    expect(column(outcome, ({ rank }) => rank)).toBe('a 1, b 2, c 2, d 2, e 5');
  });

  test('is parted by several keys in turn, each where its condition holds', () => {
    const keys = (condition: string) => nextKey({ is: '0' }, { is: 'second', if: condition });
    expect(awards(TIED, { id: 'best', quota: '2', ...keys('place == 2 && tied == 3') })).toBe(
      'a best, b best, c , d , e ',
    );
    expect(awards(TIED, { id: 'best', quota: '2', ...keys('place == 1') })).toBe('a best, b , c , d , e ');
  });

  test('puts an unknown value last unless the key says otherwise', () => {
    const pupils: Pupils = { a: [8, null], b: [8, 1] };
    const key = (more: JsonObject) => ({ id: 'best', quota: '1', ...nextKey({ is: 'second', ...more }) });
    expect(awards(pupils, key({}))).toBe('a , b best');
    expect(awards(pupils, key({ unknown: 'first' }))).toBe('a best, b ');
  });
});

describe('A prize that is split', () => {
  const prize = { id: 'prize', quota: '2', edge: 'split' };
  const outcome = () => ranked(TIED, { awards: [prize, { id: 'praise' }] });

  test('is shared by all who are tied where the places run out, in equal parts of what is left', () => {
    expect(column(outcome(), ({ awards: got, shares }) => `${got.join('+')} ${JSON.stringify(shares ?? null)}`)).toBe(
      [
        'a prize+praise null',
        'b prize+praise {"prize":"1/3","praise":"1"}',
        'c prize+praise {"prize":"1/3","praise":"1"}',
        'd prize+praise {"prize":"1/3","praise":"1"}',
        'e praise null',
      ].join(', '),
    );
    expect(outcome().findings).toEqual([]);
  });

  test('is told with the share, and so is a change of it', () => {
    const told = explain(outcome(), { subject: 'b' });
    expect(explanationText(told, 'en')).toContain('awards: prize (share 1/3), praise');
    expect(explanationText(told, 'zh')).toContain('奖项：prize（份额 1/3）、praise');
    const after = ranked({ ...TIED, d: [7, 2] }, { awards: [prize, { id: 'praise' }] });
    expect(differenceText(diff(outcome(), after), 'en')).toContain(
      'prize (share 1/3), praise → prize (share 0.5), praise',
    );
  });

  test('is paid out by rules on the standing, by indicators and by later awards', () => {
    const paid = ranked(
      TIED,
      { awards: [prize, { id: 'consolation', where: 'ranking.prize == 0' }] },
      {
        rules: [
          {
            name: 'pay',
            basis: '1',
            on: 'ranking',
            where: { 'ranking.prize': { greaterThan: 0 } },
            event: { type: 'consequence', params: { what: 'money', amount: 'ranking.prize * 900' } },
          },
        ],
        indicators: {
          total: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'latest' },
          second: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'weight' }, reduce: 'latest' },
          share: { per: ['pupil'], is: 'ranking.prize' },
          rivals: { per: ['pupil'], is: 'ranking.tied - 1' },
        },
      },
    );
    expect(
      column(paid, ({ consequences, awards: got }) => [...got, ...consequences.map(({ amount }) => amount)].join()),
    ).toBe('a prize,900, b prize,300, c prize,300, d prize,300, e consolation');
    expect(['a', 'b', 'e'].map((who) => valueFor(paid, who, 'share'))).toEqual(['1', '1/3', '0']);
    expect(['a', 'b', 'e'].map((who) => valueFor(paid, who, 'rivals'))).toEqual(['0', '2', '0']);
  });
});

describe('What is said of a row that is not ranked', () => {
  const excluded = {
    unranked: [
      { where: 'second > 5', label: 'over' },
      { where: 'second > 3', label: 'guest' },
    ],
  };

  test('is the first of several reasons that holds', () => {
    const outcome = ranked({ a: [9, 9], b: [8, 4], c: [7, 1], d: [6, null] }, excluded);
    expect(column(outcome, ({ rank, unranked }) => `${rank}:${unranked}`)).toBe(
      'c 1:null, d 2:null, a null:over, b null:guest',
    );
  });

  test('is that nobody is tied with it and that it has no award', () => {
    const outcome = ranked(
      { a: [9, 4], b: [8, 1] },
      { ...excluded, awards: [{ id: 'best' }] },
      {
        indicators: {
          total: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'latest' },
          second: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'weight' }, reduce: 'latest' },
          rivals: { per: ['pupil'], is: 'ranking.tied' },
          prized: { per: ['pupil'], is: 'ranking.best' },
        },
      },
    );
    expect(['rivals', 'prized'].map((name) => ['a', 'b'].map((who) => valueFor(outcome, who, name)))).toEqual([
      [null, '1'],
      ['0', '1'],
    ]);
  });
});
