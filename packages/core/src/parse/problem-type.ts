import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';
import { typeEn, typeZh } from './words.js';

interface At {
  piece: string;
  column: number;
}

/** What is wrong with the types of a formula's parts. */
export interface TypeFacts {
  readonly 'operand-type': At & { operator: string; side: string; found: string; expected: string };
  readonly 'operands-differ': At & { operator: string; left: string; right: string };
  readonly 'units-differ': At & { left: string; right: string };
  readonly 'result-type': At & { found: string; expected: string };
  readonly 'argument-count': At & { name: string; found: number; expected: string; params: string };
  readonly 'argument-type': At & { name: string; index: number; param: string; found: string; expected: string };
  readonly 'passed-type': At & { name: string; param: string; found: string; expected: string };
  readonly 'literal-date': At & { found: string };
  readonly 'literal-instant': At & { found: string };
  readonly 'seconds-of-now': At;
  readonly 'choice-unknown': At & { value: string; field: string; allowed: string; nearest: string };
  readonly 'list-as-value': At & { name: string };
  readonly 'list-alone': At;
  readonly 'in-list': At;
}

const SIDES: Readonly<Record<string, readonly [string, string]>> = {
  left: ['on the left', '左边'],
  right: ['on the right', '右边'],
  condition: ['before the ?', '问号前'],
};

