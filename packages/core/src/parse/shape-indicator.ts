import { z } from 'zod';
import type { IndicatorDocument, MeasureDocument, SourceDocument, TakeDocument } from './document.js';
import type { ThresholdDocument } from './document-slots.js';
import { formula, identifier, label, number, oneOrMany, said, strict, text, title, where } from './shape-slots.js';

const reduce = z.enum(['sum', 'count', 'mean', 'median', 'min', 'max', 'latest', 'first']);
const missing = z.enum(['unknown', 'skip', 'zero']);
const ties = z.enum(['standard', 'modified', 'dense', 'ordinal', 'fractional']);

const take: z.ZodType<TakeDocument> = said(
  strict({
    window: strict({ by: formula.optional(), from: formula.optional(), until: formula.optional() }).optional(),
    keep: strict({
      best: formula.optional(),
      worst: formula.optional(),
      latest: formula.optional(),
      first: formula.optional(),
    }).optional(),
    drop: strict({ best: formula.optional(), worst: formula.optional() }).optional(),
  }),
  'Which members count: a window of time, then the ones kept, then the ones dropped.',
  '哪些成员计入：先按时间窗口，再保留若干，再去掉若干。',
);

const domain = z.discriminatedUnion('kind', [
  strict({ kind: z.literal('events'), type: text, where: where.optional(), list: identifier.optional() }),
  strict({ kind: z.literal('values'), values: z.array(number).min(1) }),
  strict({ kind: z.literal('cohort'), cohort: identifier }),
]);

const measure: z.ZodType<MeasureDocument> = strict({
  of: z.lazy(() => source),
  take: take.optional(),
  reduce,
  missing: missing.optional(),
  need: formula.optional(),
});

const source: z.ZodType<SourceDocument> = said(
  z.discriminatedUnion('kind', [
    strict({
      kind: z.literal('events'),
      type: oneOrMany,
      where: where.optional(),
      value: formula.optional(),
      weight: formula.optional(),
    }),
    strict({ kind: z.literal('given') }),
    strict({
      kind: z.literal('each'),
      key: identifier,
      in: domain.optional(),
      where: where.optional(),
      value: z.union([z.string().min(1), z.number(), z.boolean(), z.lazy(() => measure)], {
        error: 'formula-or-measure',
      }),
      weight: formula.optional(),
    }),
    strict({
      kind: z.literal('parts'),
      parts: z
        .array(z.union([z.string(), strict({ indicator: text, weight: number.optional() })], { error: 'part' }))
        .min(1),
    }),
  ]),
  'What is measured.',
  '衡量的对象。',
);

const step = z.union(
  [
    z.string().min(1),
    z.number(),
    z.boolean(),
    z.discriminatedUnion('kind', [
      strict({
        kind: z.literal('round'),
        digits: z.number().int().min(-20).max(20),
        mode: z.enum(['half-up', 'half-even', 'half-away', 'half-down', 'up', 'down', 'ceil', 'floor']).optional(),
      }),
      strict({
        kind: z.literal('steps'),
        steps: z.array(strict({ from: number, value: number })).min(1),
        below: number.optional(),
      }),
      strict({ kind: z.literal('linear'), points: z.array(z.array(number).length(2)).min(1) }),
      strict({
        kind: z.literal('rank'),
        among: identifier,
        order: z.enum(['desc', 'asc']).optional(),
        ties: ties.optional(),
      }),
    ]),
  ],
  { error: 'map-step' },
);

export const threshold: z.ZodType<ThresholdDocument> = strict({
  id: label,
  title: title.optional(),
  from: number.optional(),
  below: number.optional(),
});

export const indicator: z.ZodType<IndicatorDocument> = said(
  strict({
    title: title.optional(),
    code: text.optional(),
    basis: text.optional(),
    unit: text.optional(),
    full: number.optional(),
    per: z.array(identifier).max(64).optional(),
    with: z.array(identifier).max(16).optional(),
    of: source.optional(),
    take: take.optional(),
    reduce: reduce.optional(),
    missing: missing.optional(),
    need: formula.optional(),
    is: formula.optional(),
    map: z.union([z.array(step), step], { error: 'map-step' }).optional(),
    otherwise: formula.optional(),
    bands: z.array(threshold).min(1).optional(),
    hidden: z.boolean().optional(),
  }),
  'One value, a function of the keys in `per`: a measure (of, take, reduce) or a formula (is).',
  '一个值，随 per 中的维度而定：由成员归并（of、take、reduce）或由公式（is）得出。',
);
