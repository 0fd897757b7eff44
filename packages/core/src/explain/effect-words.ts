import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { led, trailed } from './chinese-spacing.js';
import type { RubricNames } from './rubric-names.js';
import type { Language } from './words.js';

interface EffectPhrases {
  readonly give: (points: string, to: string) => string;
  readonly issue: (type: string, each: string, where: string, fields: string, consumes: string) => string;
  readonly using: (what: string, as: string) => string;
  readonly end: (what: string, as: string) => string;
  readonly void: (what: string) => string;
  readonly limit: (indicator: string, max: string | undefined, min: string | undefined) => string;
  readonly consequence: (what: string, to: string, notes: string) => string;
  readonly event: (formula: string) => string;
  readonly recommendation: string;
  readonly amount: (amount: string) => string;
  readonly due: (due: string) => string;
  readonly authority: (authority: string) => string;
}

const given = (text: string, say: (text: string) => string): string => (text === '' ? '' : say(text));

const PHRASES: Readonly<Record<Language, EffectPhrases>> = {
  en: {
    give: (points, to) => `gives ${points} to ${to}`,
    issue: (type, each, where, fields, consumes) =>
      `issues ${type}${given(each, (text) => ` for each of ${text}`)}${given(where, (text) => ` where ${text}`)}${given(fields, (text) => ` (${text})`)}${given(consumes, (text) => `, using up ${text}`)}`,
    using: (what, as) => `${what} as ${as}`,
    end: (what, as) => `ends ${what} as ${as}`,
    void: (what) => `voids ${what}`,
    limit: (indicator, max, min) =>
      `limits ${indicator}${max === undefined ? '' : ` to at most ${max}`}${min === undefined ? '' : ` to at least ${min}`}`,
    consequence: (what, to, notes) => `states ${what} → ${to}${given(notes, (text) => ` (${text})`)}`,
    event: (formula) => `the event ${formula}`,
    recommendation: 'recommendation',
    amount: (amount) => `amount ${amount}`,
    due: (due) => `due ${due}`,
    authority: (authority) => `decided by ${authority}`,
  },
  zh: {
    give: (points, to) => `计入${led(to)}：${points}`,
    issue: (type, each, where, fields, consumes) =>
      `${given(each, (text) => `按 ${text} 逐项`)}${given(where, (text) => `在 ${text} 时`)}签发${led(type)}${given(fields, (text) => `（${text}）`)}${given(consumes, (text) => `，消耗${led(text)}`)}`,
    using: (what, as) => `${trailed(what)}记为 ${as}`,
    end: (what, as) => `终止${led(what)}，记为 ${as}`,
    void: (what) => `冲正${led(what)}`,
    limit: (indicator, max, min) =>
      `限制${led(indicator)}${max === undefined ? '' : `，不高于 ${max}`}${min === undefined ? '' : `，不低于 ${min}`}`,
    consequence: (what, to, notes) => `后果${led(what)} → ${to}${given(notes, (text) => `（${text}）`)}`,
    event: (formula) => `事件 ${formula}`,
    recommendation: '建议',
    amount: (amount) => `数额 ${amount}`,
    due: (due) => `期限 ${due}`,
    authority: (authority) => `由 ${authority} 决定`,
  },
};

/** What a rule does, in words; undefined for an effect of a type that is not known here. */
export function effectWords(effect: Json | undefined, names: RubricNames): string | undefined {
  if (!isJsonObject(effect) || !isJsonObject(effect.params)) return undefined;
  const { params } = effect;
  const say = PHRASES[names.language];
  const { list } = names.phrases;
  switch (effect.type) {
    case 'give':
      return say.give(text(params.points), names.of('indicator', text(params.to)));
    case 'issue': {
      const fields = isJsonObject(params.fields) ? Object.entries(params.fields) : [];
      const consumes = isJsonArray(params.consumes) ? params.consumes : [];
      return say.issue(
        names.of('event', text(params.type)),
        isJsonArray(params.each) ? params.each.map(text).join(list) : text(params.each),
        text(params.where),
        fields.map(([name, is]) => `${name} = ${text(is)}`).join(list),
        consumes.map((item) => consumed(item, names)).join(list),
      );
    }
    case 'end':
      return say.end(target(params, names), text(params.as));
    case 'void':
      return say.void(target(params, names));
    case 'limit':
      return say.limit(names.of('indicator', text(params.indicator)), maybe(params.max), maybe(params.min));
    case 'consequence':
      return say.consequence(
        names.titleOf(params) ?? text(params.what),
        maybe(params.to) ?? 'subject',
        notesOf(params, say).join(list),
      );
    default:
      return undefined;
  }
}

/** An event that is used up, and the state it gets. */
export function consumed(item: Json, names: RubricNames): string {
  return isJsonObject(item) ? PHRASES[names.language].using(target(item, names), text(item.as)) : text(item);
}

function target({ event, items }: JsonObject, names: RubricNames): string {
  return items === undefined ? PHRASES[names.language].event(text(event)) : names.of('indicator', text(items));
}

function notesOf({ title, what, amount, due, authority, recommendation }: JsonObject, say: EffectPhrases): string[] {
  return [
    ...(title === undefined ? [] : [text(what)]),
    ...(amount === undefined ? [] : [say.amount(text(amount))]),
    ...(due === undefined ? [] : [say.due(text(due))]),
    ...(authority === undefined ? [] : [say.authority(text(authority))]),
    ...(recommendation === true ? [say.recommendation] : []),
  ];
}

function text(json: Json | undefined): string {
  return json === undefined ? '' : typeof json === 'string' ? json : JSON.stringify(json);
}

function maybe(json: Json | undefined): string | undefined {
  return json === undefined ? undefined : text(json);
}
