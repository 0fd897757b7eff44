import { z } from 'zod';
import type { RankKeyDocument, StandingDocument } from './document-rule.js';
import { formula, identifier, label, number, said, strict, text, title, where } from './shape-slots.js';

const rankKey: z.ZodType<RankKeyDocument> = strict({
  name: label.optional(),
  title: title.optional(),
  is: formula,
  order: z.enum(['desc', 'asc']).optional(),
  unknown: z.enum(['unranked', 'first', 'last', 'skip']).optional(),
});

const edge = z.enum(['decide', 'extend', 'skip']);

const band = strict({
  id: label,
  title: title.optional(),
  basis: text.optional(),
  from: number.optional(),
  below: number.optional(),
  where: where.optional(),
  quota: formula.optional(),
  edge: edge.optional(),
  plus: where.optional(),
});

const award = strict({
  id: label,
  title: title.optional(),
  basis: text.optional(),
  where: where.optional(),
  by: z.array(rankKey).min(1).optional(),
  quota: formula.optional(),
  edge: edge.optional(),
  exclusive: z.array(z.string()).optional(),
});

export const standing: z.ZodType<StandingDocument> = said(
  strict({
    title: title.optional(),
    among: identifier,
    total: formula.optional(),
    ties: z.enum(['standard', 'modified', 'dense', 'ordinal', 'fractional']).optional(),
    unranked: strict({ where, label: text }).optional(),
    by: z.array(rankKey).min(1),
    bands: z.array(band).min(1).optional(),
    awards: z.array(award).min(1).optional(),
    hidden: z.boolean().optional(),
  }),
  'A ranking among the members of a cohort, with bands and awards.',
  '同组成员的排名，以及等次和奖项。',
);
