import { describe, expect, test } from 'vitest';
import {
  type CalendarOptions,
  type CloudEvent,
  forwardCalendar,
  forwardCalendarText,
  type JsonObject,
  parseEvents,
  tryForwardCalendar,
} from '../src/index.js';
import { event, rubric } from './faults/small-rubric.js';

const title = (en: string, zh: string) => ({ en, zh });
const peers = { each: [], of: 'pupil', in: { event: 'joined' } };
const issue = (type: string, fields: JsonObject) => ({ type: 'issue', params: { type, fields } });

/** Cards that lapse after ten days, and points of the last thirty. */
const PARTS: JsonObject = {
  cohorts: { peers },
  indicators: {
    cards: {
      title: title('Active cards', '有效牌'),
      basis: 'art. 3',
      per: ['pupil'],
      of: { kind: 'events', type: 'shown', where: { state: 'active' } },
      reduce: 'count',
    },
    recent: {
      title: title('Points of thirty days', '三十日内得分'),
      code: '1.1',
      basis: 'art. 1',
      per: ['pupil'],
      of: { kind: 'events', type: 'scored', value: 'points' },
      take: { window: { from: 'startOf(addDays(today, -30))' } },
      reduce: 'sum',
    },
    total: { title: title('Total', '总分'), per: ['pupil'], is: 'recent - 2 * cards' },
  },
  rules: [
    {
      name: 'second',
      title: title('Told once, shown a week later', '先告知，一周后亮牌'),
      basis: 'art. 2',
      on: 'told',
      at: 'addDays(date(time), 7)',
      event: issue('shown', { card: 'id', colour: "'yellow'" }),
    },
    {
      name: 'lapse',
      title: title('A card lapses', '牌失效'),
      basis: 'art. 4',
      on: 'shown',
      at: 'addDays(date(time), 10)',
      event: { type: 'end', params: { event: 'id', as: 'lapsed' } },
    },
    {
      name: 'praise',
      basis: 'art. 5',
      on: 'ranking',
      where: { 'ranking.band': { present: true, equal: 'good' } },
      event: { type: 'consequence', params: { what: 'praise', title: title('Praise', '表扬') } },
    },
  ],
  standings: {
    ranking: {
      title: title('Ranking', '排名'),
      among: 'peers',
      by: [{ is: 'total' }],
      bands: [
        { id: 'good', title: title('Good', '良'), basis: 'art. 6', from: 3 },
        { id: 'rest', title: title('The rest', '其余') },
      ],
    },
  },
};

const EVENTS = [
  event('j1', 'joined', 'ann', '01-01', { group: 'g' }),
  event('j2', 'joined', 'bob', '01-01', { group: 'g' }),
  event('s1', 'scored', 'ann', '03-01', { points: 4 }),
  event('s2', 'scored', 'bob', '03-10', { points: 5 }),
  event('c1', 'shown', 'bob', '03-12', { colour: 'yellow' }),
  event('t1', 'told', 'ann', '03-12'),
];

function calendarOf(options: CalendarOptions = {}, parts: JsonObject = PARTS, events: readonly CloudEvent[] = EVENTS) {
  const by = rubric(parts);
  const ledger = parseEvents(by, events);
  if (!ledger.ok) throw new Error('the events are refused');
  return forwardCalendar(by, ledger.value, { until: '2026-05-01', ...options });
}

const days = (calendar: ReturnType<typeof calendarOf>, kind: string) =>
  calendar.entries.filter((entry) => entry.kind === kind).map(({ day, subject }) => `${day} ${subject}`);

