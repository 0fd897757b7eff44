import { type Facts, meant, type Sentences, shown, type Words } from './words.js';

/** What can be wrong with one cell or row. `place` is the cell with its column's name, `found` what stands there. */
export type CellProblemCode =
  | 'cell-empty'
  | 'cell-number'
  | 'cell-number-mangled'
  | 'cell-digits-lost'
  | 'cell-date'
  | 'cell-date-day'
  | 'cell-date-order'
  | 'cell-date-serial'
  | 'cell-clock'
  | 'cell-time-skipped'
  | 'cell-time-twice'
  | 'cell-flag'
  | 'cell-code'
  | 'cell-formula'
  | 'cell-error'
  | 'cell-merged'
  | 'cell-structure'
  | 'cell-character'
  | 'row-id-twice'
  | 'row-refused';

const DATE: Words = ['Write it like 2026-04-29 or 2026年4月29日.', '请写成 2026-04-29 或 2026年4月29日。'];
const CLOCK: Words = ['Write the time like 14:30 or 14:30:05.', '时间请写成 14:30 或 14:30:05。'];
const OFFSET: Words = [
  'Write it with its offset, like 2026-03-29T02:30:00+01:00.',
  '请连同偏移写出，例如 2026-03-29T02:30:00+01:00。',
];

const is = ({ place, found }: Facts, en: string, zh: string): Words => [
  `${place} is "${shown(found)}", ${en}.`,
  `${place} 为「${shown(found)}」，${zh}。`,
];

export const CELL_SENTENCES: Sentences<CellProblemCode> = {
  'cell-empty': ({ place }) => [
    [`${place} is empty, but the event needs it.`, `${place} 为空，而事件需要该项。`],
    [
      'Fill it in; where it may be empty, write "optional" or "otherwise" in the mapping.',
      '请填写；若可为空，请在映射中写 "optional" 或 "otherwise"。',
    ],
  ],
  'cell-number': (facts) => [
    is(facts, 'which is no number', '不是数'),
    ['Write it like 12.5, 1,234.5 or 12%.', '请写成 12.5、1,234.5 或 12%。'],
  ],
  'cell-number-mangled': (facts) => [
    is(facts, 'which a spreadsheet made of a longer number', '是表格软件对较长数字的改写'),
    ['Write all digits, in a cell of the format text.', '请在文本格式的单元格中写出全部数字。'],
  ],
  'cell-digits-lost': (facts) => [
    is(
      facts,
      'a number of more than 15 digits, of which a spreadsheet keeps only 15',
      '数字超过 15 位，而表格软件只保留 15 位',
    ),
    ['Type it again into a cell of the format text.', '请在文本格式的单元格中重新录入。'],
  ],
  'cell-date': (facts) => [is(facts, 'which is no date', '不是日期'), DATE],
  'cell-date-day': (facts) => [is(facts, 'which no calendar shows', '日历上没有这一天'), DATE],
  'cell-date-order': (facts) => [
    is(facts, 'where day and month cannot be told apart', '无法分清日和月'),
    ['Write the year first: 2026-04-29.', '请将年份写在前面：2026-04-29。'],
  ],
  'cell-date-serial': (facts) => [
    is(facts, 'the day number of a spreadsheet', '是表格软件的日期序号'),
    ['Give the column the format of dates, and save the file again.', '请将该列设为日期格式后重新保存。'],
  ],
  'cell-clock': (facts) => [is(facts, 'which no clock shows', '钟表上没有这一时刻'), CLOCK],
  'cell-time-skipped': (facts) => [is(facts, 'over which the clocks were put forward', '因拨快时钟而不存在'), OFFSET],
  'cell-time-twice': (facts) => [
    is(facts, 'which came twice, as the clocks were put back', '因拨慢时钟而出现两次'),
    OFFSET,
  ],
  'cell-flag': (facts) => [
    is(facts, 'which is neither yes nor no', '不是「是」或「否」'),
    ['Write 是 or 否, yes or no, true or false, 1 or 0.', '请写是或否、yes 或 no、true 或 false、1 或 0。'],
  ],
  'cell-code': (facts) => [
    is(facts, `which the mapping does not know; it knows ${facts.known}`, `映射中没有这一写法；现有：${facts.known}`),
    meant(facts.near, ['Correct the cell, or add it to "codes".', '请改正单元格，或将其加入 "codes"。']),
  ],
  'cell-formula': ({ place, found }) => [
    [
      `${place} holds a formula${found === '' ? ', which was never computed' : ''}.`,
      `${place} 是公式${found === '' ? '，且从未计算' : ''}。`,
    ],
    found === ''
      ? ['Open the workbook and save it again, or write the value.', '请打开工作簿重新保存，或直接写出值。']
      : [
          'Write the value, or take what was shown by "formulas": "shown" in the mapping.',
          '请直接写出值，或在映射中写 "formulas": "shown" 以取其显示的值。',
        ],
  ],
  'cell-error': (facts) => [
    is(facts, 'an error of the spreadsheet', '是表格中的错误值'),
    ['Correct the formula, or write the value.', '请改正公式，或直接写出值。'],
  ],
  'cell-merged': ({ place, found }) => [
    [`${place} is merged with ${found}, which holds the value.`, `${place} 与 ${found} 合并，值只在后者中。`],
    ['Unmerge the cells and fill in each row.', '请取消合并并逐行填写。'],
  ],
  'cell-structure': (facts) => [
    is(facts, 'a list or an object', '是列表或对象'),
    ['Give one value; make the rest columns of their own.', '请只给一个值，其余另设列。'],
  ],
  'cell-character': ({ place }) => [
    [
      `${place} holds a character that nobody sees and no attribute may hold.`,
      `${place} 含有不可见的控制字符，属性中不允许。`,
    ],
    ['Type the text again.', '请重新录入。'],
  ],
  'row-id-twice': ({ place, found, row }) => [
    [
      `${place}: the id "${shown(found)}" stands in row ${row} already, with other content.`,
      `${place}：编号「${shown(found)}」已用于第 ${row} 行，且内容不同。`,
    ],
    ['Give one of them an id of its own.', '请给其中一行另取编号。'],
  ],
  'row-refused': ({ place, why, whyzh }) => [
    [`${place}: ${why}`, `${place}：${whyzh}`],
    ['Correct the row, or the mapping.', '请改正该行或映射。'],
  ],
};
