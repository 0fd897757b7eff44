import { z } from 'zod';
import type { IndicatorDocument } from './document.js';
import { indicatorExamples } from './shape-example.js';
import { reduce } from './shape-reduce.js';
import { basis, formula, identifier, number, said, strict, text, tieRule, title } from './shape-slots.js';
import { missing, need, source } from './shape-source.js';
import { take } from './shape-take.js';
import { threshold } from './shape-threshold.js';

const step = z.union(
  [
    z.string().min(1),
    z.number(),
    z.boolean(),
    z.discriminatedUnion('kind', [
      strict({
        kind: said(z.literal('round'), 'Rounds.', '舍入。'),
        digits: said(
          z.number().int().min(-20).max(20),
          'Decimals; negative for tens.',
          '小数位数；负数表示十位、百位。',
        ),
        mode: said(
          z.enum(['half-up', 'half-even', 'half-away', 'half-down', 'up', 'down', 'ceil', 'floor']).optional(),
          'How; `half-up` sends ties towards +∞.',
          '舍入方式；half-up 遇半数时向 +∞ 取。',
          'half-up',
        ),
      }),
      strict({
        kind: said(z.literal('steps'), 'Takes the value of the step it stands on.', '取所在台阶的值。'),
        steps: said(
          z
            .array(
              strict({
                from: said(number, 'Where the step begins, itself included.', '台阶的起点，含起点。'),
                value: said(number, 'Its value.', '该台阶的值。'),
              }),
            )
            .min(1),
          'The steps, from the lowest.',
          '各台阶，从低到高。',
        ),
        below: said(
          number.optional(),
          'The value below the first; unknown if absent.',
          '低于首个台阶的值；不写则为未知。',
        ),
      }),
      strict({
        kind: said(
          z.literal('linear'),
          'Draws lines between points, flat outside.',
          '在各点之间连线，两端以外取端点值。',
        ),
        points: said(z.array(z.array(number).length(2)).min(1), 'Pairs [x, y], x rising.', '点 [x, y]，x 递增。'),
      }),
      strict({
        kind: said(z.literal('rank'), 'Takes the rank of the value in a cohort.', '取该值在比较组中的名次。'),
        among: said(identifier, 'The cohort.', '比较组。'),
        order: said(z.enum(['desc', 'asc']).optional(), 'Which end is first.', '高者在先还是低者在先。', 'desc'),
        ties: tieRule.optional(),
      }),
    ]),
  ],
  { error: 'map-step' },
);

export const indicator: z.ZodType<IndicatorDocument> = said(
  strict({
    title: title.optional(),
    code: said(text.optional(), 'Its number in the scheme, such as "1.2".', '在办法中的编号，例如 "1.2"。'),
    basis: basis.optional(),
    unit: said(text.optional(), 'The unit, for people.', '单位，供人阅读。'),
    full: said(number.optional(), 'The full mark.', '满分。'),
    per: said(
      z.array(identifier).max(64).optional(),
      'The keys of which it is a function; none, where not given.',
      '随哪些维度而定；不写则不随任何维度。',
    ),
    with: said(
      z.array(identifier).max(16).optional(),
      'Names that each reader passes a value for.',
      '由读取处传入值的名称。',
    ),
    of: source.optional(),
    take: take.optional(),
    reduce: reduce.optional(),
    missing: missing.optional(),
    need: need.optional(),
    is: said(formula.optional(), 'The formula, in place of a measure.', '公式，代替度量。'),
    map: said(
      z.union([z.array(step), step], { error: 'map-step' }).optional(),
      'What is made of the value, step by step: formulas on `it`, or steps with a `kind`.',
      '对值依次做的处理：以 it 表示该值的公式，或带 kind 的步骤。',
    ),
    otherwise: said(formula.optional(), 'The result where it is still unknown.', '结果仍未知时取此值。'),
    bands: said(
      z.array(threshold).min(1).optional(),
      'Bands by threshold, from the top.',
      '按分数线划分的等次，从高到低。',
    ),
    hidden: said(z.boolean().optional(), 'Whether outcomes leave it out.', '结果中是否不显示。', false),
    examples: indicatorExamples.optional(),
  }),
  'One value, a function of the keys in `per`: a measure (of, take, reduce) or a formula (is).',
  '一个值，随 per 中的维度而定：由成员归并（of、take、reduce）或由公式（is）得出。',
);
