// Days are texts "YYYY-MM-DD" in the scheme's own zone; text order is the order of days.

export const YEAR = 2026;
export const CUT_OFF = '2026-12-31';

const pad = (value: number): string => String(value).padStart(2, '0');

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

export const daysFrom = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000;

/** The same day of the month some months later, clamped to the month's end. */
export function addMonths(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const lastOfMonth = new Date(Date.UTC(year, (months % 12) + 1, 0)).getUTCDate();
  return `${year}-${pad((months % 12) + 1)}-${pad(Math.min(Number(day.slice(8)), lastOfMonth))}`;
}

export const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);

export const quarterEnd = (quarter: number): string =>
  `${YEAR}-${['03-31', '06-30', '09-30', CUT_OFF.slice(5)][quarter - 1]}`;

export const later = (one: string, other: string): string => (one > other ? one : other);
