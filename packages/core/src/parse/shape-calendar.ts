import { z } from 'zod';
import type { CalendarDocument } from './document.js';
import { said, strict, text, title } from './shape-slots.js';

export const calendar: z.ZodType<CalendarDocument> = said(
  strict({
    title: title.optional(),
    from: said(text, 'The first day it knows, as YYYY-MM-DD.', '所含的第一天，写作 YYYY-MM-DD。'),
    until: said(
      text,
      'The day behind the last one it knows; what looks further is unknown.',
      '所含最后一天的次日；超出范围的计算结果为未知。',
    ),
    weekend: said(
      z.array(z.int().min(1).max(7)),
      'Weekdays that are not worked: 1 is Monday, 7 is Sunday.',
      '每周的休息日：1 为星期一，7 为星期日。',
    ),
    holidays: said(z.array(text).optional(), 'Further days that are not worked.', '其他休息日。'),
    workdays: said(
      z.array(text).optional(),
      'Days that are worked although their weekday is not, to make up for holidays.',
      '因调休而上班的日子。',
    ),
  }),
  'Which days are worked, for formulas that count working days.',
  '哪些日子是工作日，供公式计算工作日。',
);
