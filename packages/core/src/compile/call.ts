import { addMonths, addYears, dayFrom, dayOfMonth, monthOf, quarterOf, weekdayOf, yearOf } from '../model/calendar.js';
import type { Expr, FunctionName, Value } from '../model/expr.js';
import type { Num } from '../model/num.js';
import * as num from '../model/num.js';
import type { Eval, Frame } from '../model/plan.js';
import { dayOfInstant, endOfDay, startOfDay } from '../model/zone.js';
import type { CompileContext } from './context.js';
import { compileWorkdays } from './workdays.js';

/** Compiles a call of a built-in function (SPEC §2). All but `known` and `coalesce` are unknown where an argument is. */
export function compileCall(
  name: FunctionName,
  args: readonly Eval[],
  exprs: readonly Expr[],
  context: CompileContext,
): Eval {
  if (name === 'known') return (frame) => args[0]?.(frame) !== undefined;
  if (name === 'coalesce') return compileCoalesce(args);
  if (name === 'date' && exprs[0]?.type !== 'instant') return args[0] ?? (() => undefined);
  const [first, second, third] = args;
  if (first !== undefined && second !== undefined && third === undefined && (name === 'min' || name === 'max')) {
    return compileExtreme(first, second, name === 'min' ? num.min : num.max);
  }
  const call = isOfCalendar(name) ? callOfCalendar(name, exprs, context) : FUNCTIONS[name];
  return (frame) => {
    const values: Exclude<Value, undefined>[] = [];
    for (const arg of args) {
      const value = arg(frame);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return call(values as Num[], frame);
  };
}

/** Most uses have two arguments, and caps are on the hot path. */
function compileExtreme(first: Eval, second: Eval, choose: (a: Num, b: Num) => Num): Eval {
  return (frame) => {
    const a = first(frame);
    const b = second(frame);
    return a === undefined || b === undefined ? undefined : choose(a as Num, b as Num);
  };
}

function compileCoalesce(args: readonly Eval[]): Eval {
  return (frame) => {
    for (const arg of args) {
      const value = arg(frame);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

type Call = (args: readonly Num[], frame: Frame) => Value;

const at = (args: readonly Num[], index: number): Num => {
  const value = args[index];
  if (value === undefined) throw new Error('a checked call lacks an argument');
  return value;
};
/** An argument that must be a whole number; unknown where it is not. */
const whole = (args: readonly Num[], index: number): number | undefined => {
  const value = at(args, index);
  return typeof value === 'number' ? value : undefined;
};
const FIRST_DAY = dayFrom(0, 1, 1);
const LAST_DAY = dayFrom(9999, 12, 31);
/** More days than there are between any two dates. */
const MOST = 4_000_000;
/** There are no dates outside the years 0 to 9999. */
const existing = (day: number): number | undefined => (day < FIRST_DAY || day > LAST_DAY ? undefined : day);
const onDay =
  (of: (day: number) => number): Call =>
  (args) =>
    of(at(args, 0) as number);
const shift =
  (of: (day: number, n: number) => number): Call =>
  (args) => {
    const n = whole(args, 1);
    return n === undefined || Math.abs(n) > MOST ? undefined : existing(of(at(args, 0) as number, n));
  };
const ofYear =
  (of: (year: number) => number | undefined): Call =>
  (args) => {
    const year = whole(args, 0);
    return year === undefined || year < 0 || year > 9999 ? undefined : of(year);
  };

type OfCalendar = 'addWorkdays' | 'workdays' | 'isWorkday';

function isOfCalendar(name: FunctionName): name is OfCalendar {
  return name === 'addWorkdays' || name === 'workdays' || name === 'isWorkday';
}

/** The last argument names the calendar, which is looked up once. */
function callOfCalendar(name: OfCalendar, exprs: readonly Expr[], { edition }: CompileContext): Call {
  const last = exprs.at(-1);
  const calendar = last?.kind === 'literal' ? edition.calendars.get(String(last.value)) : undefined;
  if (calendar === undefined) throw new Error(`a checked call of ${name} names no calendar`);
  const days = compileWorkdays(calendar);
  switch (name) {
    case 'addWorkdays':
      return (args) => {
        const n = whole(args, 1);
        return n === undefined ? undefined : days.add(at(args, 0) as number, n);
      };
    case 'workdays':
      return (args) => days.between(at(args, 0) as number, at(args, 1) as number);
    case 'isWorkday':
      return (args) => days.isWorkday(at(args, 0) as number);
  }
}

const FUNCTIONS: Record<Exclude<FunctionName, 'known' | 'coalesce' | OfCalendar>, Call> = {
  min: (args) => args.reduce((a, b) => num.min(a, b)),
  max: (args) => args.reduce((a, b) => num.max(a, b)),
  abs: (args) => num.abs(at(args, 0)),
  floor: (args) => num.floor(at(args, 0)),
  ceil: (args) => num.ceil(at(args, 0)),
  round: (args) => {
    const digits = args.length > 1 ? whole(args, 1) : 0;
    return digits === undefined || Math.abs(digits) > 100 ? undefined : num.round(at(args, 0), digits, 'half-up');
  },
  sqrt: (args) => num.sqrt(at(args, 0)),
  ln: (args) => num.ln(at(args, 0)),
  exp: (args) => num.exp(at(args, 0)),
  pow: (args) => num.pow(at(args, 0), at(args, 1)),
  clamp: (args) => num.max(at(args, 1), num.min(at(args, 0), at(args, 2))),
  year: onDay(yearOf),
  month: onDay(monthOf),
  day: onDay(dayOfMonth),
  quarter: onDay(quarterOf),
  weekday: onDay(weekdayOf),
  date: (args, frame) => dayOfInstant(frame.reader.zone, at(args, 0) as number),
  addDays: shift((day, n) => day + n),
  addMonths: shift(addMonths),
  addYears: shift(addYears),
  days: (args) => (at(args, 1) as number) - (at(args, 0) as number),
  yearStart: ofYear((year) => dayFrom(year, 1, 1)),
  yearEnd: ofYear((year) => dayFrom(year, 12, 31)),
  quarterStart: (args) => quarter(args, 0),
  quarterEnd: (args) => {
    const next = quarter(args, 1);
    return next === undefined ? undefined : next - 1;
  },
  startOf: (args, frame) => startOfDay(frame.reader.zone, at(args, 0) as number),
  endOf: (args, frame) => endOfDay(frame.reader.zone, at(args, 0) as number),
  seconds: (args) => num.div((at(args, 1) as number) - (at(args, 0) as number), 1000),
  text: (args) => num.printNum(at(args, 0)),
};

/** The first day of a quarter, or of the one `later` quarters on. */
function quarter(args: readonly Num[], later: number): number | undefined {
  const [year, which] = [whole(args, 0), whole(args, 1)];
  if (year === undefined || which === undefined || which < 1 || which > 4 || year < 0 || year > 9999) return undefined;
  return addMonths(dayFrom(year, 3 * which - 2, 1), 3 * later);
}
