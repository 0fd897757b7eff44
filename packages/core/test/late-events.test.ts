import { describe, expect, test } from 'vitest';
import {
  type CloudEvent,
  diff,
  type Json,
  type JsonObject,
  type Lens,
  parseEvents,
  parseRubric,
} from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const CLOSED = 'meritlog.period.closed';
type Policy = 'restate' | 'ignore' | 'carry';

const sum = (per: readonly string[]): JsonObject => ({
  per: [...per],
  of: { kind: 'events', type: 'done', value: 'points' },
  reduce: 'sum',
});

function schemeOf(late: Policy | undefined, more: JsonObject = {}, ...later: readonly JsonObject[]) {
  const period = { key: 'term', ends: 'yearEnd(term)', ...(late === undefined ? {} : { late }) };
  return rubric(
    {
      period,
      indicators: { yearly: sum(['pupil', 'term']), ever: sum(['pupil']) },
      cohorts: { peers: { each: ['term'], of: 'pupil', in: { event: 'done' } } },
      standings: { ranking: { among: 'peers', by: [{ is: 'yearly' }] } },
      ...more,
    },
    ...later,
  );
}

/** Work done on a day, and recorded then or on a later one. */
function done(id: string, who: string, on: string, points: number, recorded?: string): CloudEvent {
  const more = recorded === undefined ? {} : { recordedtime: instant(recorded) };
  return event(id, 'done', who, instant(on), { item: 'x', points }, more);
}

function closed(id: string, period: Json, on: string, more: Partial<CloudEvent> = {}): CloudEvent {
  return { ...event(id, CLOSED, 'office', instant(on), { period }), ...more };
}

function instant(on: string): string {
  return on.includes('T') ? on : `${on}T12:00:00Z`;
}

const base: readonly CloudEvent[] = [
  done('a', 'ann', '2026-03-01', 5),
  done('b', 'bob', '2026-03-02', 3),
  closed('c', 2026, '2027-01-15'),
  done('late', 'bob', '2026-12-20', 4, '2027-02-01'),
  done('next', 'bob', '2027-03-01', 1),
];

/** `2026 8, 2027 1`: the values of a subject by term. */
function years(late: Policy | undefined, events: readonly CloudEvent[], lens: Lens = {}, who = 'bob'): string {
  const reading = judged(schemeOf(late), events, lens).subjects[who]?.indicators.yearly;
  const all = reading?.members ?? (reading === undefined ? [] : [reading]);
  return all.map(({ keys, value }) => `${keys.term} ${value}`).join(', ');
}

function findings(late: Policy, events: readonly CloudEvent[], lens: Lens = {}): readonly string[] {
  return judged(schemeOf(late), events, lens)
    .findings.filter(({ code }) => code === 'late-event')
    .map(({ subject, facts }) => [subject, facts.event, facts.period, facts.policy, facts.to ?? ''].join(' ').trim())
    .sort();
}

describe('An event recorded after its period was closed', () => {
  test('counts there where closings mean nothing, and is no finding', () => {
    expect(years(undefined, base)).toBe('2026 7, 2027 1');
    expect(judged(schemeOf(undefined), base).findings).toEqual([]);
  });

  test('counts there all the same with restate', () => {
    expect(years('restate', base)).toBe('2026 7, 2027 1');
    expect(findings('restate', base)).toEqual(['bob late 2026 restate']);
  });

  test('is as if it had never been with ignore', () => {
    expect(years('ignore', base)).toBe('2026 3, 2027 1');
    expect(valueFor(judged(schemeOf('ignore'), base), 'bob', 'ever')).toBe('4');
    expect(findings('ignore', base)).toEqual(['bob late 2026 ignore']);
  });

  test('counts with carry in the next period that was open when it was recorded', () => {
    expect(years('carry', base)).toBe('2026 3, 2027 5');
    expect(valueFor(judged(schemeOf('carry'), base), 'bob', 'ever')).toBe('8');
    expect(findings('carry', base)).toEqual(['bob late 2026 carry 2027']);
    const more = [...base, closed('c2', 2027, '2027-01-20'), closed('c3', 2028, '2027-02-02')];
    expect(years('carry', more)).toBe('2026 3, 2028 4, 2029 1');
    expect(findings('carry', more)).toEqual(['bob late 2026 carry 2028', 'bob next 2027 carry 2029']);
  });
});

