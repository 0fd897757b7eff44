import { describe, expect, test } from 'vitest';
import { type ReferenceOutcome, referenceOutcome } from '../src/index.js';
import type { CloudEvent, Lens } from '../src/model.js';
import { event, ledgerOf } from './ledger.js';
import { named, type Parts, scheme, type Writer } from './scheme.js';

/** Yellow cards, of which the third active one becomes a black one, and each lapses after thirty days. */
function cards(more: (w: Writer) => Parts = () => ({})) {
  return scheme({ fields: ['colour', 'note'], indicators: named('yellows', 'points') }, (w) => {
    const parts = more(w);
    const card = {
      colour: 'colour',
      colours: new Map([
        ['yellow', colour(1)],
        ['black', colour(2)],
      ]),
    };
    return {
      events: {
        shown: w.event({ pupil: 'key = subject', card: 'key = id', colour: 'text', note: 'text' }, { card }),
        joined: w.event({ pupil: 'key = subject', group: 'key' }),
        told: w.event({ pupil: 'key = subject', note: 'text' }, { finding: true }),
      },
      cohorts: [{ name: 'peers', each: ['group'], of: 'pupil', event: 'joined', where: undefined }],
      indicators: {
        yellows: w.indicator(
          ['pupil'],
          w.measure(w.events('shown', undefined, "colour == 'yellow' && state == 'active'"), { reduce: 'count' }),
        ),
        points: w.indicator(
          ['pupil'],
          w.measure(w.events('shown', "state == 'converted' ? 0 : colour == 'black' ? -40 : -10")),
        ),
      },
      ...parts,
      rules: {
        third: w.rule('shown', converts(w), {
          all: [
            { fact: 'colour', operator: 'equal', value: 'yellow' },
            { fact: 'yellows', operator: 'greaterThanInclusive', value: 3 },
          ],
        }),
        lapse: w.rule(
          'shown',
          { kind: 'end', what: { kind: 'event', ref: w.f('card') }, as: 'lapsed' },
          { fact: 'state', operator: 'equal', value: 'active' },
          { at: w.f('addDays(date(time), 30)') },
        ),
        ...parts.rules,
      },
    };
  });
}

function colour(severity: number) {
  return { polarity: 'warning', severity, title: undefined } as const;
}

function converts(w: Writer) {
  const consumes = [{ what: { kind: 'items', indicator: 'yellows' } as const, as: 'converted' }];
  return {
    kind: 'issue',
    type: 'shown',
    each: undefined,
    where: undefined,
    fields: new Map([['colour', w.f("'black'")]]),
    consumes,
  } as const;
}

function yellow(id: string, on: string, more: Partial<CloudEvent> = {}) {
  return event(id, 'shown', 'amy', on, { colour: 'yellow' }, more);
}

function cardsOf(outcome: ReferenceOutcome): string {
  return (outcome.subjects.amy?.cards ?? []).map(({ id, colour, state }) => `${id} ${colour} ${state}`).join(', ');
}

async function judged(
  events: readonly CloudEvent[],
  lens: Lens = {},
  more?: (w: Writer) => Parts,
): Promise<ReferenceOutcome> {
  return referenceOutcome(cards(more), ledgerOf(...events), lens);
}

const THREE = [yellow('y1', '03-01'), yellow('y2', '03-10'), yellow('y3', '03-20')];
const CONVERTED = 'y1 yellow converted, y2 yellow converted, y3 yellow converted, third@y3 black active';

test('the third active card converts all three', async () => {
  const outcome = await judged(THREE);
  expect(cardsOf(outcome)).toBe(CONVERTED);
  expect(outcome.subjects.amy?.indicators.points).toMatchObject({ value: '-40', coverage: { used: 4, of: 4 } });
  expect(outcome.subjects.amy?.cards[3]).toEqual({
    id: 'third@y3',
    type: 'shown',
    time: '2026-03-20T12:00:00Z',
    colour: 'black',
    polarity: 'warning',
    severity: 2,
    state: 'active',
    endedAt: null,
    derived: true,
    data: { pupil: 'amy', card: 'third@y3', colour: 'black', note: null },
  });
});

test('a delayed rule ends what is still active when it is due, before the events of that instant', async () => {
  const first = yellow('y1', '03-01');
  expect(cardsOf(await judged([first], { asOf: '2026-03-30' }))).toBe('y1 yellow active');
  const lapsed = await judged([first], { asOf: '2026-03-31' });
  expect(cardsOf(lapsed)).toBe('y1 yellow lapsed');
  expect(lapsed.subjects.amy?.cards[0]?.endedAt).toBe('2026-03-31T00:00:00Z');
  const atThatInstant = [first, yellow('y2', '03-10'), yellow('y3', '2026-03-31T00:00:00Z')];
  expect(cardsOf(await judged(atThatInstant))).toBe('y1 yellow lapsed, y2 yellow active, y3 yellow active');
});

test('a state is seen as it was then', async () => {
  expect(cardsOf(await judged(THREE, { asOf: '2026-03-19' }))).toBe('y1 yellow active, y2 yellow active');
});

