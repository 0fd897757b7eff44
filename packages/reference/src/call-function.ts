import { CivilDate, dayOf, endOf, Moment, startOf } from './dates.js';
import { Fraction } from './fraction.js';
import type { EditionModel, Expr, Zone } from './model.js';
import { exponential, naturalLogarithm, power, squareRoot } from './powers.js';
import { compare, type Scalar, type Value } from './values.js';
import { addWorkdays, isWorkday, workdaysBetween } from './workdays.js';

export type FunctionName = Exclude<Extract<Expr, { kind: 'call' }>['name'], 'known' | 'coalesce'>;

/** A built-in function of known arguments; unknown outside its domain. */
export function callFunction(name: FunctionName, args: readonly Scalar[], edition: EditionModel): Value {
  const { zone } = edition;
  const [first, second, third] = args;
  if (name === 'min') return [...args].sort(compare)[0];
  if (name === 'max') return [...args].sort(compare).at(-1);
  if (name === 'clamp') return clamp(first, second, third);
  if (name === 'addWorkdays' || name === 'workdays' || name === 'isWorkday') return ofCalendar(name, args, edition);
  if (first instanceof CivilDate) return ofDate(name, first, second, zone);
  if (first instanceof Fraction) return ofNumber(name, first, second instanceof Fraction ? second : undefined);
  if (name === 'seconds') return secondsBetween(first, second);
  if (name !== 'date') return undefined;
  if (first instanceof Moment) return dayOf(zone, first.ms);
  return typeof first === 'string' ? CivilDate.parse(first) : undefined;
}

function secondsBetween(from: Scalar | undefined, to: Scalar | undefined): Value {
  if (!(from instanceof Moment) || !(to instanceof Moment)) return undefined;
  return new Fraction(BigInt(to.ms) - BigInt(from.ms), 1000n);
}

function ofCalendar(name: FunctionName, args: readonly Scalar[], { calendars }: EditionModel): Value {
  const [date, second] = args;
  const calendar = calendars.get(String(args.at(-1)));
  if (calendar === undefined) throw new RangeError(`no calendar ${String(args.at(-1))}`);
  if (!(date instanceof CivilDate)) return undefined;
  if (name === 'isWorkday') return isWorkday(calendar, date);
  if (second instanceof CivilDate) {
    const count = workdaysBetween(calendar, date, second);
    return count === undefined ? undefined : Fraction.whole(count);
  }
  const count = second instanceof Fraction ? second.asInteger() : undefined;
  return count === undefined ? undefined : addWorkdays(calendar, date, count);
}

function clamp(value: Scalar | undefined, low: Scalar | undefined, high: Scalar | undefined): Value {
  if (value === undefined || low === undefined || high === undefined) return undefined;
  const raised = compare(value, low) < 0 ? low : value;
  return compare(raised, high) > 0 ? high : raised;
}

function ofNumber(name: FunctionName, value: Fraction, second: Fraction | undefined): Value {
  switch (name) {
    case 'abs':
      return value.top < 0n ? value.negated() : value;
    case 'floor':
      return value.floor();
    case 'ceil':
      return value.round(0, 'ceil');
    case 'round': {
      const digits = second === undefined ? 0 : second.asInteger();
      return digits === undefined || Math.abs(digits) > 100 ? undefined : value.round(digits, 'half-up');
    }
    case 'sqrt':
      return squareRoot(value);
    case 'ln':
      return naturalLogarithm(value);
    case 'exp':
      return exponential(value);
    case 'pow':
      return second && power(value, second);
    case 'text':
      return value.toString();
    default:
      return ofYear(name, value.asInteger(), second?.asInteger());
  }
}

function ofYear(name: FunctionName, year: number | undefined, quarter: number | undefined): Value {
  if (year === undefined) return undefined;
  if (name === 'yearStart') return CivilDate.from(year, 1, 1);
  if (name === 'yearEnd') return CivilDate.from(year, 12, 31);
  if (quarter === undefined || quarter < 1 || quarter > 4) return undefined;
  if (name === 'quarterStart') return CivilDate.from(year, 3 * quarter - 2, 1);
  return name === 'quarterEnd' ? CivilDate.from(year, 3 * quarter + 1, 0) : undefined;
}

function ofDate(name: FunctionName, date: CivilDate, second: Scalar | undefined, zone: Zone): Value {
  switch (name) {
    case 'year':
    case 'month':
    case 'day':
    case 'quarter':
    case 'weekday':
      return Fraction.whole(date[name]);
    case 'date':
      return date;
    case 'days':
      return second instanceof CivilDate ? Fraction.whole(second.days - date.days) : undefined;
    case 'startOf':
      return startOf(zone, date);
    case 'endOf':
      return endOf(zone, date);
    default:
      return shifted(name, date, second instanceof Fraction ? second.asInteger() : undefined);
  }
}

function shifted(name: FunctionName, date: CivilDate, count: number | undefined): Value {
  if (count === undefined) return undefined;
  if (name === 'addDays') return date.plusDays(count);
  if (name === 'addMonths') return date.plusMonths(count);
  return name === 'addYears' ? date.plusMonths(12 * count) : undefined;
}