describe('Late is what was recorded after the closing,', () => {
  test('not what was recorded in its instant, or before', () => {
    const at = (recorded: string): string =>
      years('ignore', [...base.slice(0, 3), done('late', 'bob', '2026-12-20', 4, recorded)]);
    expect(at('2027-01-15T12:00:00Z')).toBe('2026 7');
    expect(at('2027-01-15T12:00:00.001Z')).toBe('2026 3');
  });

  test('or happened after it, where nobody says when it was recorded', () => {
    const events = [
      closed('c', 2026, '2026-06-30'),
      done('a', 'bob', '2026-06-30', 1),
      done('b', 'bob', '2026-07-01', 2),
    ];
    expect(years('ignore', events)).toBe('2026 1');
  });

  test('whenever it is looked at', () => {
    expect(years('ignore', base, { asOf: '2026-12-31' })).toBe('2026 3');
  });

  test('and is a finding from the day on which it happened', () => {
    const told = ['bob late 2026 ignore'];
    expect(findings('ignore', base, { asOf: '2026-12-19' })).toEqual([]);
    expect(findings('ignore', base, { asOf: '2026-12-20' })).toEqual(told);
    const last = [...base.slice(0, 4), done('end', 'bob', '2028-05-01', 1, '2028-05-01')];
    const more = [...last, closed('c2', 2028, '2028-02-01')];
    expect(findings('ignore', more)).toEqual(['bob end 2028 ignore', ...told]);
  });

  test('of the same period only, and of events that say their period', () => {
    expect(years('ignore', [...base, closed('c9', 2028, '2026-01-01')])).toBe('2026 3, 2027 1');
    const noted = event('n', 'told', 'bob', '2027-02-02T00:00:00Z', {});
    expect(findings('ignore', [...base, noted])).toHaveLength(1);
  });

  test('never the closing itself, though it carries its period', () => {
    const events = { [CLOSED]: { fields: { term: { kind: 'key' as const, is: 'year(date(time)) - 1' } } } };
    const again = closed('c', 2026, '2027-01-15', { recordedtime: '2027-01-20T00:00:00Z' });
    const outcome = judged(
      schemeOf('ignore', { events }),
      base.map((one) => (one.id === 'c' ? again : one)),
    );
    expect(valueFor(outcome, 'bob', 'ever')).toBe('4');
    expect(outcome.findings.map(({ facts }) => facts.event)).toEqual(['late']);
  });

  test('not what a rule derives, though its trigger is late', () => {
    const rules = [
      { name: 'echo', basis: '1', on: 'done', event: { type: 'issue', params: { type: 'echoed', fields: {} } } },
    ];
    const echoed = { fields: { pupil: { kind: 'key' as const, is: 'subject' }, term: { kind: 'key' as const } } };
    const by = (late: Policy) =>
      judged(
        schemeOf(late, {
          events: { echoed },
          rules,
          indicators: { echoes: { per: ['pupil', 'term'], of: { kind: 'events', type: 'echoed' }, reduce: 'count' } },
          cohorts: {},
          standings: {},
        }),
        base,
      ).subjects.bob?.indicators.echoes?.members?.map(({ keys, value }) => `${keys.term} ${value}`);
    expect(by('carry')).toEqual(['2026 1', '2027 2']);
    expect(by('ignore')).toEqual(['2026 1', '2027 1']);
  });
});

describe('A closing', () => {
  test('counts once: the first one, by when it takes effect', () => {
    const events = [...base, closed('c0', 2026, '2026-12-01'), closed('c1', 2026, '2027-06-01')];
    expect(findings('restate', events)).toEqual(['bob late 2026 restate']);
    const between = done('mid', 'ann', '2026-03-05', 9, '2026-12-15');
    expect(findings('restate', [...base, between])).toEqual(['bob late 2026 restate']);
    expect(findings('restate', [...events, between])).toEqual(['ann mid 2026 restate', 'bob late 2026 restate']);
  });

  test('that is voided leaves its period open, unless another closes it', () => {
    const undone = event('v', 'meritlog.event.voided', 'office', '2027-03-05T00:00:00Z', {
      id: 'c',
      reason: 'too early',
    });
    expect(years('ignore', [...base, undone])).toBe('2026 7, 2027 1');
    expect(years('ignore', [...base, undone, closed('c2', 2026, '2027-01-31')])).toBe('2026 3, 2027 1');
    expect(years('ignore', [...base, undone, closed('c2', 2026, '2027-02-02')])).toBe('2026 7, 2027 1');
  });

  test('names its period as a number, or as the decimal text of it', () => {
    expect(
      years(
        'ignore',
        base.map((one) => (one.id === 'c' ? closed('c', '2026', '2027-01-15') : one)),
      ),
    ).toBe('2026 3, 2027 1');
  });

  test('must name one of the right kind, where the rubric has periods', () => {
    const codesOf = (data: JsonObject, by = schemeOf(undefined)): readonly string[] => {
      const parsed = parseEvents(by, [{ ...closed('c', 0, '2027-01-15'), data }]);
      return parsed.ok ? [] : parsed.problems.map(({ code, pointer }) => `${code} ${pointer}`);
    };
    expect(codesOf({ period: 2026 })).toEqual([]);
    expect(codesOf({ period: 2026, minutes: 'session 12' })).toEqual([]);
    expect(codesOf({})).toEqual(['field-missing /0/data/period']);
    expect(codesOf({ period: 'last year' })).toEqual(['field-kind /0/data/period']);
    expect(codesOf({}, rubric({}))).toEqual([]);
  });

  test('is heard about a period that is named by a text', () => {
    const by = rubric({
      period: { key: 'item', ends: "date('2026-12-31')", late: 'ignore' },
      indicators: { ever: sum(['pupil']) },
    });
    const events = [
      done('a', 'bob', '2026-03-01', 5),
      closed('c', 'x', '2026-04-01'),
      done('b', 'bob', '2026-03-02', 2, '2026-05-01'),
    ];
    expect(valueFor(judged(by, events), 'bob', 'ever')).toBe('5');
    expect(
      valueFor(
        judged(
          by,
          events.map((one) => (one.id === 'c' ? closed('c', 'y', '2026-04-01') : one)),
        ),
        'bob',
        'ever',
      ),
    ).toBe('7');
  });
});

