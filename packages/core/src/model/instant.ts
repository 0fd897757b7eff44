import { type Day, existingDay, formatDay, type Instant, MS_PER_DAY, MS_PER_MINUTE } from './day.js';

/**
 * Why a text is no instant: it has no offset, another shape, digits below the millisecond,
 * or a field that no calendar or clock shows (30 February, 24:00, second 60).
 */
export type InstantFault = 'no-offset' | 'malformed' | 'too-fine' | 'out-of-range';

export type ParsedInstant = { readonly instant: Instant } | { readonly reason: InstantFault };

/** Reads an RFC 3339 timestamp with its offset. Zeros below the millisecond lose nothing and are allowed. */
export function parseInstant(text: string): ParsedInstant {
  const parts = TIMESTAMP.exec(text);
  if (parts === null) return { reason: 'malformed' };
  const [, year, month, dayOfMonth, hour, minute, second, fraction = '', offset] = parts;
  if (offset === undefined) return { reason: 'no-offset' };
  const day = existingDay(Number(year), Number(month), Number(dayOfMonth));
  const time = timeOfDay(Number(hour), Number(minute), Number(second));
  const minutes = parseOffset(offset);
  if (day === undefined || time === undefined || minutes === undefined) return { reason: 'out-of-range' };
  if (FINER.test(fraction)) return { reason: 'too-fine' };
  const instant = day * MS_PER_DAY + time + Number(fraction.slice(0, 3).padEnd(3, '0')) - minutes * MS_PER_MINUTE;
  return instant < FIRST || instant > LAST ? { reason: 'out-of-range' } : { instant };
}

/** In UTC, '2026-01-01T00:00:00Z'; milliseconds are written only where there are any. */
export function formatInstant(instant: Instant): string {
  const day: Day = Math.floor(instant / MS_PER_DAY);
  const ms = instant - day * MS_PER_DAY;
  const fraction = ms % 1000 === 0 ? '' : `.${padded(ms % 1000, 3)}`;
  const clock = [ms / 3_600_000, (ms / MS_PER_MINUTE) % 60, (ms / 1000) % 60].map((part) =>
    padded(Math.floor(part), 2),
  );
  return `${formatDay(day)}T${clock.join(':')}${fraction}Z`;
}

/** The minutes east of UTC of '+08:00', '-03:30' or 'Z'; undefined for any other text. */
export function parseOffset(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const parts = OFFSET.exec(text);
  if (parts === null) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === '-' ? 0 - minutes : minutes;
}

const TIMESTAMP =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?([Zz]|[+-][0-9]{2}:[0-9]{2})?$/;
const OFFSET = /^([+-])([01][0-9]|2[0-3]):([0-5][0-9])$/;
const FINER = /^[0-9]{3}[0-9]*[1-9]/;
const FIRST: Instant = -62_167_219_200_000;
const LAST: Instant = 253_402_300_799_999;

function timeOfDay(hour: number, minute: number, second: number): number | undefined {
  // A leap second has no instant of its own on this scale, so 60 is refused.
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (hour * 60 + minute) * MS_PER_MINUTE + second * 1000;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
