import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEvents, parseRubric } from '@meritlog/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRows } from '../src/index.js';
import { bytesOf, faults, imported, refusal } from './table.js';

const REGISTER = '学号,日期,事项\nli-na,2026/4/29,迟到\nsun-yue,2026年4月30日 下午2:30,旷课\n';

test('rows become events in the zone of the mapping, with ids made of their content', () => {
  const { events, rows, read, problems } = imported(REGISTER);
  expect({ rows, read, problems }).toEqual({ rows: 2, read: { format: 'csv', encoding: 'UTF-8' }, problems: [] });
  expect(events.map(({ event }) => event)).toEqual([
    {
      specversion: '1.0',
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      source: '/school/class-7',
      type: 'rule.broken',
      subject: 'li-na',
      time: '2026-04-29T00:00:00+08:00',
      data: { what: '迟到' },
    },
    expect.objectContaining({ subject: 'sun-yue', time: '2026-04-30T14:30:00+08:00' }),
  ]);
});

test('ids hang on what is read of a row, not on the order of rows or on other columns', () => {
  const ids = (text: string): readonly string[] => imported(text).events.map(({ event }) => event.id);
  const [first, second] = ids(REGISTER);
  expect(ids(REGISTER)).toEqual([first, second]);
  expect(ids('备注,事项,学号,日期\nx,旷课,sun-yue,2026-4-30 14:30\n,迟到, li-na　,2026.4.29\n')).toEqual([
    second,
    first,
  ]);
});

test('equal rows are as many events, with ids that number them', () => {
  const row = 'li-na,2026/4/29,迟到\n';
  const { events } = imported(`学号,日期,事项\n${row}${row}${row}`);
  const [id = ''] = events.map(({ event }) => event.id);
  expect(events.map(({ event }) => event.id)).toEqual([id, `${id}-2`, `${id}-3`]);
});

test('ids of a column are taken; the same one again is a repetition, or a clash', () => {
  const table = '编号,学号,日期,事项\n1,li-na,2026/4/29,迟到\n1,li-na,2026/4/29,迟到\n1,li-na,2026/4/30,迟到\n';
  const all = imported(table, { id: { column: '编号' } });
  expect({ ids: all.events.map(({ event }) => event.id), repeated: all.repeated, faults: faults(all) }).toEqual({
    ids: ['1'],
    repeated: 1,
    faults: ['A4 (编号) row-id-twice'],
  });
});

test('codes decide types and values; several codes in a cell are several events', () => {
  const { events } = imported('学号,日期,代码\nli-na,2026/4/29,"A1、Ｂ2"\nsun-yue,2026/4/29,b2\n', {
    each: { column: '代码', split: '、,' },
    type: { column: '代码', codes: { A1: 'rule.broken', B2: 'merit.earned', b2: 'merit.earned' } },
    data: { code: { column: '代码' }, level: { column: '代码', codes: { A1: 1, B2: 2, b2: 2 } } },
  });
  expect(events.map(({ event: { type, subject, data } }) => [type, subject, data])).toEqual([
    ['rule.broken', 'li-na', { code: 'A1', level: 1 }],
    ['merit.earned', 'li-na', { code: 'Ｂ2', level: 2 }],
    ['merit.earned', 'sun-yue', { code: 'b2', level: 2 }],
  ]);
});

test('data has kinds, constants, lists, and what an empty cell stands for', () => {
  const { events } = imported('学号,日期,分值,公开,当天,标签,备注\nli-na,2026/4/29,"1,234.5",是,2026/4/28,a、b;c,\n', {
    data: {
      points: { column: '分值', kind: 'number' },
      open: { column: '公开', kind: 'flag' },
      day: { column: '当天', kind: 'date' },
      tags: { column: '标签', split: '、;' },
      note: { column: '备注', optional: true },
      grade: { column: '备注', otherwise: 'none' },
      from: { is: ['a', { b: 1 }] },
      year: 2026,
    },
  });
  expect(events[0]?.event.data).toEqual({
    points: 1234.5,
    open: true,
    day: '2026-04-28',
    tags: ['a', 'b', 'c'],
    grade: 'none',
    from: ['a', { b: 1 }],
    year: 2026,
  });
});