describe('Where another time is looked at,', () => {
  test('nothing is late before the closing was known', () => {
    const known = base.map((one) => (one.id === 'c' ? { ...one, recordedtime: '2027-02-10T00:00:00Z' } : one));
    expect(years('ignore', known, { knownAt: '2027-02-05' })).toBe('2026 7');
    expect(findings('ignore', known, { knownAt: '2027-02-05' })).toEqual([]);
    expect(years('ignore', known, { knownAt: '2027-02-10' })).toBe('2026 3');
  });

  test('a restatement shows between what was known before and after, and the difference names its cause', () => {
    const by = schemeOf('restate');
    const all = [...base.slice(0, 4)];
    const [then, now] = ['2027-01-31', '2027-02-01'].map((knownAt) => judged(by, all, { knownAt, asOf: '2026-12-31' }));
    if (then === undefined || now === undefined) throw new Error('two outcomes');
    const places = ({ standings }: typeof then): readonly string[] =>
      (standings[0]?.rows ?? []).map(({ rank, subject, total }) => `${rank} ${subject} ${total}`);
    expect(places(then)).toEqual(['1 ann 5', '2 bob 3']);
    expect(places(now)).toEqual(['1 bob 7', '2 ann 5']);
    expect(then.findings).toEqual([]);
    expect(now.findings.map(({ code, facts }) => `${code} ${facts.event}`)).toEqual(['late-event late']);
    const { rows } = diff(then, now);
    expect(rows.map(({ subject, total }) => `${subject} ${total.before} → ${total.after}`).sort()).toEqual([
      'ann 5 → 5',
      'bob 3 → 7',
    ]);
    expect(JSON.stringify(rows.find(({ subject }) => subject === 'bob'))).toContain('"late"');
  });

  test('the edition that reads the event says what becomes of it', () => {
    const later = { effective: { from: '2026-12-01' }, period: { late: 'ignore' } };
    const by = schemeOf('restate', {}, later);
    const early = done('early', 'bob', '2026-11-20', 10, '2027-02-01');
    expect(valueFor(judged(by, [...base, early]), 'bob', 'ever')).toBe('14');
    expect(valueFor(judged(by, [...base, early], { edition: '1' }), 'bob', 'ever')).toBe('18');
    expect(valueFor(judged(by, [...base, early], { edition: '2' }), 'bob', 'ever')).toBe('4');
  });
});

