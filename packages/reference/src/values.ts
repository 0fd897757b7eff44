import { CivilDate, Moment } from './dates.js';
import { Fraction } from './fraction.js';
import type { Num, ValueType } from './model.js';

export type Scalar = Fraction | string | boolean | CivilDate | Moment;

/** A value, or the items of a list field; `undefined` is unknown. */
export type Value = Scalar | readonly Scalar[] | undefined;

/** Values of keys by name: a binding. */
export type Keys = ReadonlyMap<string, Value>;

/** A value of the parsed model, which tells days and instants from numbers by their type alone. */
export function fromModel(type: ValueType, value: Num | string | boolean): Scalar {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (type === 'date' && typeof value === 'number') return new CivilDate(value);
  if (type === 'instant' && typeof value === 'number') return new Moment(value);
  return Fraction.fromModel(value);
}

export function isList(value: Value): value is readonly Scalar[] {
  return Array.isArray(value);
}

/** Whether two known values are one; values of different types never are. */
export function same(a: Scalar, b: Scalar): boolean {
  return kindOf(a) === kindOf(b) && compare(a, b) === 0;
}

/** Numbers, dates and instants by size, texts by code point, false before true. */
export function compare(a: Scalar, b: Scalar): number {
  if (a instanceof Fraction && b instanceof Fraction) return a.compare(b);
  if (a instanceof CivilDate && b instanceof CivilDate) return a.days - b.days;
  if (a instanceof Moment && b instanceof Moment) return a.ms - b.ms;
  if (typeof a === 'string' && typeof b === 'string') return byCodePoint(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  throw new TypeError(`cannot compare a ${kindOf(a)} with a ${kindOf(b)}`);
}

/** The distinct values in value order. */
export function distinct(values: readonly Scalar[]): Scalar[] {
  return values.filter((value, at) => values.findIndex((other) => same(other, value)) === at).sort(compare);
}

export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]].map((text) => text.map((sign) => sign.codePointAt(0) ?? 0));
  for (const [at, sign] of (left ?? []).entries()) {
    const other = right?.[at];
    if (other === undefined) return 1;
    if (sign !== other) return sign - other;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}

/** A value as an outcome shows it. */
export function shown(value: Value): string | boolean | null {
  if (value === undefined) return null;
  if (isList(value)) return JSON.stringify(value.map(shown));
  return typeof value === 'boolean' ? value : String(value);
}

/** A key as an outcome shows it: whole numbers as JSON numbers. */
function shownKey(value: Value): string | number {
  const text = String(shown(value));
  return value instanceof Fraction ? (value.asInteger() ?? text) : text;
}

export function shownKeys(keys: Keys): { [name: string]: string | number } {
  return Object.fromEntries([...keys].map(([name, value]) => [name, shownKey(value)]));
}

/** A text that two bindings share exactly when they are equal. */
export function identityOf(keys: Keys): string {
  const parts = [...keys].map(([name, value]) => [name, isList(value) ? 'list' : kindOf(value), shown(value)]);
  return JSON.stringify(parts.sort((a, b) => byCodePoint(String(a[0]), String(b[0]))));
}

function kindOf(value: Scalar | undefined): string {
  if (value instanceof Fraction) return 'number';
  if (value instanceof CivilDate) return 'date';
  if (value instanceof Moment) return 'instant';
  return typeof value;
}
