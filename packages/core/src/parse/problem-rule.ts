import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';
import { typeEn, typeZh } from './words.js';

/** What is wrong with rules. */
export interface RuleFacts {
  readonly 'trigger-unknown': { name: string; nearest: string };
  readonly 'rule-without-basis': { name: string; effect: string };
  readonly 'rule-basis-advised': { name: string; effect: string };
  readonly 'rule-unknown': { name: string; nearest: string };
  readonly 'rule-other-trigger': { name: string; other: string; on: string };
  readonly 'rule-order-cycle': { cycle: string };
  readonly 'effect-at': { effect: string };
  readonly 'effect-for': { effect: string };
  readonly 'effect-on-standing': { effect: string; standing: string };
  readonly 'standing-for': Record<string, never>;
  readonly 'give-target': { name: string };
  readonly 'give-keys': { name: string; key: string; types: string };
  readonly 'limit-empty': { indicator: string };
  readonly 'limit-type': { name: string; found: string };
  readonly 'target-one': { found: number };
  readonly 'items-not-events': { name: string };
  readonly 'issue-computed': { type: string; name: string };
  readonly 'issue-list': { type: string; name: string };
  readonly 'each-list': { name: string; nearest: string };
  readonly 'issue-field-missing': { type: string; name: string; kind: string };
}