test('a clock is a constant or a column of its own', () => {
  const table = '学号,日期,时间,事项\nli-na,2026/4/29,下午2:30,迟到\nli-na,2026/4/29,,迟到\n';
  const times = (clock: string | { column: string; otherwise?: string }): readonly string[] =>
    imported(table, { time: { column: '日期', clock } }).events.map(({ event }) => event.time.slice(11, 16));
  expect(times('09:00')).toEqual(['09:00', '09:00']);
  expect(times({ column: '时间' })).toEqual(['14:30', '00:00']);
  expect(times({ column: '时间', otherwise: '8:00' })).toEqual(['14:30', '08:00']);
});

test('all that is wrong with the rows is told at once, with cell and column, and the good rows stand', () => {
  const all = imported(
    '学号,日期,事项,分值\n,2026/13/1,迟到,x\nli-na,2026/4/29,迟到,3\nli-na,29/4/2026,chidao,4.40E+17\n',
    {
      data: {
        what: { column: '事项', codes: { 迟到: 'late', 早退: 'early' } },
        points: { column: '分值', kind: 'number' },
      },
    },
  );
  expect(faults(all)).toEqual([
    'A2 (学号) cell-empty',
    'B2 (日期) cell-date-day',
    'D2 (分值) cell-number',
    'B4 (日期) cell-date-order',
    'C4 (事项) cell-code',
    'D4 (分值) cell-number-mangled',
  ]);
  expect(all.events.map(({ row }) => row.number)).toEqual([3]);
  expect([...all.refused]).toEqual([2, 4]);
});

test('a mapping without header reads columns by their letters, and a later header can be named', () => {
  const slots = { subject: { column: 'A' }, time: { column: 'B' }, data: { what: { column: 'C' } } };
  expect(imported('li-na,2026/4/29,迟到\n', { header: 0, ...slots }).events).toHaveLength(1);
  const titled = `四月考勤,,\n\n${REGISTER}`;
  expect(imported(titled, { header: 3 }).events.map(({ row }) => [row.number, row.line])).toEqual([
    [4, 4],
    [5, 5],
  ]);
  expect(refusal(titled).map(({ code }) => code)).toEqual(['column-missing', 'column-missing', 'column-missing']);
  expect(refusal(titled, { header: 2 }).map(({ code }) => code)).toEqual(['header-empty']);
});

test('another delimiter is never guessed, but it is named', () => {
  const table = REGISTER.replaceAll(',', ';');
  expect(refusal(table)).toMatchObject([{ code: 'delimiter-other', facts: { delimiter: '";"' } }]);
  expect(refusal(REGISTER.replaceAll(',', '\t'))[0]?.fix?.en).toBe('Write "delimiter": "\\t" in the mapping.');
  expect(imported(table, { delimiter: ';' }).events).toHaveLength(2);
});

test('JSON Lines are rows, too', () => {
  const line = { 学号: 'li-na', 日期: '2026/4/29', 事项: '迟到', points: 3, open: true, none: null, deep: [1] };
  const { events, read } = imported(`${JSON.stringify(line)}\n`, {
    data: { points: { column: 'points', kind: 'number' }, open: { column: 'open', kind: 'flag' } },
  });
  expect(read).toEqual({ format: 'jsonl', encoding: 'UTF-8' });
  expect(events[0]?.event.data).toEqual({ points: 3, open: true });
  expect(faults(imported(`${JSON.stringify(line)}\n`, { data: { deep: { column: 'deep' } } }))).toEqual([
    '1 (deep) cell-structure',
  ]);
  expect(refusal('{"学号": 1}\n{"a": \n')[0]?.code).toMatch(/^json\./);
});

