import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importTable, readMapping } from '../src/index.js';
import { bytesOf, imported, mappingOf, refusal } from './table.js';
import { number, sheetOf, text, workbook } from './workbook.js';

const good = [text('li-na'), text('2026/4/29'), text('x')];
const codeOf = (bytes: string | Uint8Array): string | undefined => refusal(bytes)[0]?.code;

/** Runs it, and says how long it took and how much the memory grew. */
function measured(work: () => void): { readonly seconds: number; readonly megabytes: number } {
  const [memory, started] = [process.memoryUsage().rss, performance.now()];
  work();
  return { seconds: (performance.now() - started) / 1000, megabytes: (process.memoryUsage().rss - memory) / 1e6 };
}

/** What a loaded machine still keeps to: nothing here takes a second on an idle one. */
const BOUNDS = { seconds: 30, megabytes: 700 };

function withinBounds(work: () => void): void {
  const spent = measured(work);
  expect(spent.seconds).toBeLessThan(BOUNDS.seconds);
  expect(spent.megabytes).toBeLessThan(BOUNDS.megabytes);
}

test('a zip bomb is refused by its declared size, before it is unpacked', () => {
  const bomb = declaring(workbook({ sheet: sheetOf(good) }), 300 * 1024 * 1024);
  withinBounds(() => expect(codeOf(bomb)).toBe('workbook-unpacks'));
});

test('a zip bomb that lies about its size is cut off, and found to be damaged', () => {
  const bomb = declaring(workbook({ sheet: sheetOf(good), strings: ' '.repeat(20_000_000) }), 10);
  withinBounds(() => expect(codeOf(bomb)).toBe('workbook-damaged'));
});

/** A workbook whose directory says of each part that it has so many bytes. */
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 4 <= bytes.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
}

test.each(['../evil.xml', '/etc/passwd', 'xl/../../evil.xml', 'C:\\evil.xml', 'xl\\..\\evil.xml'])(
  'a part of a workbook that is called %s is refused, whatever else is right',
  (name) => expect(codeOf(workbook({ sheet: sheetOf(good), more: { [name]: 'x' } }))).toBe('workbook-path'),
);

test('entities that a workbook declares are never expanded', () => {
  const entities = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
  expect(codeOf(workbook({ sheet: entities + sheetOf(good) }))).toBe('workbook-doctype');
  expect(codeOf(workbook({ sheet: sheetOf([text('&a;'), ...good.slice(1)]) }))).toBe('workbook-damaged');
});

test('XML that is torn, too deep or no XML is a damaged workbook', () => {
  expect(codeOf(workbook({ sheet: sheetOf(good).slice(0, -30) }))).toBe('workbook-damaged');
  expect(codeOf(workbook({ sheet: '<a>'.repeat(100_000) }))).toBe('workbook-damaged');
  expect(codeOf(workbook({ sheet: 'PK' }))).toBe('workbook-damaged');
  expect(codeOf(zipSync({ 'hello.txt': strToU8('hello') }))).toBe('workbook-damaged');
  expect(codeOf(workbook({ sheet: sheetOf(good) }).subarray(0, 200))).toBe('workbook-damaged');
});

test('a million columns are refused, full or empty, and empty cells of a sheet cost nothing', () => {
  const commas = ','.repeat(1_000_000);
  withinBounds(() => expect(codeOf(`学号,日期,事项${commas}\n`)).toBe('too-many-columns'));
  withinBounds(() => expect(codeOf(`学号,日期,事项\nli-na,2026/4/29,x${commas}\n`)).toBe('too-many-columns'));
  const wide = sheetOf([...good, ...Array.from({ length: 16_381 }, () => '<c s="1"/>')]);
  withinBounds(() => expect(imported(workbook({ sheet: wide })).events).toHaveLength(1));
  expect(codeOf(workbook({ sheet: sheetOf([...good, ...Array.from({ length: 17_000 }, () => '<c/>')]) }))).toBe(
    'workbook-damaged',
  );
  expect(codeOf(workbook({ sheet: sheetOf(Array.from({ length: 1001 }, () => text('x'))) }))).toBe('too-many-columns');
});

test('a million empty rows are passed over', () => {
  const sheet = sheetOf(good).replace('</sheetData>', `${'<row/>'.repeat(1_000_000)}</sheetData>`);
  withinBounds(() => expect(imported(workbook({ sheet })).events).toHaveLength(1));
  withinBounds(() =>
    expect(imported(`学号,日期,事项\nli-na,2026/4/29,x\n${',,\n'.repeat(1_000_000)}`).events).toHaveLength(1),
  );
  const past = sheetOf(good).replace('</sheetData>', '<row r="1048577"/></sheetData>');
  expect(codeOf(workbook({ sheet: past }))).toBe('workbook-damaged');
});

test('more rows than a ledger takes at once are refused as such', () => {
  const rows = 'a,2026/4/29,x\n'.repeat(100_001);
  expect(imported(`学号,日期,事项\n${'a,2026/4/29,x\n'.repeat(7)}`, {}, { limits: { rows: 7 } }).events).toHaveLength(
    7,
  );
  withinBounds(() => expect(codeOf(`学号,日期,事项\n${rows}`)).toBe('too-many-rows'));
});