export const RULE_MESSAGES: Messages<RuleFacts> = {
  'trigger-unknown': {
    en: ({ name, nearest }) =>
      `${quoted(name)} is neither an event type nor a standing, so the rule would never be tried.${meant(nearest)}`,
    zh: ({ name, nearest }) => `${quotedZh(name)}既不是事件类型也不是排名，规则永远不会触发。${meantZh(nearest)}`,
  },
  'rule-without-basis': {
    en: ({ name, effect }) =>
      `Rule ${quoted(name)} has the effect "${effect}", which takes away what was earned; it must name its \`basis\`.`,
    zh: ({ name, effect }) => `规则${quotedZh(name)}的效果是 "${effect}"，会否定已有结果，必须写明依据 basis。`,
  },
  'rule-basis-advised': {
    severity: 'warning',
    en: ({ name }) => `Rule ${quoted(name)} names no \`basis\`; reasons shown to people will lack it.`,
    zh: ({ name }) => `规则${quotedZh(name)}没有写依据 basis；给人看的理由中会缺少它。`,
  },
  'rule-unknown': {
    en: ({ name, nearest }) => `There is no rule ${quoted(name)}.${meant(nearest)}`,
    zh: ({ name, nearest }) => `没有规则${quotedZh(name)}。${meantZh(nearest)}`,
  },
  'rule-other-trigger': {
    en: ({ name, other, on }) =>
      `${quoted(other)} is tried on ${on}, ${quoted(name)} is not; an exception must be on the same trigger.`,
    zh: ({ name, other, on }) =>
      `${quotedZh(other)}由 ${on} 触发，而${quotedZh(name)}不是；例外须与本规则同一触发事件。`,
  },
  'rule-order-cycle': {
    en: ({ cycle }) =>
      `These rules give way to each other in a circle: ${cycle}. Remove one \`unless\` or \`overrides\`.`,
    zh: ({ cycle }) => `这些规则互相让位，形成循环：${cycle}。请去掉一个 unless 或 overrides。`,
  },
  'effect-at': {
    en: ({ effect }) =>
      `Only \`issue\` and \`end\` can wait for a date; remove \`at\` from this "${effect}" rule, or put the date into a condition.`,
    zh: ({ effect }) => `只有 issue 和 end 可以等到某日；请删去此 "${effect}" 规则的 at，或把日期写入条件。`,
  },
  'effect-for': {
    en: ({ effect }) =>
      `A "${effect}" rule is not tried for each member of a cohort; remove \`for\`, or issue an event for each member.`,
    zh: ({ effect }) => `"${effect}" 规则不能对比较组的成员逐一判断；请删去 for，或先为每个成员签发事件。`,
  },
  'effect-on-standing': {
    en: ({ effect, standing }) =>
      `On the standing ${quoted(standing)} only a "consequence" can follow, not "${effect}": rows are computed last.`,
    zh: ({ effect, standing }) =>
      `排名${quotedZh(standing)}之后只能有 "consequence"，不能是 "${effect}"：排名是最后算出的。`,
  },
  'standing-for': {
    en: () => 'A rule on a standing is tried for each row already; remove `for`.',
    zh: () => '以排名触发的规则本就逐行判断；请删去 for。',
  },
  'give-target': {
    en: ({ name }) =>
      `${quoted(name)} takes no points from rules; make its \`of\` { "kind": "given" }, or give to another indicator.`,
    zh: ({ name }) => `${quotedZh(name)}不接受规则给分；请把它的 of 写成 { "kind": "given" }，或改给别的指标。`,
  },
  'give-keys': {
    en: ({ name, key, types }) =>
      `${quoted(name)} is a function of ${quoted(key)}, but the trigger (${types}) does not carry it, so the points would belong to every ${key}; add the field.`,
    zh: ({ name, key, types }) =>
      `${quotedZh(name)}随${quotedZh(key)}而定，而触发事件（${types}）不带它，分数会算到每一个${quotedZh(key)}上；请加上该字段。`,
  },
  'limit-empty': {
    en: ({ indicator }) => `A limit on ${quoted(indicator)} needs \`max\` or \`min\`.`,
    zh: ({ indicator }) => `对${quotedZh(indicator)}的限制须写 max 或 min。`,
  },
  'limit-type': {
    en: ({ name, found }) => `Only numbers can be limited, and ${quoted(name)} is ${typeEn(found)}.`,
    zh: ({ name, found }) => `只有数字可以限制，而${quotedZh(name)}是${typeZh(found)}。`,
  },
  'target-one': {
    en: ({ found }) =>
      `${found === 0 ? 'Neither `event` nor `items` is given' : 'Both `event` and `items` are given'}; say with one of them what the effect is on.`,
    zh: ({ found }) => `${found === 0 ? 'event 和 items 都没有写' : 'event 和 items 同时写了'}；请用其一说明作用对象。`,
  },
  'items-not-events': {
    en: ({ name }) =>
      `The members of ${quoted(name)} are no events; \`items\` names an indicator whose \`of\` is { "kind": "events" }.`,
    zh: ({ name }) => `${quotedZh(name)}的成员不是事件；items 应为 of 是 { "kind": "events" } 的指标。`,
  },
  'issue-computed': {
    en: ({ type, name }) => `${quoted(name)} of ${quoted(type)} is computed, so it cannot be set; remove it here.`,
    zh: ({ type, name }) => `${quotedZh(type)}的${quotedZh(name)}由公式算出，不能再设定；请删去。`,
  },
  'issue-list': {
    en: ({ type, name }) => `${quoted(name)} of ${quoted(type)} is a list, which no formula yields; leave it out.`,
    zh: ({ type, name }) => `${quotedZh(type)}的${quotedZh(name)}是列表，公式不能得出列表；请删去。`,
  },
  'each-list': {
    en: ({ name, nearest }) =>
      `${quoted(name)} is no list field of the trigger, so there is nothing to issue events for.${meant(nearest)} Texts are written as a list: ["${name.slice(0, 20)}"].`,
    zh: ({ name, nearest }) =>
      `${quotedZh(name)}不是触发事件的列表字段，无法逐项签发。${meantZh(nearest)}若为文本，请写成列表：["${name.slice(0, 20)}"]。`,
  },
  'issue-field-missing': {
    en: ({ type, name, kind }) =>
      `Events of type ${quoted(type)} need ${quoted(name)}${kind === 'key' ? ', which the trigger does not carry' : ''}; set it in \`fields\`, or make it optional.`,
    zh: ({ type, name, kind }) =>
      `${quotedZh(type)}类事件需要${quotedZh(name)}${kind === 'key' ? '，而触发事件不带它' : ''}；请在 fields 中设定，或改为可选。`,
  },
};
