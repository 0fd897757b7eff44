import { z } from 'zod';
import type { ChainStepDocument, RankKeyDocument } from './document-standing.js';
import { formula, identifier, json, label, number, said, strict, title } from './shape-slots.js';

const key = {
  name: said(
    label.optional(),
    'Its name, shown where it decides; the formula or the indicator, where not given.',
    '名称，由其决定名次时显示；不写则为公式或指标。',
  ),
  title: title.optional(),
  is: said(formula.optional(), 'The value that is compared.', '用来比较的值。'),
  items: said(
    identifier.optional(),
    'A measure of numbers whose members are compared as a list, place by place.',
    '数字度量；其成员排成一列，逐位比较。',
  ),
  sort: said(
    z.enum(['members', 'best', 'worst', 'key']).optional(),
    'The order of the list: as the members come, highest or lowest first, or each at the place of its key.',
    '列中的次序：成员原有次序、从高到低、从低到高，或按各自维度的取值就位。',
    'members',
  ),
  reverse: said(
    z.boolean().optional(),
    'Turns that order round, such as from the last round to the first.',
    '将上述次序倒过来，例如从最后一轮到第一轮。',
    false,
  ),
  depth: said(formula.optional(), 'How many places of the list count.', '只比较前几位。'),
  pad: said(
    number.optional(),
    'Stands where a list has no value; without it, having none comes last.',
    '缺值处以此数代替；不写则缺值者居后。',
  ),
  order: said(z.enum(['desc', 'asc']).optional(), 'Which end is first.', '高者在先还是低者在先。', 'desc'),
  if: said(
    formula.optional(),
    'Splits only tied groups for which this is true; sees `tied` (how many they are) and `place` (their first place).',
    '只区分满足此条件的并列组；公式中可用 tied（并列个数）和 place（该组的首个位次）。',
  ),
};

/** A key where all that it orders are ranked already. */
export const rankKey: z.ZodType<RankKeyDocument> = strict({
  ...key,
  unknown: said(
    z.enum(['first', 'last', 'skip']).optional(),
    'Where an unknown value stands.',
    '值未知者排在何处。',
    'last',
  ),
  among: said(json.optional(), 'Refused: a block stands in the chain itself.', '不接受：among 只能直接写在排序键中。'),
});

export const chainStep: z.ZodType<ChainStepDocument> = strict({
  ...key,
  unknown: said(
    z.enum(['unranked', 'first', 'last', 'skip']).optional(),
    'Where an unknown value stands; `unranked` is the default of the first key, `last` of the others.',
    '值未知者排在何处；首个键默认 unranked（不排名），其余默认 last。',
  ),
  among: said(
    strict({
      types: said(z.array(z.string()).min(1), 'The event types.', '事件类型。'),
      fields: said(
        z.array(z.string()).min(1),
        'The fields that must all hold one of the tied: keys or texts.',
        '须都是并列者之一的字段：维度或文本。',
      ),
    }).optional(),
    'Reads the keys of `by` as if, of events of these types, there were only those between the tied; and anew for every part that stays tied.',
    '读取 by 中各键时，这些类型的事件只算并列者之间的；仍并列的部分再重新计算。',
  ),
  by: said(z.array(rankKey).min(1).optional(), 'The keys of the block.', '该组排序键。'),
});
