import { z } from 'zod';
import type {
  BecomesDocument,
  CardDocument,
  CohortDocument,
  DefineDocument,
  EventDocument,
  FieldDocument,
  KeyDocument,
  TableDocument,
  ZoneDocument,
} from './document.js';
import { formula, identifier, json, label, named, number, said, strict, text, title, where } from './shape-slots.js';

export const zone: z.ZodType<ZoneDocument> = said(
  strict({
    name: said(
      text,
      'The IANA name, for people; the table below is what counts.',
      'IANA 时区名，供人阅读；以下面的偏移表为准。',
    ),
    offsets: said(
      z
        .array(
          strict({
            from: said(text.optional(), 'The instant from which it holds.', '自哪一时刻起适用。'),
            offset: said(text, 'The offset from UTC, such as "+08:00".', '与 UTC 的偏移，例如 "+08:00"。'),
          }),
        )
        .min(1),
      'The offsets in order of time.',
      '按时间先后列出的偏移。',
    ),
  }),
  'The time zone as a table of offsets; the first entry has no `from`.',
  '时区及其偏移表；第一项不写 from。',
);

export const key: z.ZodType<KeyDocument> = said(
  strict({
    title: title.optional(),
    type: said(z.enum(['text', 'number']).optional(), 'What its values are.', '取值的类型。', 'text'),
  }),
  'A dimension of the scheme: a pupil, a group, a year.',
  '评价的维度：学生、组别、年度等。',
);

const base = {
  title: title.optional(),
  unit: said(text.optional(), 'The unit, for people.', '单位，供人阅读。'),
  optional: said(
    z.boolean().optional(),
    'Whether an event may lack it; it is then unknown.',
    '事件可否缺少；缺少时为未知。',
    false,
  ),
  is: said(
    formula.optional(),
    'Computes the field; it then must not be given. `subject` takes the subject of the event.',
    '由公式计算该字段，此时事件不得给出。写 subject 表示取事件的 subject。',
  ),
  path: said(
    z.string().optional(),
    'Where the value stands in the data, such as "$.a.b[0]"; under its own name where not given.',
    '值在 data 中的位置，例如 "$.a.b[0]"；不写则按字段名取。',
  ),
};

const kind = <T extends z.ZodType>(schema: T): T => said(schema, 'What its values are.', '取值的种类。');

const bounds = {
  min: said(number.optional(), 'The least number that may be recorded.', '可记录的最小数。'),
  max: said(number.optional(), 'The greatest number that may be recorded.', '可记录的最大数。'),
};
const ofKey = said(
  identifier.optional(),
  'The key that its texts are values of; then each of them must be registered.',
  '其文本是哪个维度的取值；写明后，每个取值都须已登记。',
);

export const field: z.ZodType<FieldDocument> = said(
  z.discriminatedUnion('kind', [
    strict({ ...base, kind: kind(z.literal('key')) }),
    strict({ ...base, kind: kind(z.literal('number')), ...bounds }),
    strict({ ...base, kind: kind(z.literal('text')), of: ofKey }),
    strict({ ...base, kind: kind(z.enum(['flag', 'date', 'instant'])) }),
    strict({
      ...base,
      kind: kind(z.literal('choice')),
      of: said(z.array(z.string()).min(1).optional(), 'The values there are.', '可取的值。'),
    }),
    strict({
      ...base,
      kind: kind(z.literal('list')),
      items: said(z.enum(['text', 'number']).optional(), 'What its items are.', '各项的类型。', 'text'),
      of: ofKey,
      ...bounds,
    }),
  ]),
  'A field of an event; with `is` it is computed.',
  '事件的字段；写了 is 的由公式算出。',
);