describe('What reads the key of a carried event reads where it was carried to:', () => {
  test('other fields, rules, and when it takes effect', () => {
    const by = rubric({
      period: { key: 'term', ends: 'yearEnd(term)', late: 'carry' },
      events: {
        done: {
          effective: 'yearEnd(term)',
          fields: {
            pupil: { kind: 'key', is: 'subject' },
            term: { kind: 'key', is: 'year(date(time))' },
            points: { kind: 'number' },
            item: { kind: 'key' },
            twice: { kind: 'number', is: 'term * 2' },
          },
        },
      },
      indicators: {
        terms: { per: ['pupil'], of: { kind: 'events', type: 'done', value: 'twice' }, reduce: 'max' },
        given: { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' },
      },
      rules: [
        {
          name: 'g',
          basis: '1',
          on: 'done',
          where: { term: 2027 },
          event: { type: 'give', params: { to: 'given', points: 'points' } },
        },
      ],
    });
    const outcome = judged(by, base.slice(0, 4));
    expect(valueFor(outcome, 'bob', 'terms')).toBe('4054');
    expect(valueFor(outcome, 'bob', 'given')).toBe('4');
    expect(valueFor(judged(by, base.slice(0, 4), { asOf: '2027-06-30' }), 'bob', 'terms')).toBe('4052');
  });

  test('but rulings are heard first, about the periods as they were', () => {
    const by = schemeOf('ignore', {
      events: {
        upheld: {
          fields: {
            pupil: { kind: 'key', is: 'subject' },
            term: { kind: 'key', is: 'year(date(time))' },
            about: { kind: 'text' },
          },
        },
      },
      rules: [
        {
          name: 'u',
          basis: '1',
          on: 'upheld',
          where: { term: 2026 },
          event: { type: 'void', params: { event: 'about' } },
        },
      ],
    });
    const appeal = event(
      'u',
      'upheld',
      'bob',
      '2026-12-30T00:00:00Z',
      { about: 'b' },
      { recordedtime: '2027-02-01T00:00:00Z' },
    );
    const outcome = judged(by, [...base, appeal]);
    expect(valueFor(outcome, 'bob', 'ever')).toBe('1');
    expect(outcome.findings.map(({ facts }) => facts.event)).toEqual(['late', 'u']);
  });
});

describe('A rubric is refused', () => {
  const codesOf = (parts: JsonObject): readonly string[] => {
    const document = { ...(schemeOf('restate').model.editions[0]?.document ?? {}), ...parts };
    const parsed = parseRubric(document);
    return parsed.ok
      ? []
      : parsed.problems.filter(({ severity }) => severity === 'error').map(({ code, pointer }) => `${code} ${pointer}`);
  };
  const vocabulary = (done: JsonObject, fields: JsonObject): JsonObject => ({
    events: {
      done: {
        ...done,
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          points: { kind: 'number', optional: true },
          term: { kind: 'key', is: 'year(date(time))' },
          ...fields,
        },
      },
      told: { fields: { pupil: { kind: 'key', is: 'subject' } } },
    },
  });
  const counted: JsonObject = { count: { per: ['pupil'], of: { kind: 'events', type: 'told' }, reduce: 'count' } };
  const rest = { standings: {}, cohorts: {}, indicators: counted };
  const withLate = (late: string, key = 'term'): JsonObject => ({ period: { key, ends: "date('2026-12-31')", late } });

  test('that carries to the next text', () => {
    expect(codesOf(withLate('carry', 'item'))).toEqual(['late-carry-text /period/late']);
    expect(codesOf(withLate('ignore', 'item'))).toEqual([]);
  });

  test('where what is late would hang on other events', () => {
    const at = '/vocabulary/events/done';
    const direct = vocabulary({}, { term: { kind: 'key', is: '2026 + count' } });
    const through = vocabulary(
      {},
      { seen: { kind: 'number', is: 'count * 2' }, term: { kind: 'key', is: '2026 + seen' } },
    );
    const dated = vocabulary(
      { effective: 'addDays(date(time), count)' },
      { term: { kind: 'key', is: 'year(date(effective))' } },
    );
    const applies = vocabulary({ appliesBy: 'addDays(date(time), count)' }, {});
    for (const late of ['ignore', 'carry']) {
      expect(codesOf({ ...rest, ...withLate(late), vocabulary: direct })).toEqual([
        `late-key-reads ${at}/fields/term/is`,
      ]);
      expect(codesOf({ ...rest, ...withLate(late), vocabulary: through })).toEqual([
        `late-key-reads ${at}/fields/term/is`,
      ]);
      expect(codesOf({ ...rest, ...withLate(late), vocabulary: dated })).toEqual([
        `late-key-reads ${at}/fields/term/is`,
      ]);
      expect(codesOf({ ...rest, ...withLate(late), vocabulary: applies })).toEqual([`late-key-reads ${at}/appliesBy`]);
    }
    const pupil = { kind: 'key', is: 'subject' };
    const shared = {
      common: { term: { kind: 'key', is: '2026 + count' } },
      events: { told: { fields: { pupil, term: { kind: 'key' } } }, done: { fields: { pupil } } },
    };
    expect(codesOf({ ...rest, ...withLate('carry'), vocabulary: shared })).toEqual([
      'late-key-reads /vocabulary/common/term/is',
    ]);
    for (const all of [direct, through, dated, applies])
      expect(codesOf({ ...rest, ...withLate('restate'), vocabulary: all })).toEqual([]);
  });
});
