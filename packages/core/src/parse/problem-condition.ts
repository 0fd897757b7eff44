import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';
import { typeEn, typeZh } from './words.js';

/** What is wrong with the conditions of a rule. */
export interface ConditionFacts {
  readonly 'condition-shape': { found: string };
  readonly 'condition-words': { found: string };
  readonly 'condition-empty': { word: string };
  readonly 'condition-too-big': { limit: number };
  readonly 'condition-priority': Record<string, never>;
  readonly 'condition-path': { found: string };
  readonly 'condition-params': Record<string, never>;
  readonly 'condition-name': { name: string; nearest: string };
  readonly 'condition-recursion': { cycle: string };
  readonly 'condition-fact-name': { fact: string };
  readonly 'condition-fact-unknown': { fact: string; nearest: string };
  readonly 'condition-operator': { operator: string; nearest: string; allowed: string };
  readonly 'condition-operator-type': { operator: string; fact: string; found: string };
  readonly 'condition-presence': { operator: string; fact: string };
  readonly 'condition-list': { operator: string; fact: string };
  readonly 'condition-value': { fact: string; expected: string };
  readonly 'condition-value-type': { fact: string; expected: string; found: string };
  readonly 'condition-unguarded': { fact: string };
}

export const CONDITION_MESSAGES: Messages<ConditionFacts> = {
  'condition-shape': {
    en: ({ found }) =>
      `This is no condition (${quoted(found)}); write { "fact": …, "operator": …, "value": … }, or "all", "any", "not" or "condition".`,
    zh: ({ found }) =>
      `这不是条件（${quotedZh(found)}）；请写 { "fact": …, "operator": …, "value": … }，或 "all"、"any"、"not"、"condition"。`,
  },
  'condition-words': {
    en: ({ found }) => `A condition says one thing, but here stand ${found} together; put them into an "all" list.`,
    zh: ({ found }) => `一个条件只说一件事，这里同时写了 ${found}；请放进 "all" 列表。`,
  },
  'condition-empty': {
    en: ({ word }) =>
      `${quoted(word)} is empty, so it would hold always or never; write a condition in it, or remove it.`,
    zh: ({ word }) => `${quotedZh(word)}为空，等于恒成立或恒不成立；请写入条件或删去。`,
  },
  'condition-too-big': {
    en: ({ limit }) => `The condition has more than ${limit} parts, named conditions included; split the rule.`,
    zh: ({ limit }) => `条件（含具名条件）超过 ${limit} 个部分；请拆分规则。`,
  },
  'condition-priority': {
    en: () => 'There is no priority: rules are tried together. Say which one gives way with "unless" or "overrides".',
    zh: () => '没有优先级：各规则同时判断。请用 "unless" 或 "overrides" 说明哪条让位。',
  },
  'condition-path': {
    en: ({ found }) =>
      `A path (${quoted(found)}) has no place in a condition; declare a field with this path in the vocabulary and use its name.`,
    zh: ({ found }) => `条件中不能写路径（${quotedZh(found)}）；请在词汇中为该路径声明字段，再用字段名。`,
  },
  'condition-params': {
    en: () => 'Facts take no parameters; write an indicator with the keys in "per" and use its name.',
    zh: () => '事实不带参数；请写一个以相应维度为 per 的指标，再用其名称。',
  },
  'condition-name': {
    en: ({ name, nearest }) => `There is no condition named ${quoted(name)} in \`conditions\`.${meant(nearest)}`,
    zh: ({ name, nearest }) => `conditions 中没有名为${quotedZh(name)}的条件。${meantZh(nearest)}`,
  },
  'condition-recursion': {
    en: ({ cycle }) => `Named conditions may not refer to themselves: ${cycle}.`,
    zh: ({ cycle }) => `具名条件不能引用自己：${cycle}。`,
  },
  'condition-fact-name': {
    en: ({ fact }) =>
      `${quoted(fact)} is no name; a fact is the name of a field, key or indicator, or a standing's .rank or .band. For a formula, write an indicator.`,
    zh: ({ fact }) =>
      `${quotedZh(fact)}不是名称；事实应为字段、维度或指标的名称，或排名的 .rank、.band。需要公式时请写成指标。`,
  },
  'condition-fact-unknown': {
    en: ({ fact, nearest }) =>
      `There is no fact ${quoted(fact)} here.${meant(nearest)} Facts are fields of the trigger, keys and indicators.`,
    zh: ({ fact, nearest }) =>
      `此处没有事实${quotedZh(fact)}。${meantZh(nearest)}事实可以是触发事件的字段、维度和指标。`,
  },
  'condition-operator': {
    en: ({ operator, nearest, allowed }) =>
      `There is no operator ${quoted(operator)}.${meant(nearest)} Possible: ${allowed}.`,
    zh: ({ operator, nearest, allowed }) => `没有运算符${quotedZh(operator)}。${meantZh(nearest)}可用：${allowed}。`,
  },
  'condition-operator-type': {
    en: ({ operator, fact, found }) =>
      `${operator} does not fit ${quoted(fact)}, which is ${typeEn(found)}: numbers, dates and instants are ordered, lists are asked with contains, all else with equal and in.`,
    zh: ({ operator, fact, found }) =>
      `${operator} 不适用于${quotedZh(fact)}（${typeZh(found)}）：数字、日期和时刻可比大小，列表用 contains，其余用 equal 和 in。`,
  },
  'condition-presence': {
    en: ({ operator, fact }) =>
      `${operator} takes only true; for the contrary of ${quoted(fact)} use ${operator === 'present' ? 'absent' : 'present'}.`,
    zh: ({ operator, fact }) =>
      `${operator} 的值只能是 true；相反的情形（${quotedZh(fact)}）请用 ${operator === 'present' ? 'absent' : 'present'}。`,
  },
  'condition-list': {
    en: ({ operator, fact }) => `${operator} compares ${quoted(fact)} with a list; write at least one value in [ ].`,
    zh: ({ operator, fact }) => `${operator} 把${quotedZh(fact)}与列表比较；请在 [ ] 中至少写一个值。`,
  },
  'condition-value': {
    en: ({ fact, expected }) =>
      `${quoted(fact)} is compared with ${typeEn(expected)} or with { "fact": name }; nothing else can stand here.`,
    zh: ({ fact, expected }) => `${quotedZh(fact)}只能与${typeZh(expected)}或 { "fact": 名称 } 比较。`,
  },
  'condition-value-type': {
    en: ({ fact, expected, found }) => `${quoted(fact)} is ${typeEn(expected)}, but is compared with ${typeEn(found)}.`,
    zh: ({ fact, expected, found }) => `${quotedZh(fact)}是${typeZh(expected)}，却与${typeZh(found)}比较。`,
  },
  'condition-unguarded': {
    en: ({ fact }) =>
      isFormula(fact)
        ? `${quoted(fact)} may be unknown, and then this rule would neither hold nor not hold. Say what then: coalesce(${fact}, false).`
        : `${quoted(fact)} may be unknown, and then this condition would be neither true nor false. Put { "fact": ${quoted(fact)}, "operator": "present", "value": true } before it in the same "all"; in a "where", write { ${quoted(fact)}: { "present": true, … } }.`,
    zh: ({ fact }) =>
      isFormula(fact)
        ? `${quotedZh(fact)}可能未知，届时规则条目既不成立也非不成立。请写明届时如何：coalesce(${fact}, false)。`
        : `${quotedZh(fact)}可能未知，届时条件既不成立也非不成立。请在同一 "all" 中先写 { "fact": ${quoted(fact)}, "operator": "present", "value": true }；在 "where" 中写作 { ${quoted(fact)}: { "present": true, … } }。`,
  },
};

/** Whether a whole formula was tested, not a name. */
function isFormula(fact: string): boolean {
  return !/^[\w.]+$/.test(fact);
}
