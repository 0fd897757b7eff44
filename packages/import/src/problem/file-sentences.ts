import { meant, type Sentences, shown, type Words } from './words.js';

/** What can be wrong with a table as a whole. */
export type FileProblemCode =
  | 'file-too-large'
  | 'file-old-excel'
  | 'file-not-table'
  | 'encoding-wrong'
  | 'encoding-unsure'
  | 'csv-quote-open'
  | 'csv-quote-inside'
  | 'csv-broken'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'too-many-events'
  | 'too-many-cells'
  | 'cell-too-long'
  | 'sheet-unknown'
  | 'sheet-choose'
  | 'workbook-damaged'
  | 'workbook-path'
  | 'workbook-unpacks'
  | 'workbook-doctype'
  | 'header-empty'
  | 'header-twice'
  | 'column-missing'
  | 'delimiter-other'
  | 'zone-missing';

const AGAIN: Words = [
  'Save it again as CSV with the encoding UTF-8, or as .xlsx.',
  '请另存为 UTF-8 编码的 CSV 或 .xlsx。',
];
const SPLIT: Words = ['Import the table in parts.', '请将表格分几次导入。'];
const RESAVE: Words = [
  'Open it in a spreadsheet program and save it again as .xlsx.',
  '请用表格软件打开后重新另存为 .xlsx。',
];

