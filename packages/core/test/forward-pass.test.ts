import { describe, expect, test } from 'vitest';
import type { CloudEvent, JsonObject, Lens } from '../src/index.js';
import { event, judged, rubric, states } from './faults/small-rubric.js';

/** The third active yellow card becomes a red one, and each yellow lapses after thirty days. */
const THIRD = {
  name: 'third',
  basis: '1',
  on: 'shown',
  conditions: {
    all: [
      { fact: 'colour', operator: 'equal', value: 'yellow' },
      { fact: 'yellows', operator: 'greaterThanInclusive', value: 3 },
    ],
  },
  event: {
    type: 'issue',
    params: { type: 'shown', fields: { colour: "'red'" }, consumes: [{ items: 'yellows', as: 'converted' }] },
  },
};
const LAPSE = {
  name: 'lapse',
  basis: '2',
  on: 'shown',
  at: 'addDays(date(time), 30)',
  where: { colour: 'yellow', state: 'active' },
  event: { type: 'end', params: { event: 'card', as: 'lapsed' } },
};
const yellows = {
  per: ['pupil'],
  of: { kind: 'events', type: 'shown', where: { colour: 'yellow', state: 'active' } },
  reduce: 'count',
};

function cards(
  events: readonly CloudEvent[],
  lens: Lens = {},
  rules: readonly JsonObject[] = [],
  more: JsonObject = {},
) {
  return judged(rubric({ indicators: { yellows }, rules: [THIRD, LAPSE, ...rules], ...more }), events, lens);
}

const yellow = (id: string, on: string, more: Partial<CloudEvent> = {}) =>
  event(id, 'shown', 'ann', on, { colour: 'yellow' }, more);
const three = [yellow('y1', '03-01'), yellow('y2', '03-10'), yellow('y3', '03-20')];

describe('What a rule issues', () => {
  test('consumes what it names, and stands behind its trigger, named after both', () => {
    const outcome = cards(three);
    expect(states(outcome, 'ann')).toBe('y1 converted, y2 converted, y3 converted, third@y3 active');
    expect(outcome.subjects.ann?.cards[3]).toEqual({
      id: 'third@y3',
      type: 'shown',
      time: '2026-03-20T12:00:00Z',
      colour: 'red',
      polarity: 'warning',
      severity: 2,
      state: 'active',
      endedAt: null,
      derived: true,
      data: { pupil: 'ann', card: 'third@y3', colour: 'red' },
    });
    expect(outcome.subjects.ann?.cards[0]?.endedAt).toBe('2026-03-20T12:00:00Z');
  });

  test('consumes what was active when the rule was read, and not what it issues at once', () => {
    const fourth = [...three, yellow('y4', '03-21'), yellow('y5', '03-22')];
    expect(states(cards(fourth), 'ann')).toBe(
      'y1 converted, y2 converted, y3 converted, third@y3 active, y4 active, y5 active',
    );
  });

  test('exists once: the same id again does nothing', () => {
    const again = event('third@y3', 'shown', 'ann', '03-19', { colour: 'red' });
    expect(states(cards([...three, again]), 'ann')).toBe('y1 active, y2 active, third@y3 active, y3 active');
  });

  test('has the keys of its trigger, and as subject the member it was issued for', () => {
    const rules = [
      {
        name: 'tell',
        basis: '1',
        on: 'shown',
        event: { type: 'issue', params: { type: 'told', fields: { subject: "'bob'", note: "'x'" } } },
      },
    ];
    const outcome = judged(rubric({ rules }), [yellow('y1', '03-01')]);
    expect(outcome.findings.map(({ code, subject, facts }) => [code, subject, facts.id])).toEqual([
      ['told', 'bob', 'tell@y1'],
    ]);
    const own = judged(rubric({ rules: [{ ...rules[0], event: { type: 'issue', params: { type: 'told' } } }] }), [
      yellow('y1', '03-01'),
    ]);
    expect(own.findings[0]).toMatchObject({ subject: 'ann', facts: { pupil: 'ann' } });
  });
});

