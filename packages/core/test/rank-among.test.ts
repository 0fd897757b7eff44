import { describe, expect, test } from 'vitest';
import { type CloudEvent, explain, explanationText, type Json, type JsonObject } from '../src/index.js';
import type { Outcome } from '../src/outcome.js';
import { column, event, judged, rubric } from './faults/small-rubric.js';

type Match = readonly [home: string, score: `${number}:${number}`, away: string];

const margin = '(home == pupil ? 1 : -1) * (homeGoals - awayGoals)';
const own = { kind: 'events', type: 'played', where: 'home == pupil || away == pupil' };
const of = (value: string) => ({ per: ['pupil'], of: { ...own, value }, reduce: 'sum' });
const INDICATORS: JsonObject = {
  score: of(`${margin} > 0 ? 3 : homeGoals == awayGoals ? 1 : 0`),
  difference: of(margin),
  goals: of('home == pupil ? homeGoals : awayGoals'),
};

const BLOCK = { among: { types: ['played'], fields: ['home', 'away'] } };
const KEYS = [{ is: 'score' }, { is: 'difference' }, { is: 'goals' }];
/** As the European championship has it: the block, then all matches. */
const CHAIN: readonly Json[] = [{ is: 'score' }, { ...BLOCK, by: KEYS }, { is: 'difference' }];

/** A league in which each plays against each, on days of their own. */
function league(matches: readonly Match[], by: readonly Json[] = CHAIN, more: JsonObject = {}): Outcome {
  const { standing = {}, ...parts } = more;
  const read = rubric({
    events: {
      played: {
        fields: {
          home: { kind: 'text' },
          away: { kind: 'text' },
          homeGoals: { kind: 'number' },
          awayGoals: { kind: 'number' },
        },
      },
    },
    cohorts: { teams: { each: [], of: 'pupil', in: { event: 'joined' } } },
    indicators: INDICATORS,
    standings: { table: { among: 'teams', by, ...(standing as JsonObject) } },
    ...parts,
  });
  return judged(read, eventsOf(matches));
}

function eventsOf(matches: readonly Match[]): readonly CloudEvent[] {
  const teams = [...new Set(matches.flatMap(([home, , away]) => [home, away]))].sort();
  return [
    ...teams.map((team) => event(`j${team}`, 'joined', team, '01-01', { group: 'g' })),
    ...matches.map(([home, score, away], day) => {
      const [homeGoals = 0, awayGoals = 0] = score.split(':').map(Number);
      return event(`m${day}`, 'played', home, `0${day + 1}-10`, { home, away, homeGoals, awayGoals });
    }),
  ];
}

const ranks = (outcome: Outcome) => column(outcome, ({ rank }) => rank);
/** Each has beaten one of the other two, and all three have beaten d. Of the three, c has the fewest goals; a has beaten b. */
const CIRCLE: readonly Match[] = [
  ['a', '3:2', 'b'],
  ['b', '1:0', 'c'],
  ['c', '1:0', 'a'],
  ['a', '1:0', 'd'],
  ['b', '5:0', 'd'],
  ['d', '0:4', 'c'],
];

describe('A block among those still tied', () => {
  test('counts what is between them alone, and once more what is between those whom it left tied', () => {
    const outcome = league(CIRCLE);
    expect(ranks(outcome)).toBe('a 1, b 2, c 3, d 4');
    expect(column(outcome, ({ by }) => by.map((value) => value ?? '-').join(' '))).toBe(
      'a 6 3 1 3 1, b 6 0 -1 2 5, c 6 3 0 1 4, d 0 - - - -10',
    );
    expect(column(outcome, ({ decidedBy }) => decidedBy)).toBe(
      'a among: score, b among: goals, c among: goals, d score',
    );
  });

  test('is followed by keys that see everything again', () => {
    const drawn = CIRCLE.map(([home, , away]): Match => [home, '1:1', away]);
    const decided: readonly Match[] = [...drawn.slice(0, 3), ['a', '1:0', 'd'], ['b', '5:0', 'd'], ['d', '0:4', 'c']];
    expect(ranks(league(drawn))).toBe('a 1, b 1, c 1, d 1');
    expect(ranks(league(decided))).toBe('b 1, c 2, a 3, d 4');
  });

  test('tells why one is behind the next with the values among those of whom it was read', () => {
    const above = (subject: string) => {
      const told = explain(league(CIRCLE), { subject });
      return told.kind === 'place' ? [told.place.above, explanationText(told, 'en')] : [];
    };
    expect(above('c')[0]).toMatchObject({
      subject: 'b',
      key: 'among: goals',
      own: '1',
      other: '3',
      among: ['a', 'b', 'c'],
    });
    expect(above('c')[0]).toMatchObject({ equalOn: ['score', 'among: score', 'among: difference'] });
    expect(above('b')[0]).toMatchObject({ subject: 'a', key: 'among: score', own: '0', other: '3', among: ['a', 'b'] });
    expect(above('b')[1]).toContain(
      'behind a on among: score: 0 against 3 (by 3), counting only what is between a, b, equal on score',
    );
  });

  test('tells what it read of the subject down to the events between them, of each key up to the one that parted', () => {
    const told = explain(league(CIRCLE), { subject: 'c' });
    const { above, below } = told.kind === 'place' ? told.place : { above: null, below: null };
    const valuesOf = (separation: typeof above) =>
      separation?.behind.map(({ indicator, value, body }) => [
        indicator,
        value,
        ...(body.kind === 'measure' ? body.members.map(({ event: one }) => one?.id) : []),
      ]);
    expect(valuesOf(above)).toEqual([
      ['score', '3', 'm1', 'm2'],
      ['difference', '0', 'm1', 'm2'],
      ['goals', '1', 'm1', 'm2'],
    ]);
    expect(below).toMatchObject({ subject: 'd', key: 'score', behind: [] });
    const text = explanationText(told, 'en');
    expect(text.indexOf('score (c) = 3')).toBeLessThan(text.indexOf('score (c) = 6'));
    const shallow = explain(league(CIRCLE), { subject: 'c', depth: 0 });
    expect(shallow.kind === 'place' ? valuesOf(shallow.place.above) : undefined).toEqual([]);
  });

  test('is asked of some ties alone, and so are its keys, where places are counted as in the whole table', () => {
    const once = (condition: string) => [{ is: 'score' }, { ...BLOCK, by: KEYS, if: condition }];
    expect(ranks(league(CIRCLE, once('tied == 2')))).toBe('a 1, b 1, c 1, d 4');
    expect(ranks(league(CIRCLE, once('place == 1')))).toBe('a 1, b 2, c 3, d 4');
    const goals = (condition: string) => [{ is: 'score' }, { ...BLOCK, by: [{ is: 'goals', if: condition }] }];
    expect(ranks(league(CIRCLE, goals('tied == 3')))).toBe('a 1, b 1, c 3, d 4');
    const later = [
      { is: 'score', name: 'low', order: 'asc' },
      { ...BLOCK, by: [{ is: 'goals', if: 'place == 2 && tied == 3' }] },
    ];
    expect(ranks(league(CIRCLE, later))).toBe('d 1, a 2, b 2, c 4');
  });

  test('orders awards too, by what is between their candidates', () => {
    const award = { id: 'cup', where: 'score > 0', by: [{ ...BLOCK, by: KEYS }], quota: '2' };
    const standing = { awards: [award] };
    expect(column(league(CIRCLE, [{ is: 'score' }], { standing }), ({ awards }) => awards.join())).toBe(
      'a cup, b cup, c , d ',
    );
  });

  test('compares lists of what is between them', () => {
    const lists = { items: 'goals', sort: 'best' };
    const outcome = league(CIRCLE, [{ is: 'score' }, { ...BLOCK, by: [lists] }]);
    expect(ranks(outcome)).toBe('a 1, b 2, c 3, d 4');
    expect(column(outcome, ({ by }) => `(${by[1]})`)).toBe('a (3, 0), b (2, 1), c (1, 0), d (null)');
  });
});

