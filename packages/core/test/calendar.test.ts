import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  addYears,
  type Day,
  dateOf,
  dayFrom,
  dayOfInstant,
  dayOfMonth,
  daysInMonth,
  endOfDay,
  fixedZone,
  formatDay,
  formatInstant,
  MS_PER_DAY,
  monthOf,
  monthsBetween,
  offsetAt,
  parseDay,
  parseInstant,
  parseOffset,
  quarterOf,
  startOfDay,
  weekdayOf,
  yearOf,
  type Zone,
} from '../src/model/calendar.js';

const first = Date.UTC(2000, 0, 1) - 2000 * 365.2425 * MS_PER_DAY;
const day = fc.integer({ min: Math.ceil(first / MS_PER_DAY), max: 2_932_896 });
const instant = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });

function on(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

function at(text: string): number {
  const parsed = parseInstant(text);
  if ('reason' in parsed) throw new Error(`${text} is ${parsed.reason}`);
  return parsed.instant;
}

describe('days', () => {
  test('civil fields agree with the calendar of the host', () => {
    fc.assert(
      fc.property(day, (d) => {
        const host = new Date(d * MS_PER_DAY);
        const [year, month, date] = [host.getUTCFullYear(), host.getUTCMonth() + 1, host.getUTCDate()];
        expect(dateOf(d)).toEqual({ year, month, dayOfMonth: date });
        expect([yearOf(d), monthOf(d), dayOfMonth(d)]).toEqual([year, month, date]);
        expect(dayFrom(year, month, date)).toBe(d);
        expect(weekdayOf(d) % 7).toBe(host.getUTCDay());
        expect(quarterOf(d)).toBe(Math.floor((month + 2) / 3));
      }),
    );
  });

  test('what is formatted reads back as the same day', () => {
    fc.assert(fc.property(day, (d) => parseDay(formatDay(d)) === d));
    expect([formatDay(0), formatDay(dayFrom(-1, 1, 1)), formatDay(dayFrom(10000, 1, 1))]).toEqual([
      '1970-01-01',
      '-000001-01-01',
      '+010000-01-01',
    ]);
  });

  test('a date that does not exist is no day', () => {
    const refused = [
      '2025-02-29',
      '1900-02-29',
      '2025-04-31',
      '2025-13-01',
      '2025-00-01',
      '2025-01-00',
      '2025-1-1',
      '',
    ];
    expect(refused.map(parseDay)).toEqual(refused.map(() => undefined));
    expect(formatDay(on('2000-02-29'))).toBe('2000-02-29');
  });
});

describe('months', () => {
  test('adding months keeps the day of the month or stops at the last', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -500, max: 500 }), (d, months) => {
        const [from, to] = [dateOf(d), dateOf(addMonths(d, months))];
        expect(to.year * 12 + to.month - (from.year * 12 + from.month)).toBe(months);
        expect(to.dayOfMonth).toBe(Math.min(from.dayOfMonth, daysInMonth(to.year, to.month)));
      }),
    );
    expect(formatDay(addMonths(on('2024-01-31'), 1))).toBe('2024-02-29');
    expect(formatDay(addYears(on('2020-02-29'), 3))).toBe('2023-02-28');
  });

  test('monthsBetween is the most months that do not pass the later day, and is antisymmetric', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40_000 }), (from, days) => {
        const to = from + days;
        const months = monthsBetween(from, to);
        expect(addMonths(from, months)).toBeLessThanOrEqual(to);
        expect(addMonths(from, months + 1)).toBeGreaterThan(to);
        expect(monthsBetween(to, from)).toBe(0 - months);
      }),
    );
  });
});

