import { z } from 'zod';
import type { TakeDocument } from './document.js';
import { formula, identifier, said, strict, where } from './shape-slots.js';

export const take: z.ZodType<TakeDocument> = said(
  strict({
    window: said(
      strict({
        by: said(formula.optional(), 'What is compared with the bounds.', '与界限相比的日期或时刻。', 'effective'),
        from: said(formula.optional(), 'The first instant or day inside.', '窗口内的第一个时刻或日期。'),
        until: said(formula.optional(), 'The first instant or day behind it.', '窗口之后的第一个时刻或日期。'),
        after: said(
          identifier.optional(),
          'An indicator that picks an event by `latest` or `first`: members behind that event are inside, all where there is none.',
          '以 latest 或 first 选出一个事件的指标：排在该事件之后的成员在窗口内；没有该事件则不限。',
        ),
        before: said(
          identifier.optional(),
          'An indicator that picks an event by `latest` or `first`: members before that event are inside, all where there is none.',
          '以 latest 或 first 选出一个事件的指标：排在该事件之前的成员在窗口内；没有该事件则不限。',
        ),
      }).optional(),
      'Leaves out members outside a span of time, or before and behind an event.',
      '略去时间段以外的、或某一事件前后的成员。',
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
        best: said(
          formula.optional(),
          'So many of the highest; where less is better, the worst results.',
          '最高的若干个；以少为优时即最差的成绩。',
        ),
        worst: said(formula.optional(), 'So many of the lowest.', '最低的若干个。'),
        where: said(
          where.optional(),
          'Which can be dropped: those for which it is true; the others stay.',
          '哪些可以去掉：条件成立的成员；其余保留。',
        ),
        optimal: said(
          z.boolean().optional(),
          'Instead of the lowest values, those go whose going leaves the greatest mean; with `worst` alone, in a plain mean.',
          '不去掉最低值，而去掉使平均最高的若干个；只可与 worst 同用，且归并为算术平均。',
          false,
        ),
      }).optional(),
      'Drops so many of what was kept.',
      '从保留的成员中去掉若干个。',
    ),
  }),
  'Which members count: a window of time, then the ones kept, then the ones dropped.',
  '哪些成员计入：先按时间窗口，再保留若干，再去掉若干。',
);