export const FILE_SENTENCES: Sentences<FileProblemCode> = {
  'file-too-large': ({ size, limit }) => [
    [`The file has ${size} bytes; at most ${limit} are read.`, `文件有 ${size} 字节，最多读取 ${limit} 字节。`],
    SPLIT,
  ],
  'file-old-excel': () => [
    [
      'This is a workbook of the old format .xls, or one that is protected by a password.',
      '这是旧格式 .xls 的工作簿，或设有打开密码的工作簿。',
    ],
    ['Save it as .xlsx without a password.', '请另存为不带密码的 .xlsx。'],
  ],
  'file-not-table': ({ found }) => [
    [`This is ${found}, and no table.`, `该文件是 ${found}，不是表格。`],
    ['Give a CSV file, an .xlsx workbook or JSON Lines.', '请给出 CSV、.xlsx 工作簿或 JSON Lines。'],
  ],
  'encoding-wrong': ({ encoding, at }) => [
    [`The bytes from ${at} on are not ${encoding}.`, `自第 ${at} 字节起的内容不是 ${encoding}。`],
    [
      'Say the right "encoding" in the mapping, or save the file again as UTF-8.',
      '请在映射中写明正确的 "encoding"，或将文件另存为 UTF-8。',
    ],
  ],
  'encoding-unsure': ({ sample }) => [
    [
      `The file is not UTF-8, and whether it is GBK is not sure: it would begin "${shown(sample)}".`,
      `文件不是 UTF-8，也难以断定是 GBK：按 GBK 读取，开头为「${shown(sample)}」。`,
    ],
    [
      'If that is right, write "encoding": "gb18030" in the mapping; else save the file again as UTF-8.',
      '若读取无误，请在映射中写 "encoding": "gb18030"；否则请将文件另存为 UTF-8。',
    ],
  ],
  'csv-quote-open': ({ line }) => [
    [`The quotation mark opened in line ${line} is never closed.`, `第 ${line} 行的引号没有闭合。`],
    ['Close it; a quotation mark within a quoted cell is written twice.', '请补上引号；引号内的引号须写两次。'],
  ],
  'csv-quote-inside': ({ line }) => [
    [`A quotation mark stands amid a cell of line ${line}.`, `第 ${line} 行的单元格中间有引号。`],
    [
      'Put the whole cell into quotation marks, and write those within it twice.',
      '请将整个单元格放入引号，其中的引号写两次。',
    ],
  ],
  'csv-broken': ({ line, said }) => [[`Line ${line} is no CSV: ${said}.`, `第 ${line} 行不是 CSV：${said}。`], AGAIN],
  'too-many-columns': ({ row, limit }) => [
    [`Row ${row} has more than ${limit} columns.`, `第 ${row} 行超过 ${limit} 列。`],
    ['Keep the columns that the mapping reads, and save it again.', '请只保留映射所用的列后重新保存。'],
  ],
  'too-many-rows': ({ limit }) => [[`More than ${limit} rows hold something.`, `有内容的行超过 ${limit} 行。`], SPLIT],
  'too-many-events': ({ limit }) => [
    [`The rows give more than ${limit} events.`, `各行产生的事件超过 ${limit} 个。`],
    SPLIT,
  ],
  'too-many-cells': ({ limit }) => [
    [`More than ${limit} cells hold something.`, `有内容的单元格超过 ${limit} 个。`],
    [
      'Keep the columns that the mapping reads, or import the table in parts.',
      '请只保留映射所用的列，或将表格分几次导入。',
    ],
  ],
  'cell-too-long': ({ cell, limit }) => [
    [`The cell ${cell} holds more than ${limit} characters.`, `单元格 ${cell} 超过 ${limit} 个字符。`],
    ['Shorten it; long evidence belongs into a file of its own.', '请缩短；较长的材料应另存为文件。'],
  ],
  'sheet-unknown': ({ sheet, known, near }) => [
    [`There is no sheet "${shown(sheet)}"; there are: ${known}.`, `没有工作表「${shown(sheet)}」；现有：${known}。`],
    meant(near, ['Write one of these as "sheet" in the mapping.', '请在映射的 "sheet" 中写其中之一。']),
  ],
  'sheet-choose': ({ known }) => [
    [`The workbook has several sheets: ${known}.`, `工作簿中有多个工作表：${known}。`],
    ['Say which one as "sheet" in the mapping.', '请在映射的 "sheet" 中写明用哪一个。'],
  ],
  'workbook-damaged': ({ part, why }) => [
    [`The workbook is damaged: ${part}: ${shown(why)}.`, `工作簿已损坏：${part}：${shown(why)}。`],
    RESAVE,
  ],
  'workbook-path': ({ name }) => [
    [
      `The workbook names a part "${shown(name)}", which leads out of it; no honest program writes that.`,
      `工作簿中有指向外部的部件名「${shown(name)}」，正常软件不会这样写。`,
    ],
    ['Nothing was unpacked. Ask whoever sent it for a new one.', '没有解压任何内容。请向发送者索取新文件。'],
  ],
  'workbook-unpacks': ({ size, limit }) => [
    [
      `The workbook would unpack to ${size} bytes; at most ${limit} are read.`,
      `工作簿解压后有 ${size} 字节，最多读取 ${limit} 字节。`,
    ],
    SPLIT,
  ],
  'workbook-doctype': ({ part }) => [
    [
      `The workbook declares XML entities in ${part}; no honest program writes that.`,
      `工作簿的 ${part} 中声明了 XML 实体，正常软件不会这样写。`,
    ],
    ['Nothing was expanded. Ask whoever sent it for a new one.', '没有展开任何内容。请向发送者索取新文件。'],
  ],
  'header-empty': ({ row }) => [
    [`Row ${row} is to name the columns, but it is empty.`, `第 ${row} 行应为表头，但没有内容。`],
    [
      'Say as "header" in the mapping which row does; 0 where none does.',
      '请在映射的 "header" 中写明表头所在的行；没有表头写 0。',
    ],
  ],
  'header-twice': ({ name, first, second }) => [
    [
      `Two columns are called "${shown(name)}": ${first} and ${second}.`,
      `有两列都叫「${shown(name)}」：${first} 和 ${second}。`,
    ],
    ['Rename the one that is not meant.', '请将其中不用的一列改名。'],
  ],
  'column-missing': ({ name, row, known, near }) => [
    [
      `No column is called "${shown(name)}"${row === '' ? '' : ` in row ${row}`}; there are: ${known}.`,
      `${row === '' ? '' : `第 ${row} 行`}没有名为「${shown(name)}」的列；现有：${known}。`,
    ],
    meant(near, [
      'Correct the mapping, or say as "header" which row names the columns.',
      '请改正映射，或在 "header" 中写明表头所在的行。',
    ]),
  ],
  'delimiter-other': ({ delimiter }) => [
    [`The columns are parted by ${delimiter}, not by a comma.`, `各列以 ${delimiter} 分隔，而不是逗号。`],
    [`Write "delimiter": ${delimiter} in the mapping.`, `请在映射中写 "delimiter": ${delimiter}。`],
  ],
  'zone-missing': () => [
    ['Nothing says in which time zone the dates are.', '没有说明日期所在的时区。'],
    ['Write "zone": "+08:00" in the mapping, or name the rubric.', '请在映射中写 "zone": "+08:00"，或指明规则。'],
  ],
};
