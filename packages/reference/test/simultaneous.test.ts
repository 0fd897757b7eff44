import type { CloudEvent, JsonObject } from '@meritlog/core';
import { describe, expect, test } from 'vitest';
import { agreed } from './both.js';

const HEAD: JsonObject = {
  kind: 'rubric',
  id: 'ratings',
  edition: '1',
  effective: { from: '2026-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
  subject: 'team',
  keys: { team: {} },
  vocabulary: {
    events: {
      match: { fields: { team: { kind: 'key', is: 'subject' }, away: { kind: 'text' }, x: { kind: 'number' } } },
      fixture: { fields: { home: { kind: 'text' }, away: { kind: 'text' }, x: { kind: 'number' } } },
      rated: { fields: { team: { kind: 'key', is: 'subject' }, rating: { kind: 'number' } } },
      card: { fields: { team: { kind: 'key', is: 'subject' } } },
      ruling: { fields: { team: { kind: 'key', is: 'subject' }, about: { kind: 'text' }, verdict: { kind: 'text' } } },
    },
  },
};

const latest = { per: ['team'], of: { kind: 'events', type: 'rated', value: 'rating' }, reduce: 'latest' };

function issue(on: string, rating: string, subject: string, more: JsonObject = {}): JsonObject {
  const params = { type: 'rated', fields: { subject, rating } };
  return { name: `${on}-${subject.replaceAll("'", '')}`, basis: '1', on, event: { type: 'issue', params }, ...more };
}

function at(id: string, type: string, subject: string, time: string, data: JsonObject): CloudEvent {
  const own = subject === '' ? {} : { subject };
  return { specversion: '1.0', id, source: '/desk', type, ...own, time: `2026-${time}T12:00:00Z`, data };
}

const match = (id: string, team: string, away: string, time: string, x: number) =>
  at(id, 'match', team, time, { away, x });

/** The findings of both evaluators: code, subject and facts. */
async function found(
  parts: JsonObject,
  events: readonly CloudEvent[],
  lens: { readonly asOf?: string } = {},
): Promise<readonly string[]> {
  const { findings } = await agreed({ ...HEAD, ...parts }, events, lens);
  return findings.map(({ code, subject, facts }) => [code, subject, ...Object.values(facts)].join(' '));
}

describe('What is issued to one subject by events of others at one instant', () => {
  const away = { indicators: { P: latest }, rules: [issue('match', 'x', 'away')] };
  const two = [match('m1', 'ann', 'zoe', '03-01', 1), match('m2', 'bob', 'zoe', '03-01', 2)];

  test('is a finding where the last of it is read', async () => {
    expect(await found(away, two)).toEqual(['simultaneous zoe m1 m2']);
    expect(await found(away, [match('m2', 'bob', 'zoe', '03-01', 2), match('m1', 'ann', 'eve', '03-01', 1)])).toEqual(
      [],
    );
  });

  test('is none where a sequence orders them, or one value is issued', async () => {
    expect(
      await found(
        away,
        two.map((each, index) => ({ ...each, sequence: String(index) })),
      ),
    ).toEqual([]);
    expect(
      await found(
        away,
        two.map((each) => ({ ...each, data: { away: 'zoe', x: 1 } })),
      ),
    ).toEqual([]);
  });

  test('is a finding, though hidden by what came later, where rules go on from it', async () => {
    const elo = { indicators: { P: latest }, rules: [issue('match', 'coalesce(P(away), 1) * x', 'away')] };
    expect(await found(elo, [...two, match('m3', 'eve', 'zoe', '03-02', 3)])).toEqual(['simultaneous zoe m1 m2']);
    expect(await found(away, [...two, match('m3', 'eve', 'zoe', '03-02', 3)])).toEqual([]);
  });

  test('is none of two rules of one trigger, whose names are the order that the rubric gives', async () => {
    const both = { indicators: { P: latest }, rules: [issue('match', 'x', 'away'), issue('match', 'x + 1', "'zoe'")] };
    expect(await found(both, two.slice(0, 1))).toEqual([]);
  });
});

test('What is issued and what is recorded at one instant are a finding where the last of them is read', async () => {
  const away = { indicators: { P: latest }, rules: [issue('match', 'x', 'away')] };
  const events = [match('m1', 'ann', 'zoe', '03-01', 1), at('r', 'rated', 'zoe', '03-01', { rating: 9 })];
  expect(await found(away, events)).toEqual(['simultaneous zoe m1 r']);
});

describe('Events without a subject at one instant', () => {
  const fixtures = [1, 2].map((x) => at(`f${x}`, 'fixture', '', '03-01', { home: 'ann', away: `team ${x}`, x }));
  const sum = { ...latest, reduce: 'sum' };

  test('are no finding where each rule reads its trigger alone, and what is issued adds up', async () => {
    const rules = [issue('fixture', 'x', 'home'), issue('fixture', 'x', 'away')];
    expect(await found({ indicators: { P: sum }, rules }, fixtures)).toEqual([]);
  });

  test('are one where a rule reads what the other changes', async () => {
    const rules = [issue('fixture', 'P(home) + x', 'home')];
    expect(await found({ indicators: { P: sum }, rules }, fixtures)).toEqual([
      'simultaneous  f1 f2',
      'simultaneous ann f1 f2',
    ]);
  });
});

describe('What delayed rules issue at one instant', () => {
  const later = { indicators: { P: latest }, rules: [issue('match', 'x', 'away', { at: "date('2026-04-01')" })] };

  test('is a finding where their triggers, too, are ordered by names alone', async () => {
    const together = [match('m1', 'ann', 'zoe', '03-01', 1), match('m2', 'bob', 'zoe', '03-01', 2)];
    expect(await found(later, together, { asOf: '2026-05-01' })).toEqual(['simultaneous zoe m1 m2']);
    expect(await found(later, together, { asOf: '2026-03-31' })).toEqual([]);
  });

  test('is none where one trigger was before the other, or where an event happens then', async () => {
    const apart = [match('m1', 'ann', 'zoe', '03-01', 1), match('m2', 'bob', 'zoe', '03-02', 2)];
    expect(await found(later, apart, { asOf: '2026-05-01' })).toEqual([]);
    const then = { ...at('r', 'rated', 'zoe', '04-01', { rating: 9 }), time: '2026-04-01T00:00:00Z' };
    expect(await found(later, [...apart.slice(0, 1), then], { asOf: '2026-05-01' })).toEqual([]);
  });
});

test('What was put off twice stands behind what was put off once, whatever the ids', async () => {
  const put = (name: string, on: string, until: string, type: string, fields: JsonObject, where: JsonObject = {}) => ({
    ...{ name, basis: '1', on, at: `date('${until}')`, where },
    event: { type: 'issue', params: { type, fields } },
  });
  const rules = [
    put('once', 'match', '2026-04-01', 'rated', { subject: 'away', rating: 'x' }, { x: 1 }),
    put('warned', 'match', '2026-03-15', 'card', { subject: 'away' }, { x: 2 }),
    put('twice', 'card', '2026-04-01', 'rated', { rating: '9' }),
  ];
  const events = [match('m1', 'ann', 'zoe', '03-01', 1), match('m2', 'bob', 'zoe', '03-01', 2)];
  expect(await found({ indicators: { P: latest }, rules }, events, { asOf: '2026-05-01' })).toEqual([]);
});

describe('Rulings', () => {
  const end = (as: string) => ({
    name: as,
    basis: '1',
    on: 'ruling',
    where: { verdict: as },
    event: { type: 'end', params: { event: 'about', as } },
  });
  const rules = [end('lifted'), end('revoked')];
  const ruling = (id: string, team: string, about: string, as: string) =>
    at(id, 'ruling', team, '03-02', { about, verdict: as });
  const card = at('c', 'card', 'zoe', '03-01', {});

  test('of one instant that end one event are a finding, whomever they are about', async () => {
    const events = [card, ruling('r1', 'ann', 'c', 'lifted'), ruling('r2', 'bob', 'c', 'revoked')];
    expect(await found({ rules }, events)).toEqual(['simultaneous zoe r1 r2']);
    expect(await found({ rules }, events.slice(0, 2))).toEqual([]);
  });

  test('that name no event that has happened by then are a finding', async () => {
    expect(await found({ rules }, [card, ruling('r1', 'ann', 'k', 'lifted')])).toEqual([
      'end-unknown-event ann k lifted r1',
    ]);
    const other = { ...ruling('r1', 'ann', 'c', 'lifted'), source: '/court' };
    expect(await found({ rules }, [card, other])).toEqual(['end-unknown-event ann c lifted r1']);
    expect(await found({ rules }, [card, { ...other, data: { about: '/desk#c', verdict: 'lifted' } }])).toEqual([]);
    const ahead = { ...card, time: '2026-03-03T12:00:00Z' };
    expect(await found({ rules }, [ahead, ruling('r1', 'ann', 'c', 'lifted')])).toEqual([
      'end-unknown-event ann c lifted r1',
    ]);
  });
});

describe('The order of members that counts', () => {
  const rated = (id: string, time: string, rating: number) => at(id, 'rated', 'ann', time, { rating });

  test('is a finding where a keep of the latest cuts between two of one instant', async () => {
    const sum = (n: string) => ({ ...latest, take: { keep: { latest: n } }, reduce: 'sum' });
    const events = [rated('a', '03-01', 1), rated('b', '03-01', 2), rated('c', '03-02', 4)];
    expect(await found({ indicators: { S: sum('2') } }, events)).toEqual(['simultaneous ann a b']);
    expect(await found({ indicators: { S: sum('1') } }, events)).toEqual([]);
    expect(await found({ indicators: { S: sum('3') } }, events)).toEqual([]);
  });

  test('is a finding where a list is compared in it', async () => {
    const standing = (sort: string) => ({
      indicators: { S: { ...latest, reduce: 'sum' } },
      cohorts: { teams: { each: [], of: 'team', in: { event: 'rated' } } },
      standings: {
        s: { title: { en: 's', zh: 's' }, among: 'teams', by: [{ items: 'S', sort, name: 'list' }], total: 'S' },
      },
    });
    const events = [rated('a', '03-01', 1), rated('b', '03-01', 2)];
    expect(await found(standing('members'), events)).toEqual(['simultaneous ann a b']);
    expect(await found(standing('best'), events)).toEqual([]);
  });
});
