import type { ContextName, FunctionName, ValueType } from '../model/expr.js';

export type { ContextName, FunctionName, ValueType } from '../model/expr.js';
export type { FieldKind } from '../model/rubric.js';

/** The type of each context name; `it` and `item` have the type of what they stand for. */
export const CONTEXT_TYPES: Readonly<Record<ContextName, ValueType>> = {
  time: 'instant',
  effective: 'instant',
  recorded: 'instant',
  now: 'instant',
  today: 'date',
  id: 'text',
  source: 'text',
  subject: 'text',
  type: 'text',
  state: 'text',
  it: 'number',
  size: 'number',
  taken: 'number',
  tied: 'number',
  place: 'number',
  item: 'text',
  position: 'number',
};

/** Words only where they mean something: there they go before fields and keys, and elsewhere these may have such names. */
const LOCAL_WORDS: ReadonlySet<string> = new Set<ContextName>(['taken', 'tied', 'place', 'item', 'position']);

export function isLocalWord(name: string): boolean {
  return LOCAL_WORDS.has(name);
}

export function isContextName(name: string): name is ContextName {
  return Object.hasOwn(CONTEXT_TYPES, name);
}

/** What a parameter takes: one type, any type, the type of its neighbours, which must be one of those in the group, or a text that names a calendar. */
export type Param = ValueType | 'any' | 'same' | 'same-ordered' | 'calendar';

export interface Signature {
  readonly params: readonly Param[];
  /** Whether the last parameter may be repeated. */
  readonly open?: true;
  /** `same`: the type of the arguments. */
  readonly result: ValueType | 'same';
}

const NUMBER: Signature = { params: ['number'], result: 'number' };
const OF_DATE: Signature = { params: ['date'], result: 'number' };
const SHIFT: Signature = { params: ['date', 'number'], result: 'date' };

export const FUNCTIONS: Readonly<Record<FunctionName, Signature>> = {
  min: { params: ['same-ordered'], open: true, result: 'same' },
  max: { params: ['same-ordered'], open: true, result: 'same' },
  abs: NUMBER,
  floor: NUMBER,
  ceil: NUMBER,
  round: { params: ['number', 'number'], result: 'number' },
  sqrt: NUMBER,
  ln: NUMBER,
  exp: NUMBER,
  pow: { params: ['number', 'number'], result: 'number' },
  clamp: { params: ['same-ordered', 'same-ordered', 'same-ordered'], result: 'same' },
  known: { params: ['any'], result: 'flag' },
  coalesce: { params: ['same'], open: true, result: 'same' },
  year: OF_DATE,
  month: OF_DATE,
  day: OF_DATE,
  quarter: OF_DATE,
  weekday: OF_DATE,
  date: { params: ['instant'], result: 'date' },
  addDays: SHIFT,
  addMonths: SHIFT,
  addYears: SHIFT,
  days: { params: ['date', 'date'], result: 'number' },
  yearStart: { params: ['number'], result: 'date' },
  yearEnd: { params: ['number'], result: 'date' },
  quarterStart: { params: ['number', 'number'], result: 'date' },
  quarterEnd: { params: ['number', 'number'], result: 'date' },
  startOf: { params: ['date'], result: 'instant' },
  endOf: { params: ['date'], result: 'instant' },
  seconds: { params: ['instant', 'instant'], result: 'number' },
  text: { params: ['number'], result: 'text' },
  addWorkdays: { params: ['date', 'number', 'calendar'], result: 'date' },
  workdays: { params: ['date', 'date', 'calendar'], result: 'number' },
  isWorkday: { params: ['date', 'calendar'], result: 'flag' },
};

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

/** Names that nothing in a rubric may take: words of the formula language. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(FUNCTIONS),
  ...Object.keys(CONTEXT_TYPES).filter((name) => !LOCAL_WORDS.has(name)),
  ...['unknown', 'true', 'false', 'null', 'in', 'outer'],
  ...['as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package'],
  ...['namespace', 'return', 'var', 'void', 'while'],
]);
