import { z } from 'zod';
import type { IndicatorExample, RuleExample, StandingExample } from '../model/example.js';
import { json, number, said, strict, text, title } from './shape-slots.js';

const event = said(
  strict({
    id: text.optional(),
    source: text.optional(),
    type: text,
    subject: text.optional(),
    time: text,
    recordedtime: text.optional(),
    sequence: text.optional(),
    data: z.record(z.string(), json).optional(),
  }),
  'An event, shortly: id and source may be left out, and the time may be a day.',
  '简写的事件：可省略 id 和 source，时间可以只写日期。',
);

const given = { title: title.optional(), events: z.array(event).min(1), asOf: text.optional() };

export const ruleExample: z.ZodType<RuleExample> = said(
  strict({ ...given, holds: z.boolean().optional(), points: number.optional() }),
  'Events in; whether the rule holds for the last of them, or what it gives.',
  '给出事件；对最后一个事件，规则是否成立，或给多少分。',
);

export const indicatorExample: z.ZodType<IndicatorExample> = said(
  strict({
    ...given,
    subject: text,
    keys: z.record(z.string(), z.union([z.string(), z.number()], { error: 'decimal' })).optional(),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()], { error: 'formula' }),
  }),
  'Events in; the value that must come out, null where it is unknown.',
  '给出事件；应得出的值，未知则写 null。',
);

export const standingExample: z.ZodType<StandingExample> = said(
  strict({
    ...given,
    rows: z.record(
      z.string(),
      strict({
        rank: z.number().nullable().optional(),
        band: text.nullable().optional(),
        awards: z.array(text).optional(),
      }),
    ),
  }),
  'Events in; rank, band or awards that must come out.',
  '给出事件；应得出的名次、等次或奖项。',
);