describe('A forward calendar', () => {
  test('tells what rules issue and end at their date, with the rule and the event behind it', () => {
    const { entries } = calendarOf();
    expect(entries.find(({ kind }) => kind === 'issued')).toMatchObject({
      day: '2026-03-19',
      at: '2026-03-19T00:00:00Z',
      subject: 'ann',
      rule: { name: 'second', basis: 'art. 2' },
      event: { id: 'second@t1', fields: [{ name: 'colour', value: 'yellow' }] },
      trigger: { id: 't1' },
    });
    expect(entries.filter(({ kind }) => kind === 'ended')).toMatchObject([
      {
        day: '2026-03-22',
        subject: 'bob',
        before: 'active',
        after: 'lapsed',
        rule: { name: 'lapse' },
        event: { id: 'c1' },
      },
      { day: '2026-03-29', subject: 'ann', event: { id: 'second@t1' }, trigger: { id: 'second@t1' } },
    ]);
  });

  test('tells members that leave a window on the day they leave it', () => {
    const left = calendarOf().entries.filter((entry) => entry.kind === 'value' && entry.indicator === 'recent');
    expect(left).toMatchObject([
      {
        day: '2026-04-01',
        subject: 'ann',
        before: '4',
        after: '0',
        basis: 'art. 1',
        causes: [{ members: [{ event: { id: 's1' } }] }],
      },
      { day: '2026-04-10', subject: 'bob', before: '5', after: '0', causes: [{ members: [{ event: { id: 's2' } }] }] },
    ]);
  });

  test('tells which band changes by itself, by which clause, and what follows', () => {
    const rows = calendarOf().entries.flatMap((entry) => (entry.kind === 'row' ? [entry] : []));
    expect(rows.find(({ day, subject }) => day === '2026-03-22' && subject === 'bob')?.change).toMatchObject({
      band: { before: 'good', after: 'good' },
      total: { before: '3', after: '5' },
    });
    expect(rows.find(({ day, subject }) => day === '2026-04-10' && subject === 'bob')?.change).toMatchObject({
      band: { before: 'good', after: 'rest' },
      clauses: [{ id: 'good', basis: 'art. 6', because: 'conditions' }],
      consequences: { before: [{ rule: 'praise' }], after: [] },
    });
  });

  test('begins behind the latest event and goes a year ahead, where nothing is said', () => {
    const by = rubric(PARTS);
    const ledger = parseEvents(by, EVENTS);
    if (!ledger.ok) throw new Error('the events are refused');
    const { from, until, days: both, complete } = forwardCalendar(by, ledger.value);
    expect([from, until, complete]).toEqual(['2026-03-12T12:00:00Z', '2027-03-12T23:59:59.999Z', true]);
    expect(both).toEqual({ from: '2026-03-12', until: '2027-03-12' });
  });

  test('looks from one moment to another, through a lens', () => {
    expect(days(calendarOf({ from: '2026-03-22' }), 'ended')).toEqual(['2026-03-29 ann']);
    expect(days(calendarOf({ until: '2026-03-21' }), 'ended')).toEqual([]);
    expect(days(calendarOf({ lens: { suppose: { void: ['c1'] } } }), 'ended')).toEqual(['2026-03-29 ann']);
    expect(days(calendarOf({ lens: { asOf: '2026-03-11', knownAt: '2026-03-12T12:00:00Z' } }), 'effective')).toEqual([
      '2026-03-12 bob',
      '2026-03-12 ann',
    ]);
  });

  test('looks at each day only where what is judged reads the date', () => {
    const { recent: _, ...others } = PARTS.indicators as JsonObject;
    const total = { per: ['pupil'], is: '0 - 2 * cards' };
    expect(calendarOf().looked).toBe(101);
    expect(calendarOf({}, { ...PARTS, indicators: { ...others, total } }).looked).toBe(3);
  });

  test('tells what becomes overdue', () => {
    const { recent: _, ...others } = PARTS.indicators as JsonObject;
    const talk = {
      name: 'talk',
      basis: 'art. 7',
      on: 'told',
      event: { type: 'consequence', params: { what: 'talk', due: 'addDays(date(time), 14)' } },
    };
    const parts = {
      ...PARTS,
      indicators: { ...others, total: { per: ['pupil'], is: '0' } },
      rules: [talk],
    };
    expect(calendarOf({}, parts).entries).toMatchObject([
      {
        kind: 'consequence',
        day: '2026-03-27',
        sharp: true,
        before: { overdue: false },
        after: { overdue: true, basis: 'art. 7' },
      },
    ]);
  });

  test('says where it stopped looking', () => {
    const { looked, complete, until, entries } = calendarOf({ most: 25 });
    expect([looked, complete, until]).toEqual([25, false, '2026-03-24T23:59:59.999Z']);
    expect(entries.at(-1)?.day).toBe('2026-03-22');
  });

  test('tells instants behind which something is later than something else', () => {
    const late = { per: ['pupil'], of: { kind: 'events', type: 'scored', where: 'now > time' }, reduce: 'count' };
    const { entries } = calendarOf(
      { from: '2026-03-10T11:00:00Z', until: '2026-03-11' },
      { ...PARTS, indicators: { ...(PARTS.indicators as JsonObject), late } },
    );
    const passed = entries.filter((entry) => entry.kind === 'value' && entry.indicator === 'late');
    expect(passed).toMatchObject([
      { at: '2026-03-10T12:00:00.001Z', subject: 'bob', before: '0', after: '1', sharp: false },
    ]);
  });

  test('tells editions that change what is judged, and periods that end', () => {
    const term: JsonObject = {
      ...PARTS,
      effective: { from: '2020-01-01' },
      period: { key: 'term', ends: "date('2026-04-15')" },
    };
    const by = rubric(term, {
      effective: { from: '2026-04-05' },
      indicators: { total: { is: 'recent - 3 * cards + 1' } },
    });
    const ledger = parseEvents(by, [...EVENTS, event('d', 'done', 'ann', '03-11', { item: 'x' })]);
    if (!ledger.ok) throw new Error('the events are refused');
    const { entries, periods } = forwardCalendar(by, ledger.value, { until: '2026-05-01' });
    expect(entries.find(({ kind }) => kind === 'edition')).toMatchObject({
      day: '2026-04-05',
      before: '1',
      after: '2',
    });
    expect(periods).toEqual([{ at: '2026-04-15T23:59:59.999Z', day: '2026-04-15', key: 'term', period: 2026 }]);
  });

  test('dates a finding that running the events makes', () => {
    const end = (name: string) => ({
      name,
      basis: 'x',
      on: 'shown',
      event: { type: 'end', params: { event: 'id', as: name } },
    });
    const rules = [...(PARTS.rules as readonly JsonObject[]), end('gone'), end('lost')];
    const { entries } = calendarOf({}, { ...PARTS, rules });
    expect(entries.filter((entry) => entry.kind === 'finding')).toMatchObject([
      {
        day: '2026-03-19',
        subject: 'ann',
        there: true,
        finding: { code: 'conflicting-ends', facts: { event: 'second@t1' } },
      },
    ]);
  });

  test('refuses a moment that cannot be read', () => {
    const by = rubric(PARTS);
    const ledger = parseEvents(by, EVENTS);
    if (!ledger.ok) throw new Error('the events are refused');
    const result = tryForwardCalendar(by, ledger.value, { until: 'soon' });
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['lens-time']);
  });

  test.each(['en', 'zh'] as const)('is told as lines: %s', (language) => {
    expect(forwardCalendarText(calendarOf(), language)).toMatchSnapshot();
    expect(forwardCalendarText(calendarOf({ from: '2026-04-20', most: 2 }), language)).toMatchSnapshot();
  });
});
