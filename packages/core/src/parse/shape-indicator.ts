import { z } from 'zod';
import type { IndicatorDocument, MeasureDocument, SourceDocument, TakeDocument } from './document.js';
import { indicatorExamples } from './shape-example.js';
import {
  basis,
  formula,
  identifier,
  number,
  oneOrMany,
  said,
  strict,
  text,
  tieRule,
  title,
  where,
} from './shape-slots.js';
import { threshold } from './shape-threshold.js';

const reduce = said(
  z.enum(['sum', 'count', 'mean', 'median', 'min', 'max', 'latest', 'first']),
  'How the members become one value. `sum` and `count` of none are 0, all others unknown.',
  '如何归并为一个值。没有成员时 sum 和 count 为 0，其他为未知。',
);
const missing = said(
  z.enum(['unknown', 'skip', 'zero']).optional(),
  'What a member of unknown value does: it makes the result unknown, is left out, or counts as 0.',
  '成员的值未知时：结果未知、略去该成员，或按 0 计。',
  'unknown',
);
const need = said(
  formula.optional(),
  'With fewer members of known value than this, the result is unknown.',
  '已知值的成员少于此数时，结果未知。',
);
const which = said(where.optional(), 'Which of them; all, where not given.', '其中哪些；不写则为全部。');
const weight = said(formula.optional(), 'The weight of a member in a mean.', '成员在平均中的权重。', '1');

const take: z.ZodType<TakeDocument> = said(
  strict({
    window: said(
      strict({
        by: said(formula.optional(), 'What is compared with the bounds.', '与界限相比的日期或时刻。', 'effective'),
        from: said(formula.optional(), 'The first instant or day inside.', '窗口内的第一个时刻或日期。'),
        until: said(formula.optional(), 'The first instant or day behind it.', '窗口之后的第一个时刻或日期。'),
      }).optional(),
      'Leaves out members outside a span of time.',
      '略去时间段以外的成员。',
    ),
    keep: said(
      strict({
        best: said(formula.optional(), 'So many of the highest.', '最高的若干个。'),
        worst: said(formula.optional(), 'So many of the lowest.', '最低的若干个。'),
        latest: said(formula.optional(), 'So many of the last ones.', '最后的若干个。'),
        first: said(formula.optional(), 'So many of the first ones.', '最先的若干个。'),
      }).optional(),
      'Keeps only so many; formulas here see `size`.',
      '只保留若干个；此处公式可用 size。',
    ),
    drop: said(
      strict({
        best: said(formula.optional(), 'So many of the highest.', '最高的若干个。'),
        worst: said(formula.optional(), 'So many of the lowest.', '最低的若干个。'),
      }).optional(),
      'Drops so many of what was kept.',
      '从保留的成员中去掉若干个。',
    ),
  }),
  'Which members count: a window of time, then the ones kept, then the ones dropped.',
  '哪些成员计入：先按时间窗口，再保留若干，再去掉若干。',
);

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
]);

const measure: z.ZodType<MeasureDocument> = strict({
  of: z.lazy(() => source),
  take: take.optional(),
  reduce,
  missing,
  need,
});

const part = strict({
  indicator: said(text, 'The indicator.', '指标。'),
  weight: said(
    number.optional(),
    'Its weight in a mean: for all parts or for none, adding up to 1 or to 100.',
    '在平均中的权重：全部写或全部不写，合计为 1 或 100。',
  ),
});

const source: z.ZodType<SourceDocument> = said(
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
    missing,
    need,
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
