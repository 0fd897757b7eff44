import type { Bilingual, Problem } from '../model/problem.js';

export type Facts = Problem['facts'];

export interface Sentences {
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

export type Said = readonly [en: string, zh: string];

export const INSTANT = '2026-12-31T23:59:59+08:00';

export const INSTANT_FAULTS: Readonly<Record<string, Bilingual>> = {
  'no-offset': { en: 'has no offset from UTC', zh: '缺少时区偏移' },
  malformed: { en: 'is no RFC 3339 timestamp', zh: '不是 RFC 3339 时间' },
  'too-fine': { en: 'is finer than a millisecond', zh: '精度超过毫秒' },
  'out-of-range': { en: 'no calendar or clock shows', zh: '在日历或钟表上不存在' },
};

export const REMEDIES: Readonly<Record<string, Said>> = {
  id: ['Give the event an id that is unique within its source.', '请给出在其来源内唯一的 id。'],
  source: ['Name who reports, such as "/school/class-7".', '请写明上报者，例如 "/school/class-7"。'],
  type: ['Name a type of the vocabulary, such as "homework.missed".', '请写词汇表中的类型，例如 "homework.missed"。'],
  time: [`Say when it happened, like ${INSTANT}.`, `请写明发生时间，形如 ${INSTANT}。`],
};

const KINDS: Readonly<Record<string, Bilingual>> = {
  number: { en: 'a number, or a decimal text such as "12.5"', zh: '数字，或 "12.5" 这样的十进制文本' },
  text: { en: 'a text', zh: '文本' },
  choice: { en: 'a text', zh: '文本' },
  flag: { en: 'true or false', zh: 'true 或 false' },
  date: { en: 'a date of the calendar like "2026-12-31"', zh: '日历上的日期，形如 "2026-12-31"' },
  instant: { en: `an instant like "${INSTANT}"`, zh: `时刻，形如 "${INSTANT}"` },
  texts: { en: 'a list of texts', zh: '文本列表' },
  numbers: { en: 'a list of numbers', zh: '数字列表' },
};

export function expected({ kind, choices }: Facts): Bilingual {
  if (kind === 'choice' && choices !== '') return { en: `one of ${choices}`, zh: ` ${choices} 之一` };
  return KINDS[`${kind}`] ?? { en: `${kind}`, zh: `${kind}` };
}

export function meant({ nearest }: Facts, otherwise: Said): Said {
  return nearest === undefined || nearest === ''
    ? otherwise
    : [`Did you mean ${nearest}? ${otherwise[0]}`, `是否应为 ${nearest}？${otherwise[1]}`];
}

export function about({ place, id }: Facts, [en, zh]: Said, fix: Said): Sentences {
  const name = id === '' ? '' : ` ${id}`;
  return said([`Event ${place}${name}: ${en}`, `第 ${place} 个事件${name}：${zh}`], fix);
}

export function said([en, zh]: Said, [fixEn, fixZh]: Said): Sentences {
  return { message: { en, zh }, fix: { en: fixEn, zh: fixZh } };
}
