import { outcomeDocument, parseEvents, parseRubric, replay } from '@meritlog/core';
import { expect, test } from 'vitest';
import { referenceOutcome } from '../src/index.js';
import { agreed } from './both.js';

const CALENDAR = {
  from: '2026-01-01',
  until: '2026-12-31',
  weekend: [6, 7],
  holidays: ['2026-10-01'],
  workdays: ['2026-10-10'],
};

/** Formulas that generated rubrics meet too seldom, with what both evaluators make of them. */
const EDGES: readonly (readonly [formula: string, shown: string | boolean | null])[] = [
  ["addDays(date('9999-12-31'), 1)", null],
  ["addDays(date('0000-01-01'), -1)", null],
  ["addDays(date('0000-01-01'), 3652424)", '9999-12-31'],
  ["addMonths(date('9999-12-31'), 1)", null],
  ["addYears(date('2026-01-01'), -2026)", '0000-01-01'],
  ["addYears(date('2026-01-01'), 10000000)", null],
  ["addMonths(date('2026-01-31'), 0.5)", null],
  ['yearStart(0)', '0000-01-01'],
  ['yearEnd(9999)', '9999-12-31'],
  ['yearEnd(10000)', null],
  ['yearStart(-1)', null],
  ['quarterEnd(9999, 4)', '9999-12-31'],
  ['quarterStart(2026, 5)', null],
  ['round(0.5, 101)', null],
  ['round(0.5, 100)', '0.5'],
  ["addWorkdays(date('2026-09-30'), 1, 'cn')", '2026-10-02'],
  ["addWorkdays(date('2026-09-30'), 1000000000000000000000, 'cn')", null],
  ["workdays(date('2026-09-30'), date('2026-10-11'), 'cn')", '7'],
  ["'a' + 'b' + text(1.50)", 'ab1.5'],
  ["'a' + unknown", null],
  ["'' + ''", ''],
  ["pupil + '!'", 'ann!'],
  ['long', null],
  ['shorter', `${'x'.repeat(9_999)}y`],
  ["isWorkday(date('2026-12-31'), 'cn')", null],
];

test.each(EDGES)('Both evaluators make the same of %s', async (is, shown) => {
  const rubric = parseRubric({
    kind: 'rubric',
    id: 'edges',
    edition: '1',
    effective: { from: '2026-01-01' },
    zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
    subject: 'pupil',
    keys: { pupil: {} },
    calendars: { cn: CALENDAR },
    vocabulary: { events: { joined: { fields: { pupil: { kind: 'key', is: 'subject' } } } } },
    define: { ten: { with: ['a'], is: 'a + a + a + a + a + a + a + a + a + a' } },
    indicators: {
      hundred: { per: ['pupil'], is: "ten(ten('x'))", hidden: true },
      most: { per: ['pupil'], is: 'ten(ten(hundred))', hidden: true },
      rest: { per: ['pupil'], is: "ten('xxxxxxxxx') + 'xxxxxxxxx'", hidden: true },
      thousands: { per: ['pupil'], is: 'ten(hundred)', hidden: true },
      shorter: {
        per: ['pupil'],
        is: "thousands + thousands + thousands + thousands + thousands + thousands + thousands + thousands + thousands + hundred + hundred + hundred + hundred + hundred + hundred + hundred + hundred + hundred + rest + 'y'",
        hidden: true,
      },
      long: { per: ['pupil'], is: "most + 'y'", hidden: true },
      found: { per: ['pupil'], is },
    },
  });
  if (!rubric.ok) throw new Error(rubric.problems.map(({ message }) => message.en).join());
  const joined = {
    specversion: '1.0',
    id: 'e1',
    source: 's',
    type: 'joined',
    subject: 'ann',
    time: '2026-03-01T00:00:00Z',
  };
  const ledger = parseEvents(rubric.value, [joined]);
  if (!ledger.ok) throw new Error('the event is right');
  const { subjects } = outcomeDocument(replay(ledger.value, rubric.value));
  const theirs = await referenceOutcome(rubric.value.model, ledger.value);
  expect(theirs.subjects.ann?.indicators.found?.value).toBe(shown);
  expect(subjects).toEqual(theirs.subjects);
});

test('A lenient rule goes by the edition of its trigger at least, though the reading is earlier than that', async () => {
  const first = {
    kind: 'rubric',
    id: 'early',
    edition: '1',
    effective: { from: '2026-01-01' },
    zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
    subject: 'pupil',
    keys: { pupil: {} },
    vocabulary: {
      events: { told: { effective: 'due', fields: { pupil: { kind: 'key', is: 'subject' }, due: { kind: 'date' } } } },
    },
    indicators: { total: { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' } },
    rules: [
      {
        name: 'fine',
        basis: '1',
        on: 'told',
        appliesBy: 'lenient',
        event: { type: 'give', params: { to: 'total', points: -5 } },
      },
    ],
  };
  const second = { kind: 'rubric', id: 'early', edition: '2', parent: '1', effective: { from: '2026-07-01' } };
  const told = {
    specversion: '1.0',
    id: 'e1',
    source: '/desk',
    type: 'told',
    subject: 'ann',
    time: '2026-07-01T08:00:00Z',
    data: { due: '2026-03-01' },
  };
  const { subjects } = await agreed([first, second], [told], {});
  expect(subjects.ann?.indicators.total?.value).toBe('-5');
});
