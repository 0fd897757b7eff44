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

/** What a value of the wrong kind is not, and what to write. */
const KINDS: Readonly<Record<string, { readonly isNot: Said; readonly write: Said }>> = {
  number: {
    isNot: ['no number', '不是数字'],
    write: ['a number, or a decimal text such as "12.5"', '数字，或 "12.5" 这样的小数文本'],
  },
  text: { isNot: ['no text', '不是文本'], write: ['a text in double quotes', '双引号中的文本'] },
  flag: { isNot: ['neither true nor false', '不是真假值'], write: ['true or false', ' true 或 false'] },
  date: {
    isNot: ['no date of the calendar', '不是日历上的日期'],
    write: ['a date like "2026-12-31"', ' "2026-12-31" 这样的日期'],
  },
  instant: {
    isNot: ['no instant with an offset', '不是带时区偏移的时刻'],
    write: [`an instant like "${INSTANT}"`, ` "${INSTANT}" 这样的时刻`],
  },
  texts: {
    isNot: ['no list', '不是列表'],
    write: ['a list of texts, such as ["a", "b"]', '文本列表，例如 ["a", "b"]'],
  },
  numbers: {
    isNot: ['no list', '不是列表'],
    write: ['a list of numbers, such as [1, "2.5"]', '数字列表，例如 [1, "2.5"]'],
  },
};

export function isNot({ kind }: Facts): Said {
  return KINDS[`${kind}`]?.isNot ?? ['not what it must be', '不符合要求'];
}

export function write({ kind, choices }: Facts): Said {
  if (choices !== undefined && choices !== '') return [`one of ${choices}`, ` ${choices} 之一`];
  return KINDS[`${kind}`]?.write ?? [`${kind}`, `${kind}`];
}

/** The bounds of a number. */
export function within({ min, max }: Facts): Said {
  if (min === undefined) return [`at most ${max}`, `不大于 ${max}`];
  return max === undefined
    ? [`at least ${min}`, `不小于 ${min}`]
    : [`from ${min} to ${max}`, `在 ${min} 至 ${max} 之间`];
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
