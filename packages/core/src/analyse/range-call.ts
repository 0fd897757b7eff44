import type { FunctionName } from '../model/expr.js';
import { ceil, floor } from '../model/num.js';
import type { Span } from './number-set.js';
import { ANY, between, greater, hull, isNeverNegative, lesser, NOT_NEGATIVE, opposite } from './span.js';

/** Between which numbers the result of a function lies, from where its arguments lie. */
export function callRange(name: FunctionName, args: readonly Span[]): Span {
  const [first = ANY] = args;
  switch (name) {
    case 'min':
      return args.reduce(lesser, args[0] ?? ANY);
    case 'max':
      return args.reduce(greater, args[0] ?? ANY);
    case 'clamp':
      return lesser(greater(first, args[1] ?? ANY), args[2] ?? ANY);
    case 'abs':
      return isNeverNegative(first) ? first : greater(NOT_NEGATIVE, greater(first, opposite(first)));
    case 'floor':
    case 'ceil':
      return inWholes(first);
    case 'round':
      return args[1] === undefined || isNeverNegative(args[1]) ? inWholes(first) : ANY;
    case 'coalesce':
      return hull(args) ?? ANY;
    case 'sqrt':
    case 'exp':
      return NOT_NEGATIVE;
    case 'month':
      return between(1, 12);
    case 'day':
      return between(1, 31);
    case 'quarter':
      return between(1, 4);
    case 'weekday':
      return between(1, 7);
    case 'ln':
    case 'pow':
    case 'known':
    case 'year':
    case 'date':
    case 'addDays':
    case 'addMonths':
    case 'addYears':
    case 'days':
    case 'yearStart':
    case 'yearEnd':
    case 'quarterStart':
    case 'quarterEnd':
    case 'startOf':
    case 'endOf':
    case 'seconds':
    case 'text':
    case 'addWorkdays':
    case 'workdays':
    case 'isWorkday':
      return ANY;
  }
}

/** Rounding to any place behind the point stays between the whole numbers around. */
function inWholes({ low, high }: Span): Span {
  return between(low === undefined ? undefined : floor(low), high === undefined ? undefined : ceil(high));
}
