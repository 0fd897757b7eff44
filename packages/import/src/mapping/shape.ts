import { object, said, text, zoneShape } from '@meritlog/core/parse';
import { z } from 'zod';
import {
  type DataColumn,
  type DataSlot,
  ENCODINGS,
  type MappingDocument,
  type TextSlot,
  type TimeSlot,
  VALUE_KINDS,
} from './document.js';

const column = said(
  text,
  'The name of the column as its header says it; the letter (A, B …) where there is no header; the key in JSON Lines.',
  '列名，与表头一致；无表头时写列字母（A、B……）；JSON Lines 则写键名。',
);

const optional = said(
  z.boolean().optional(),
  'Whether an empty cell leaves this part out.',
  '单元格为空时是否不写该项。',
  false,
);

const split = said(
  text,
  'The characters that part the values in one cell, such as "、,;".',
  '一个单元格内分隔各值的字符，例如 "、,;"。',
);

const codes = <T extends z.ZodType>(of: T) =>
  said(
    z.record(z.string(), of).optional(),
    'What each text of the column stands for; any other text is refused.',
    '该列每种写法所代表的值；其他写法一律拒绝。',
  );

const textColumn = object({
  column,
  codes: codes(text),
  optional,
  otherwise: said(text.optional(), 'What an empty cell stands for.', '单元格为空时取此值。'),
});

const constantOrColumn = (en: string, zh: string): z.ZodType<TextSlot> =>
  said(
    z.union([text, textColumn], { error: 'text-or-column' }),
    `${en} A text stands for itself.`,
    `${zh}写文本即为固定值。`,
  );

const scalar = z.union([z.string(), z.number(), z.boolean()], { error: 'scalar' });

const dataColumn: z.ZodType<DataColumn> = object({
  column,
  kind: said(
    z.enum(VALUE_KINDS).optional(),
    'What the cells hold: a text, a decimal number, yes or no, a day, or a day with its time.',
    '单元格的内容：text 文本、number 数、flag 是否、date 日期、instant 日期和时间。',
    'text',
  ),
  codes: codes(scalar),
  split: said(
    split.optional(),
    'Makes a list of the cell: its values are parted by these characters.',
    '将单元格拆成列表：各值以这些字符分隔。',
  ),
  optional,
  otherwise: said(scalar.optional(), 'What an empty cell stands for.', '单元格为空时取此值。'),
});

const dataSlot: z.ZodType<DataSlot> = z.union(
  [
    z.string(),
    z.number(),
    z.boolean(),
    object({ is: said(z.json(), 'A constant of any shape.', '任意形式的固定值。') }),
    dataColumn,
  ],
  { error: 'value-or-column' },
);

const time: z.ZodType<TimeSlot> = object({
  column,
  clock: said(
    z
      .union(
        [
          text,
          object({
            column,
            otherwise: said(text.optional(), 'The time of day for an empty cell.', '单元格为空时的时刻。'),
          }),
        ],
        { error: 'text-or-column' },
      )
      .optional(),
    'The time of day where the column holds the day alone: "09:00", or a column; the start of the day where not given.',
    '该列只写日期时的时刻："09:00" 或另一列；不写则为当日零时。',
  ),
});

export const mappingShape: z.ZodType<MappingDocument> = object({
  $schema: said(z.string().optional(), 'Where an editor finds this schema.', '编辑器查找本模式的位置。'),
  kind: said(z.literal('mapping'), 'What this document is.', '文档的种类。'),
  sheet: said(
    text.optional(),
    'The sheet of a workbook; its only visible one where not given.',
    '工作簿中的工作表；不写则取唯一可见的工作表。',
  ),
  header: said(
    z.int().min(0).max(1000).optional(),
    'The row that holds the names of the columns; 0 where there is none.',
    '表头所在的行；0 表示没有表头。',
  ),
  encoding: said(
    z.enum(ENCODINGS).optional(),
    'The encoding of a CSV file; detected, and told, where not given.',
    'CSV 文件的编码；不写则自动识别并说明。',
  ),
  delimiter: said(
    z.string().length(1).optional(),
    'What parts the columns of a CSV file; a comma where not given.',
    'CSV 文件的分隔符；不写则为逗号。',
  ),
  formulas: said(
    z.enum(['refuse', 'shown']).optional(),
    'Whether a cell with a formula is refused, or taken with the value it last showed.',
    '含公式的单元格：refuse 拒绝，shown 取其上次显示的值。',
    'refuse',
  ),
  zone: said(
    z.union([text, zoneShape], { error: 'offset-or-zone' }).optional(),
    'The zone of dates and times: an offset such as "+08:00", or the table of a rubric; that of the rubric where not given.',
    '日期和时间所在的时区：偏移（如 "+08:00"）或规则中那样的偏移表；不写则取规则的时区。',
  ),
  each: said(
    object({ column, split }).optional(),
    'The column whose cells hold several codes: one event comes of each, and slots that name the column get that one code.',
    '单元格中有多个代码的列：每个代码产生一个事件，引用该列之处得到这一个代码。',
  ),
  source: constantOrColumn('Who reports: the CloudEvents source.', '上报来源，即 CloudEvents 的 source。'),
  type: constantOrColumn('The type of the event.', '事件类型。'),
  subject: constantOrColumn('Whom it is about.', '事件的对象。').optional(),
  time: said(time, 'When it happened.', '发生的时间。'),
  id: said(
    constantOrColumn('What tells this event from others of the source.', '在该来源内区别事件的编号。').optional(),
    'A column with ids of its own; made from the content of the event where not given. A text stands for itself.',
    '含编号的列；不写则由事件内容得出。写文本即为固定值。',
  ),
  sequence: constantOrColumn('The order within one instant.', '同一时刻内的先后。').optional(),
  data: said(z.record(z.string(), dataSlot).optional(), 'The fields of the event, by name.', '事件的各字段。'),
});