test('what a rubric says of an event is told at the cell, and rows that lean on refused ones are refused, too', () => {
  const folder = path.resolve(import.meta.dirname, '../../../examples/class-conduct');
  const rubric = parseRubric(readFileSync(path.join(folder, 'rubric.json'), 'utf8'));
  const ledger = rubric.ok
    ? parseEvents(rubric.value, readFileSync(path.join(folder, 'events.jsonl'), 'utf8'))
    : rubric;
  if (!rubric.ok || !ledger.ok) throw new Error('the example has changed');
  const row = (id: string, more: string): string => `${id},li-na,2026/4/29,${more}\n`;
  const table = imported(
    `编号,学号,日期,分值,冲正,类型\n${row('1', ',x2,冲正')}${row('x2', 'three,,加分')}${row('3', '3,,加分')}`,
    {
      id: { column: '编号' },
      type: { column: '类型', codes: { 冲正: 'meritlog.event.voided', 加分: 'merit.earned' } },
      data: {
        points: { column: '分值', optional: true },
        id: { column: '冲正', optional: true },
        reason: { column: '冲正', optional: true },
      },
    },
  );
  expect(table.problems).toEqual([]);
  const checked = checkRows(rubric.value, ledger.value, table, 'a.csv');
  expect(checked.events.map(({ event }) => event.id)).toEqual(['3']);
  expect(checked.problems.map(({ code, line, message }) => [code, line, message.en.split(':')[0]])).toEqual([
    ['field-kind', 3, 'D3 (分值)'],
    ['void-unknown-event', 2, 'E2 (冲正)'],
  ]);
});

test('what is quoted as CSV quotes comes back as it was, cell by cell', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '汉', ' ', ';', '=') })
    .map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (notes) => {
      const quoted = notes.map((note) => `li-na,2026/4/29,"${note.replaceAll('"', '""')}"\r\n`);
      const { events } = imported(`学号,日期,事项\r\n${quoted.join('')}`, {
        data: { what: { column: '事项', otherwise: '' } },
      });
      expect(events.map(({ event }) => event.data?.what)).toEqual(notes);
    }),
  );
});

test('the bytes of a table are read in the encoding that they have, and which one is told', () => {
  const utf16 = (order: 'le' | 'be', mark: boolean): Uint8Array => {
    const little = new Uint8Array(Buffer.from(`${mark ? '\ufeff' : ''}${REGISTER}`, 'utf16le'));
    return order === 'le' ? little : new Uint8Array(Buffer.from(little).swap16());
  };
  const read = (bytes: Uint8Array) => {
    const all = imported(bytes);
    return [all.read.encoding, all.events.map(({ event }) => event.data?.what)];
  };
  const whats = ['迟到', '旷课'];
  expect(read(bytesOf(REGISTER))).toEqual(['UTF-8', whats]);
  expect(read(bytesOf(`\ufeff${REGISTER}`))).toEqual(['UTF-8', whats]);
  expect(read(utf16('le', true))).toEqual(['UTF-16LE', whats]);
  expect(read(utf16('be', true))).toEqual(['UTF-16BE', whats]);
  expect(read(utf16('le', false))).toEqual(['UTF-16LE', whats]);
  expect(read(utf16('be', false))).toEqual(['UTF-16BE', whats]);
  expect(read(gbk(REGISTER))).toEqual(['GB18030', whats]);
});

test('bytes that are of no encoding, of another than was said, or of one that cannot be told, are refused', () => {
  expect(refusal(new Uint8Array([0xe5, 0xad, 0xa6, 0x2c, 0xff, 0xff]))[0]).toMatchObject({ code: 'encoding-wrong' });
  expect(refusal(gbk(REGISTER), { encoding: 'utf-8' })[0]).toMatchObject({ code: 'encoding-wrong' });
  const big5 = new Uint8Array([
    0xbe, 0xc7, 0xb8, 0xb9, 0x2c, 0xa4, 0xe9, 0xb4, 0xc1, 0x2c, 0xa8, 0xc6, 0xb6, 0xb5, 0x0a,
  ]);
  expect(refusal(big5)[0]).toMatchObject({ code: 'encoding-unsure' });
  const latin = new Uint8Array([0x6e, 0x6f, 0x74, 0xe9, 0x2c, 0x64, 0xe9, 0x0a]);
  expect(refusal(latin)[0]?.code).toMatch(/^encoding-/);
  expect(refusal(bytesOf('%PDF-1.7'))[0]?.code).toBe('file-not-table');
  expect(refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))[0]?.code).toBe('file-old-excel');
  expect(refusal(bytesOf('a\0b,c\n'))[0]?.code).toBe('file-not-table');
});

/** GBK by turning the decoder round: platforms encode nothing but UTF-8. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf7; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return new Uint8Array([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}
