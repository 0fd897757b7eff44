import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';
import { typeEn, typeZh } from './words.js';

/** What is wrong with event types, fields, tables and cohorts. */
export interface VocabularyFacts {
  readonly 'event-type-unknown': { type: string; nearest: string };
  readonly 'event-type-reserved': { type: string; allowed: string };
  readonly 'field-unknown': { type: string; name: string; nearest: string };
  readonly 'field-key': { name: string; nearest: string };
  readonly 'field-hides-key': { name: string; found: string };
  readonly 'field-list-computed': { name: string };
  readonly 'field-path-and-is': { name: string };
  readonly 'field-bounds': { name: string; min: string; max: string };
  readonly 'field-bounds-computed': { name: string };
  readonly 'field-bounds-text': { name: string };
  readonly 'field-of-number': { name: string; key: string };
  readonly 'field-of-computed': { name: string };
  readonly 'field-of-unregistered': { name: string; key: string };
  readonly 'field-path': { found: string };
  readonly 'card-field': { name: string; nearest: string };
  readonly 'table-row': { column: string; columns: number };
  readonly 'table-value': { columns: number };
  readonly 'table-cell': { found: string; column: string; expected: string };
  readonly 'cohort-unknown': { name: string; nearest: string };
  readonly 'cohort-key': { cohort: string; key: string; type: string };
}

