import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';

interface At {
  piece: string;
  column: number;
}

/** What is wrong in the text of a formula, or with what it names. */
export interface FormulaFacts {
  readonly 'formula-syntax': At;
  readonly 'formula-too-long': At;
  readonly 'formula-too-deep': At;
  readonly 'formula-too-big': At;
  readonly 'formula-construct': At;
  readonly 'formula-number': At;
  readonly 'name-unknown': At & { name: string; nearest: string };
  readonly 'name-not-common': At & { name: string; type: string };
  readonly 'name-later': At & { name: string };
  readonly 'name-out-of-scope': At & { name: string };
  readonly 'item-outside': At & { name: string };
  readonly 'key-unbound-name': At & { name: string };
  readonly 'outer-unknown': At & { name: string; nearest: string; available: string };
  readonly 'table-alone': At & { name: string; by: string };
  readonly 'standing-alone': At & { name: string };
  readonly 'function-alone': At & { name: string };
  readonly 'function-unknown': At & { name: string; nearest: string };
  readonly 'standing-unknown': At & { name: string; part: string; nearest: string };
  readonly 'standing-part': At & { standing: string; part: string; available: string; nearest: string };
  readonly 'standing-arguments': At & { standing: string; part: string };
  readonly 'read-not-allowed': At & { name: string };
  readonly 'unbound-passed': At & { indicator: string; name: string };
  readonly 'unbound-key': At & { indicator: string; key: string; bound: string };
}

