import { z } from 'zod';
import type { MeasureDocument, SourceDocument } from './document.js';
import type { FormulaSlot } from './document-slots.js';
import { reduce } from './shape-reduce.js';
import { formula, identifier, number, oneOrMany, said, strict, text, where } from './shape-slots.js';
import { take } from './shape-take.js';

export const missing: z.ZodType<'unknown' | 'skip' | 'zero'> = said(
  z.enum(['unknown', 'skip', 'zero']),
  'What a member of unknown value does: it makes the result unknown, is left out, or counts as 0.',
  '成员的值未知时：结果未知、略去该成员，或按 0 计。',
  'unknown',
);
export const need: z.ZodType<FormulaSlot> = said(
  formula,
  'With fewer members of known value than this, the result is unknown.',
  '已知值的成员少于此数时，结果未知。',
);
const which = said(where.optional(), 'Which of them; all, where not given.', '其中哪些；不写则为全部。');
const weight = said(formula.optional(), 'The weight of a member in a mean.', '成员在平均中的权重。', '1');

const domain = z.discriminatedUnion('kind', [
  strict({
    kind: said(z.literal('events'), "The key's values in events.", '事件中该维度的取值。'),
    type: said(text, 'The event type.', '事件类型。'),
    where: which,
    list: said(identifier.optional(), 'Takes the items of this list field instead.', '改取此列表字段的各项。'),
  }),
  strict({
    kind: said(z.literal('values'), 'Values that are listed.', '列出的取值。'),
    values: said(z.array(number).min(1), 'The values.', '取值。'),
  }),
  strict({
    kind: said(z.literal('cohort'), 'The members of a cohort.', '比较组的成员。'),
    cohort: said(identifier, 'The cohort.', '比较组。'),
  }),
  strict({
    kind: said(
      z.literal('range'),
      'The whole numbers from the one to the other, both included, for a key of type number; at most 10,000.',
      '从起到止的整数，含两端，用于类型为数字的维度；至多 10,000 个。',
    ),
    from: said(formula, 'The first; unknown makes the result unknown.', '起；未知则结果未知。'),
    to: said(formula, 'The last; unknown makes the result unknown.', '止；未知则结果未知。'),
  }),
]);

const measure: z.ZodType<MeasureDocument> = strict({
  of: z.lazy(() => source),
  take: take.optional(),
  reduce,
  missing: missing.optional(),
  need: need.optional(),
});

const part = strict({
  indicator: said(text, 'The indicator.', '指标。'),
  weight: said(
    number.optional(),
    'Its weight in a mean: for all parts or for none, adding up to 1 or to 100.',
    '在平均中的权重：全部写或全部不写，合计为 1 或 100。',
  ),
});

export const source: z.ZodType<SourceDocument> = said(
  z.discriminatedUnion('kind', [
    strict({
      kind: said(z.literal('events'), 'A member for each event whose keys agree.', '键相符的每个事件为一个成员。'),
      type: said(oneOrMany, 'The event type, or a list of them.', '事件类型，或其列表。'),
      where: which,
      value: said(formula.optional(), 'The value of a member; `count` needs none.', '成员的值；count 不需要。'),
      weight,
    }),
    strict({
      kind: said(z.literal('given'), 'A member for each time a rule gives points.', '规则每给一次分为一个成员。'),
    }),
    strict({
      kind: said(z.literal('each'), 'A member for each value of a key.', '维度的每个取值为一个成员。'),
      key: said(identifier, 'The key.', '维度。'),
      in: said(
        domain.optional(),
        'Where its values come from; where not given, every value that occurs in what the value reads.',
        '取值从何而来；不写则为所读内容中出现的每个取值。',
      ),
      where: which,
      value: said(
        z.union([z.string().min(1), z.number(), z.boolean(), z.lazy(() => measure)], { error: 'formula-or-measure' }),
        'A formula, or a nested measure (of, take, reduce).',
        '公式，或嵌套的度量（of、take、reduce）。',
      ),
      weight,
    }),
    strict({
      kind: said(z.literal('parts'), 'A member for each indicator that is listed.', '列出的每个指标为一个成员。'),
      parts: said(
        z.array(z.union([z.string(), part], { error: 'part' })).min(1),
        'Names of indicators, with weights where they have some.',
        '指标的名称，可带权重。',
      ),
    }),
  ]),
  'What is measured.',
  '衡量的对象。',
);
