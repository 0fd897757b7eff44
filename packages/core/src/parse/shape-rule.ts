import { z } from 'zod';
import type { EffectDocument, RuleDocument } from './document-rule.js';
import { ruleExamples } from './shape-example.js';
import { basis, formula, identifier, json, label, oneOrMany, said, strict, text, title, where } from './shape-slots.js';

const target = {
  event: said(formula.optional(), "The event's id: this one, …", '事件的 id：指这一个，……'),
  items: said(identifier.optional(), '… or all events that this indicator gathers.', '……或此指标所收集的全部事件。'),
};
const as = said(label, 'The state it gets.', '其后的状态。');

const params = <T extends z.core.$ZodShape>(shape: T): z.ZodObject<T, z.core.$strict> =>
  said(strict(shape), 'What it takes.', '所需参数。');

const effect: z.ZodType<EffectDocument> = said(
  z.discriminatedUnion('type', [
    strict({
      type: said(z.literal('give'), 'Gives points to an indicator.', '给某指标计分。'),
      params: params({
        to: said(text, 'The indicator, whose `of` is `given`.', '指标，其 of 为 given。'),
        points: said(formula, 'How many.', '分数。'),
      }),
    }),
    strict({
      type: said(z.literal('issue'), 'Issues a derived event, such as a card.', '签发一个派生事件，例如出牌。'),
      params: params({
        type: said(text, 'The type of the new event.', '新事件的类型。'),
        each: said(
          oneOrMany.optional(),
          'Issues one for each item of this list field of the trigger, or for each of these texts.',
          '按触发事件的此列表字段逐项签发，或按这些文本逐个签发。',
        ),
        where: said(
          where.optional(),
          'Issues it only where this is true; with `each`, it is asked of each `item` and its `position`.',
          '仅在此条件成立时签发；写了 each 时，按每一项的 item 和 position 逐项判断。',
        ),
        fields: said(
          z.record(z.string(), formula).optional(),
          'Its fields, as formulas; with `each`, `item` is the item and `position` its number from 1.',
          '新事件的字段，写作公式；写了 each 时，item 为该项，position 为其序号，从 1 起。',
        ),
        consumes: said(
          z.array(strict({ ...target, as })).optional(),
          'Events that it uses up, so that they do not count again.',
          '被其消耗的事件，此后不再重复计算。',
        ),
      }),
    }),
    strict({
      type: said(z.literal('end'), 'Ends the state `active` of an event.', '结束事件的 active 状态。'),
      params: params({ ...target, as }),
    }),
    strict({
      type: said(z.literal('void'), 'Makes an event never have happened.', '使事件视为从未发生。'),
      params: params(target),
    }),
    strict({
      type: said(z.literal('limit'), 'Sets a ceiling or a floor for an indicator.', '为某指标设上限或下限。'),
      params: params({
        indicator: said(text, 'The indicator.', '指标。'),
        max: said(formula.optional(), 'Its greatest value.', '最大值。'),
        min: said(formula.optional(), 'Its least value; `max` wins over it.', '最小值；与 max 冲突时以 max 为准。'),
      }),
    }),
    strict({
      type: said(z.literal('consequence'), 'States what is to follow.', '写明应有的后果。'),
      params: params({
        what: said(text, 'What is to be done, for programs.', '应做之事，供程序识别。'),
        title: title.optional(),
        to: said(text.optional(), 'To whom.', '针对谁。', 'subject'),
        authority: said(text.optional(), 'Who decides.', '由谁决定。'),
        amount: said(formula.optional(), 'An amount, such as of money.', '数额，例如金额。'),
        due: said(formula.optional(), 'By when.', '期限。'),
        recommendation: said(z.boolean().optional(), 'Whether a person still decides it.', '是否须由人决定。', false),
      }),
    }),
  ]),
  'What the rule does.',
  '规则的效果。',
);

export const rule: z.ZodType<RuleDocument> = said(
  strict({
    name: said(label, 'Its name; editions merge rules by it.', '规则的名称；各版本按名称合并规则。'),
    title: title.optional(),
    basis: basis.optional(),
    on: said(oneOrMany, 'What triggers it: event types, or one standing.', '由什么触发：事件类型，或一个排名。'),
    for: said(identifier.optional(), 'Tries it for each member of this cohort.', '对此比较组的每个成员逐一判断。'),
    at: said(formula.optional(), 'Tries it at this later date or instant instead.', '改在此后的日期或时刻判断。'),
    where: said(
      where.optional(),
      'A formula, or plain tests by name, all of which must hold.',
      '公式，或按名称列出的简单条件，须全部成立。',
    ),
    conditions: said(
      json.optional(),
      'A json-rules-engine tree of `all`, `any` and `not`.',
      'json-rules-engine 格式的条件树：all、any、not。',
    ),
    unless: said(z.array(z.string()).optional(), 'Rules that go before this one.', '优先于本规则的规则。'),
    overrides: said(z.array(z.string()).optional(), 'Rules that this one goes before.', '本规则优先于这些规则。'),
    appliesBy: said(
      formula.optional(),
      'The date that picks the edition; "lenient" takes the one best for the subject.',
      '由哪个日期决定适用的版本；"lenient" 表示取对对象最有利的版本。',
    ),
    priority: said(json.optional(), 'Refused: order decides nothing here.', '不接受：此处先后次序不起作用。'),
    examples: ruleExamples.optional(),
    event: effect,
  }),
  'When the conditions hold for a trigger, one effect follows.',
  '触发事件满足条件时，产生一种效果。',
);
