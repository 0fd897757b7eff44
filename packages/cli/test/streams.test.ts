import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../src/index.js';
import { progressOn } from '../src/show/progress.js';
import { event, home, meritlog, workFolder } from './meritlog.js';

test('events come from standard input in place of a file', async () => {
  const cwd = workFolder();
  const stdin = readFileSync(path.join(cwd, 'class/events.jsonl'), 'utf8');
  expect(await meritlog(['run', 'class/rubric.json', '-'], { cwd, stdin })).toEqual(
    await meritlog(['run', 'class'], { cwd }),
  );
  const bad = await meritlog(['run', 'class/rubric.json', '-'], { cwd, stdin: event('x1', 'rule.broken', {}) });
  expect(bad.err).toContain('<stdin>:1:');
});

test.each([
  ['en', 'Standard input is a terminal, but a file is expected from it.'],
  ['zh', '标准输入是终端，而这里需要从中读取文件。'],
])('a terminal in place of a file is told at once, in %s', async (lang, said) => {
  const { exit, err } = await meritlog(['run', 'class', '-', '--lang', lang], {
    cwd: workFolder(),
    terminal: true,
    env: { NO_COLOR: '1' },
  });
  expect({ exit, told: err.includes(said) }).toEqual({ exit: 64, told: true });
});

test('standard input cannot be rubric and events at once', async () => {
  expect((await meritlog(['run', '-', '-'], { stdin: '{}' })).err).toContain('[input-twice]');
});

test('colour is for terminals that want it', async () => {
  const cwd = workFolder();
  const run = async (terminal: boolean, env: Record<string, string>): Promise<boolean> =>
    (await meritlog(['run', 'class'], { cwd, terminal, env })).out.includes('\u001b');
  expect(await run(true, { TERM: 'xterm' })).toBe(true);
  expect(await run(true, { TERM: 'xterm', NO_COLOR: '1' })).toBe(false);
  expect(await run(true, { TERM: 'dumb' })).toBe(false);
  expect(await run(false, { TERM: 'xterm' })).toBe(false);
});

test('progress is told on a terminal only, and only when it takes long', async () => {
  const steps = async (terminal: boolean, ms: number): Promise<string> => {
    let said = '';
    let now = 0;
    const isTTY = { stdin: false, stdout: false, stderr: terminal };
    const stderr = { write: (text: string) => (said += text) };
    const io = { stdout: stderr, stderr, stdin: nothing(), env: {}, cwd: home, isTTY, home };
    const progress = progressOn(io, 'en', () => now);
    now = ms;
    await progress.step({ en: 'reading', zh: '正在读取' });
    progress.clear();
    return said;
  };
  expect(await steps(true, 299)).toBe('');
  expect(await steps(true, 300)).toBe('reading…\r\u001b[K');
  expect(await steps(false, 9999)).toBe('');
});

test.each([
  ['en', 'This is a bug in meritlog, not a mistake of yours.'],
  ['zh', '这是 meritlog 自身的缺陷，不是您的错误。'],
])('our own failure is called ours, in %s, with a stack only on request', async (lang, said) => {
  const fail = async (env: Record<string, string>): Promise<{ exit: number; err: string }> => {
    let err = '';
    const stdout = {
      write: (): never => {
        throw new TypeError('the planted failure');
      },
    };
    const isTTY = { stdin: false, stdout: false, stderr: false };
    const io = {
      stdout,
      stderr: { write: (text: string) => (err += text) },
      stdin: nothing(),
      env,
      cwd: workFolder(),
      isTTY,
      home,
    };
    return { exit: await runCli(['run', 'class', '--lang', lang], io), err };
  };
  const quiet = await fail({});
  expect(quiet).toMatchObject({ exit: 70, err: expect.stringContaining(said) });
  expect(quiet.err).toContain(`meritlog run class --lang ${lang}`);
  expect(quiet.err).toContain('TypeError: the planted failure');
  expect(quiet.err).not.toContain('streams.test.ts');
  expect((await fail({ MERITLOG_DEBUG: '1' })).err).toContain('streams.test.ts');
});

async function* nothing(): AsyncGenerator<string> {}

test('the language is that of the environment, unless asked otherwise', async () => {
  const help = async (env: Record<string, string>, ...more: string[]): Promise<string> =>
    (await meritlog(['--help', ...more], { env })).out.slice(0, 3);
  expect(await help({ LANG: 'zh_CN.UTF-8' })).toBe('用法：');
  expect(await help({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' })).toBe('Usa');
  expect(await help({ LANG: 'de_DE.UTF-8' })).toBe('Usa');
  expect(await help({}, '--lang=zh')).toBe('用法：');
});
