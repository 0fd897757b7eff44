import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { faults, imported, refusal } from './table.js';
import { number, sheetOf, text, workbook } from './workbook.js';

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="000000"/><numFmt numFmtId="166" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs></styleSheet>';

test('a workbook that another program wrote is read: texts, dates, numbers, flags', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '四月',
        rows: [
          ['学号', '日期', '分值', '公开'],
          ['li-na', new Date(Date.UTC(2026, 3, 29, 14, 30)), 1.1, true],
          ['sun-yue', '2026年4月30日', '１２％', '否'],
        ],
      },
    ],
  });
  const { events, read, problems } = imported(bytes, {
    data: { points: { column: '分值', kind: 'number' }, open: { column: '公开', kind: 'flag' } },
  });
  expect({ read, problems }).toEqual({ read: { format: 'xlsx', sheet: '四月' }, problems: [] });
  expect(events.map(({ event: { subject, time, data } }) => [subject, time, data])).toEqual([
    ['li-na', '2026-04-29T14:30:00+08:00', { points: 1.1, open: true }],
    ['sun-yue', '2026-04-30T00:00:00+08:00', { points: 0.12, open: false }],
  ]);
});

test('cells are dates by their format, in the system of their workbook', () => {
  const sheet = sheetOf(
    [text('a'), number('46141', 1), text('x')],
    [text('b'), number('46141.6041666667', 2), text('x')],
    [text('c'), number('46141', 5), text('x')],
    [text('d'), number('46141'), text('x')],
  );
  const all = imported(workbook({ sheet, styles: STYLES }));
  expect(all.events.map(({ event }) => event.time)).toEqual(['2026-04-29T00:00:00+08:00', '2026-04-29T14:30:00+08:00']);
  expect(faults(all)).toEqual(['B4 (日期) cell-date-serial', 'B5 (日期) cell-date-serial']);
  const from1904 = '<workbook><workbookPr date1904="1"/><sheets><sheet name="六月" r:id="r1"/></sheets></workbook>';
  const later = imported(workbook({ sheet, styles: STYLES, workbook: from1904 }));
  expect(later.events[0]?.event.time).toBe('2030-04-30T00:00:00+08:00');
});

test('a time of day has a cell of its own', () => {
  const sheet = sheetOf([text('a'), number('46141', 1), number('0.604166666666667', 6)]);
  const { events } = imported(workbook({ sheet, styles: STYLES }), {
    time: { column: '日期', clock: { column: '事项' } },
    data: {},
  });
  expect(events[0]?.event.time).toBe('2026-04-29T14:30:00+08:00');
});

test('numbers that name people keep the zeros that are shown, and those that lost digits are refused', () => {
  const sheet = sheetOf(
    [number('1234', 3), text('2026/4/29'), text('x')],
    [number('440301199001011234'), text('2026/4/29'), text('x')],
    [number('20260401'), text('2026/4/29'), text('x')],
  );
  const all = imported(workbook({ sheet, styles: STYLES }));
  expect(all.events.map(({ event }) => event.subject)).toEqual(['001234', '20260401']);
  expect(faults(all)).toEqual(['A3 (学号) cell-digits-lost']);
});

test('a number is what the sheet shows of it, not the tail of a binary fraction', () => {
  const values = ['0.30000000000000004', '1.1000000000000001', '1E-3', '-0.5'];
  const sheet = sheetOf(...values.map((value) => [text('a'), text('2026/4/29'), number(value)]));
  const all = imported(workbook({ sheet }), { data: { points: { column: '事项', kind: 'number' } } });
  expect(all.events.map(({ event }) => event.data?.points)).toEqual([0.3, 1.1, 0.001, -0.5]);
});

