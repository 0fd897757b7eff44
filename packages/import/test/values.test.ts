import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serialDate } from '../src/sheet/serial-date.js';
import { columnName, columnNumber } from '../src/table/column-name.js';
import { clockOf, momentOf } from '../src/value/date.js';
import { decimalOf, jsonNumber, sheetDecimal } from '../src/value/decimal.js';
import { flagOf } from '../src/value/flag.js';
import { instantText } from '../src/value/local-time.js';

describe('a decimal', () => {
  test.each([
    ['12', '12'],
    ['1,234.5', '1234.5'],
    ['1234567.00', '1234567'],
    ['－３．５', '-3.5'],
    ['−0.50', '-0.5'],
    ['+7', '7'],
    ['12%', '0.12'],
    ['0.5％', '0.005'],
    ['１，２３４', '1234'],
    ['　 42 ', '42'],
    ['-0', '0'],
    ['007', '7'],
    ['0.1', '0.1'],
    ['123456789012345678901234567890.123', '123456789012345678901234567890.123'],
  ])('written %s is exactly %s', (written, decimal) => expect(decimalOf(written)).toBe(decimal));

  test.each(['', '1,23', '1,2345', '1.2.3', '1.234,5', 'three', '1e3', '(12)', '12 %%', '0x1f', '.5', '5.', '١٢'])(
    'is not %j',
    (written) => expect(decimalOf(written)).toBeUndefined(),
  );

  test.each([
    ['1.1000000000000001', '1.1'],
    ['0.30000000000000004', '0.3'],
    ['1.4999999999999999', '1.5'],
    ['1E-3', '0.001'],
    ['1.5E+20', '150000000000000000000'],
    ['-2.5e2', '-250'],
    ['99999999999999995', '100000000000000000'],
    ['440301199001011234', '440301199001011000'],
  ])('of a sheet that writes %s is %s', (written, decimal) => expect(sheetDecimal(written)).toBe(decimal));

  test('of a sheet is what the sheet shows at fifteen digits, for every double of at most fifteen', () => {
    const short = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(9));
    fc.assert(
      fc.property(short, ([digits, places]) => {
        const text = plain(digits, places);
        // Seventeen digits are what a spreadsheet writes of a double.
        const written = Number(text).toPrecision(17).replace('e', 'E');
        expect(sheetDecimal(written)).toBe(decimalOf(text));
      }),
    );
  });

  test('becomes a JSON number only where that loses nothing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat(20), (digits, places) => {
        const decimal = decimalOf(plain(digits, places)) ?? '';
        const number = jsonNumber(decimal);
        expect(typeof number === 'string' ? number : sheetDecimal(String(number))).toBe(decimal);
      }),
    );
  });
});

describe('a date', () => {
  test.each([
    ['2026/4/29', '2026-04-29', undefined],
    ['2026-4-29', '2026-04-29', undefined],
    ['2026.4.29', '2026-04-29', undefined],
    ['2026年4月29日', '2026-04-29', undefined],
    ['２０２６年４月２９日', '2026-04-29', undefined],
    ['20260429', '2026-04-29', undefined],
    ['2026 / 4 / 29', '2026-04-29', undefined],
    ['2026/4/29 14:30', '2026-04-29', '14:30:00'],
    ['2026-04-29T14:30:05', '2026-04-29', '14:30:05'],
    ['2026年4月29日 下午2:30', '2026-04-29', '14:30:00'],
    ['2026年4月29日下午2点30分', '2026-04-29', '14:30:00'],
    ['2026年4月29日14时30分05秒', '2026-04-29', '14:30:05'],
    ['2026/4/29　１４：３０', '2026-04-29', '14:30:00'],
    ['2026-02-28 2:30 PM', '2026-02-28', '14:30:00'],
    ['2024/2/29', '2024-02-29', undefined],
    ['2026-04-29 14:30:05.25', '2026-04-29', '14:30:05.25'],
  ])('written %s is %s %s', (written, day, clock) =>
    expect(momentOf(written)).toEqual({ day, clock, offset: undefined }),
  );

  test('keeps the offset that it is written with', () => {
    expect(momentOf('2026-04-29T14:30:00+08:00')).toEqual({ day: '2026-04-29', clock: '14:30:00', offset: '+08:00' });
    expect(momentOf('2026-04-29T06:30:00z')).toEqual({ day: '2026-04-29', clock: '06:30:00', offset: 'Z' });
  });

  test.each([
    ['2026/13/1', 'day'],
    ['2026/2/29', 'day'],
    ['2026/4/31', 'day'],
    ['2026/4/0', 'day'],
    ['29/4/2026', 'order'],
    ['4/29/26', 'order'],
    ['46141', 'serial'],
    ['46141.604166', 'serial'],
    ['yesterday', 'shape'],
    ['2026年4月', 'shape'],
    ['26年4月29日', 'shape'],
    ['2026/4/29 25:00', 'clock'],
    ['2026/4/29 24:00', 'clock'],
    ['2026/4/29 14:3', 'clock'],
    ['2026/4/29 下午', 'clock'],
    ['2026/4/29 soon', 'clock'],
  ])('written %s is refused: %s', (written, fault) => expect(momentOf(written)).toBe(fault));

  test('of every day reads back from every way of writing it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [year = 0, month = 0, of = 0] = day.split('-').map(Number);
          for (const text of [`${year}/${month}/${of}`, `${year}.${month}.${of}`, `${year}年${month}月${of}日`, day])
            expect(momentOf(text)).toEqual({ day, clock: undefined, offset: undefined });
        },
      ),
    );
  });
});

