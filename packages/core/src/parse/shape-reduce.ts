import { z } from 'zod';
import type { ReduceDocument } from './document.js';
import { formula, number, said, strict } from './shape-slots.js';

export const reduce: z.ZodType<ReduceDocument> = said(
  z.union(
    [
      z.enum(['sum', 'count', 'mean', 'median', 'min', 'max', 'latest', 'first']),
      z.discriminatedUnion('kind', [
        strict({
          kind: said(
            z.literal('decay'),
            'A mean in which the past fades: of the members in order, each counts by the weight and all before it by the rest.',
            '衰减平均：成员按顺序，每项按权重计入，其前各项合占其余。',
          ),
          weight: said(formula, 'The weight of the latest, between 0 and 1.', '最近一项的权重，在 0 与 1 之间。'),
        }),
        strict({
          kind: said(
            z.literal('mean'),
            'A mean of another power, of values that are not negative: the lower the power, the more the low ones count.',
            '其他幂次的平均，值不得为负：幂次越低，低值的影响越大。',
          ),
          power: said(
            number,
            'The power: 1 is the plain mean, 2 the quadratic, 0 the geometric, -1 the harmonic.',
            '幂次：1 为算术平均，2 为平方平均，0 为几何平均，-1 为调和平均。',
          ),
        }),
      ]),
    ],
    { error: 'reduce' },
  ),
  'How the members become one value. `sum` and `count` of none are 0, all others unknown.',
  '如何归并为一个值。没有成员时 sum 和 count 为 0，其他为未知。',
);