describe('What a block reads', () => {
  const won = (on: string, who: string, rival: string) => event(on, 'won', who, on, { rival });
  const joined = ['a', 'b', 'c'].map((who) => event(`j${who}`, 'joined', who, '01-01', { group: 'g' }));
  const wins = [
    won('02-01', 'a', 'b'),
    won('02-02', 'b', 'c'),
    won('02-03', 'b', 'z'),
    won('02-04', 'a', 'z'),
    won('02-05', 'c', 'b'),
    won('02-06', 'c', 'z'),
  ];
  const fields = { pupil: { kind: 'key', is: 'subject' }, rival: { kind: 'text' } };
  const parts = (more: JsonObject) => ({
    events: { won: { fields }, side: { fields } },
    cohorts: { teams: { each: [], of: 'pupil', in: { event: 'joined' } } },
    ...more,
  });

  test('are points that rules give, too', () => {
    const by = rubric(
      parts({
        indicators: { score: { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' } },
        rules: [{ name: 'win', basis: '1', on: 'won', event: { type: 'give', params: { to: 'score', points: 3 } } }],
        standings: {
          table: {
            among: 'teams',
            by: [{ is: 'score' }, { among: { types: ['won'], fields: ['pupil', 'rival'] }, by: [{ is: 'score' }] }],
          },
        },
      }),
    );
    const outcome = judged(by, [...joined, ...wins]);
    expect(column(outcome, ({ rank, by: [all, among] }) => `${rank} ${all} ${among}`)).toBe(
      'a 1 6 3, b 1 6 3, c 1 6 3',
    );
    const more = judged(by, [
      ...joined,
      ...wins,
      won('02-07', 'a', 'c'),
      won('02-08', 'b', 'y'),
      won('02-09', 'c', 'y'),
    ]);
    expect(column(more, ({ rank, by: [all, among] }) => `${rank} ${all} ${among}`)).toBe('a 1 9 6, b 2 9 3, c 2 9 3');
  });

  test('are derived events in the order in which they happened, and events of other types all of them', () => {
    const by = rubric(
      parts({
        rules: [
          {
            name: 'both',
            basis: '1',
            on: 'won',
            event: { type: 'issue', params: { type: 'side', fields: { rival: 'rival' } } },
          },
        ],
        indicators: {
          order: {
            per: ['pupil'],
            of: { kind: 'events', type: ['side', 'shown', 'won'], value: "type == 'side' ? 1 : type == 'won' ? 2 : 3" },
            reduce: 'count',
          },
        },
        standings: {
          table: {
            among: 'teams',
            by: [{ is: '0' }, { among: { types: ['side'], fields: ['pupil', 'rival'] }, by: [{ items: 'order' }] }],
          },
        },
      }),
    );
    const shown = event('card', 'shown', 'a', '02-02', { colour: 'red' });
    const outcome = judged(by, [...joined, ...wins, shown]);
    expect(column(outcome, ({ rank, by: [, list] }) => `${rank} (${list})`)).toBe(
      'a 1 (2, 1, 3, 2), b 2 (2, 1, 2), c 2 (2, 1, 2)',
    );
  });
});
