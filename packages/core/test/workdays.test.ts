import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileWorkdays } from '../src/compile/workdays.js';
import type { Json, JsonObject } from '../src/index.js';
import { type Day, formatDay, parseDay, weekdayOf } from '../src/model/calendar.js';
import type { CalendarModel } from '../src/model/rubric.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

/** The days from the one to the other, both included. */
function span(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = day(from); at <= day(to); at += 1) days.push(formatDay(at));
  return days;
}

/** The holidays of China in 2026 and the days that make up for them, as announced in November 2025. */
const CN: JsonObject = {
  title: { en: 'Working days of China', zh: '中国工作日' },
  from: '2026-01-01',
  until: '2027-01-01',
  weekend: [6, 7],
  holidays: [
    ...span('2026-01-01', '2026-01-03'),
    ...span('2026-02-15', '2026-02-23'),
    ...span('2026-04-04', '2026-04-06'),
    ...span('2026-05-01', '2026-05-05'),
    ...span('2026-06-19', '2026-06-21'),
    ...span('2026-09-25', '2026-09-27'),
    ...span('2026-10-01', '2026-10-07'),
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

const ADD = (date: string, n: number): string => `addWorkdays(date('${date}'), ${n}, 'cn')`;
const COUNT = (a: string, b: string): string => `workdays(date('${a}'), date('${b}'), 'cn')`;
const IS = (date: string): string => `isWorkday(date('${date}'), 'cn')`;

/** What a formula yields for a pupil, by the first edition and by later ones in force then. */
function yielded(is: string, calendar: Json = CN, ...later: readonly JsonObject[]): unknown {
  const by = rubric({ calendars: { cn: calendar }, indicators: { found: { per: ['pupil'], is } } }, ...later);
  return valueFor(judged(by, [event('e1', 'joined', 'ann', '12-30', { group: 'a' })]), 'ann', 'found');
}

describe('By the calendar of China in 2026', () => {
  test.each([
    [
      'eleven working days after 18 September, of which a Sunday and a Saturday make up',
      ADD('2026-09-18', 11),
      '2026-10-10',
    ],
    ['the first working day after the autumn holidays', ADD('2026-09-30', 1), '2026-10-08'],
    ['the last one before them', ADD('2026-10-05', -1), '2026-09-30'],
    ['the day itself for none, where it is worked', ADD('2026-10-10', 0), '2026-10-10'],
    ['the first one after it for none, where it is not', ADD('2026-10-01', 0), '2026-10-08'],
    ['a Saturday that makes up is worked', IS('2026-02-28'), true],
    ['a Saturday that does not is not', IS('2026-03-07'), false],
    ['a Thursday that is a holiday is not', IS('2026-10-01'), false],
    ['three working days between two weeks of holidays', COUNT('2026-09-27', '2026-09-30'), '3'],
    ['the same backwards', COUNT('2026-09-30', '2026-09-27'), '-3'],
    ['no working day after a day up to itself', COUNT('2026-09-30', '2026-09-30'), '0'],
    ['248 working days in the year', COUNT('2025-12-31', '2026-12-31'), '248'],
  ])('%s', (_fact, is, expected) => {
    expect(yielded(is)).toBe(expected);
  });
});

describe('What would have to look at days outside the calendar is unknown:', () => {
  test.each([
    ['a deadline beyond its end', ADD('2026-12-30', 2), null],
    ['the last one within it is known', ADD('2026-12-30', 1), '2026-12-31'],
    ['a deadline of months', ADD('2026-11-02', 60), null],
    ['a day before its beginning', IS('2025-12-31'), null],
    ['its end, which it does not know any more', IS('2027-01-01'), null],
    ['a count that begins with the day before the first is known', COUNT('2025-12-31', '2026-01-04'), '1'],
    ['a count that begins earlier', COUNT('2025-12-30', '2026-01-04'), null],
    ['a count to its end', COUNT('2026-12-01', '2027-01-01'), null],
    ['no days at all, wherever', COUNT('2031-01-01', '2031-01-01'), '0'],
    ['half a working day', "addWorkdays(date('2026-03-02'), 0.5, 'cn')", null],
  ])('%s', (_fact, is, expected) => {
    expect(yielded(is)).toBe(expected);
  });
});

test('A later edition lays its days over the calendar and keeps the rest', () => {
  const overlay = { effective: { from: '2026-12-30' }, calendars: { cn: { holidays: ['2026-12-31'] } } };
  expect(yielded(IS('2026-12-31'))).toBe(true);
  expect(yielded(IS('2026-12-31'), CN, overlay)).toBe(false);
  expect(yielded(IS('2026-10-01'), CN, overlay)).toBe(true);
  expect(yielded(IS('2026-12-27'), CN, overlay)).toBe(false);
});

test('A defined formula passes the name of a calendar on', () => {
  const define = { deadline: { with: ['since', 'by'], is: 'addWorkdays(since, 15, by)' } };
  const is = "deadline(date('2026-03-02'), 'cn')";
  const by = rubric({ define, calendars: { cn: CN }, indicators: { found: { per: ['pupil'], is } } });
  const outcome = judged(by, [event('e1', 'joined', 'ann', '12-30', { group: 'a' })]);
  expect(valueFor(outcome, 'ann', 'found')).toBe('2026-03-23');
});

const FIRST = day('2026-01-01');
const around = fc.integer({ min: FIRST - 20, max: FIRST + 140 });

const calendar: fc.Arbitrary<CalendarModel> = fc
  .record({
    from: fc.integer({ min: FIRST, max: FIRST + 9 }),
    length: fc.integer({ min: 1, max: 110 }),
    weekend: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    marked: fc.uniqueArray(fc.nat(109), { maxLength: 40 }),
    split: fc.nat(40),
  })
  .map(({ from, length, weekend, marked, split }) => {
    const days = marked.map((at) => from + (at % length));
    const sorted = (some: readonly Day[]): Day[] => [...new Set(some)].sort((a, b) => a - b);
    const holidays = sorted(days.slice(0, split));
    const workdays = sorted(days.slice(split).filter((at) => !holidays.includes(at)));
    return { name: 'c', title: undefined, from, until: from + length, weekend, holidays, workdays };
  });

/** Day by day, as the specification says. */
function works({ from, until, weekend, holidays, workdays }: CalendarModel, at: Day): boolean | undefined {
  if (at < from || at >= until) return undefined;
  return workdays.includes(at) || (!weekend.includes(weekdayOf(at)) && !holidays.includes(at));
}

function counted(of: CalendarModel, a: Day, b: Day): number | undefined {
  if (b < a) {
    const back = counted(of, b, a);
    return back === undefined ? undefined : 0 - back;
  }
  const looked = Array.from({ length: b - a }, (_, at) => works(of, a + 1 + at));
  return looked.includes(undefined) ? undefined : looked.filter(Boolean).length;
}

function added(of: CalendarModel, from: Day, n: number): Day | undefined {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n) || 1;
  for (let at = n === 0 ? from : from + step; ; at += step) {
    const worked = works(of, at);
    if (worked === undefined) return undefined;
    if (worked) left -= 1;
    if (left === 0) return at;
  }
}

function agreed(fast: unknown, naive: unknown): void {
  expect(fast).toBe(naive);
}

describe('Working days are what counting day by day finds:', () => {
  test('whether a day is one', () => {
    fc.assert(fc.property(calendar, around, (of, at) => agreed(compileWorkdays(of).isWorkday(at), works(of, at))));
  });

  test('how many there are after one day up to another', () => {
    fc.assert(
      fc.property(calendar, around, around, (of, a, b) => agreed(compileWorkdays(of).between(a, b), counted(of, a, b))),
      { numRuns: 500 },
    );
  });

  test('the n-th one after or before a day', () => {
    const counts = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(calendar, around, counts, (of, at, n) => agreed(compileWorkdays(of).add(at, n), added(of, at, n))),
      { numRuns: 500 },
    );
  });
});
