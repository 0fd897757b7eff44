import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Io, runCli } from '../src/index.js';

export const home: string = path.resolve(import.meta.dirname, '..');
export const examples: string = path.resolve(home, '../../examples');

export interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Io['env'];
  readonly terminal?: boolean;
}

/** Runs the command in this process, in a world of its own. */
export async function meritlog(args: readonly string[], world: World = {}): Promise<Run> {
  const { cwd = home, stdin = '', env = {}, terminal = false } = world;
  let [out, err] = ['', ''];
  const exit = await runCli(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    stdin: (async function* () {
      yield stdin;
    })(),
    env,
    cwd,
    isTTY: { stdin: terminal, stdout: terminal, stderr: terminal },
    home,
  });
  return { exit, out, err };
}

/** A working folder with both examples, `class` and `bids`, and further files; gone after the test. */
export function workFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'meritlog-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, from] of Object.entries({ class: 'class-conduct', bids: 'contractor-scorecard' })) {
    for (const file of ['rubric.json', 'events.jsonl'])
      cpSync(path.join(examples, from, file), path.join(folder, name, file));
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** A line of an event file about a pupil of the class. */
export function event(id: string, type: string, data: object, subject = 'li-na'): string {
  const envelope = {
    specversion: '1.0',
    id,
    source: '/school/class-7',
    type,
    subject,
    time: '2026-06-15T09:00:00+08:00',
  };
  return `${JSON.stringify({ ...envelope, data })}\n`;
}
