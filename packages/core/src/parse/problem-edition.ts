import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';
import { kindEn, kindZh } from './words.js';

/** What is wrong with editions, and with names that the whole edition shares. */
export interface EditionFacts {
  readonly 'no-documents': Record<string, never>;
  readonly 'edition-twice': { edition: string };
  readonly 'edition-id': { found: string; expected: string };
  readonly 'edition-parent': { parent: string; nearest: string };
  readonly 'edition-parent-cycle': { cycle: string };
  readonly 'edition-same-day': { edition: string; other: string };
  readonly 'edition-differs': { what: string; edition: string; first: string; found: string; expected: string };
  readonly 'semantics-unknown': { found: number; known: string };
  readonly 'zone-order': { place: number };
  readonly 'name-clash': { name: string; kind: string; other: string; proposal: string };
  readonly 'name-reserved': { name: string; kind: string; proposal: string };
  readonly 'key-unknown': { name: string; nearest: string };
  readonly 'late-carry-text': { key: string };
  readonly 'late-key-reads': { policy: string; key: string; type: string; read: string };
  readonly cycle: { cycle: string };
  readonly 'define-recursion': { cycle: string };
}

export const EDITION_MESSAGES: Messages<EditionFacts> = {
  'no-documents': {
    en: () => 'The list of editions is empty; write at least one rubric in it.',
    zh: () => '版本列表为空，至少应有一个方案。',
  },
  'edition-twice': {
    en: ({ edition }) => `Edition ${quoted(edition)} is written twice; give each its own number.`,
    zh: ({ edition }) => `版本${quotedZh(edition)}写了两次；请用不同的版本号。`,
  },
  'edition-id': {
    en: ({ found, expected }) =>
      `This edition is of ${quoted(found)}, but the file is of ${quoted(expected)}; keep one id, or use another file.`,
    zh: ({ found, expected }) =>
      `此版本属于${quotedZh(found)}，而本文件属于${quotedZh(expected)}；请统一 id 或分开存放。`,
  },
  'edition-parent': {
    en: ({ parent, nearest }) => `There is no edition ${quoted(parent)} in this file to build on.${meant(nearest)}`,
    zh: ({ parent, nearest }) => `本文件中没有可作为基础的版本${quotedZh(parent)}。${meantZh(nearest)}`,
  },
  'edition-parent-cycle': {
    en: ({ cycle }) => `These editions build on each other in a circle: ${cycle}. One of them must stand alone.`,
    zh: ({ cycle }) => `这些版本互为基础，形成循环：${cycle}。其中一个应独立成文。`,
  },
  'edition-same-day': {
    en: ({ edition, other }) =>
      `Editions ${quoted(edition)} and ${quoted(other)} take effect on the same day; only one can be in force.`,
    zh: ({ edition, other }) => `版本${quotedZh(edition)}与${quotedZh(other)}同日生效；同一天只能有一个版本生效。`,
  },
  'edition-differs': {
    en: ({ what, edition, first, found, expected }) =>
      `${what} is ${givenEn(found)} in edition ${quoted(edition)} and ${givenEn(expected)} in ${quoted(first)}; it must be the same in all editions, because the events of all are joined by it.`,
    zh: ({ what, edition, first, found, expected }) =>
      `${what} 在版本${quotedZh(edition)}中${givenZh(found)}，在${quotedZh(first)}中${givenZh(expected)}；各版本的事件靠它关联，必须一致。`,
  },
  'semantics-unknown': {
    en: ({ found, known }) =>
      `Semantics ${found} is not known to this version of the package, which knows ${known}; take a later version, or name one of these.`,
    zh: ({ found, known }) => `此版本的软件包没有编号 ${found} 的语义，只有 ${known}；请改用更新的版本，或写其中之一。`,
  },
  'zone-order': {
    en: ({ place }) => `Offset ${place} does not begin after the one before it; order them by \`from\`.`,
    zh: ({ place }) => `第 ${place} 个偏移的起始不晚于前一个；请按 from 排序。`,
  },
  'name-clash': {
    en: ({ name, kind, other, proposal }) =>
      `${quoted(name)} is ${kindEn(kind)} here and ${kindEn(other)} elsewhere; a formula could not tell them apart. Call one of them ${quoted(proposal)}.`,
    zh: ({ name, kind, other, proposal }) =>
      `${quotedZh(name)}在此处是${kindZh(kind)}，在别处是${kindZh(other)}，公式无法区分。可将其一改名为${quotedZh(proposal)}。`,
  },
  'name-reserved': {
    en: ({ name, kind, proposal }) =>
      `${quoted(name)} is a word of the formula language, so ${kindEn(kind)} cannot have it. Call it ${quoted(proposal)}.`,
    zh: ({ name, kind, proposal }) =>
      `${quotedZh(name)}是公式语言的词，不能作${kindZh(kind)}的名称。可改名为${quotedZh(proposal)}。`,
  },
  'key-unknown': {
    en: ({ name, nearest }) =>
      `${quoted(name)} is no key of this rubric.${meant(nearest)} Keys are declared in \`keys\`.`,
    zh: ({ name, nearest }) => `方案中没有维度${quotedZh(name)}。${meantZh(nearest)}维度在 keys 中声明。`,
  },
  'late-carry-text': {
    en: ({ key }) =>
      `${quoted(key)} is a key of texts, which have no next one to carry a late event to; make the key a number, or write "restate" or "ignore".`,
    zh: ({ key }) =>
      `维度${quotedZh(key)}的值是文本，没有“下一个”可供迟到事件结转；请将该维度改为数字，或改用 restate 或 ignore。`,
  },
  'late-key-reads': {
    en: ({ policy, key, type, read }) =>
      `With "${policy}", whether an event of type ${quoted(type)} is late must hang on itself alone, but this reads ${quoted(read)}, and so other events; compute ${quoted(key)} from its own fields, or write "restate".`,
    zh: ({ policy, key, type, read }) =>
      `late 为 "${policy}" 时，${quotedZh(type)}类事件是否迟到只能由其自身决定，而此处读取了${quotedZh(read)}，牵涉其他事件；请只用该事件自身的字段算出${quotedZh(key)}，或改用 restate。`,
  },
  cycle: {
    en: ({ cycle }) =>
      `These need each other to be computed: ${cycle}. Break the circle, or read one of them at an earlier key such as (period - 1).`,
    zh: ({ cycle }) => `这些值互相依赖，无法计算：${cycle}。请断开循环，或改读较早的一期，如 (period - 1)。`,
  },
  'define-recursion': {
    en: ({ cycle }) => `Defined formulas may not use themselves: ${cycle}.`,
    zh: ({ cycle }) => `自定义公式不能用到自己：${cycle}。`,
  },
};

function givenEn(value: string): string {
  return value === '' ? 'absent' : quoted(value);
}

function givenZh(value: string): string {
  return value === '' ? '没有写' : `为${quotedZh(value)}`;
}