describe('A delayed rule', () => {
  test('fires at its date, before the events of that instant', () => {
    expect(states(cards([yellow('y1', '03-01')], { asOf: '2026-03-30' }), 'ann')).toBe('y1 active');
    const lapsed = cards([yellow('y1', '03-01')], { asOf: '2026-03-31' });
    expect(states(lapsed, 'ann')).toBe('y1 lapsed');
    expect(lapsed.subjects.ann?.cards[0]?.endedAt).toBe('2026-03-31T00:00:00Z');
    const then = [yellow('y1', '03-01'), yellow('y2', '03-10'), yellow('y3', '2026-03-31T00:00:00Z')];
    expect(states(cards(then), 'ann')).toBe('y1 lapsed, y2 active, y3 active');
  });

  test('fires at the very instant of asOf, and not after it', () => {
    const one = [yellow('y1', '03-01')];
    expect(states(cards(one, { asOf: '2026-03-31T00:00:00Z' }), 'ann')).toBe('y1 lapsed');
    expect(states(cards(one, { asOf: '2026-03-30T23:59:59.999Z' }), 'ann')).toBe('y1 active');
  });

  test('reads its conditions when it fires', () => {
    expect(states(cards([...three, event('n', 'told', 'ann', '05-01')]), 'ann')).toBe(
      'y1 converted, y2 converted, y3 converted, third@y3 active',
    );
  });

  test('whose date has come is tried at once, and one without a date never', () => {
    const at = (formula: string) => [{ ...LAPSE, name: 'early', at: formula }];
    const state = (formula: string) =>
      states(judged(rubric({ indicators: { yellows }, rules: at(formula) }), [yellow('y1', '03-01')]), 'ann');
    expect(state('addDays(date(time), -1)')).toBe('y1 lapsed');
    expect(state('time')).toBe('y1 lapsed');
    expect(state('addDays(date(time), unknown)')).toBe('y1 active');
  });

  test('comes in the order of instant, trigger and name, however they were put off', () => {
    const told = (name: string, days: number) => ({
      name,
      basis: '1',
      on: 'shown',
      at: `addDays(date(time), ${days})`,
      event: { type: 'issue', params: { type: 'told' } },
    });
    const days = [5, 3, 9, 1, 7, 2, 8];
    const names = days.map((day) => told(`d${day}`, day));
    const chain = {
      name: 'chain',
      basis: '1',
      on: 'told',
      where: { before: { lessThan: 1 } },
      event: { type: 'issue', params: { type: 'scored', fields: { points: '1' } } },
    };
    const before = { per: ['pupil'], of: { kind: 'events', type: 'scored' }, reduce: 'count' };
    const outcome = judged(rubric({ indicators: { before }, rules: [...names, chain] }), [yellow('y1', '03-01')], {
      asOf: '2026-04-01',
    });
    expect(
      outcome.session.reader.view.ofType('scored').map((ord) => outcome.session.reader.event(ord).event.id),
    ).toEqual(['chain@d1@y1']);
    expect(outcome.session.reader.view.ofType('told').map((ord) => outcome.session.reader.event(ord).event.id)).toEqual(
      [...days].sort().map((day) => `d${day}@y1`),
    );
  });

  test('of one instant comes in the order of its triggers, then of its name', () => {
    const rule = (name: string) => ({
      name,
      basis: '1',
      on: 'shown',
      at: "date('2026-03-20')",
      event: { type: 'issue', params: { type: 'told' } },
    });
    const outcome = judged(rubric({ rules: [rule('b'), rule('a')] }), [yellow('y2', '03-02'), yellow('y1', '03-03')], {
      asOf: '2026-04-01',
    });
    const { view } = outcome.session.reader;
    expect(view.ofType('told').map((ord) => outcome.session.reader.event(ord).event.id)).toEqual([
      'a@y2',
      'b@y2',
      'a@y1',
      'b@y1',
    ]);
  });
});

describe('All rules of one trigger', () => {
  const end = (name: string, as: string) => ({
    name,
    basis: '1',
    on: 'told',
    where: { yellows: 1 },
    event: { type: 'end', params: { event: 'note', as } },
  });

  test('read the same state, and of two ends the first by name holds', () => {
    const outcome = cards([yellow('y1', '03-01'), event('t', 'told', 'ann', '03-02', { note: 'y1' })], {}, [
      end('b', 'waived'),
      end('a', 'lifted'),
    ]);
    expect(states(outcome, 'ann')).toBe('y1 lifted');
    expect(outcome.findings.map(({ code, facts }) => [code, facts.event, facts.held, facts.refused])).toContainEqual([
      'conflicting-ends',
      'y1',
      'lifted',
      'waived',
    ]);
  });

  test('that end an event alike are no conflict, and an event that has ended is left as it is', () => {
    const events = [yellow('y1', '03-01'), event('t', 'told', 'ann', '03-02', { note: 'y1' })];
    const alike = cards(events, {}, [end('b', 'lifted'), end('a', 'lifted')]);
    expect(alike.findings.map(({ code }) => code)).not.toContain('conflicting-ends');
    const later = { ...end('b', 'waived'), where: { yellows: 0 } };
    const again = cards([...events, event('u', 'told', 'ann', '03-03', { note: 'y1' })], {}, [
      end('a', 'lifted'),
      later,
    ]);
    expect(states(again, 'ann')).toBe('y1 lifted');
    expect(again.findings.map(({ code }) => code)).not.toContain('conflicting-ends');
  });

  test('end what they name before what they issue is seen', () => {
    const swap = {
      name: 'a',
      basis: '1',
      on: 'told',
      event: {
        type: 'issue',
        params: { type: 'shown', fields: { colour: "'yellow'" }, consumes: [{ items: 'yellows', as: 'swapped' }] },
      },
    };
    const outcome = cards([yellow('y1', '03-01'), event('t', 'told', 'ann', '03-02')], { asOf: '2026-03-03' }, [swap]);
    expect(states(outcome, 'ann')).toBe('y1 swapped, a@t active');
  });
});

