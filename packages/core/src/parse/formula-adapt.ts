import { parseDay, parseInstant } from '../model/calendar.js';
import type { Expr } from '../model/expr.js';
import { parseNum, printNum } from '../model/num.js';
import { type Check, choice, hole, type Typed } from './formula-typed.js';
import type { ValueType } from './formula-words.js';

/** Reads a literal as the type that is wanted beside it: a text as a date, `unknown` as anything. */
export function adapt(of: Typed, want: ValueType | undefined, check: Check, besideKey = false): Typed {
  const { expr } = of;
  if (want === undefined || of.type === want) return of;
  if (expr.kind === 'unknown') return { ...of, expr: { kind: 'unknown', type: want }, type: undefined };
  if (expr.kind === 'if') return adaptBranches(of, want, check, besideKey);
  if (expr.kind !== 'literal') return of;
  if (typeof expr.value === 'string' && want === 'date') return asDate(of, expr.value, check);
  if (typeof expr.value === 'string' && want === 'instant') return asInstant(of, expr.value, check);
  return besideKey ? asKey(of, want) : of;
}

/** Both operands with their common type, where a literal can take the type of the other. */
export function adaptEach(left: Typed, right: Typed, check: Check): readonly [Typed, Typed] {
  return [adapt(left, right.type, check, right.isKey), adapt(right, left.type, check, left.isKey)];
}

/** A literal beside a choice must be one of its texts. */
export function checkChoice(of: Typed, beside: Typed, check: Check): void {
  const { expr } = of;
  const choices = beside.choices;
  if (choices === undefined || expr.kind !== 'literal' || typeof expr.value !== 'string' || of.type !== 'text') return;
  if (choices.of.includes(expr.value)) return;
  check.say('choice-unknown', {
    ...of.at,
    value: expr.value,
    field: choices.field,
    allowed: choices.of.join(', '),
    nearest: check.near(expr.value, choices.of),
  });
}

function adaptBranches(of: Typed, want: ValueType, check: Check, besideKey: boolean): Typed {
  const { expr } = of;
  if (expr.kind !== 'if') return of;
  const branch = (inner: Expr): Typed =>
    adapt({ ...of, expr: inner, type: inner.kind === 'unknown' ? undefined : inner.type }, want, check, besideKey);
  const then = branch(expr.then);
  const other = branch(expr.else);
  if (then.type !== want && other.type !== want) return of;
  return { ...of, expr: choice(want, expr.when, then.expr, other.expr), type: want };
}

function asDate(of: Typed, text: string, check: Check): Typed {
  const value = parseDay(text);
  if (value !== undefined) return { ...of, expr: { kind: 'literal', type: 'date', value }, type: 'date' };
  check.say('literal-date', { ...of.at, found: text });
  return hole(of.at);
}

function asInstant(of: Typed, text: string, check: Check): Typed {
  const read = parseInstant(text);
  if ('instant' in read)
    return { ...of, expr: { kind: 'literal', type: 'instant', value: read.instant }, type: 'instant' };
  check.say('literal-instant', { ...of.at, found: text });
  return hole(of.at);
}

/** Beside a key, a numeral is the key's value, whichever way it is written. */
function asKey(of: Typed, want: ValueType): Typed {
  if (of.expr.kind !== 'literal') return of;
  const { value } = of.expr;
  if (want === 'text' && typeof value !== 'string' && typeof value !== 'boolean' && of.type === 'number') {
    return { ...of, expr: { kind: 'literal', type: 'text', value: printNum(value) }, type: 'text' };
  }
  const num = want === 'number' && typeof value === 'string' ? parseNum(value) : undefined;
  return num === undefined ? of : { ...of, expr: { kind: 'literal', type: 'number', value: num }, type: 'number' };
}