test('cells of very many codes give no more events than a ledger takes at once', () => {
  const rows = `a,2026/4/29,${'x、'.repeat(16_000)}\n`.repeat(200);
  const each = { column: '事项', split: '、' };
  withinBounds(() => expect(refusal(`学号,日期,事项\n${rows}`, { each })[0]?.code).toBe('too-many-events'));
});

test('more cells than a mapping can mean are refused, in whatever form', () => {
  const limits = { cells: 7 };
  expect(refusal(`学号,日期,事项\n${'a,2026/4/29,x\n'.repeat(2)}`, {}, { limits })[0]?.code).toBe('too-many-cells');
  expect(refusal(workbook({ sheet: sheetOf(good, good) }), {}, { limits })[0]?.code).toBe('too-many-cells');
  expect(refusal('{"a":1}\n'.repeat(20), {}, { limits: { rows: 7 } })[0]?.code).toBe('too-many-rows');
});

test('merged ranges over everything cost no more than a look', () => {
  const merged = '<mergeCell ref="A2:XFD1048576"/>'.repeat(2000);
  const sheet = sheetOf(good).replace('</sheetData>', `</sheetData><mergeCells>${merged}</mergeCells>`);
  withinBounds(() => expect(imported(workbook({ sheet })).events).toHaveLength(1));
});

test('a cell of ten megabytes is refused by its name', () => {
  const long = 'x'.repeat(10_000_000);
  const named = (bytes: string | Uint8Array) => refusal(bytes).map(({ code, facts }) => [code, facts.cell]);
  withinBounds(() => expect(named(`学号,日期,事项\nli-na,2026/4/29,${long}\n`)).toEqual([['cell-too-long', 'C2']]));
  withinBounds(() => expect(named(`学号,日期,事项\n"${long}",2026/4/29,x\n`)).toEqual([['cell-too-long', 'A2']]));
  withinBounds(() =>
    expect(named(workbook({ sheet: sheetOf([...good.slice(1), text(long)]) }))).toEqual([['cell-too-long', 'C2']]),
  );
  withinBounds(() => expect(named(`{"学号": "${long.slice(0, 40_000)}"}\n`)).toEqual([['cell-too-long', '学号']]));
});

test('quotation marks that do not match are told with the line where they begin', () => {
  const at = (table: string) => refusal(table).map(({ code, line }) => [code, line]);
  expect(at('学号,日期,事项\nli-na,2026/4/29,"late\nsun-yue,2026/4/29,x\n')).toEqual([['csv-quote-open', 2]]);
  expect(at('学号,日期,事项\nli-na,2026/4/29,a"b"c\n')).toEqual([['csv-quote-inside', 2]]);
  expect(at('学号,日期,事项\nli-na,2026/4/29,"late"x\n')).toEqual([['csv-quote-inside', 2]]);
});

test('columns that are missing, or there twice, are told all at once; those that nobody reads may be', () => {
  const told = (table: string) => refusal(table).map(({ code, facts }) => [code, facts.name, facts.near ?? '']);
  expect(told('学 号,日期,日期,事由\n')).toEqual([
    ['column-missing', '学号', '学 号'],
    ['header-twice', '日期', ''],
    ['column-missing', '事项', '事由'],
  ]);
  expect(told('')).toEqual([['header-empty', undefined, '']]);
  expect(imported('学号,日期,事项,备注,备注,,\nli-na,2026/4/29,x,1,2,,\n').events).toHaveLength(1);
});

test('what is larger than any honest table is not read at all', () => {
  expect(refusal('学号,日期,事项\n', {}, { limits: { bytes: 10 } })[0]).toMatchObject({
    code: 'file-too-large',
    facts: { limit: 10 },
  });
});

test('at most so many problems are told, but all refused rows are counted', () => {
  const all = imported(`学号,日期,事项\n${'a,x,x\n'.repeat(5000)}`);
  expect([all.problems.length, all.refused.size, all.events.length]).toEqual([1000, 5000, 0]);
});

test('a hostile cell stays within its sentence', () => {
  const [problem] = imported(`学号,日期,事项\na,"\u202e2026/4/29${'九'.repeat(500)}",x\n`).problems;
  expect(problem?.message.en).toMatch(/^B2 \(日期\) is "�2026\/4\/29九+…", which is no date\.$/);
});

test('a formula in a CSV file is a text like any other', () => {
  const { events } = imported('学号,日期,事项\nli-na,2026/4/29,"=HYPERLINK(""http://x"")"\n');
  expect(events[0]?.event.data).toEqual({ what: '=HYPERLINK("http://x")' });
});

test('whatever bytes come, they are imported or refused, and nothing is thrown', () => {
  const mapping = readMapping(JSON.parse(JSON.stringify(mappingOf())));
  if (!mapping.ok) throw new Error('the mapping is wrong');
  const honest = [
    bytesOf('学号,日期,事项\nli-na,2026/4/29,x\n'),
    workbook({ sheet: sheetOf([...good.slice(1), number('1')]) }),
  ];
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let round = 0; round < 400; round += 1) {
    const bytes = Uint8Array.from(honest[round % 2] ?? []);
    for (let change = 0; change <= random(6); change += 1) bytes[random(bytes.length)] = random(256);
    const result = importTable(bytes.subarray(0, bytes.length - random(3) * random(40)), mapping.value);
    if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
  }
});