test('What one trigger issues appears together, then fires in turn, breadth first', () => {
  const tell = (name: string, on: string, note: string, where: JsonObject) => ({
    name,
    basis: '1',
    on,
    where,
    event: { type: 'issue', params: { type: 'told', fields: { note } } },
  });
  const rules = [
    tell('b', 'shown', "'b'", { colour: 'yellow' }),
    tell('a', 'shown', "'a'", { colour: 'yellow' }),
    tell('c', 'told', "'c'", { note: { present: true, in: ['a', 'b'] } }),
  ];
  rules.push(tell('d', 'told', "'d'", { note: { present: true, equal: 'c' } }));
  const { reader } = judged(rubric({ rules }), [yellow('y', '03-01')]).session;
  expect(reader.view.ofType('told').map((ord) => reader.event(ord).event.id)).toEqual([
    'a@y',
    'b@y',
    'c@a@y',
    'c@b@y',
    'd@c@a@y',
    'd@c@b@y',
  ]);
});

test('A rule for a cohort is tried for each member of the tables that agree with its trigger', () => {
  const rules = [
    {
      name: 'quiet',
      basis: '1',
      on: 'joined',
      for: 'peers',
      conditions: {
        all: [
          { fact: 'id', operator: 'equal', value: 'n' },
          { fact: 'outer.pupil', operator: 'notEqual', value: 'ann' },
        ],
      },
      event: { type: 'issue', params: { type: 'told' } },
    },
  ];
  const by = rubric({ cohorts: { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } }, rules });
  const joined = (id: string, who: string, group: string) => event(id, 'joined', who, '01-01', { group });
  const outcome = judged(by, [
    joined('j1', 'ann', 'a'),
    joined('j2', 'bob', 'a'),
    joined('j3', 'cid', 'b'),
    event('n', 'joined', 'head', '03-01', { group: 'a' }),
  ]);
  expect(outcome.findings.map(({ code, subject, facts }) => [code, subject, facts.id])).toEqual([
    ['told', 'bob', 'quiet@n/bob'],
    ['told', 'head', 'quiet@n/head'],
  ]);
});

describe('Two triggers of one subject at one instant', () => {
  const found = (...events: readonly CloudEvent[]) =>
    cards(events).findings.map(({ code, subject, facts }) => [code, subject, facts.first, facts.second]);

  test('that only their ids order are a finding', () => {
    expect(found(yellow('y2', '03-01'), yellow('y1', '03-01'))).toEqual([['simultaneous', 'ann', 'y1', 'y2']]);
  });

  test('are none where a sequence orders them, or where they are of two subjects', () => {
    expect(found(yellow('y1', '03-01', { sequence: '9' }), yellow('y2', '03-01', { sequence: '10' }))).toEqual([]);
    expect(found(yellow('y1', '03-01'), event('y2', 'shown', 'bob', '03-01', { colour: 'yellow' }))).toEqual([]);
  });
});

describe('The state of an event', () => {
  const total = {
    per: ['pupil'],
    of: { kind: 'events', type: 'shown', value: "state == 'active' ? 1 : 0" },
    reduce: 'sum',
  };
  const seen = { per: ['pupil'], of: { kind: 'events', type: 'told', value: 'total' }, reduce: 'sum' };

  test('is what it was at the instant of the reading', () => {
    const end = { ...LAPSE, at: 'addDays(date(time), 1)' };
    const by = rubric({ indicators: { total, seen }, rules: [end] });
    const events = [yellow('y1', '03-01'), event('t', 'told', 'ann', '03-01')];
    expect(states(judged(by, events, { asOf: '2026-03-01' }), 'ann')).toBe('y1 active');
    expect(judged(by, events, { asOf: '2026-03-05' }).subjects.ann?.indicators.total?.value).toBe('0');
  });

  test('of a card in a period is that at the end of the period', () => {
    const events: JsonObject = {
      shown: {
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          term: { kind: 'key', is: 'year(date(time))' },
          card: { kind: 'key', is: 'id' },
          colour: { kind: 'choice', of: ['yellow', 'red'] },
        },
        card: { colour: 'colour', colours: { yellow: { polarity: 'warning', severity: 1 } } },
      },
    };
    const by = rubric({ period: { key: 'term', ends: 'yearEnd(term)' }, events, rules: [LAPSE] });
    const outcome = judged(by, [yellow('y1', '12-15')], { asOf: '2027-06-01' });
    expect(outcome.subjects.ann?.cards.map(({ state, endedAt }) => [state, endedAt])).toEqual([['active', null]]);
  });
});