export const FORMULA_MESSAGES: Messages<FormulaFacts> = {
  'formula-syntax': {
    en: ({ piece, column }) =>
      piece === ''
        ? `The formula ends too early, behind column ${column - 1}; close every bracket and quote, and end with a value.`
        : `The formula cannot be read from ${quoted(piece)} on (column ${column}); check brackets, quotes and signs (equal is ==, and is &&, or is ||, if is a ? b : c).`,
    zh: ({ piece, column }) =>
      piece === ''
        ? `公式到第 ${column - 1} 列就结束了，并不完整；请补全括号、引号和末尾的值。`
        : `公式从第 ${column} 列的${quotedZh(piece)}起无法读懂；请检查括号、引号和运算符（相等写 ==，并且写 &&，或者写 ||，如果写 a ? b : c）。`,
  },
  'formula-too-long': {
    en: () => 'The formula is longer than 2000 characters; split it with `define` or further indicators.',
    zh: () => '公式超过 2000 个字符；请用 define 或更多指标拆分。',
  },
  'formula-too-deep': {
    en: ({ column }) =>
      `The formula is nested deeper than 40 levels (column ${column}); split it with further indicators.`,
    zh: ({ column }) => `公式嵌套超过 40 层（第 ${column} 列）；请用更多指标拆分。`,
  },
  'formula-too-big': {
    en: () => `The formula has more than 500 parts; split it with further indicators.`,
    zh: () => `公式的组成部分超过 500 个；请用更多指标拆分。`,
  },
  'formula-construct': {
    en: ({ piece, column }) =>
      `${quoted(piece)} (column ${column}) is not part of the formula language; use names, name(args), operators and literals.`,
    zh: ({ piece, column }) =>
      `${quotedZh(piece)}（第 ${column} 列）不属于公式语言；请用名称、名称(参数)、运算符和字面值。`,
  },
  'formula-number': {
    en: ({ piece, column }) =>
      `${quoted(piece)} (column ${column}) is no decimal number; write it like 12.5. Dates are written date('2026-07-01').`,
    zh: ({ piece, column }) =>
      `${quotedZh(piece)}（第 ${column} 列）不是十进制数；请写成 12.5 的形式。日期写成 date('2026-07-01')。`,
  },
  'name-unknown': {
    en: ({ name, nearest, column }) =>
      `There is no ${quoted(name)} here (column ${column}).${meant(nearest)} A text is written in quotes: '${name.slice(0, 20)}'.`,
    zh: ({ name, nearest, column }) =>
      `此处没有${quotedZh(name)}（第 ${column} 列）。${meantZh(nearest)}文本要加引号：'${name.slice(0, 20)}'。`,
  },
  'name-not-common': {
    en: ({ name, type, column }) =>
      `${quoted(name)} (column ${column}) is not a field of every event type read here: ${quoted(type)} lacks it or has it as another kind.`,
    zh: ({ name, type, column }) =>
      `${quotedZh(name)}（第 ${column} 列）并非此处各类事件共有的字段：${quotedZh(type)}没有它，或种类不同。`,
  },
  'name-later': {
    en: ({ name, column }) =>
      `${quoted(name)} (column ${column}) is computed, and an older form is read before any field is; write its formula out.`,
    zh: ({ name, column }) =>
      `${quotedZh(name)}（第 ${column} 列）由公式算出，而旧格式在计算字段之前读取；请直接写出其公式。`,
  },
  'name-out-of-scope': {
    en: ({ name, column }) =>
      `${quoted(name)} (column ${column}) means nothing here, because there is no event or value that it could be of.`,
    zh: ({ name, column }) => `此处没有可对应的事件或值，${quotedZh(name)}（第 ${column} 列）无意义。`,
  },
  'item-outside': {
    en: ({ name, column }) =>
      `${quoted(name)} (column ${column}) means something only in the \`fields\` of an \`issue\` with \`each\`; add \`each\`, or use another name.`,
    zh: ({ name, column }) =>
      `${quotedZh(name)}（第 ${column} 列）只在写有 each 的 issue 的 fields 中有意义；请写上 each，或改用其他名称。`,
  },
  'key-unbound-name': {
    en: ({ name, column }) =>
      `The key ${quoted(name)} (column ${column}) has no value here; add it to \`per\`, or read it from an event that carries it.`,
    zh: ({ name, column }) =>
      `维度${quotedZh(name)}（第 ${column} 列）在此处没有取值；请把它加入 per，或从带有它的事件读取。`,
  },
  'outer-unknown': {
    en: ({ name, nearest, available, column }) =>
      `outer.${name} (column ${column}): the scope around has no key ${quoted(name)}.${meant(nearest)} It has: ${available || 'none'}.`,
    zh: ({ name, nearest, available, column }) =>
      `outer.${name}（第 ${column} 列）：外层没有维度${quotedZh(name)}。${meantZh(nearest)}外层有：${available || '无'}。`,
  },
  'table-alone': {
    en: ({ name, by, column }) =>
      `${quoted(name)} (column ${column}) is a table; look it up with its columns: ${name}(${by}).`,
    zh: ({ name, by, column }) => `${quotedZh(name)}（第 ${column} 列）是表，要带参数查用：${name}(${by})。`,
  },
  'standing-alone': {
    en: ({ name, column }) =>
      `${quoted(name)} (column ${column}) is a standing; read ${name}.rank, ${name}.band or ${name}.size.`,
    zh: ({ name, column }) =>
      `${quotedZh(name)}（第 ${column} 列）是排名；请读 ${name}.rank、${name}.band 或 ${name}.size。`,
  },
  'function-alone': {
    en: ({ name, column }) => `${quoted(name)} (column ${column}) is a function; give it arguments: ${name}(…).`,
    zh: ({ name, column }) => `${quotedZh(name)}（第 ${column} 列）是函数，要带参数：${name}(…)。`,
  },
  'function-unknown': {
    en: ({ name, nearest, column }) =>
      `There is no function, table or indicator ${quoted(name)} (column ${column}).${meant(nearest)}`,
    zh: ({ name, nearest, column }) =>
      `没有名为${quotedZh(name)}的函数、表或指标（第 ${column} 列）。${meantZh(nearest)}`,
  },
  'standing-unknown': {
    en: ({ name, part, nearest, column }) =>
      `${quoted(`${name}.${part}`)} (column ${column}): there is no standing ${quoted(name)}.${meant(nearest)}`,
    zh: ({ name, part, nearest, column }) =>
      `${quotedZh(`${name}.${part}`)}（第 ${column} 列）：没有排名${quotedZh(name)}。${meantZh(nearest)}`,
  },
  'standing-part': {
    en: ({ standing, part, column, available, nearest }) =>
      `The standing ${quoted(standing)} has ${available}, not ${quoted(part)} (column ${column}).${meant(nearest)} Write ${standing}.rank.`,
    zh: ({ standing, part, column, available, nearest }) =>
      `排名${quotedZh(standing)}有 ${available}，没有${quotedZh(part)}（第 ${column} 列）。${meantZh(nearest)}可写 ${standing}.rank。`,
  },
  'standing-arguments': {
    en: ({ standing, part, piece, column }) =>
      `${quoted(piece)} (column ${column}): a standing takes no arguments. Write an indicator with \`"is": "${standing}.${part}"\` and read that at an earlier key.`,
    zh: ({ standing, part, piece, column }) =>
      `${quotedZh(piece)}（第 ${column} 列）：排名不带参数。请写一个 "is": "${standing}.${part}" 的指标，再读它较早的一期。`,
  },
  'read-not-allowed': {
    en: ({ name, column }) =>
      `${quoted(name)} (column ${column}) cannot be read here; only keys, tables and functions can.`,
    zh: ({ name, column }) => `此处不能读${quotedZh(name)}（第 ${column} 列），只能用维度、表和函数。`,
  },
  'unbound-passed': {
    en: ({ indicator, name, column }) =>
      `${quoted(indicator)} (column ${column}) is passed ${quoted(name)} by \`with\`, but nothing here is called so. Read it where a field, a key or a passed value has that name; an indicator can take it from its own reader by \`with\`, too.`,
    zh: ({ indicator, name, column }) =>
      `${quotedZh(indicator)}（第 ${column} 列）的 with 要传入${quotedZh(name)}，而此处没有这个名称。请在有同名字段、维度或传入值之处读取；指标也可用 with 由其读取者传入。`,
  },
  'unbound-key': {
    en: ({ indicator, key, bound, column }) =>
      `${quoted(indicator)} (column ${column}) is a function of ${quoted(key)}, which has no value here (bound: ${bound || 'none'}). Add the key to \`per\` or to the event, give it as an argument, or let an \`each\` run over it.`,
    zh: ({ indicator, key, bound, column }) =>
      `${quotedZh(indicator)}（第 ${column} 列）随维度${quotedZh(key)}而定，而此处没有其取值（已有：${bound || '无'}）。请把它加入 per 或事件，作为参数给出，或用 each 遍历它。`,
  },
};
