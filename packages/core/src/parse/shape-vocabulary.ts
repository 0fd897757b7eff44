import { z } from 'zod';
import type {
  CardDocument,
  CohortDocument,
  DefineDocument,
  EventDocument,
  KeyDocument,
  TableDocument,
  ZoneDocument,
} from './document.js';
import { formula, identifier, json, label, named, number, said, strict, text, title, where } from './shape-slots.js';

export const zone: z.ZodType<ZoneDocument> = said(
  strict({
    name: text,
    offsets: z.array(strict({ from: text.optional(), offset: text })).min(1),
  }),
  'The time zone as a table of offsets; the first entry has no `from`.',
  '时区及其偏移表；第一项不写 from。',
);

export const key: z.ZodType<KeyDocument> = said(
  strict({ title: title.optional(), type: z.enum(['text', 'number']).optional() }),
  'A dimension of the scheme: a pupil, a group, a year.',
  '评价的维度：学生、组别、年度等。',
);

const base = {
  title: title.optional(),
  unit: text.optional(),
  optional: z.boolean().optional(),
  is: formula.optional(),
  path: z.string().optional(),
};

const field = said(
  z.discriminatedUnion('kind', [
    strict({ ...base, kind: z.enum(['key', 'number', 'text', 'flag', 'date', 'instant']) }),
    strict({ ...base, kind: z.literal('choice'), of: z.array(z.string()).min(1).optional() }),
    strict({ ...base, kind: z.literal('list'), items: z.enum(['text', 'number']).optional() }),
  ]),
  'A field of an event; with `is` it is computed.',
  '事件的字段；写了 is 的由公式算出。',
);

const card: z.ZodType<CardDocument> = strict({
  colour: identifier,
  colours: z.record(
    z.string(),
    strict({
      polarity: z.enum(['merit', 'warning', 'censure']),
      severity: z.number(),
      title: title.optional(),
    }),
  ),
});

export const event: z.ZodType<EventDocument> = said(
  strict({
    title: title.optional(),
    registers: z.boolean().optional(),
    finding: z.boolean().optional(),
    effective: formula.optional(),
    appliesBy: formula.optional(),
    card: card.optional(),
    fields: named(identifier, field).optional(),
  }),
  'An event type and its fields.',
  '一种事件及其字段。',
);

export const eventName: z.ZodType<string> = label;

export const define: z.ZodType<DefineDocument> = said(
  strict({ with: z.array(identifier).optional(), is: formula }),
  'A formula with parameters, put in place of each use.',
  '带参数的公式，使用处以其内容替换。',
);

export const table: z.ZodType<TableDocument> = said(
  strict({
    by: z
      .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*(>=)?$/, { error: 'column' }))
      .min(1)
      .max(8),
    rows: z.record(z.string(), json),
    else: number.optional(),
  }),
  'A table that formulas read: name(argument, …).',
  '供公式查用的表：名称(参数, …)。',
);

export const cohort: z.ZodType<CohortDocument> = said(
  strict({
    each: z.array(identifier),
    of: identifier,
    in: strict({ event: text, where: where.optional() }),
  }),
  'Who is compared with whom.',
  '谁与谁放在一起比较。',
);
