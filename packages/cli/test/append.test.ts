import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { event, meritlog, workFolder } from './meritlog.js';

const one = event('x1', 'rule.broken', { what: 'late' });
const two = event('x2', 'rule.broken', { what: 'litter' });

test('a ledger made by append gives the places that its event file gives', async () => {
  const cwd = workFolder();
  const appended = await meritlog(['append', 'ledger.db', 'class/events.jsonl', '--rubric', 'class'], { cwd });
  expect(appended).toEqual({ exit: 0, out: '', err: '41 events appended to ledger.db. It now holds 41.\n' });
  const fromLedger = await meritlog(['run', 'class/rubric.json', 'ledger.db'], { cwd });
  expect(fromLedger).toEqual(await meritlog(['run', 'class'], { cwd }));
});

test('what the ledger has already is passed over and counted, in both languages', async () => {
  const cwd = workFolder({ 'a.jsonl': one, 'b.jsonl': one + two + two });
  await meritlog(['append', 'ledger.db', 'a.jsonl'], { cwd });
  const again = await meritlog(['append', 'ledger.db', 'a.jsonl'], { cwd });
  expect(again).toEqual({
    exit: 0,
    out: '',
    err: '0 events appended to ledger.db; 1 duplicate was passed over. It now holds 1.\n',
  });
  const mixed = await meritlog(['append', 'ledger.db', 'b.jsonl', '--lang', 'zh'], { cwd });
  expect(mixed).toEqual({
    exit: 0,
    out: '',
    err: '已向 ledger.db 追加 1 个事件；跳过 2 个重复事件。台账现有 2 个事件。\n',
  });
  const counted = await meritlog(['append', 'ledger.db', 'b.jsonl', '--format', 'json'], { cwd });
  expect(JSON.parse(counted.out)).toEqual({ appended: 0, duplicates: 3, position: 2 });
});

test('one bad event keeps all others out, with a rubric and without', async () => {
  const cwd = workFolder({ 'a.jsonl': one, 'bad.jsonl': two + event('x1', 'rule.broken', { what: 'absent' }) });
  await meritlog(['append', 'ledger.db', 'a.jsonl'], { cwd });
  const clash = await meritlog(['append', 'ledger.db', 'bad.jsonl'], { cwd });
  expect(clash.exit).toBe(65);
  expect(clash.err).toContain('bad.jsonl:2:1 error [append-other-content]');
  expect((await meritlog(['append', 'ledger.db', 'a.jsonl', '--format', 'json'], { cwd })).out).toContain(
    '"position":1',
  );
  const refused = await meritlog(['append', 'new.db', 'bad.jsonl', '--rubric', 'class'], { cwd });
  expect(refused.exit).toBe(65);
  expect(existsSync(path.join(cwd, 'new.db'))).toBe(false);
});

test('the vocabulary is asked about new events with those of the ledger behind them', async () => {
  const voided = event('v1', 'meritlog.event.voided', { id: 'x1', reason: 'a mistake' });
  const cwd = workFolder({ 'a.jsonl': one, 'v.jsonl': voided });
  await meritlog(['append', 'ledger.db', 'class/events.jsonl'], { cwd });
  expect((await meritlog(['append', 'ledger.db', 'v.jsonl', '--rubric', 'class'], { cwd })).err).toContain(
    '[void-unknown-event]',
  );
  await meritlog(['append', 'ledger.db', 'a.jsonl', '--rubric', 'class'], { cwd });
  expect((await meritlog(['append', 'ledger.db', 'v.jsonl', '--rubric', 'class'], { cwd })).exit).toBe(0);
});

test('recorded times are stamped anew, or kept on request and then in order', async () => {
  const recorded = (text: string, when: string): string =>
    `${JSON.stringify({ ...JSON.parse(text), recordedtime: when })}\n`;
  const cwd = workFolder();
  writeFileSync(path.join(cwd, 'old.jsonl'), recorded(one, '2026-06-15T10:00:00Z'));
  writeFileSync(path.join(cwd, 'older.jsonl'), recorded(two, '2026-06-14T10:00:00Z'));
  expect((await meritlog(['append', 'ledger.db', 'old.jsonl', '--preserve-recorded'], { cwd })).exit).toBe(0);
  const late = await meritlog(['append', 'ledger.db', 'older.jsonl', '--preserve-recorded'], { cwd });
  expect(late.exit).toBe(65);
  expect(late.err).toContain('older.jsonl:1:1 error [append-refused]');
  expect((await meritlog(['append', 'ledger.db', 'older.jsonl'], { cwd })).exit).toBe(0);
});

test('events come through a pipe', async () => {
  const cwd = workFolder();
  expect((await meritlog(['append', 'ledger.db', '-'], { cwd, stdin: one + two })).err).toContain('2 events appended');
  expect((await meritlog(['append', 'ledger.db', '-'], { cwd, stdin: '' })).err).toBe(
    'There are no events to append.\n',
  );
});

test('a folder whose events are a ledger runs like any other', async () => {
  const cwd = workFolder();
  await meritlog(['append', 'school/ledger.db', 'class/events.jsonl'], { cwd }).then(({ exit }) =>
    expect(exit).toBe(66),
  );
  const files = workFolder({ 'school/rubric.json': readFileSync(path.join(cwd, 'class/rubric.json'), 'utf8') });
  await meritlog(['append', 'school/ledger.db', 'class/events.jsonl'], { cwd: files });
  expect(await meritlog(['run', 'school'], { cwd: files })).toEqual(await meritlog(['run', 'class'], { cwd: files }));
  expect((await meritlog(['check', 'school'], { cwd: files })).err).toBe('2 files checked, no problems.\n');
});