test.each([
  ['9:05', '09:05:00'],
  ['上午12:30', '00:30:00'],
  ['下午12:30', '12:30:00'],
  ['中午12:30', '12:30:00'],
  ['晚上8:00', '20:00:00'],
  ['下午14:30', '14:30:00'],
  ['凌晨1点', '01:00:00'],
  ['12:00 am', '00:00:00'],
  ['晚上12:00', undefined],
  ['上午13:00', undefined],
  ['24:00', undefined],
  ['9', undefined],
  ['9:60', undefined],
  ['下午2:30 PM', undefined],
])('the time of day %s is %s', (written, clock) => expect(clockOf(written)).toBe(clock));

test.each([
  ['46141', false, '2026-04-29'],
  ['46141.6041666667', false, '2026-04-29 14:30:00'],
  ['46141.60422453704', false, '2026-04-29 14:30:05'],
  ['44679', true, '2026-04-29'],
  ['1', false, '1900-01-01'],
  ['59', false, '1900-02-28'],
  ['61', false, '1900-03-01'],
  ['0.604166666666667', false, '14:30:00'],
  ['0', true, '1904-01-01'],
])('the day number %s (from 1904: %s) is %s', (serial, from1904, text) =>
  expect(serialDate(serial, from1904)).toBe(text),
);

test('29 February 1900, which spreadsheets believe in, is no day', () => {
  expect(serialDate('60', false)).toBeUndefined();
});

test.each([
  ['是', true],
  ['√', true],
  ['YES', true],
  ['１', true],
  ['否', false],
  ['no', false],
  ['maybe', undefined],
])('%s means %s', (written, flag) => expect(flagOf(written)).toBe(flag));

test('the name of a column and its number are two ways to say the same', () => {
  expect([1, 26, 27, 702, 703, 16_384].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), (n) => columnNumber(columnName(n)) === n));
});

test('a local time that the clocks skipped, or showed twice, is no instant', () => {
  const from = (text: string): number => Date.parse(text);
  const berlin = {
    name: 'Europe/Berlin',
    offsets: [
      { from: Number.NEGATIVE_INFINITY, minutes: 60 },
      { from: from('2026-03-29T01:00:00Z'), minutes: 120 },
      { from: from('2026-10-25T01:00:00Z'), minutes: 60 },
    ],
  };
  expect(instantText(berlin, '2026-03-29', '02:30:00')).toEqual({ fault: 'skipped' });
  expect(instantText(berlin, '2026-10-25', '02:30:00')).toEqual({ fault: 'twice' });
  expect(instantText(berlin, '2026-07-01', '12:00:00')).toBe('2026-07-01T12:00:00+02:00');
  expect(instantText(berlin, '2026-12-01', '12:00:00')).toBe('2026-12-01T12:00:00+01:00');
});

function plain(digits: bigint | number, places: number): string {
  const negative = digits < 0 ? '-' : '';
  const text = String(digits)
    .replace('-', '')
    .padStart(places + 1, '0');
  return places === 0 ? negative + text : `${negative}${text.slice(0, -places)}.${text.slice(-places)}`;
}