export const TYPE_MESSAGES: Messages<TypeFacts> = {
  'operand-type': {
    en: ({ operator, side, found, expected, piece, column }) =>
      `${operator} takes ${typeEn(expected)} ${SIDES[side]?.[0] ?? side}, but ${quoted(piece)} (column ${column}) is ${typeEn(found)}.${dateHint(found, operator)}`,
    zh: ({ operator, side, found, expected, piece, column }) =>
      `${operator} 的${SIDES[side]?.[1] ?? side}应为${typeZh(expected)}，而${quotedZh(piece)}（第 ${column} 列）是${typeZh(found)}。${dateHintZh(found, operator)}`,
  },
  'operands-differ': {
    en: ({ operator, left, right, piece, column }) =>
      `${quoted(piece)} (column ${column}): ${operator} has ${typeEn(left)} on one side and ${typeEn(right)} on the other; both must be of one type.`,
    zh: ({ operator, left, right, piece, column }) =>
      `${quotedZh(piece)}（第 ${column} 列）：${operator} 一边是${typeZh(left)}，另一边是${typeZh(right)}；两边类型应一致。`,
  },
  'units-differ': {
    severity: 'warning',
    en: ({ left, right, piece, column }) =>
      `${quoted(piece)} (column ${column}) puts ${quoted(left)} and ${quoted(right)} together; check that the units are meant.`,
    zh: ({ left, right, piece, column }) =>
      `${quotedZh(piece)}（第 ${column} 列）把${quotedZh(left)}与${quotedZh(right)}放在一起；请确认单位。`,
  },
  'result-type': {
    en: ({ found, expected, piece, column }) =>
      `Here ${typeEn(expected)} is needed, but ${quoted(piece)} (column ${column}) is ${typeEn(found)}.${resultHint(expected)}`,
    zh: ({ found, expected, piece, column }) =>
      `此处需要${typeZh(expected)}，而${quotedZh(piece)}（第 ${column} 列）是${typeZh(found)}。${resultHintZh(expected)}`,
  },
  'argument-count': {
    en: ({ name, found, expected, params, column }) =>
      `${name} (column ${column}) takes ${expected} ${expected === '1' ? 'argument' : 'arguments'}${params === '' ? '' : ` (${params})`}, but has ${found}.`,
    zh: ({ name, found, expected, params, column }) =>
      `${name}（第 ${column} 列）应有 ${expected} 个参数${params === '' ? '' : `（${params}）`}，而写了 ${found} 个。`,
  },
  'argument-type': {
    en: ({ name, index, param, found, expected, piece, column }) =>
      `Argument ${index}${param === '' ? '' : ` (${param})`} of ${name} must be ${typeEn(expected)}, but ${quoted(piece)} (column ${column}) is ${typeEn(found)}.${instantHint(found, expected)}`,
    zh: ({ name, index, param, found, expected, piece, column }) =>
      `${name} 的第 ${index} 个参数${param === '' ? '' : `（${param}）`}应为${typeZh(expected)}，而${quotedZh(piece)}（第 ${column} 列）是${typeZh(found)}。${instantHintZh(found, expected)}`,
  },
  'passed-type': {
    en: ({ name, param, found, expected, column }) =>
      `${quoted(param)} is ${typeEn(found)} where it is passed to ${name} here (column ${column}), but ${typeEn(expected)} where it is passed elsewhere in the rubric. Give one of the two another name.`,
    zh: ({ name, param, found, expected, column }) =>
      `${quotedZh(param)}在此处传给 ${name}（第 ${column} 列）时是${typeZh(found)}，而在方案的别处传入时是${typeZh(expected)}。请给其中之一另取一名。`,
  },
  'literal-date': {
    en: ({ found, column }) =>
      `${quoted(found)} (column ${column}) stands for a date, but is none of the calendar; write it like '2026-07-01'.`,
    zh: ({ found, column }) =>
      `${quotedZh(found)}（第 ${column} 列）应为日期，但日历上没有；请写成 '2026-07-01' 的形式。`,
  },
  'seconds-of-now': {
    en: ({ column }) =>
      `seconds (column ${column}) cannot count up to now: outcomes would change at every moment, and no calendar could say when; count from day to day with days(…, today), or compare instants.`,
    zh: ({ column }) =>
      `seconds（第 ${column} 列）不能计到 now：否则结果时刻在变，日历无从预告；请用 days(…, today) 按日计算，或直接比较时刻。`,
  },
  'literal-instant': {
    en: ({ found, column }) =>
      `${quoted(found)} (column ${column}) stands for an instant; write it like '2026-07-01T00:00:00+08:00', or compare days with date(…).`,
    zh: ({ found, column }) =>
      `${quotedZh(found)}（第 ${column} 列）应为时刻；请写成 '2026-07-01T00:00:00+08:00' 的形式，或用 date(…) 按日比较。`,
  },
  'choice-unknown': {
    en: ({ value, field, allowed, nearest }) =>
      `${quoted(value)} is no value of ${quoted(field)}.${meant(nearest)} It has: ${allowed}.`,
    zh: ({ value, field, allowed, nearest }) =>
      `${quotedZh(field)}没有${quotedZh(value)}这个取值。${meantZh(nearest)}可取：${allowed}。`,
  },
  'list-as-value': {
    en: ({ name, column }) =>
      `${quoted(name)} (column ${column}) is a list; it can stand behind \`in\`, or be the \`list\` of an \`each\`.`,
    zh: ({ name, column }) => `${quotedZh(name)}（第 ${column} 列）是列表，只能写在 in 之后，或作 each 的 list。`,
  },
  'list-alone': {
    en: ({ piece, column }) => `The list ${quoted(piece)} (column ${column}) can only stand behind \`in\`.`,
    zh: ({ piece, column }) => `列表${quotedZh(piece)}（第 ${column} 列）只能写在 in 之后。`,
  },
  'in-list': {
    en: ({ piece, column }) =>
      `Behind \`in\` stands a list of literals or a list field, not ${quoted(piece)} (column ${column}).`,
    zh: ({ piece, column }) => `in 之后应是字面值列表或列表字段，而不是${quotedZh(piece)}（第 ${column} 列）。`,
  },
};

function dateHint(found: string, operator: string): string {
  if (found !== 'date' || (operator !== '+' && operator !== '-')) return '';
  return ' Dates are moved with addDays(date, n) and compared with days(a, b).';
}

function dateHintZh(found: string, operator: string): string {
  return dateHint(found, operator) === '' ? '' : '日期的推移用 addDays(日期, n)，相差天数用 days(a, b)。';
}

function resultHint(expected: string): string {
  return expected.includes('date')
    ? " A date is written date('2026-07-01')."
    : expected === 'text'
      ? " A text is written in quotes: 'late'."
      : '';
}

function resultHintZh(expected: string): string {
  return expected.includes('date')
    ? "日期写成 date('2026-07-01')。"
    : expected === 'text'
      ? "文本要加引号，如 'late'。"
      : '';
}

function instantHint(found: string, expected: string): string {
  return found === 'instant' && expected === 'date' ? ' The day of an instant is date(…).' : '';
}

function instantHintZh(found: string, expected: string): string {
  return found === 'instant' && expected === 'date' ? '时刻所在的日期是 date(…)。' : '';
}
