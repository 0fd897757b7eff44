import { z } from 'zod';
import type { RankKeyDocument, StandingDocument } from './document-standing.js';
import { standingExamples } from './shape-example.js';
import { basis, formula, identifier, label, number, said, strict, text, tieRule, title, where } from './shape-slots.js';

const rankKey: z.ZodType<RankKeyDocument> = strict({
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
  depth: said(formula.optional(), 'How many places of the list count.', '只比较前几位。'),
  pad: said(
    number.optional(),
    'Stands where a list has no value; without it, having none comes last.',
    '缺值处以此数代替；不写则缺值者居后。',
  ),
  order: said(z.enum(['desc', 'asc']).optional(), 'Which end is first.', '高者在先还是低者在先。', 'desc'),
  unknown: said(
    z.enum(['unranked', 'first', 'last', 'skip']).optional(),
    'Where an unknown value stands; `unranked` is the default of the first key, `last` of the others.',
    '值未知者排在何处；首个键默认 unranked（不排名），其余默认 last。',
  ),
  if: said(
    formula.optional(),
    'Splits only tied groups for which this is true; sees `tied` (how many they are) and `place` (their first place).',
    '只区分满足此条件的并列组；公式中可用 tied（并列个数）和 place（该组的首个位次）。',
  ),
});

const edge = said(
  z.enum(['decide', 'extend', 'skip']).optional(),
  'Where a tie stands on the edge of the quota: people decide, all get in, or none does.',
  '并列者跨越名额边界时：由人决定、全部入选，或全部不入选。',
  'decide',
);
const quota = said(formula.optional(), 'How many places there are; formulas see `size`.', '名额；公式中可用 size。');

const band = strict({
  id: said(label, 'Its name.', '标识。'),
  title: title.optional(),
  basis: basis.optional(),
  from: said(number.optional(), 'The least total in it.', '等次内的最低总分。'),
  below: said(number.optional(), 'Where the band above begins.', '上一等次的起点。'),
  where: said(where.optional(), 'Who may get in; all, where not given.', '谁可入此等次；不写则为全部。'),
  quota,
  edge,
  plus: said(where.optional(), 'Who gets in whatever the quota, taking no place.', '谁不受名额限制入选，且不占名额。'),
});

const award = strict({
  id: said(label, 'Its name.', '标识。'),
  title: title.optional(),
  basis: basis.optional(),
  where: said(
    where.optional(),
    'Who may get it; all who are ranked, where not given.',
    '谁可获奖；不写则为所有已排名者。',
  ),
  by: said(
    z.array(rankKey).min(1).optional(),
    'Its own order; that of the standing, where not given.',
    '自己的排序；不写则按本排名。',
  ),
  quota,
  edge,
  exclusive: said(z.array(z.string()).optional(), 'Awards that bar from it.', '已获这些奖项者不得再获此奖。'),
});

export const standing: z.ZodType<StandingDocument> = said(
  strict({
    title: title.optional(),
    among: said(identifier, 'The cohort.', '比较组。'),
    total: said(
      formula.optional(),
      'The value shown; the first key, where not given.',
      '显示的总分；不写则为首个排序键。',
    ),
    ties: tieRule.optional(),
    unranked: said(
      strict({
        where: said(where, 'Who.', '哪些对象。'),
        label: said(text, 'Why, as it is shown.', '显示的原因。'),
      }).optional(),
      'Who is listed without a rank.',
      '谁只列出而不排名。',
    ),
    by: said(
      z.array(rankKey).min(1),
      'The keys of the order; a later one splits ties only.',
      '排序键；后面的只用于区分并列。',
    ),
    bands: said(z.array(band).min(1).optional(), 'Bands, from the top.', '等次，从高到低。'),
    awards: said(z.array(award).min(1).optional(), 'Awards, in the order they are given.', '奖项，按评定先后列出。'),
    hidden: said(z.boolean().optional(), 'Whether outcomes leave it out.', '结果中是否不显示。', false),
    examples: standingExamples.optional(),
  }),
  'A ranking among the members of a cohort, with bands and awards.',
  '同组成员的排名，以及等次和奖项。',
);
