import { describe, expect, test } from 'vitest';
import { column, event, judged, rubric, valueFor } from './faults/small-rubric.js';

const joined = (who: string, group: string, on = '01-01') =>
  event(`${who}-${group}-${on}`, 'joined', who, on, { group });
const peers = { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } };
const peersOf = { per: ['pupil'], is: 'ranking.size' };
const zero = { per: ['pupil'], is: '0' };
const ranking = { ranking: { among: 'peers', by: [{ is: 'zero' }] } };

describe('The members of a cohort', () => {
  test('are distinct, in value order, numbers ascending and texts by code point', () => {
    const by = rubric({ cohorts: peers, indicators: { zero }, standings: ranking });
    const outcome = judged(by, [
      joined('b', 'g', '01-02'),
      joined('b', 'g', '02-01'),
      joined('\u{1f600}', 'g', '01-03'),
      joined('\ue000', 'g', '01-04'),
      joined('B', 'g', '01-05'),
    ]);
    expect(outcome.standings[0]?.rows.map(({ subject }) => subject)).toEqual(['B', 'b', '\ue000', '\u{1f600}']);
    const years = [2031, 2026, 10000].map((term, index) =>
      event(`d${index}`, 'planned', 'ann', '03-01', { item: 'x', term }),
    );
    const planned = { fields: { pupil: { kind: 'key', is: 'subject' }, item: { kind: 'key' }, term: { kind: 'key' } } };
    const byTerm = rubric({
      events: { planned },
      cohorts: { terms: { each: ['item'], of: 'term', in: { event: 'planned' } } },
      indicators: { zero: { per: ['term'], is: '0' } },
      standings: { ranking: { among: 'terms', by: [{ is: 'zero' }] } },
    });
    expect(column(judged(byTerm, years), () => '')).toBe('2026 , 2031 , 10000 ');
  });

  test('are those who had joined by the instant of the reading', () => {
    const by = rubric({ cohorts: peers, indicators: { zero, peersOf }, standings: ranking });
    const events = [joined('a', 'g'), joined('b', 'g', '02-01'), joined('c', 'g', '03-01')];
    expect(column(judged(by, events, { asOf: '2026-02-01T12:00:00Z' }), () => '')).toBe('a , b ');
    expect(valueFor(judged(by, events, { asOf: '2026-02-28' }), 'a', 'peersOf')).toBe('2');
    expect(valueFor(judged(by, events), 'a', 'peersOf')).toBe('3');
  });

  test('are those of whom its condition is true', () => {
    const some = { peers: { ...peers.peers, in: { event: 'joined', where: 'points > 0' } } };
    const by = rubric({ cohorts: some, indicators: { zero }, standings: ranking });
    const of = (who: string, data: object) => event(who, 'joined', who, '01-01', { group: 'g', ...data });
    expect(column(judged(by, [of('a', { points: 1 }), of('b', { points: 0 }), of('c', {})]), () => '')).toBe('a ');
  });

  test('stand in no table where a key of it is unknown', () => {
    const events = {
      joined: {
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          note: { kind: 'text', optional: true },
          group: { kind: 'key', is: 'note' },
        },
      },
    };
    const by = rubric({ events, cohorts: peers, indicators: { zero }, standings: ranking });
    const outcome = judged(by, [event('1', 'joined', 'a', '01-01'), event('2', 'joined', 'b', '01-01', { note: 'g' })]);
    expect(outcome.standings.map(({ rows }) => rows.map(({ subject }) => subject))).toEqual([['b']]);
  });
});

describe('A member that binds not all keys of a cohort', () => {
  const by = rubric({ cohorts: peers, indicators: { zero, peersOf }, standings: ranking });

  test('is in the one table that holds it', () => {
    expect(valueFor(judged(by, [joined('a', 'g'), joined('b', 'g'), joined('c', 'h')]), 'c', 'peersOf')).toBe('1');
  });

  test('is in none where two hold it, so what is asked is unknown', () => {
    expect(valueFor(judged(by, [joined('a', 'g'), joined('a', 'h')]), 'a', 'peersOf')).toBeNull();
  });
});

test('Two cohorts with the same keys are not mistaken for each other', () => {
  const by = rubric({
    cohorts: {
      peers: peers.peers,
      all: { each: ['group'], of: 'pupil', in: { event: 'joined', where: "subject != 'a'" } },
    },
    indicators: { zero },
    standings: { ranking: { among: 'peers', by: [{ is: 'zero' }] }, other: { among: 'all', by: [{ is: 'zero' }] } },
  });
  const { standings } = judged(by, [joined('a', 'g'), joined('b', 'g')]);
  expect(standings.map(({ rows }) => rows.length)).toEqual([2, 1]);
});
