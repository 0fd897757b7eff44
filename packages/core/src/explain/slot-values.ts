import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import type { Bilingual } from '../model/problem.js';
import { ConditionWords } from './condition-words.js';
import { consumed, effectWords } from './effect-words.js';
import type { RubricNames } from './rubric-names.js';
import type { Slot } from './slot.js';

/** Words of the language that stand for themselves in a slot, where the bare word would say too little. */
const WORDS: { readonly [word: string]: Bilingual } = {
  desc: { en: 'highest first', zh: '高者在先' },
  asc: { en: 'lowest first', zh: '低者在先' },
  unranked: { en: 'is not ranked', zh: '不参加排名' },
  first: { en: 'first', zh: '在先' },
  last: { en: 'last', zh: '在后' },
  skip: { en: 'skip', zh: '略去' },
  unknown: { en: 'makes the result unknown', zh: '使结果未知' },
  zero: { en: 'counts as 0', zh: '按 0 计' },
  decide: { en: 'people decide', zh: '由人决定' },
  extend: { en: 'all get in', zh: '全部入选' },
  'next-key': { en: 'the keys of the edge part them', zh: '由边界键区分' },
  split: { en: 'they split what is left', zh: '平分余下的名额' },
  standard: { en: 'standard (1224)', zh: 'standard（1224）' },
  modified: { en: 'modified (1334)', zh: 'modified（1334）' },
  dense: { en: 'dense (1223)', zh: 'dense（1223）' },
  ordinal: { en: 'ordinal (1234)', zh: 'ordinal（1234）' },
  fractional: { en: 'fractional (1 2.5 2.5 4)', zh: 'fractional（1 2.5 2.5 4）' },
  refused: { en: 'it is refused', zh: '不再受理' },
  allowed: { en: 'it can still be taken', zh: '仍可办理' },
  restate: { en: 'count in their period all the same', zh: '仍计入原周期' },
  ignore: { en: 'are ignored', zh: '不予计入' },
  carry: { en: 'are carried to the next open period', zh: '结转至下一个未截止的周期' },
  lenient: { en: 'the most favourable', zh: '从轻' },
};

/** What stands in a slot, in words: in a test of a fact, which is named last, and of fields of the event types given. */
export function slotValue(
  slot: Slot | undefined,
  json: Json,
  names: RubricNames,
  types: readonly string[],
  fact: string,
): string {
  const kind = slot?.value ?? 'plain';
  switch (kind) {
    case 'plain':
      return plain(json, names);
    case 'flag':
      return flag(json === true || json === 'true', names);
    case 'word':
      return WORDS[String(json)]?.[names.language] ?? plain(json, names);
    case 'title':
      return title(json, names);
    case 'where':
      return new ConditionWords(names, types).where(json);
    case 'tests':
      return new ConditionWords(names, types).tests(fact, json);
    case 'condition':
      return new ConditionWords(names, types).tree(json);
    case 'effect':
      return effectWords(json, names) ?? plain(json, names);
    case 'consumes':
      return listed(json, names, (item) => consumed(item, names));
    case 'examples':
      return isJsonArray(json) ? names.phrases.count(json.length) : plain(json, names);
    case 'trigger':
      return listed(json, names, (name) => trigger(String(name), names));
    case 'indicator':
      return listed(json, names, (item) => part(item, names));
    case 'key':
    case 'event':
    case 'cohort':
    case 'rule':
    case 'award':
      return listed(json, names, (name) => names.of(kind, String(name)));
  }
}

function flag(value: boolean, { phrases }: RubricNames): string {
  return phrases.flag[value ? 'true' : 'false'];
}

function listed(json: Json, names: RubricNames, say: (item: Json) => string): string {
  if (!isJsonArray(json)) return say(json);
  return json.length === 0 ? names.phrases.empty : json.map(say).join(names.phrases.list);
}

/** Event types or a standing. */
function trigger(name: string, names: RubricNames): string {
  const event = names.of('event', name);
  return event === name ? names.of('standing', name) : event;
}

function part(item: Json, names: RubricNames): string {
  if (!isJsonObject(item) || item.indicator === undefined) return names.of('indicator', String(item));
  const name = names.of('indicator', String(item.indicator));
  return item.weight === undefined ? name : `${name} × ${String(item.weight)}`;
}

function title(json: Json, names: RubricNames): string {
  if (!isJsonObject(json)) return plain(json, names);
  const own = json[names.language];
  return names.phrases.titled(String(own ?? ''));
}

/** JSON without its punctuation: what stands in a list, or under keys. */
function plain(json: Json, names: RubricNames): string {
  if (isJsonArray(json))
    return json.length === 0
      ? names.phrases.empty
      : json.map((item) => bracketed(item, names)).join(names.phrases.list);
  if (isJsonObject(json)) return members(json, names);
  return typeof json === 'boolean' ? flag(json, names) : String(json);
}

function bracketed(item: Json, names: RubricNames): string {
  return isJsonArray(item) || isJsonObject(item) ? names.phrases.group(plain(item, names)) : plain(item, names);
}

function members(json: JsonObject, names: RubricNames): string {
  const { kind, ...rest } = json;
  const others = Object.entries(rest).map(([key, value]) => `${key} ${bracketed(value, names)}`);
  const text = others.join(names.phrases.list);
  if (typeof kind !== 'string') return text === '' ? names.phrases.empty : text;
  return text === '' ? kind : `${kind} ${text}`;
}
