import { folded } from './fold.js';

/** A day and, where it was written, a time of day: `2026-04-29`, `14:30:05`. */
export interface Moment {
  readonly day: string;
  readonly clock: string | undefined;
  /** The offset from UTC, where the text has one. */
  readonly offset: string | undefined;
}

export type DateFault = 'shape' | 'day' | 'clock' | 'serial' | 'order';

/** Reads a date as staff write it: 2026/4/29, 2026-4-29, 2026.4.29, 2026年4月29日, 20260429; with a time behind it or not. */
export function momentOf(written: string): Moment | DateFault {
  const text = folded(written);
  const parts = DATE.exec(text) ?? COMPACT.exec(text);
  if (parts === null) return SERIAL.test(text) ? 'serial' : OTHER_ORDER.test(text) ? 'order' : 'shape';
  const [, year = '', month = '', date = '', rest = ''] = parts;
  const day = [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-');
  if (!exists(Number(year), Number(month), Number(date))) return 'day';
  const behind = rest.replace(/^T|^ +/i, '');
  if (behind === '') return { day, clock: undefined, offset: undefined };
  const [, time = '', offset] = OFFSET.exec(behind) ?? [];
  const clock = clockOf(time);
  if (clock === undefined) return 'clock';
  return { day, clock, offset: offset?.toUpperCase() };
}

/** Reads a time of day: 14:30, 14:30:05, 2:30 PM, 下午2:30, 14时30分; undefined for what is none, and for 24:00. */
export function clockOf(written: string): string | undefined {
  const text = folded(written);
  const parts = CLOCK.exec(text);
  if (parts === null || UNFINISHED.test(text)) return undefined;
  const [, before, hour = '', minute = '0', second = '0', fraction = '', after] = parts;
  if (before !== undefined && after !== undefined) return undefined;
  const hours = hourOf(Number(hour), (before ?? after)?.toUpperCase());
  if (hours === undefined || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${two(hours)}:${two(Number(minute))}:${two(Number(second))}${fraction === '' ? '' : `.${fraction}`}`;
}

const DATE = /^([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2})(?: ?日|(?![0-9]))((?:T| ?)(?:[^ ].*)?)$/i;
const COMPACT = /^([0-9]{4})([0-9]{2})([0-9]{2})((?:[T ].*)?)$/i;
const SERIAL = /^[1-9][0-9]{4}(?:\.[0-9]+)?$/;
const OTHER_ORDER = /^[0-9]{1,2} ?[-/.] ?[0-9]{1,2} ?[-/.] ?[0-9]{2,4}(?:[^0-9]|$)/;
const OFFSET = /^(.*?) ?(Z|[+-][0-9]{2}:[0-9]{2})?$/i;
const CLOCK =
  /^(上午|下午|中午|晚上|凌晨|早上|AM|PM)? ?([0-9]{1,2})[:时点](?:([0-9]{1,2})(?:[:分](?:([0-9]{1,2})(?:\.([0-9]{1,3}))?秒?)?)?)? ?(AM|PM)?$/i;

/** A colon with nothing, or with one digit, behind it. */
const UNFINISHED = /:(?:[0-9]?(?![0-9]))/;

/** The twelve-hour clock as the other; undefined where no clock shows it, or where it would be a guess. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (hour > 23) return undefined;
  switch (half) {
    case undefined:
      return hour;
    case '上午':
    case '早上':
    case '凌晨':
    case 'AM':
      return hour > 12 ? undefined : hour % 12;
    case '中午':
      return hour >= 11 && hour <= 13 ? hour : hour === 1 ? 13 : undefined;
    case '晚上':
      return hour === 12 ? undefined : hour < 12 ? hour + 12 : hour;
    default:
      return hour > 12 ? hour : (hour % 12) + 12;
  }
}

function exists(year: number, month: number, date: number): boolean {
  if (year < 1 || month < 1 || month > 12 || date < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date <= days;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
