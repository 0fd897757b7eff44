/** Whole days since 1970-01-01. Flavoured, so that a day is never taken for an instant, while arithmetic needs no cast. */
export type Day = number & { readonly flavour?: 'day' };

/** Whole milliseconds since 1970-01-01T00:00:00Z, leap seconds uncounted. */
export type Instant = number & { readonly flavour?: 'instant' };

export const MS_PER_DAY = 86_400_000;
export const MS_PER_MINUTE = 60_000;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly dayOfMonth: number;
}

/** The day of a date of the proleptic Gregorian calendar; the date must exist. */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  // Years are counted from March, so that the leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The inverse of `dayFrom`. Source of both: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dateOf(day: Day): CivilDate {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

export function yearOf(day: Day): number {
  return dateOf(day).year;
}

/** 1 to 12. */
export function monthOf(day: Day): number {
  return dateOf(day).month;
}

export function dayOfMonth(day: Day): number {
  return dateOf(day).dayOfMonth;
}

/** 1 to 4. */
export function quarterOf(day: Day): number {
  return Math.ceil(monthOf(day) / 3);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The same day of the month, or the month's last day where it has no such day: 31 January and one month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const from = dateOf(day);
  const target = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12 + 1;
  return dayFrom(year, month, Math.min(from.dayOfMonth, daysInMonth(year, month)));
}

/** 29 February and one year is 28 February. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** The most months that added to `from` do not pass `to`; negative, by symmetry, where `to` is the earlier. */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return -monthsBetween(to, from) + 0;
  const a = dateOf(from);
  const b = dateOf(to);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(from, months) > to ? months - 1 : months;
}

/** Reads 'YYYY-MM-DD'; undefined where the text has another shape or the date does not exist. */
export function parseDay(text: string): Day | undefined {
  const parts = DATE.exec(text);
  return parts === null ? undefined : existingDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** 'YYYY-MM-DD'; a year outside 0000 to 9999 is written with a sign and six digits. */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = dateOf(day);
  return `${formatYear(year)}-${two(month)}-${two(dayOfMonth)}`;
}

/** The day of a date, undefined where the date does not exist. */
export function existingDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayFrom(year, month, dayOfMonth);
}

const DAYS_PER_ERA = 146_097;
const EPOCH_SHIFT = 719_468;
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
