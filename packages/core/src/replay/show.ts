import { formatDay, formatInstant } from '../model/calendar.js';
import type { Value, ValueType } from '../model/expr.js';
import type { Json } from '../model/json.js';
import { type Num, printNum } from '../model/num.js';
import type { Shown } from '../model/outcome.js';
import type { Reader } from '../model/plan.js';

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

/** A period as outcomes show it: a number or a text. */
export function periodShown(value: Value): Shown {
  return show(value, typeof value === 'string' ? 'text' : 'number');
}

/** A key's value: a number where it is a safe integer, else text. */
export function keyShown(reader: Reader, key: number, id: number): string | number {
  const value = reader.keyValue(key, id);
  if (typeof value === 'number') return value;
  return show(value, typeof value === 'string' ? 'text' : 'number')?.toString() ?? '';
}