describe('a ruling', () => {
  const ruling = (id: string, on: string, voided: string, source?: string) =>
    event(id, 'meritlog.event.voided', 'amy', on, {
      id: voided,
      reason: 'error',
      ...(source === undefined ? {} : { source }),
    });

  test('makes an event never have happened', async () => {
    const outcome = await judged([...THREE, ruling('r', '05-01', 'y2')]);
    expect(cardsOf(outcome)).toBe('y1 yellow lapsed, y3 yellow lapsed');
  });

  test('keeps a derived event from being issued, with what it would have consumed', async () => {
    const outcome = await judged([...THREE, ruling('r', '03-21', 'third@y3')]);
    expect(cardsOf(outcome)).toBe('y1 yellow active, y2 yellow active, y3 yellow active');
    expect(outcome.findings).toEqual([]);
  });

  test('that is itself voided does nothing, and may not void a later one', async () => {
    expect(cardsOf(await judged([...THREE, ruling('r1', '03-21', 'y2'), ruling('r2', '03-22', 'r1')]))).toBe(CONVERTED);
    expect(cardsOf(await judged([...THREE, ruling('r1', '03-21', 'r2'), ruling('r2', '03-22', 'y1')]))).toBe(
      'y2 yellow active, y3 yellow active',
    );
  });

  test('of an event that nobody knows is a finding', async () => {
    const outcome = await judged([...THREE, ruling('r', '03-21', 'y9'), ruling('s', '03-22', 'y2', 'elsewhere')]);
    expect(outcome.findings.map(({ code, facts }) => [code, facts])).toEqual([
      ['void-unknown-event', { event: 'elsewhere#y2', ruling: 's' }],
      ['void-unknown-event', { event: 'y9', ruling: 'r' }],
    ]);
  });

  test('may be a rule, which reads recorded events', async () => {
    const outcome = await judged([...THREE, event('q', 'told', 'amy', '05-01', { note: 'y1' })], {}, (w) => ({
      rules: {
        quash: w.rule(
          'told',
          { kind: 'void', what: { kind: 'event', ref: w.f('note') } },
          { fact: 'yellows', operator: 'equal', value: 3 },
        ),
      },
    }));
    expect(cardsOf(outcome)).toBe('y2 yellow lapsed, y3 yellow lapsed');
  });
});

test('a what-if adds and takes away without a trace', async () => {
  const supposed = { add: [yellow('y3', '03-20')], void: ['third@y3'] };
  expect(cardsOf(await judged(THREE.slice(0, 2), { suppose: supposed }))).toBe(
    'y1 yellow active, y2 yellow active, y3 yellow active',
  );
});

test('a rule for a cohort is tried for each member, whose derived events bear its name', async () => {
  const events = [
    event('j1', 'joined', 'amy', '01-01', { group: 'a' }),
    event('j2', 'joined', 'bob', '01-01', { group: 'a' }),
    event('j3', 'joined', 'cid', '01-01', { group: 'b' }),
    yellow('y1', '02-01'),
    event('n', 'joined', 'head', '03-01', { group: 'a' }),
  ];
  const outcome = await judged(events, { asOf: '2026-03-01' }, (w) => ({
    rules: {
      quiet: w.rule(
        'joined',
        {
          kind: 'issue',
          type: 'told',
          each: undefined,
          where: undefined,
          fields: new Map([
            ['subject', w.f('outer.pupil')],
            ['note', w.f("'none'")],
          ]),
          consumes: [],
        },
        {
          all: [
            { fact: 'id', operator: 'equal', value: 'n' },
            { fact: 'outer.pupil', operator: 'notEqual', value: 'amy' },
          ],
        },
        { for: 'peers' },
      ),
    },
  }));
  expect(outcome.findings.map(({ code, subject, facts }) => [code, subject, facts.id])).toEqual([
    ['told', 'bob', 'quiet@n/bob'],
    ['told', 'head', 'quiet@n/head'],
  ]);
});

test('all rules of one trigger read the same state, and of two ends the first by name holds', async () => {
  const end = (w: Writer, as: string) =>
    w.rule(
      'told',
      { kind: 'end', what: { kind: 'event', ref: w.f('note') }, as },
      { fact: 'yellows', operator: 'equal', value: 1 },
    );
  const outcome = await judged(
    [yellow('y1', '03-01'), event('t', 'told', 'amy', '03-02', { note: 'y1' })],
    {},
    (w) => ({
      rules: { b: end(w, 'waived'), a: end(w, 'lifted') },
    }),
  );
  expect(cardsOf(outcome)).toBe('y1 yellow lifted');
  expect(outcome.findings[0]).toEqual({
    code: 'conflicting-ends',
    subject: 'amy',
    facts: { event: 'y1', held: 'lifted', refused: 'waived' },
  });
});

test('what one trigger issues appears together, then fires in turn', async () => {
  const issue = (w: Writer, note: string) =>
    ({
      kind: 'issue',
      type: 'told',
      each: undefined,
      where: undefined,
      fields: new Map([['note', w.f(note)]]),
      consumes: [],
    }) as const;
  const fromCard = { fact: 'colour', operator: 'equal', value: 'yellow' };
  const outcome = await judged([yellow('y', '03-01')], {}, (w) => ({
    rules: {
      b: w.rule('shown', issue(w, "'b'"), fromCard),
      a: w.rule('shown', issue(w, "'a'"), fromCard),
      c: w.rule('told', issue(w, "'c'"), { fact: 'note', operator: 'notEqual', value: 'c' }),
    },
  }));
  expect(outcome.findings.map(({ facts }) => facts.id)).toEqual(['a@y', 'b@y', 'c@a@y', 'c@b@y']);
});

test('neighbours that only their names order are a finding, where rules go by their order', async () => {
  const outcome = await judged([yellow('y1', '03-01'), yellow('y2', '03-01')]);
  expect(outcome.findings).toEqual([{ code: 'simultaneous', subject: 'amy', facts: { first: 'y1', second: 'y2' } }]);
  expect(
    (await judged([yellow('y1', '03-01', { sequence: '9' }), yellow('y2', '03-01', { sequence: '10' })])).findings,
  ).toEqual([]);
});

test('the order of arrival changes nothing', async () => {
  expect(await judged([...THREE].reverse())).toEqual(await judged(THREE));
});
