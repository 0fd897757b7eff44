import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { meritlog, workFolder } from './meritlog.js';

const mapping = JSON.stringify({
  kind: 'mapping',
  source: '/school/class-7/register',
  type: 'rule.broken',
  subject: { column: '学号' },
  time: { column: '日期', clock: '09:00' },
  data: { what: { column: '事项', codes: { 迟到: 'late', 旷课: 'absent' } } },
});
const good = '学号,日期,事项\nli-na,2026/4/29,迟到\nsun-yue,2026年4月30日,旷课\n';
const files = {
  'mapping.json': mapping,
  'good.csv': good,
  'bad.csv': `${good}li-na,2026/13/1,迟到\nnobody,2026/5/6,迟到\n`,
};
const line = (table: string, ...more: readonly string[]): string[] => [
  'import',
  table,
  '--mapping',
  'mapping.json',
  '--ledger',
  'class/ledger.db',
  ...more,
];

/** The class with its events in a ledger, as an office would keep them. */
async function school(): Promise<string> {
  const cwd = workFolder(files);
  await meritlog(['append', 'class/ledger.db', 'class/events.jsonl'], { cwd });
  return cwd;
}

test('the same table twice appends its events once', async () => {
  const cwd = await school();
  const first = await meritlog(line('good.csv'), { cwd });
  expect(first).toEqual({
    exit: 0,
    out: '',
    err: '2 rows read (CSV, UTF-8); 0 refused.\n2 events appended to class/ledger.db, 0 known already. It now holds 43.\n',
  });
  const again = await meritlog(line('good.csv', '--lang', 'zh'), { cwd });
  expect(again.err).toContain('已向 class/ledger.db 追加 0 个事件，2 个先前已有。台账现有 43 个事件。');
});

test('one bad row keeps all out, unless the good ones are asked for', async () => {
  const cwd = await school();
  const held = readFileSync(path.join(cwd, 'class/ledger.db'));
  const refused = await meritlog(line('bad.csv'), { cwd });
  expect([refused.exit, readFileSync(path.join(cwd, 'class/ledger.db')).equals(held)]).toEqual([65, true]);
  const partly = await meritlog(line('bad.csv', '--accept-good', '--format', 'json'), { cwd });
  expect(partly.exit).toBe(0);
  expect(JSON.parse(partly.out)).toMatchObject({ rows: 4, refused: 2, events: 2, appended: 2, position: 43 });
});

test('a table of which no row passes stores nothing, whatever was accepted', async () => {
  const cwd = workFolder({ ...files, 'none.csv': '学号,日期,事项\nli-na,soon,迟到\n' });
  const { exit, err } = await meritlog(
    ['import', 'none.csv', '--mapping', 'mapping.json', '--ledger', 'new.db', '--rubric', 'class', '--accept-good'],
    { cwd },
  );
  expect([exit, err.includes('Nothing was stored.'), existsSync(path.join(cwd, 'new.db'))]).toEqual([65, true, false]);
});

test('a dry run prints the events that would be stored, and touches nothing', async () => {
  const cwd = await school();
  const dry = await meritlog(line('good.csv', '--dry-run'), { cwd });
  expect(dry.exit).toBe(0);
  const appended = await meritlog(['append', 'class/ledger.db', '-', '--format', 'json'], { cwd, stdin: dry.out });
  expect(JSON.parse(appended.out)).toEqual({ appended: 2, duplicates: 0, position: 43 });
  const stored = await meritlog(line('good.csv', '--format', 'json'), { cwd });
  expect(JSON.parse(stored.out)).toMatchObject({ appended: 0, duplicates: 2 });
});

test('without a rubric beside the ledger, and none named, the mapping has to say the zone', async () => {
  const cwd = workFolder(files);
  const asked = ['import', 'good.csv', '--mapping', 'mapping.json', '--ledger', 'new.db'];
  const { exit, err } = await meritlog(asked, { cwd });
  expect([exit, err.includes('[zone-missing]')]).toEqual([65, true]);
  expect((await meritlog([...asked, '--dry-run', '--rubric', 'class/rubric.json'], { cwd })).exit).toBe(65);
});

test('a table comes through a pipe', async () => {
  const cwd = await school();
  const { err } = await meritlog(line('-'), { cwd, stdin: good });
  expect(err).toContain('2 events appended');
});

test('an export restored into a new ledger gives the same outcome, and the same export', async () => {
  const cwd = await school();
  await meritlog(line('good.csv'), { cwd });
  expect((await meritlog(['export', 'class/ledger.db', '-o', 'backup.jsonl'], { cwd })).err).toBe(
    '43 events written to backup.jsonl.\n',
  );
  const restored = await meritlog(['import', 'backup.jsonl', '--restore', '--ledger', 'copy.db'], { cwd });
  expect(restored).toEqual({ exit: 0, out: '', err: '43 events restored to copy.db, 0 there already.\n' });
  const exported = await meritlog(['export', 'copy.db'], { cwd });
  expect(exported.out).toBe(readFileSync(path.join(cwd, 'backup.jsonl'), 'utf8'));
  const run = (ledger: string) => meritlog(['run', 'class/rubric.json', ledger, '--format', 'json'], { cwd });
  expect(await run('copy.db')).toEqual(await run('class/ledger.db'));
});

test('an export of what was known then ends then, and one that cannot be written leaves nothing', async () => {
  const cwd = await school();
  const then = await meritlog(['export', 'class/ledger.db', '--known-at', '2020-01-01T00:00:00Z'], { cwd });
  expect(then).toEqual({ exit: 0, out: '', err: '' });
  const nowhere = await meritlog(['export', 'class/ledger.db', '-o', 'nowhere/backup.jsonl'], { cwd });
  expect([nowhere.exit, nowhere.err.includes('[output-unwritable]')]).toEqual([66, true]);
  expect((await meritlog(['export', 'class/ledger.db', '--known-at', 'then'], { cwd })).exit).toBe(64);
  const missing = await meritlog(['export', 'none.db'], { cwd });
  expect([missing.exit, existsSync(path.join(cwd, 'none.db'))]).toEqual([66, false]);
});
