import { formatDay, formatInstant } from '../model/calendar.js';
import { type Expr, type Value, within } from '../model/expr.js';
import type { Json } from '../model/json.js';
import { add, mul, type Num, num, printNum, sub } from '../model/num.js';
import type { EditionModel, FieldModel } from '../model/rubric.js';
import type { NumberSet } from './number-set.js';
import type { Slot } from './slot.js';
import type { ValueSet } from './value-set.js';

/** For each event type and field, values worth trying: those that formulas compare it with, and their neighbours. */
export type Samples = ReadonlyMap<string, ReadonlyMap<string, readonly Json[]>>;

export function samplesOf(edition: EditionModel, slots: readonly Slot[]): Samples {
  const found = new Map<string, Map<string, Json[]>>();
  const note = (types: readonly string[], name: string, values: readonly Exclude<Value, undefined>[]): void => {
    for (const type of types) {
      const field = edition.events.get(type)?.fields.get(name);
      if (field === undefined || field.is !== undefined) continue;
      const fields = mapAt(found, type);
      const known = fields.get(name) ?? [];
      const more = values.flatMap((value) => jsonOf(value, field) ?? []);
      fields.set(name, [...new Set([...known, ...more])].slice(0, MOST));
    }
  };
  const all = [...edition.events.keys()];
  for (const { expr, types } of slots) {
    for (const part of within(expr))
      noteIn(part, edition, (name, values, isKey) => note(isKey ? all : types, name, values));
  }
  return found;
}

const MOST = 12;

function mapAt<T>(all: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = all.get(key) ?? new Map<string, T>();
  all.set(key, known);
  return known;
}

/** A key may come from any event that carries it. */
type Note = (name: string, values: readonly Exclude<Value, undefined>[], isKey?: boolean) => void;

function noteIn(part: Expr, edition: EditionModel, note: Note): void {
  if (part.kind === 'binary') {
    const { left, right } = part;
    if (left.kind === 'field' && right.kind === 'literal') note(left.name, around(right.value));
    if (right.kind === 'field' && left.kind === 'literal') note(right.name, around(left.value));
  } else if (part.kind === 'in' && part.of.kind === 'field' && !('field' in part.list)) {
    note(
      part.of.name,
      part.list.flatMap((item) => (item.kind === 'literal' ? around(item.value) : [])),
    );
  } else if (part.kind === 'table') {
    const rows = edition.tables.get(part.name)?.rows ?? [];
    part.args.forEach((arg, index) => {
      if (arg.kind === 'field' || arg.kind === 'key')
        note(
          arg.name,
          rows.flatMap(({ at }) => around(at[index])),
          arg.kind === 'key',
        );
    });
  }
}

function around(value: Value): readonly Exclude<Value, undefined>[] {
  if (value === undefined) return [];
  return typeof value === 'string' || typeof value === 'boolean' ? [value] : [value, sub(value, 1), add(value, 1)];
}

/** A value as event data writes it; undefined where it has no decimal. */
function jsonOf(value: Exclude<Value, undefined>, field: FieldModel): Json | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (field.type === 'date') return typeof value === 'number' ? formatDay(value) : undefined;
  if (field.type === 'instant') return typeof value === 'number' ? formatInstant(value) : undefined;
  return numeral(value);
}

function numeral(value: Num): Json | undefined {
  if (typeof value === 'number') return value;
  const text = printNum(value);
  return text.includes('/') ? undefined : text;
}

/** One value of a set, if it has one that data can hold. */
export function oneOf(set: ValueSet, field: FieldModel): Json | undefined {
  if (set.kind === 'line') {
    const value = inside(set.spans);
    return value === undefined ? undefined : jsonOf(value, field);
  }
  if (!set.but) {
    const [first] = set.names;
    return field.type === 'flag' ? first === 'true' : first;
  }
  return ['other', 'another', 'third'].find((name) => !set.names.has(name));
}

/** A bound where one is inside, else a number beside it. */
function inside(spans: NumberSet): Num | undefined {
  const [span] = spans;
  if (span === undefined) return undefined;
  const { low, high, lowOpen, highOpen } = span;
  if (low === undefined) return high === undefined ? 1 : highOpen ? sub(high, 1) : high;
  if (!lowOpen) return low;
  if (high === undefined) return add(low, 1);
  return highOpen ? half(low, high) : high;
}

const HALF = num(1n, 2n);

function half(low: Num, high: Num): Num {
  return mul(add(low, high), HALF);
}
