import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { examples, home, workFolder } from './meritlog.js';

const bin = path.join(home, 'bin/meritlog.mjs');

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

function meritlog(args: readonly string[], cwd: string, stdin = '', closeAfter?: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...process.env, LC_ALL: 'en_GB.UTF-8' } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
      if (closeAfter !== undefined && out.length >= closeAfter) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part));
    child.on('error', reject).on('close', (exit) => resolve({ exit, out, err }));
    child.stdin.on('error', () => {}).end(stdin);
  });
}

test('the built command prints the outcome that lies beside the example', { timeout: 60_000 }, async () => {
  const { exit, out, err } = await meritlog(['run', '.', '--format', 'json'], path.join(examples, 'class-conduct'));
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toBe(readFileSync(path.join(examples, 'class-conduct/expected.json'), 'utf8'));
});

test('a day with the built command: init, check, append, run, explain, diff', { timeout: 60_000 }, async () => {
  const cwd = workFolder();
  const steps = [
    ['init', 'mine', '--template', 'contractor-scorecard'],
    ['check', 'mine'],
    ['append', 'ledger.db', 'mine/events.jsonl', '--rubric', 'mine'],
    ['run', 'mine/rubric.json', 'ledger.db'],
    ['explain', 'mine/rubric.json', 'ledger.db', 'castor'],
    ['diff', 'mine/rubric.json', 'mine/events.jsonl', 'ledger.db'],
  ];
  for (const step of steps) expect({ step, exit: (await meritlog(step, cwd)).exit }).toEqual({ step, exit: 0 });
});

test('a pipe through the built command, from its input to a reader that closes early', {
  timeout: 60_000,
}, async () => {
  const cwd = workFolder();
  const events = readFileSync(path.join(cwd, 'class/events.jsonl'), 'utf8');
  expect((await meritlog(['run', 'class/rubric.json', '-'], cwd, events)).out).toContain('li-na');
  const cut = await meritlog(['run', 'class', '--format', 'json'], cwd, '', 1);
  expect(cut.err).toBe('');
});

test('wrong usage ends with 64, a missing input with 66', { timeout: 60_000 }, async () => {
  expect((await meritlog(['rnu'], home)).exit).toBe(64);
  expect((await meritlog(['run', 'nowhere'], home)).exit).toBe(66);
});
