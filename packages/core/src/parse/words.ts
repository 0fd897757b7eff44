import type { NameKind } from './namespace.js';

type Words = Readonly<Record<string, readonly [en: string, zh: string]>>;

/** Types of values, JSON and slots, as sentences call them. */
const TYPES: Words = {
  number: ['a number', '数字'],
  int: ['a whole number', '整数'],
  text: ['a text', '文本'],
  string: ['a text', '文本'],
  flag: ['true or false', '真假值'],
  boolean: ['true or false', '真假值（true 或 false）'],
  date: ['a date', '日期'],
  instant: ['an instant', '时刻'],
  list: ['a list', '列表'],
  array: ['a list', '列表'],
  object: ['an object', '对象'],
  record: ['an object', '对象'],
  null: ['null', 'null'],
  undefined: ['nothing', '空'],
  json: ['a JSON value', 'JSON 值'],
  formula: ['a formula, a number, true or false', '公式、数字、true 或 false'],
  decimal: ['a number, or a decimal text such as "0.1"', '数字，或 "0.1" 这样的小数文本'],
  where: ['a formula or an object of plain tests', '公式，或由简单条件组成的对象'],
  'name-or-list': ['a name or a list of names', '一个名称或名称列表'],
  'formula-or-measure': ['a formula or a nested measure', '公式或嵌套的度量'],
  reduce: ['the name of a reduction, or a reduction with a `kind`', '归并方式的名称，或带 kind 的归并方式'],
  part: [
    'the name of an indicator, or an object with `indicator` and `weight`',
    '指标名称，或含 indicator 与 weight 的对象',
  ],
  unranked: ['an object with `where` and `label`, or a list of these', '含 where 与 label 的对象，或由它们组成的列表'],
  'map-step': ['a formula, a step with a `kind`, or a list of these', '公式、带 kind 的步骤，或由它们组成的列表'],
};

/** 'number|date' as 'a number or a date'. */
export function typeEn(types: string | number): string {
  return String(types)
    .split('|')
    .map((type) => pick(TYPES, type)?.[0] ?? type)
    .join(' or ');
}

export function typeZh(types: string | number): string {
  return String(types)
    .split('|')
    .map((type) => pick(TYPES, type)?.[1] ?? type)
    .join('或');
}

const KINDS: Readonly<Record<NameKind | 'step', readonly [en: string, zh: string]>> = {
  key: ['a key', '维度'],
  field: ['a field', '字段'],
  indicator: ['an indicator', '指标'],
  standing: ['a standing', '排名'],
  table: ['a table', '表'],
  define: ['a defined formula', '自定义公式'],
  passed: ['a passed value', '传入值'],
  step: ['a step', '步骤'],
};

export function kindEn(kind: string): string {
  return pick(KINDS, kind)?.[0] ?? kind;
}

export function kindZh(kind: string): string {
  return pick(KINDS, kind)?.[1] ?? kind;
}

const NAMES: Words = {
  identifier: [
    'letters, digits and _, not beginning with a digit, at most 64',
    '由字母、数字和下划线组成，不以数字开头，最多 64 个字符',
  ],
  label: ['letters, digits, ".", "_" and "-", at most 128', '由文字、数字、“.”“_”“-”组成，最多 128 个字符'],
  column: ['a name, or a name with ">=" behind it', '名称，或名称后加 ">="'],
};

export function nameEn(rule: string): string {
  return pick(NAMES, rule)?.[0] ?? rule;
}

export function nameZh(rule: string): string {
  return pick(NAMES, rule)?.[1] ?? rule;
}

function pick(words: Words, word: string): readonly [en: string, zh: string] | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
