import { formatDay, formatInstant } from '../model/calendar.js';
import type { Value, ValueType } from '../model/expr.js';
import type { Json } from '../model/json.js';
import { type Num, printNum } from '../model/num.js';
import type { Shown } from '../model/outcome.js';

/** A value as outcomes show it: numbers as decimal text, dates and instants in ISO form, unknown as null. */
export function show(value: Value, type: ValueType): Shown {
  if (value === undefined) return null;
  switch (type) {
    case 'number':
      return printNum(value as Num);
    case 'date':
      return formatDay(value as number);
    case 'instant':
      return formatInstant(value as number);
    case 'flag':
      return value === true;
    case 'text':
      return String(value);
  }
}

/** A value as event data hold it: integers as JSON numbers, everything else as shown. */
export function showJson(value: Value, type: ValueType): Json {
  return type === 'number' && typeof value === 'number' && Math.abs(value) < 1e15 ? value : show(value, type);
}
