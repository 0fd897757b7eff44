import { describe, expect, test } from 'vitest';
import {
  type CloudEvent,
  diff,
  differenceText,
  explain,
  explanationText,
  type JsonObject,
  type Lens,
} from '../src/index.js';
import type { Outcome } from '../src/outcome.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

const DECIDED = 'meritlog.consequence.decided';

const rule = (name: string, on: string, params: JsonObject, more: JsonObject = {}) => ({
  name,
  basis: '1',
  on,
  event: { type: 'consequence', params: { what: 'talk', ...params } },
  ...more,
});

const by = rubric({
  keys: { pupil: {}, group: {}, item: {}, card: {}, term: { type: 'number' } },
  period: { key: 'term', ends: 'yearEnd(term)' },
  events: {
    joined: {
      fields: {
        pupil: { kind: 'key', is: 'subject' },
        group: { kind: 'key' },
        term: { kind: 'key', is: 'year(date(time))' },
      },
    },
  },
  cohorts: { peers: { each: ['term', 'group'], of: 'pupil', in: { event: 'joined' } } },
  indicators: { total: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' } },
  standings: {
    ranking: { among: 'peers', by: [{ is: 'total' }] },
    shadow: { among: 'peers', by: [{ is: 'total' }], hidden: true },
  },
  rules: [
    rule(
      'bonus',
      'ranking',
      { amount: '100', due: "date('2026-04-30')" },
      { where: { 'ranking.rank': { present: true, equal: 1 } } },
    ),
    rule('talk', 'ranking', { recommendation: true }, { where: { 'ranking.rank': { present: true, equal: 2 } } }),
    rule('quiet', 'shadow', {}),
    rule('asked', 'told', { recommendation: true, due: 'date(time)' }),
    rule('all-asked', 'shown', { to: 'class' }, { for: 'peers', where: { colour: 'red' } }),
  ],
});

const joined = (who: string) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' });
const base: readonly CloudEvent[] = [
  joined('ann'),
  joined('bob'),
  ...scores({ ann: 2, bob: 1 }),
  event('t', 'told', 'bob', '03-05'),
];
const decided = (
  id: string,
  on: string,
  consequence: string,
  decision: string,
  more: Partial<CloudEvent> = {},
): CloudEvent => ({
  ...event(id, DECIDED, 'bob', on, { consequence, decision }),
  ...more,
});

const BONUS = 'bonus@2026/g/ann';
const TALK = 'talk@2026/g/bob';
const ASKED = 'asked@t';

/** `id status` of everything that follows, `!` behind what is overdue. */
function standing(events: readonly CloudEvent[], lens: Lens = { asOf: '2026-04-15' }): readonly string[] {
  return allOf(judged(by, [...base, ...events], lens)).map(
    ({ id, status, overdue }) => `${id} ${status}${overdue ? '!' : ''}`,
  );
}

function allOf({ standings, subjects }: Outcome) {
  const rows = standings.flatMap((table) => table.rows.flatMap(({ consequences }) => consequences));
  return [...rows, ...Object.values(subjects).flatMap(({ consequences }) => consequences)];
}

/** The decisions that are about nothing: `decision consequence`. */
function astray(events: readonly CloudEvent[], lens: Lens = { asOf: '2026-12-31' }): readonly string[] {
  return judged(by, [...base, ...events], lens)
    .findings.filter(({ code }) => code === 'decision-without-consequence')
    .map(({ facts }) => `${facts.decision} ${facts.consequence}`)
    .sort();
}

describe('Nobody has decided:', () => {
  test('a recommendation is recommended, all else is due, each under its id', () => {
    expect(standing([])).toEqual([`${BONUS} due`, `${TALK} recommended`, `${ASKED} recommended!`]);
  });

  test('what is due on the day of asOf is not overdue, on the next day it is', () => {
    expect(standing([], { asOf: '2026-04-30' })[0]).toBe(`${BONUS} due`);
    expect(standing([], { asOf: '2026-05-01' })[0]).toBe(`${BONUS} due!`);
  });

  test('a rule that fans out states one for each member', () => {
    const red = event('c', 'shown', 'ann', '03-06', { colour: 'red' });
    expect(standing([red]).filter((one) => one.startsWith('all-asked'))).toEqual([
      'all-asked@c/ann due',
      'all-asked@c/bob due',
    ]);
    const done = decided('d', '03-07', 'all-asked@c/bob', 'executed');
    expect(standing([red, done]).filter((one) => one.startsWith('all-asked'))).toEqual([
      'all-asked@c/ann due',
      'all-asked@c/bob executed',
    ]);
  });
});

describe('The last decision holds:', () => {
  test('in canonical order, by asOf, whatever the order of arrival', () => {
    const all = [
      decided('d3', '05-03', TALK, 'executed'),
      decided('d1', '05-01', TALK, 'confirmed'),
      decided('d2', '05-02', TALK, 'declined'),
    ];
    expect(standing(all)[1]).toBe(`${TALK} recommended`);
    expect(standing(all, { asOf: '2026-05-01' })[1]).toBe(`${TALK} confirmed`);
    expect(standing(all, { asOf: '2026-05-02' })[1]).toBe(`${TALK} declined`);
    expect(standing(all, { asOf: '2026-05-03' })[1]).toBe(`${TALK} executed`);
  });

  test('a decision of the next year is heard about a row of this one', () => {
    const later = decided('d', '2027-02-01T12:00:00Z', BONUS, 'executed');
    expect(standing([later], { asOf: '2026-12-31' })[0]).toBe(`${BONUS} due!`);
    expect(standing([later], { asOf: '2027-02-01' })[0]).toBe(`${BONUS} executed`);
  });

  test('what is confirmed may still be overdue, what is executed or declined may not', () => {
    const words = ['confirmed', 'declined', 'executed'].map(
      (word) => standing([decided('d', '05-02', BONUS, word)], { asOf: '2026-12-31' })[0],
    );
    expect(words).toEqual([`${BONUS} confirmed!`, `${BONUS} declined`, `${BONUS} executed`]);
  });

  test('one that is voided, or was not known yet, is not heard', () => {
    const made = decided('d', '04-02', TALK, 'confirmed', { recordedtime: '2026-06-01T00:00:00Z' });
    const void1 = event('v', 'meritlog.event.voided', 'bob', '04-03', { id: 'd', reason: 'no quorum' });
    expect(standing([made])[1]).toBe(`${TALK} confirmed`);
    expect(standing([made, void1])[1]).toBe(`${TALK} recommended`);
    expect(standing([made], { asOf: '2026-04-15', knownAt: '2026-05-01' })[1]).toBe(`${TALK} recommended`);
  });
});

describe('A decision names', () => {
  test('a consequence on an event like that event: by its own source, or in full', () => {
    const board = { source: 'board' };
    expect(standing([decided('d', '04-02', ASKED, 'confirmed', board)])[2]).toBe(`${ASKED} recommended!`);
    expect(standing([decided('d', '04-02', `school#${ASKED}`, 'confirmed', board)])[2]).toBe(`${ASKED} confirmed!`);
    expect(standing([decided('d', '04-02', ASKED, 'confirmed')])[2]).toBe(`${ASKED} confirmed!`);
  });

  test('a consequence on a row by its id alone, whoever decides', () => {
    expect(standing([decided('d', '04-02', TALK, 'confirmed', { source: 'board' })])[1]).toBe(`${TALK} confirmed`);
    expect(standing([decided('d', '04-02', `school#${TALK}`, 'confirmed')])[1]).toBe(`${TALK} recommended`);
  });
});

describe('A decision about nothing is a finding:', () => {
  test('where no rule states such a thing, or it is not shown', () => {
    const all = [
      decided('d1', '04-01', 'talk@2026/g/ann', 'confirmed'),
      decided('d2', '04-02', TALK, 'confirmed'),
      decided('d3', '04-03', 'quiet@2026/g/ann', 'confirmed'),
      decided('d4', '04-04', ASKED, 'confirmed', { source: 'board' }),
      decided('d5', '04-05', `school#${TALK}`, 'confirmed'),
    ];
    expect(astray(all)).toEqual(['d1 talk@2026/g/ann', 'd3 quiet@2026/g/ann', `d4 ${ASKED}`, `d5 school#${TALK}`]);
    expect(astray(all, { asOf: '2026-04-02' })).toEqual(['d1 talk@2026/g/ann']);
  });

  test('where what led to it is voided afterwards', () => {
    const made = decided('d', '04-02', ASKED, 'executed');
    const undone = event('v', 'meritlog.event.voided', 'bob', '04-03', { id: 't', reason: 'a mistake' });
    expect(astray([made])).toEqual([]);
    expect(astray([made, undone])).toEqual([`d ${ASKED}`]);
  });
});

test('A difference says what became of a consequence that still follows', () => {
  const at = (asOf: string): Outcome => judged(by, [...base, decided('d', '05-02', BONUS, 'executed')], { asOf });
  const lines = (language: 'en' | 'zh'): readonly string[] =>
    differenceText(diff(at('2026-05-01'), at('2026-05-02')), language)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.includes('talk'));
  const [was, is] = [
    'talk → subject (100, overdue, was due 2026-04-30)',
    'talk → subject (100, executed, due 2026-04-30)',
  ];
  expect(lines('en')).toEqual([`still follows, but otherwise: ${was}  bonus [1] → ${is}  bonus [1]`]);
  expect(lines('zh')).toHaveLength(1);
});

test('The reasons of a place say what stands about its consequences, in both languages', () => {
  const told = (word: string | undefined, asOf: string, language: 'en' | 'zh'): string => {
    const made = word === undefined ? [] : [decided('d', '05-02', BONUS, word)];
    const outcome = judged(by, [...base, ...made], { asOf });
    const text = explanationText(explain(outcome, { standing: 'ranking', subject: 'ann' }), language);
    return (
      text
        .split('\n')
        .find((line) => line.includes('talk →'))
        ?.trim() ?? ''
    );
  };
  expect(told(undefined, '2026-04-30', 'en')).toBe('talk → subject (100, due 2026-04-30) [1]');
  expect(told(undefined, '2026-05-01', 'en')).toBe('talk → subject (100, overdue, was due 2026-04-30) [1]');
  expect(told('executed', '2026-05-02', 'en')).toBe('talk → subject (100, executed, due 2026-04-30) [1]');
  expect(told(undefined, '2026-05-01', 'zh')).toBe('talk → subject （100、已逾期，期限 2026-04-30） [1]');
  expect(told('declined', '2026-05-02', 'zh')).toBe('talk → subject （100、不采纳、期限 2026-04-30） [1]');
});
