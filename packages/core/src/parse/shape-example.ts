import { z } from 'zod';
import type { IndicatorExample, RuleExample, StandingExample } from '../model/example.js';
import { json, number, said, strict, text, title } from './shape-slots.js';

const event = said(
  strict({
    id: said(text.optional(), 'Its id, where something refers to it.', '事件的 id；被引用时才需要。'),
    source: said(text.optional(), 'Who reported it.', '上报者。'),
    type: said(text, 'The event type.', '事件类型。'),
    subject: said(text.optional(), 'Whom it is about.', '涉及的对象。'),
    time: said(text, 'When it happened: an instant, or a day.', '发生的时刻或日期。'),
    recordedtime: said(text.optional(), 'When the ledger learned of it.', '台账记录的时刻。'),
    sequence: said(text.optional(), 'Its place among the events of one instant.', '同一时刻各事件的先后。'),
    data: said(z.record(z.string(), json).optional(), 'Its fields.', '各字段的值。'),
  }),
  'An event, shortly: id and source may be left out, and the time may be a day.',
  '简写的事件：可省略 id 和 source，时间可以只写日期。',
);

const given = {
  title: title.optional(),
  events: said(z.array(event).min(1), 'What happened.', '发生了什么。'),
  asOf: said(
    text.optional(),
    'Looks at this day or instant; at the last event, where not given.',
    '查看的日期或时刻；不写则为最后一个事件。',
  ),
};

const ruleExample: z.ZodType<RuleExample> = said(
  strict({
    ...given,
    holds: said(z.boolean().optional(), 'Whether the rule must hold.', '规则是否应成立。'),
    points: said(number.optional(), 'What it must give.', '应给的分数。'),
  }),
  'Events in; whether the rule holds for the last of them, or what it gives.',
  '给出事件；对最后一个事件，规则是否成立，或给多少分。',
);

const indicatorExample: z.ZodType<IndicatorExample> = said(
  strict({
    ...given,
    subject: said(text, 'Whose value.', '哪个对象的值。'),
    keys: said(
      z.record(z.string(), z.union([z.string(), z.number()], { error: 'decimal' })).optional(),
      'Its further keys; the value is null where no event carries them together.',
      '其余维度的值；没有事件同时带有这些取值时，结果为 null。',
    ),
    value: said(
      z.union([z.string(), z.number(), z.boolean(), z.null()], { error: 'formula' }),
      'What must come out; null for unknown.',
      '应得出的值；未知写 null。',
    ),
  }),
  'Events in; the value that must come out, null where it is unknown.',
  '给出事件；应得出的值，未知则写 null。',
);

const standingExample: z.ZodType<StandingExample> = said(
  strict({
    ...given,
    rows: said(
      z.record(
        z.string(),
        strict({
          rank: said(z.number().nullable().optional(), 'Its rank.', '名次。'),
          band: said(text.nullable().optional(), 'Its band.', '等次。'),
          awards: said(z.array(text).optional(), 'Its awards.', '奖项。'),
        }),
      ),
      'What must come out, by subject.',
      '各对象应得的结果。',
    ),
  }),
  'Events in; rank, band or awards that must come out.',
  '给出事件；应得出的名次、等次或奖项。',
);

export const ruleExamples: z.ZodType<readonly RuleExample[]> = examplesOf(ruleExample);
export const indicatorExamples: z.ZodType<readonly IndicatorExample[]> = examplesOf(indicatorExample);
export const standingExamples: z.ZodType<readonly StandingExample[]> = examplesOf(standingExample);

function examplesOf<T>(example: z.ZodType<T>): z.ZodType<readonly T[]> {
  return said(
    z.array(example),
    'Tests beside what they test, run by `meritlog check`: events, and what must come out.',
    '写在旁边的测试，由 meritlog check 运行：给出事件和应得的结果。',
  );
}