export const VOCABULARY_MESSAGES: Messages<VocabularyFacts> = {
  'event-type-unknown': {
    en: ({ type, nearest }) => `The vocabulary has no event type ${quoted(type)}.${meant(nearest)}`,
    zh: ({ type, nearest }) => `词汇中没有事件类型${quotedZh(type)}。${meantZh(nearest)}`,
  },
  'event-type-reserved': {
    en: ({ type, allowed }) =>
      `${quoted(type)}: names that begin with "meritlog." are the engine's own; only these can be declared: ${allowed}.`,
    zh: ({ type, allowed }) => `${quotedZh(type)}：以 "meritlog." 开头的名称归引擎所有；可声明的只有：${allowed}。`,
  },
  'field-unknown': {
    en: ({ type, name, nearest }) => `Events of type ${quoted(type)} have no field ${quoted(name)}.${meant(nearest)}`,
    zh: ({ type, name, nearest }) => `${quotedZh(type)}类事件没有字段${quotedZh(name)}。${meantZh(nearest)}`,
  },
  'field-key': {
    en: ({ name, nearest }) =>
      `A field of kind "key" must be named after a key, and ${quoted(name)} is none.${meant(nearest)}`,
    zh: ({ name, nearest }) => `kind 为 "key" 的字段须与维度同名，而没有维度${quotedZh(name)}。${meantZh(nearest)}`,
  },
  'field-hides-key': {
    en: ({ name, found }) =>
      `${quoted(name)} is a key, but this field of that name is of kind "${found}"; make it "key", or rename it.`,
    zh: ({ name, found }) => `${quotedZh(name)}是维度，而此同名字段的 kind 为 "${found}"；请改为 "key" 或改名。`,
  },
  'field-list-computed': {
    en: ({ name }) => `A list cannot be computed; remove \`is\` from ${quoted(name)}.`,
    zh: ({ name }) => `列表不能由公式算出；请删去${quotedZh(name)}的 is。`,
  },
  'field-path-and-is': {
    en: ({ name }) => `${quoted(name)} is computed by \`is\`, so it has no \`path\`; keep one of them.`,
    zh: ({ name }) => `${quotedZh(name)}由 is 算出，就不读 path；请保留其一。`,
  },
  'field-bounds': {
    en: ({ name, min, max }) =>
      `No number is at least ${min} and at most ${max}; correct \`min\` or \`max\` of ${quoted(name)}.`,
    zh: ({ name, min, max }) => `没有不小于 ${min} 且不大于 ${max} 的数；请改正${quotedZh(name)}的 min 或 max。`,
  },
  'field-bounds-computed': {
    en: ({ name }) =>
      `${quoted(name)} is computed by \`is\`, but \`min\` and \`max\` check what is recorded; write clamp(…) in the formula instead.`,
    zh: ({ name }) => `${quotedZh(name)}由 is 算出，而 min 和 max 检查所记录的数；请改在公式中写 clamp(…)。`,
  },
  'field-bounds-text': {
    en: ({ name }) =>
      `The items of ${quoted(name)} are texts, which have no \`min\` and \`max\`; write "items": "number" or remove them.`,
    zh: ({ name }) => `${quotedZh(name)}的各项是文本，没有 min 和 max；请写 "items": "number" 或删去它们。`,
  },
  'field-of-number': {
    en: ({ name, key }) =>
      `\`of\` checks texts, but the items of ${quoted(name)} or the values of the key ${quoted(key)} are numbers; remove it.`,
    zh: ({ name, key }) => `of 检查文本，而${quotedZh(name)}的各项或维度${quotedZh(key)}的取值是数字；请删去 of。`,
  },
  'field-of-computed': {
    en: ({ name }) => `${quoted(name)} is computed by \`is\`, but \`of\` checks what is recorded; keep one of them.`,
    zh: ({ name }) => `${quotedZh(name)}由 is 算出，而 of 检查所记录的文本；请保留其一。`,
  },
  'field-of-unregistered': {
    en: ({ name, key }) =>
      `No event type registers values of the key ${quoted(key)}, so nothing that ${quoted(name)} names could be checked; write "registers": true at a type that records them, or remove \`of\`.`,
    zh: ({ name, key }) =>
      `没有事件类型登记维度${quotedZh(key)}的取值，${quotedZh(name)}所写的就无从检查；请在记录这些取值的类型处写 "registers": true，或删去 of。`,
  },
  'field-path': {
    en: ({ found }) => `${quoted(found)} is no plain path; write property names and indexes, like $.items[0].name.`,
    zh: ({ found }) => `${quotedZh(found)}不是简单路径；请只写属性名和下标，如 $.items[0].name。`,
  },
  'card-field': {
    en: ({ name, nearest }) =>
      `The colour of a card is read from a field of kind "choice" or "text", or from a key of texts; ${quoted(name)} is none.${meant(nearest)}`,
    zh: ({ name, nearest }) =>
      `牌的颜色取自 kind 为 "choice" 或 "text" 的字段，或取值为文本的维度，${quotedZh(name)}不是。${meantZh(nearest)}`,
  },
  'table-row': {
    en: ({ column, columns }) =>
      `The table has ${columns} columns, but this row ends before ${quoted(column)}; nest one more object.`,
    zh: ({ column, columns }) => `此表有 ${columns} 列，本行到${quotedZh(column)}之前就结束了；请再嵌套一层对象。`,
  },
  'table-value': {
    en: ({ columns }) => `The table has ${columns} columns, but this row goes deeper; put a number or a text here.`,
    zh: ({ columns }) => `此表有 ${columns} 列，本行嵌套过深；此处应为数字或文本。`,
  },
  'table-cell': {
    en: ({ found, column, expected }) =>
      `${quoted(found)} does not fit column ${quoted(column)}, which takes ${typeEn(expected)}.`,
    zh: ({ found, column, expected }) => `${quotedZh(found)}不适合列${quotedZh(column)}，该列应为${typeZh(expected)}。`,
  },
  'cohort-unknown': {
    en: ({ name, nearest }) =>
      `There is no cohort ${quoted(name)}.${meant(nearest)} Cohorts are declared in \`cohorts\`.`,
    zh: ({ name, nearest }) => `没有名为${quotedZh(name)}的比较组。${meantZh(nearest)}比较组在 cohorts 中声明。`,
  },
  'cohort-key': {
    en: ({ cohort, key, type }) =>
      `Cohort ${quoted(cohort)} needs ${quoted(key)}, but events of type ${quoted(type)} do not carry it; add the field, of kind "key".`,
    zh: ({ cohort, key, type }) =>
      `比较组${quotedZh(cohort)}需要${quotedZh(key)}，而${quotedZh(type)}类事件没有；请加上 kind 为 "key" 的该字段。`,
  },
};
