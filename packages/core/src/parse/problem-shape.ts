import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';
import { nameEn, nameZh, typeEn, typeZh } from './words.js';

/** What is wrong with the JSON of a rubric, whatever it means. */
export interface ShapeFacts {
  readonly 'unknown-key': { key: string; nearest: string; allowed: string };
  readonly 'missing-key': { key: string };
  readonly 'wrong-type': { found: string; expected: string };
  readonly 'not-one-of': { found: string; allowed: string; nearest: string };
  readonly 'bad-name': { found: string; expected: string };
  readonly 'wrong-size': { found: number; expected: string; of: string };
  readonly 'duplicate-id': { id: string };
  readonly 'forbidden-key': { key: string };
  readonly 'bad-text': { found: string };
  readonly 'too-deep': { limit: number };
  readonly 'too-many': { what: string; found: number; limit: number };
  readonly 'number-too-long': { found: string };
  readonly 'not-a-number': { found: string };
  readonly 'bad-date': { found: string };
  readonly 'bad-instant': { found: string };
  readonly 'bad-offset': { found: string };
}

export const SHAPE_MESSAGES: Messages<ShapeFacts> = {
  'unknown-key': {
    en: ({ key, nearest, allowed }) => `${quoted(key)} is not known here.${meant(nearest)} Possible here: ${allowed}.`,
    zh: ({ key, nearest, allowed }) => `此处没有${quotedZh(key)}这一项。${meantZh(nearest)}可用的有：${allowed}。`,
  },
  'missing-key': {
    en: ({ key }) => `${quoted(key)} is missing here; it must be given.`,
    zh: ({ key }) => `此处缺少${quotedZh(key)}，必须填写。`,
  },
  'wrong-type': {
    en: ({ found, expected }) => `Here stands ${typeEn(found)}, but ${typeEn(expected)} is expected.`,
    zh: ({ found, expected }) => `此处写的是${typeZh(found)}，应为${typeZh(expected)}。`,
  },
  'not-one-of': {
    en: ({ found, allowed, nearest }) =>
      `${quoted(found)} is not possible here.${meant(nearest)} Possible: ${allowed}.`,
    zh: ({ found, allowed, nearest }) => `此处不能写${quotedZh(found)}。${meantZh(nearest)}可选：${allowed}。`,
  },
  'bad-name': {
    en: ({ found, expected }) => `${quoted(found)} cannot be a name here; use ${nameEn(expected)}.`,
    zh: ({ found, expected }) => `${quotedZh(found)}不能作此处的名称；名称应${nameZh(expected)}。`,
  },
  'wrong-size': {
    en: ({ found, expected, of }) =>
      of === 'number' || of === 'int'
        ? `The number is ${found}; it must be ${expected}.`
        : `The size is ${found}; it must be ${expected}.`,
    zh: ({ found, expected, of }) =>
      of === 'number' || of === 'int' ? `数值为 ${found}，应 ${expected}。` : `长度为 ${found}，应 ${expected}。`,
  },
  'duplicate-id': {
    en: ({ id }) => `${quoted(id)} is named twice; give each its own name, or remove one.`,
    zh: ({ id }) => `${quotedZh(id)}出现了两次；请改名或删去其一。`,
  },
  'forbidden-key': {
    en: ({ key }) =>
      `${quoted(key)} cannot be a key, because it has a meaning of its own in JavaScript; take another name.`,
    zh: ({ key }) => `${quotedZh(key)}在 JavaScript 中另有含义，不能作为键；请换一个名称。`,
  },
  'bad-text': {
    en: ({ found }) => `The text ${quoted(found.replace(SURROGATES, '?'))} holds half of a character; write it again.`,
    zh: ({ found }) => `文本${quotedZh(found.replace(SURROGATES, '?'))}中有残缺的字符，请重新输入。`,
  },
  'too-deep': {
    en: ({ limit }) => `This is nested deeper than ${limit} levels; make it flatter.`,
    zh: ({ limit }) => `此处嵌套超过 ${limit} 层，请减少层次。`,
  },
  'too-many': {
    en: ({ what, found, limit }) => `There are ${found} ${what}; at most ${limit} are read. Split the rubric.`,
    zh: ({ what, found, limit }) => `${COUNTED[what] ?? what} 有 ${found} 个，最多 ${limit} 个；请拆分方案。`,
  },
  'number-too-long': {
    en: ({ found }) =>
      `The number ${quoted(found)} has more than 15 digits, which JSON numbers may lose; write it as a text.`,
    zh: ({ found }) => `数字${quotedZh(found)}超过 15 位，JSON 数字可能丢失精度；请写成文本。`,
  },
  'not-a-number': {
    en: ({ found }) => `${quoted(found)} is no decimal number; write it like "12.5".`,
    zh: ({ found }) => `${quotedZh(found)}不是十进制数；请写成 "12.5" 的形式。`,
  },
  'bad-date': {
    en: ({ found }) => `${quoted(found)} is no date of the calendar; write it like "2026-07-01".`,
    zh: ({ found }) => `${quotedZh(found)}不是日历上的日期；请写成 "2026-07-01" 的形式。`,
  },
  'bad-instant': {
    en: ({ found }) => `${quoted(found)} is no instant; write it like "2026-07-01T00:00:00+08:00".`,
    zh: ({ found }) => `${quotedZh(found)}不是时刻；请写成 "2026-07-01T00:00:00+08:00" 的形式。`,
  },
  'bad-offset': {
    en: ({ found }) => `${quoted(found)} is no offset from UTC; write it like "+08:00".`,
    zh: ({ found }) => `${quotedZh(found)}不是时区偏移；请写成 "+08:00" 的形式。`,
  },
};

/** What `too-many` counts, where it is no word of the rubric. */
const COUNTED: Readonly<Record<string, string>> = {
  values: '值',
  editions: '版本',
  'event types': '事件类型',
  steps: '步骤',
  'rules and indicators of all editions': '各版本的规则和指标',
};

const SURROGATES = /\p{Surrogate}/gu;