const card: z.ZodType<CardDocument> = said(
  strict({
    colour: said(identifier, 'The field that holds the colour.', '存放颜色的字段。'),
    colours: said(
      z.record(
        z.string(),
        strict({
          polarity: said(
            z.enum(['merit', 'warning', 'censure']),
            'What the colour means: red is the best colour in some places and the worst in others.',
            '颜色的含义：红色在有的地方最好，在有的地方最坏。',
          ),
          severity: said(z.number(), 'How serious it is; greater is more.', '严重程度；数值越大越重。'),
          title: title.optional(),
        }),
      ),
      'What each colour means.',
      '每种颜色的含义。',
    ),
  }),
  'Makes events of this type cards.',
  '使这类事件成为牌。',
);

const becomes: z.ZodType<BecomesDocument> = said(
  strict({
    type: said(text, 'The type that its events are read as.', '其事件按哪一种事件读取。'),
    data: said(
      z.record(z.string(), formula).optional(),
      'Fields of that type, as formulas on the fields of this one; the others are taken over by name.',
      '该类型的字段，写作以本类型字段计算的公式；其余字段按同名取值。',
    ),
  }),
  'Makes this an older form of another type.',
  '表明这是另一种事件的旧格式。',
);

export const event: z.ZodType<EventDocument> = said(
  strict({
    title: title.optional(),
    registers: said(
      z.boolean().optional(),
      'Whether it registers its subject; then no event may have a subject that is not registered , nor a field `of` a key name what no such event carries.',
      '是否登记其对象；有此类事件时，其他事件的 subject 只能是已登记的对象（不检查文本和列表）。',
      false,
    ),
    finding: said(
      z.boolean().optional(),
      'Whether active events of this type are shown among the findings.',
      '有效的此类事件是否列入须注意的事项。',
      false,
    ),
    effective: said(
      formula.optional(),
      'When it takes effect: an instant or a date. Its time, where not given.',
      '何时生效：时刻或日期；不写则为事件的时间。',
    ),
    appliesBy: said(
      formula.optional(),
      'The date that picks the edition of its fields; the day of its time, where not given.',
      '由哪个日期决定字段适用的版本；不写则为事件时间当日。',
    ),
    card: card.optional(),
    becomes: becomes.optional(),
    fields: said(named(identifier, field).optional(), 'Its fields, by name.', '各字段，按名称列出。'),
  }),
  'An event type and its fields.',
  '一种事件及其字段。',
);

const _eventName: z.ZodType<string> = label;

export const define: z.ZodType<DefineDocument> = said(
  strict({
    with: said(z.array(identifier).optional(), 'The names of its parameters.', '参数的名称。'),
    is: said(formula, 'The formula.', '公式。'),
  }),
  'A formula with parameters, put in place of each use.',
  '带参数的公式，使用处以其内容替换。',
);

export const table: z.ZodType<TableDocument> = said(
  strict({
    by: said(
      z
        .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*(>=)?$/, { error: 'column' }))
        .min(1)
        .max(8),
      'The columns, one for each argument; "score>=" takes the greatest limit that is not above the argument.',
      '各列，每个参数一列；"score>=" 表示取不大于参数的最大下限。',
    ),
    rows: said(
      z.record(z.string(), json),
      'Values by argument; several columns nest.',
      '按参数列出的值；多列时逐层嵌套。',
    ),
    else: said(
      number.optional(),
      'The value where no row fits, a text where those of the rows are; unknown where not given.',
      '没有相符的行时的值，各行为文本时也为文本；不写则为未知。',
    ),
  }),
  'A table that formulas read: name(argument, …).',
  '供公式查用的表：名称(参数, …)。',
);

export const cohort: z.ZodType<CohortDocument> = said(
  strict({
    each: said(
      z.array(identifier),
      'The keys of which each combination is a table of its own.',
      '这些维度的每种组合各成一张表。',
    ),
    of: said(identifier, 'The key whose values are compared.', '参加比较的维度。'),
    in: said(
      strict({
        event: said(text, 'The event type.', '事件类型。'),
        where: said(where.optional(), 'Which of these events; all, where not given.', '其中哪些事件；不写则为全部。'),
      }),
      'The events that make members.',
      '由哪些事件产生成员。',
    ),
  }),
  'Who is compared with whom.',
  '谁与谁放在一起比较。',
);