describe('instants', () => {
  test('what is formatted reads back as the same instant, and agrees with the host', () => {
    fc.assert(
      fc.property(instant, (ms) => {
        expect(parseInstant(formatInstant(ms))).toEqual({ instant: ms });
        expect(formatInstant(ms)).toBe(new Date(ms).toISOString().replace('.000Z', 'Z'));
      }),
    );
  });

  test('the offset moves the instant', () => {
    expect(at('2026-01-01T08:00:00+08:00')).toBe(at('2026-01-01T00:00:00Z'));
    expect(at('2025-12-31t20:30:00.5-03:30')).toBe(at('2026-01-01T00:00:00.500000z'));
    expect(formatInstant(at('2026-01-01T00:00:00Z'))).toBe('2026-01-01T00:00:00Z');
  });

  test.each([
    ['2026-01-01T00:00:00', 'no-offset'],
    ['2026-01-01', 'malformed'],
    ['2026-01-01 00:00:00Z', 'malformed'],
    ['2026-01-01T00:00Z', 'malformed'],
    ['2026-01-01T00:00:00.Z', 'malformed'],
    ['2026-01-01T00:00:00+0800', 'malformed'],
    ['2026-01-01T00:00:00.0001Z', 'too-fine'],
    ['2026-02-29T00:00:00Z', 'out-of-range'],
    ['2026-01-01T24:00:00Z', 'out-of-range'],
    ['2026-01-01T00:60:00Z', 'out-of-range'],
    ['2016-12-31T23:59:60Z', 'out-of-range'],
    ['2026-01-01T00:00:00+24:00', 'out-of-range'],
    ['0000-01-01T00:00:00+01:00', 'out-of-range'],
    ['9999-12-31T23:59:59-01:00', 'out-of-range'],
  ])('%s is refused as %s', (text, reason) => {
    expect(parseInstant(text)).toEqual({ reason });
  });

  test('an offset is read in minutes east of UTC', () => {
    expect(['Z', '+08:00', '-03:30', '-00:00', '+24:00', '+8:00', '08:00'].map(parseOffset)).toEqual([
      0,
      480,
      -210,
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('zones', () => {
  const berlin: Zone = {
    name: 'Europe/Berlin',
    offsets: [
      { from: Number.NEGATIVE_INFINITY, minutes: 60 },
      { from: at('2025-03-30T01:00:00Z'), minutes: 120 },
      { from: at('2025-10-26T01:00:00Z'), minutes: 60 },
    ],
  };
  const anyZone: fc.Arbitrary<Zone> = fc
    .array(fc.record({ gap: fc.integer({ min: 1, max: 3e7 }), minutes: fc.integer({ min: -840, max: 840 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((spans) => {
      let from = 0;
      const offsets = spans.map(({ gap, minutes }) => {
        from += gap * 10;
        return { from, minutes };
      });
      return { name: 'Any/Where', offsets };
    });

  test('the start of a day is the first instant at which the calendar shows it or a later day', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: -2, max: 25 }), (zone, d) => {
        const start = startOfDay(zone, d);
        const turns = zone.offsets.slice(1).flatMap(({ from }) => [from - 1, from]);
        expect(dayOfInstant(zone, start)).toBeGreaterThanOrEqual(d);
        for (const earlier of turns.filter((t) => t < start)) expect(dayOfInstant(zone, earlier)).toBeLessThan(d);
        expect(dayOfInstant(zone, start - 1)).toBeLessThan(d);
        expect(endOfDay(zone, d)).toBe(startOfDay(zone, d + 1) - 1);
      }),
    );
  });

  test('with one offset every instant lies in its own day', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -840, max: 840 }), (ms, minutes) => {
        const zone = fixedZone('fixed', minutes);
        const d = dayOfInstant(zone, ms);
        expect(startOfDay(zone, d)).toBeLessThanOrEqual(ms);
        expect(endOfDay(zone, d)).toBeGreaterThanOrEqual(ms);
        expect(offsetAt(zone, ms)).toBe(minutes);
      }),
    );
  });

  test('the day of the spring change has 23 hours and that of the autumn change 25', () => {
    const hours = (text: string) => (endOfDay(berlin, on(text)) + 1 - startOfDay(berlin, on(text))) / 3_600_000;
    expect(['2025-03-29', '2025-03-30', '2025-10-26', '2025-10-27'].map(hours)).toEqual([24, 23, 25, 24]);
    expect(startOfDay(berlin, on('2025-07-01'))).toBe(at('2025-07-01T00:00:00+02:00'));
  });

  test('a midnight inside a gap starts its day at the end of the gap, and a day skipped whole is empty', () => {
    const beirut = {
      name: 'Asia/Beirut',
      offsets: [
        { from: 0, minutes: 120 },
        { from: at('2025-03-29T22:00:00Z'), minutes: 180 },
      ],
    };
    expect(startOfDay(beirut, on('2025-03-30'))).toBe(at('2025-03-30T01:00:00+03:00'));
    const apia = {
      name: 'Pacific/Apia',
      offsets: [
        { from: 0, minutes: -600 },
        { from: at('2011-12-30T10:00:00Z'), minutes: 840 },
      ],
    };
    expect(startOfDay(apia, on('2011-12-30'))).toBe(startOfDay(apia, on('2011-12-31')));
  });

  test('a zone without offsets is a bug', () => {
    expect(() => offsetAt({ name: 'Nowhere', offsets: [] }, 0)).toThrow(RangeError);
  });
});
