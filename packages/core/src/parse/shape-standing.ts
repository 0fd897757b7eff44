import { z } from 'zod';
import type { StandingDocument } from './document-standing.js';
import { chainStep, rankKey } from './shape-chain.js';
import { standingExamples } from './shape-example.js';
import { basis, formula, identifier, label, number, said, strict, text, tieRule, title, where } from './shape-slots.js';

const edge = said(
  z.enum(['decide', 'extend', 'skip', 'next-key']).optional(),
  'Where a tie stands on the edge of the quota: people decide, all get in, none does, or the keys in `then` part it.',
  '并列者跨越名额边界时：由人决定、全部入选、全部不入选，或由 then 中的键区分。',
  'decide',
);
const awardEdge = said(
  z.enum(['decide', 'extend', 'skip', 'next-key', 'split']).optional(),
  'Where a tie stands on the edge of the quota: people decide, all get it, none does, the keys in `then` part it, or they split what is left.',
  '并列者跨越名额边界时：由人决定、全部获奖、全部不获奖、由 then 中的键区分，或平分余下的名额。',
  'decide',
);
const then = said(
  z.array(rankKey).min(1).optional(),
  'The keys that part a tie on the edge, with `next-key`.',
  'edge 为 next-key 时，用来区分边界并列者的键。',
);
const quota = said(
  formula.optional(),
  'How many places there are; formulas see `size` and `taken`.',
  '名额；公式中可用 size 和 taken。',
);

const unranked = strict({
  where: said(where, 'Who.', '哪些对象。'),
  label: said(text, 'Why, as it is shown.', '显示的原因。'),
});

const band = strict({
  id: said(label, 'Its name.', '标识。'),
  title: title.optional(),
  basis: basis.optional(),
  from: said(number.optional(), 'The least total in it.', '等次内的最低总分。'),
  below: said(number.optional(), 'Where the band above begins.', '上一等次的起点。'),
  where: said(where.optional(), 'Who may get in; all, where not given.', '谁可入此等次；不写则为全部。'),
  quota,
  edge,
  then,
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
    z.array(chainStep).min(1).optional(),
    'Its own order; that of the standing, where not given.',
    '自己的排序；不写则按本排名。',
  ),
  quota,
  edge: awardEdge,
  then,
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
      z.union([unranked, z.array(unranked).min(1)], { error: 'unranked' }).optional(),
      'Who is listed without a rank; of several, the first that holds says why.',
      '谁只列出而不排名；有多项时，以首个成立者为原因。',
    ),
    by: said(
      z.array(chainStep).min(1),
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
