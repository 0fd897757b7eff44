import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';
import { typeEn, typeZh } from './words.js';

/** What is wrong with standings. */
export interface StandingFacts {
  readonly 'key-one': { found: string };
  readonly 'key-part': { key: string; of: string };
  readonly 'key-twice': { name: string };
  readonly 'among-part': { key: string };
  readonly 'among-inside': Record<string, never>;
  readonly 'among-field': { name: string; type: string; nearest: string };
  readonly 'among-field-type': { name: string; type: string; found: string; expected: string };
  readonly 'items-formula': { name: string };
  readonly 'items-type': { name: string; found: string };
  readonly 'items-sort': { name: string };
  readonly 'band-total': { found: string };
  readonly 'award-unknown': { id: string; nearest: string };
  readonly 'award-later': { id: string; award: string };
  readonly 'award-read': { id: string; award: string };
  readonly 'then-edge': { edge: string };
  readonly 'next-key-then': Record<string, never>;
}

export const STANDING_MESSAGES: Messages<StandingFacts> = {
  'key-one': {
    en: ({ found }) =>
      `A key is one of \`is\` (a value), \`items\` (a list) and, in the chain itself, \`among\` (a block)${found === '' ? '; here is none of them.' : `, but here stand ${found}; keep one.`}`,
    zh: ({ found }) =>
      `排序键只能是 is（一个值）、items（一列值）或直接写在排序键中的 among（一组键）之一${found === '' ? '；这里一个也没有。' : `，这里写了 ${found}；请留下一个。`}`,
  },
  'key-part': {
    en: ({ key, of }) => `\`${key}\` belongs to a key with \`${of}\`; remove it here.`,
    zh: ({ key, of }) => `${key} 属于带 ${of} 的排序键；请从这里删去。`,
  },
  'key-twice': {
    en: ({ name }) => `Two keys of this chain are called ${quoted(name)}; give one of them another \`name\`.`,
    zh: ({ name }) => `排序键中有两个都叫${quotedZh(name)}；请用 name 给其中一个另取名称。`,
  },
  'among-part': {
    en: ({ key }) => `\`${key}\` belongs to a key of the block; write it inside \`by\`, not beside \`among\`.`,
    zh: ({ key }) => `${key} 属于该组中的某个键；请写在 by 里面，不要与 among 并列。`,
  },
  'among-inside': {
    en: () =>
      'A block with `among` stands in the chain of a standing or an award, not inside another list of keys; write plain keys here.',
    zh: () => 'among 只能直接写在排名或奖项的排序键中，不能套在另一组键里；此处请写普通的键。',
  },
  'among-field': {
    en: ({ name, type, nearest }) =>
      `Events of type ${quoted(type)} have no field ${quoted(name)} that could hold one of the tied.${meant(nearest)}`,
    zh: ({ name, type, nearest }) =>
      `${quotedZh(type)}类事件没有可存放并列者的字段${quotedZh(name)}。${meantZh(nearest)}`,
  },
  'among-field-type': {
    en: ({ name, type, found, expected }) =>
      `${quoted(name)} of ${quoted(type)} is ${typeEn(found)}; it is to hold a member, which is ${typeEn(expected)}, so it must be such a key or text.`,
    zh: ({ name, type, found, expected }) =>
      `${quotedZh(type)}的${quotedZh(name)}是${typeZh(found)}；它要存放的成员是${typeZh(expected)}，故须为这样的维度或文本。`,
  },
  'items-formula': {
    en: ({ name }) =>
      `${quoted(name)} is a formula and has no members to list; name an indicator with \`of\`, or compare its value with \`is\`.`,
    zh: ({ name }) => `${quotedZh(name)}是公式，没有可排成一列的成员；请写带 of 的指标，或用 is 比较其值。`,
  },
  'items-type': {
    en: ({ name, found }) =>
      `The members of ${quoted(name)} are worth ${typeEn(found)}; only lists of numbers are compared.`,
    zh: ({ name, found }) => `${quotedZh(name)}的成员的值是${typeZh(found)}；只能比较一列数字。`,
  },
  'items-sort': {
    en: ({ name }) =>
      `\`sort: key\` puts each member at the place of its key, but ${quoted(name)} has no \`each\` that gives its members one; use members, best or worst.`,
    zh: ({ name }) =>
      `sort 为 key 时，成员按各自维度的取值就位，而${quotedZh(name)}没有 each，成员没有维度；可用 members、best 或 worst。`,
  },
  'band-total': {
    en: ({ found }) => `\`from\` and \`below\` divide the total, which is ${typeEn(found)} here; use \`where\`.`,
    zh: ({ found }) => `from 与 below 按总分划分，而此处的 total 是${typeZh(found)}；请用 where。`,
  },
  'award-unknown': {
    en: ({ id, nearest }) => `This standing has no award ${quoted(id)}.${meant(nearest)}`,
    zh: ({ id, nearest }) => `此排名没有奖项${quotedZh(id)}。${meantZh(nearest)}`,
  },
  'award-later': {
    en: ({ id, award }) =>
      `${quoted(id)} is given after ${quoted(award)}, so it cannot exclude anyone from it; put it before.`,
    zh: ({ id, award }) => `${quotedZh(id)}在${quotedZh(award)}之后评定，无法排除；请把它移到前面。`,
  },
  'award-read': {
    en: ({ id, award }) =>
      `${quoted(award)} reads who got ${quoted(id)}, which is ${id === award ? 'the award itself' : 'given after it'}; an award may read those before it alone.`,
    zh: ({ id, award }) =>
      `${quotedZh(award)}读取谁得了${quotedZh(id)}，而后者${id === award ? '就是它自己' : '在它之后评定'}；奖项只能读取排在前面的奖项。`,
  },
  'then-edge': {
    en: ({ edge }) =>
      `\`then\` parts a tie on the edge of the quota only where \`edge\` is next-key; here it is ${quoted(edge)}. Change the edge, or remove \`then\`.`,
    zh: ({ edge }) =>
      `只有 edge 为 next-key 时，then 才用来区分名额边界上的并列者；这里是${quotedZh(edge)}。请改 edge，或删去 then。`,
  },
  'next-key-then': {
    en: () => 'The edge next-key needs `then`: the keys that part a tie which outnumbers the places left.',
    zh: () => 'edge 为 next-key 时，须用 then 写明以哪些键区分多于剩余名额的并列者。',
  },
};
