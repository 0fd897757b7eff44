import type { z } from 'zod';
import type { ThresholdDocument } from './document-slots.js';
import { label, number, said, strict, title } from './shape-slots.js';

export const threshold: z.ZodType<ThresholdDocument> = strict({
  id: said(label, 'Its name.', '标识。'),
  title: title.optional(),
  from: said(number.optional(), 'The least value in it.', '等次内的最小值。'),
  below: said(number.optional(), 'Where the band above begins.', '上一等次的起点。'),
});
