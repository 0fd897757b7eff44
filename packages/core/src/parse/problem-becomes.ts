import type { Messages } from './problem-message.js';
import { quoted, quotedZh } from './quote.js';

/** What is wrong with older forms of events. */
export interface BecomesFacts {
  readonly 'becomes-circle': { cycle: string };
  readonly 'becomes-engine': { type: string };
  readonly 'becomes-more': { type: string; key: string };
  readonly 'becomes-computed': { type: string; name: string };
  readonly 'becomes-list': { type: string; name: string };
  readonly 'becomes-missing': { type: string; becomes: string; name: string; kind: string };
  readonly 'becomes-kind': { type: string; becomes: string; name: string; found: string; expected: string };
  readonly 'becomes-choices': { type: string; name: string; lost: string; allowed: string };
  readonly 'type-older': { type: string; becomes: string };
}

export const BECOMES_MESSAGES: Messages<BecomesFacts> = {
  'becomes-circle': {
    en: ({ cycle }) => `These event types become each other: ${cycle}. Leave \`becomes\` out of the newest one.`,
    zh: ({ cycle }) => `这些事件类型互为旧格式：${cycle}。请从最新的一种中删去 becomes。`,
  },
  'becomes-engine': {
    en: ({ type }) => `${quoted(type)} is the engine's own and no older form of anything; remove \`becomes\`.`,
    zh: ({ type }) => `${quotedZh(type)}归引擎所有，不能是旧格式；请删去 becomes。`,
  },
  'becomes-more': {
    en: ({ type, key }) =>
      `${quoted(type)} is an older form, so \`${key}\` is said by the type that it becomes; remove it here.`,
    zh: ({ type, key }) => `${quotedZh(type)}是旧格式，${key} 由它所成为的类型决定；请从这里删去。`,
  },
  'becomes-computed': {
    en: ({ type, name }) =>
      `${quoted(name)} of ${quoted(type)} is computed there, so it cannot be made here; remove it.`,
    zh: ({ type, name }) => `${quotedZh(type)}的${quotedZh(name)}由公式算出，此处不能设定；请删去。`,
  },
  'becomes-list': {
    en: ({ type, name }) =>
      `${quoted(name)} of ${quoted(type)} is a list, which no formula yields; give the older field this name, so that it is taken over.`,
    zh: ({ type, name }) =>
      `${quotedZh(type)}的${quotedZh(name)}是列表，公式不能得出列表；请让旧字段与它同名，以便沿用。`,
  },
  'becomes-missing': {
    en: ({ type, becomes, name }) =>
      `${quoted(becomes)} needs ${quoted(name)}, which ${quoted(type)} does not always have; give a formula for it in \`data\`, or make it optional.`,
    zh: ({ type, becomes, name }) =>
      `${quotedZh(becomes)}需要${quotedZh(name)}，而${quotedZh(type)}不一定有；请在 data 中写出公式，或改为可选。`,
  },
  'becomes-kind': {
    en: ({ type, becomes, name, found, expected }) =>
      `${quoted(name)} is of kind "${found}" in ${quoted(type)} and of kind "${expected}" in ${quoted(becomes)}; give a formula for it in \`data\`.`,
    zh: ({ type, becomes, name, found, expected }) =>
      `${quotedZh(name)}在${quotedZh(type)}中的 kind 为 "${found}"，在${quotedZh(becomes)}中为 "${expected}"；请在 data 中写出公式。`,
  },
  'becomes-choices': {
    en: ({ type, name, lost, allowed }) =>
      `${quoted(name)} of ${quoted(type)} can be ${lost || 'any text'}, but the newer type has only: ${allowed}; give a formula for it in \`data\`.`,
    zh: ({ type, name, lost, allowed }) =>
      `${quotedZh(type)}的${quotedZh(name)}可为 ${lost || '任意文本'}，而新类型只有：${allowed}；请在 data 中写出公式。`,
  },
  'type-older': {
    en: ({ type, becomes }) =>
      `${quoted(type)} is an older form: its events are read as ${quoted(becomes)}, so there are none of it; name that type.`,
    zh: ({ type, becomes }) => `${quotedZh(type)}是旧格式，其事件按${quotedZh(becomes)}读取；此处请写后者。`,
  },
};
