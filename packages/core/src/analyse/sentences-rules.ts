import type { AnalysisCode } from '../model/analysis.js';
import type { Sentence } from './sentence-shape.js';

type RuleCode = Extract<
  AnalysisCode,
  | 'rule-never'
  | 'rule-without-example'
  | 'rules-overlap'
  | 'rules-gap'
  | 'ends-conflict'
  | 'limits-cross'
  | 'limit-idle'
  | 'veto-without-basis'
  | 'last-place-alone'
>;

/** About rules. */
export const RULE_SENTENCES: Readonly<Record<RuleCode, Sentence>> = {
  'rule-never': {
    level: 'refusal',
    message: ({ rule, before }) =>
      before === ''
        ? {
            en: `The conditions of rule "${rule}" contradict each other, so it can never hold.`,
            zh: `规则条目「${rule}」的条件互相矛盾，永远不会成立。`,
          }
        : {
            en: `Whenever rule "${rule}" would hold, ${before} holds too and goes before it, so it never has its effect.`,
            zh: `凡规则条目「${rule}」成立时，${before} 也成立并优先，所以它永远不起作用。`,
          },
    fix: () => ({
      en: 'Correct the conditions, or remove the rule.',
      zh: '请改正条件，或删去该规则条目。',
    }),
  },
  'rule-without-example': {
    level: 'warning',
    message: ({ rule }) => ({
      en: `Rule "${rule}" has no example, so nobody has written down what it is meant to do.`,
      zh: `规则条目「${rule}」没有示例，没有人写明它应有的结果。`,
    }),
    fix: () => ({
      en: 'Write `examples`: events, and whether it must hold; the ledger below can be the first.',
      zh: '请写 examples：给出事件及其是否应成立；下面的台账可作第一个示例。',
    }),
  },
  'ends-conflict': {
    level: 'refusal',
    message: ({ one, other, first, second }) => ({
      en: `Rules "${one}" and "${other}" end one event at once, as "${first}" and as "${second}", and nothing says which goes before.`,
      zh: `规则条目「${one}」和「${other}」同时终止同一事件，分别记为「${first}」和「${second}」，而未写明哪一条优先。`,
    }),
    fix: () => ({
      en: 'Say with `unless` or `overrides` which one gives way, or let their conditions exclude each other.',
      zh: '请用 unless 或 overrides 写明哪一条让位，或使两者的条件互斥。',
    }),
  },
  'rules-overlap': {
    level: 'warning',
    message: ({ rules, field, values }) => ({
      en: `Rules ${rules} divide "${field}" between them, and yet both hold for ${values}.`,
      zh: `规则条目 ${rules} 按「${field}」分段，而 ${values} 处两者同时成立。`,
    }),
    fix: () => ({
      en: 'Make the bounds meet, or say with `unless` which one gives way.',
      zh: '请使界限相接，或用 unless 写明哪一条让位。',
    }),
  },
  'rules-gap': {
    level: 'warning',
    message: ({ rules, field, values }) => ({
      en: `Rules ${rules} divide "${field}" between them, and none holds for ${values}.`,
      zh: `规则条目 ${rules} 按「${field}」分段，而 ${values} 处均不成立。`,
    }),
    fix: () => ({ en: 'Make the bounds meet.', zh: '请使界限相接。' }),
  },
  'limits-cross': {
    level: 'warning',
    message: ({ indicator, floor, ceiling, min, max }) => ({
      en: `For one event rule "${floor}" can keep "${indicator}" from falling below ${min}, and rule "${ceiling}" from rising above ${max}; the ceiling wins, and nothing says that it is to.`,
      zh: `同一事件可使规则条目「${floor}」把「${indicator}」保底为 ${min}，又使「${ceiling}」封顶为 ${max}；结果以封顶为准，而规则未写明应当如此。`,
    }),
    fix: () => ({
      en: 'Say with `unless` or `overrides` which one gives way.',
      zh: '请用 unless 或 overrides 写明哪一条让位。',
    }),
  },
  'limit-idle': {
    level: 'refusal',
    message: ({ rule, other, indicator }) => ({
      en: `Whenever rule "${rule}" limits "${indicator}", rule "${other}" limits it at least as much, so "${rule}" never has its effect.`,
      zh: `凡规则条目「${rule}」限制「${indicator}」时，「${other}」的限制至少同样严格，所以前者永远不起作用。`,
    }),
    fix: () => ({
      en: 'Remove it, make it the stricter one, or let the other give way to it with `unless`.',
      zh: '请删去该规则条目、改得更严，或用 unless 使另一条让位。',
    }),
  },
  'veto-without-basis': {
    level: 'warning',
    message: ({ indicator, condition }) => ({
      en: `"${indicator}" comes to nothing where ${condition}, which is a veto, but names no \`basis\`.`,
      zh: `「${indicator}」在 ${condition} 时归零，属于一票否决，而未写明依据 basis。`,
    }),
    fix: () => ({
      en: 'Name the clause, or write the veto as a `limit` rule, which cannot do without.',
      zh: '请写明条款，或改写为 limit 规则（必须有依据）。',
    }),
  },
  'last-place-alone': {
    level: 'warning',
    message: ({ rule, standing }) => ({
      en: `Rule "${rule}" holds for the last places of "${standing}" and asks for nothing else; somebody is always last, even where all did well.`,
      zh: `规则条目「${rule}」只看「${standing}」中的末位，不看其他；即使全部达标，也总有人末位。`,
    }),
    fix: () => ({
      en: 'Add a threshold that the value must fall below, or ask for a band that is divided by one.',
      zh: '请加上须低于的分数线，或改按分数线划分的等次。',
    }),
  },
};
