import type { Zone } from './model.js';

/** A day of the calendar, counted from 1970-01-01. */
export class CivilDate {
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  /** Months and days beyond their range carry over, as the platform's calendar has it; only years 0 to 9999 exist. */
  static from(year: number, month: number, day: number): CivilDate | undefined {
    if (![year, month, day].every((part) => Number.isSafeInteger(part) && Math.abs(part) < 10_000_000))
      return undefined;
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    const made = new CivilDate(date.getTime() / MS_PER_DAY);
    return Number.isFinite(made.days) && made.year >= 0 && made.year <= 9999 ? made : undefined;
  }

  static parse(text: string): CivilDate | undefined {
    const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
    if (parts === null) return undefined;
    const made = CivilDate.from(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    return made?.toString() === text ? made : undefined;
  }

  get year(): number {
    return this.calendar().getUTCFullYear();
  }

  get month(): number {
    return this.calendar().getUTCMonth() + 1;
  }

  get day(): number {
    return this.calendar().getUTCDate();
  }

  get quarter(): number {
    return Math.ceil(this.month / 3);
  }

  /** 1 is Monday. */
  get weekday(): number {
    return this.calendar().getUTCDay() || 7;
  }

  plusDays(count: number): CivilDate | undefined {
    return CivilDate.from(this.year, this.month, this.day + count);
  }

  /** The same day of another month, or that month's last where it is shorter. */
  plusMonths(count: number): CivilDate | undefined {
    const first = CivilDate.from(this.year, this.month + count, 1);
    const last = CivilDate.from(this.year, this.month + count + 1, 0);
    if (first === undefined || last === undefined) return undefined;
    return CivilDate.from(first.year, first.month, Math.min(this.day, last.day));
  }

  toString(): string {
    return this.calendar().toISOString().slice(0, 10);
  }

  private calendar(): Date {
    return new Date(this.days * MS_PER_DAY);
  }
}

/** A point in time, in milliseconds since 1970. */
export class Moment {
  readonly ms: number;

  constructor(ms: number) {
    this.ms = ms;
  }

  static parse(text: string): Moment | undefined {
    if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:.]+([Zz]|[+-][0-9]{2}:[0-9]{2})$/.test(text)) return undefined;
    const ms = Date.parse(text.toUpperCase());
    return Number.isNaN(ms) ? undefined : new Moment(ms);
  }

  /** RFC 3339 in UTC, with milliseconds only where there are any. */
  toString(): string {
    return new Date(this.ms).toISOString().replace('.000Z', 'Z');
  }
}

/** The local day at a point in time. */
export function dayOf(zone: Zone, ms: number): CivilDate {
  const [first, ...later] = zone.offsets;
  const span = later.filter((offset) => offset.from <= ms).at(-1) ?? first;
  return new CivilDate(Math.floor((ms + (span?.minutes ?? 0) * MS_PER_MINUTE) / MS_PER_DAY));
}

/** The first point in time at which the local calendar shows this day or a later one. */
export function startOf(zone: Zone, date: CivilDate): Moment {
  const starts = zone.offsets.flatMap((offset, index) => {
    const midnight = date.days * MS_PER_DAY - offset.minutes * MS_PER_MINUTE;
    const start = index === 0 ? midnight : Math.max(midnight, offset.from);
    const next = zone.offsets[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    return start < next ? [start] : [];
  });
  return new Moment(Math.min(...starts));
}

export function endOf(zone: Zone, date: CivilDate): Moment {
  return new Moment(startOf(zone, new CivilDate(date.days + 1)).ms - 1);
}

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