test('a formula is refused, or stands for what it last showed where the mapping says so', () => {
  const row = (cell: string) => [text('a'), text('2026/4/29'), cell];
  const sheet = sheetOf(
    row('<c><f>1+1</f><v>2</v></c>'),
    row('<c t="str"><f>A1&amp;""</f><v>two</v></c>'),
    row('<c><f>1+1</f></c>'),
    row('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    row('<c t="e"><v>#N/A</v></c>'),
  );
  const refused = ['C2', 'C3', 'C4', 'C5'].map((cell) => `${cell} (事项) cell-formula`);
  expect(faults(imported(workbook({ sheet })))).toEqual([...refused, 'C6 (事项) cell-error']);
  const shown = imported(workbook({ sheet }), { formulas: 'shown' });
  expect(shown.events.map(({ event }) => event.data?.what)).toEqual(['2', 'two']);
  expect(faults(shown)).toEqual(['C4 (事项) cell-formula', 'C5 (事项) cell-error', 'C6 (事项) cell-error']);
});

test('a formula in a column that nobody reads is no matter', () => {
  const sheet = sheetOf([text('a'), text('2026/4/29'), text('x'), '<c><f>1+1</f><v>2</v></c>']);
  expect(imported(workbook({ sheet })).problems).toEqual([]);
});

test('shared texts are read without the readings above their characters', () => {
  const strings =
    '<sst><si><t>学号</t></si><si><r><t>日</t></r><r><t>期</t></r><rPh><t>rìqī</t></rPh></si><si><t xml:space="preserve"> 事项　</t></si><si><t>li-na</t></si></sst>';
  const shared = (n: number): string => `<c t="s"><v>${n}</v></c>`;
  const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row>${[0, 1, 2].map(shared).join('')}</x:row><x:row>${shared(3)}${text('2026/4/29')}${shared(3)}</x:row></x:sheetData></x:worksheet>`;
  expect(imported(workbook({ sheet, strings })).events[0]?.event.subject).toBe('li-na');
});

test('a cell that refers to a text that is not there is told, not taken for empty', () => {
  const sheet = sheetOf([text('a'), text('2026/4/29'), '<c t="s"><v>99</v></c>']);
  const optional = { data: { what: { column: '事项', optional: true } } };
  expect(faults(imported(workbook({ sheet }), optional))).toEqual(['C2 (事项) cell-error']);
});

test('a merged cell says where its value is', () => {
  const sheet = sheetOf([text('a'), text('2026/4/29'), text('x')], [text('b'), '', text('y')]).replace(
    '</sheetData>',
    '</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
  );
  const cells = sheet.replace(text('b') + text('y'), `${text('b')}<c r="C3" t="inlineStr"><is><t>y</t></is></c>`);
  const all = imported(workbook({ sheet: cells }));
  expect(faults(all)).toEqual(['B3 (日期) cell-merged']);
  expect(all.problems[0]?.message).toEqual({
    en: 'B3 (日期) is merged with B2, which holds the value.',
    zh: 'B3 (日期) 与 B2 合并，值只在后者中。',
  });
});

test('of several sheets the mapping chooses', () => {
  const sheets =
    '<sheets><sheet name="五月" r:id="r0"/><sheet name="六月" r:id="r1"/><sheet name="代码" state="hidden" r:id="r2"/></sheets>';
  const bytes = workbook({
    sheet: sheetOf([text('a'), text('2026/4/29'), text('x')]),
    workbook: `<workbook>${sheets}</workbook>`,
  });
  expect(refusal(bytes)[0]).toMatchObject({ code: 'sheet-choose', facts: { known: '五月, 六月, 代码' } });
  expect(refusal(bytes, { sheet: '六 月' })[0]?.code).toBe('sheet-unknown');
  expect(imported(bytes, { sheet: '六月' }).events).toHaveLength(1);
});

test('the same table gives the same events and ids as a sheet and as CSV', () => {
  const sheet = sheetOf([text('li-na'), number('46141', 1), text('迟到')]);
  const fromSheet = imported(workbook({ sheet, styles: STYLES }));
  const fromCsv = imported('学号,日期,事项\nli-na,2026/4/29,迟到\n');
  expect(fromSheet.events.map(({ event }) => event)).toEqual(fromCsv.events.map(({ event }) => event));
});
