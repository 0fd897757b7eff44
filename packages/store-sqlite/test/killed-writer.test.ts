import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '@meritlog/store-sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { gather, sampleEvent } from './sample.js';
import { temporaryFile } from './temporary-folder.js';

const writer = fileURLToPath(new URL('./killed-writer.mjs', import.meta.url));

/** The acknowledgements of a writer that is killed after so many of them: "position id". */
async function acknowledged(file: string, callers: number, count: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, file, String(callers)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === count) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return lines;
}

test('After a writer with many callers is killed, all it acknowledged is there and nothing is torn', async () => {
  const file = await temporaryFile('ledger.sqlite');
  const lines = await acknowledged(file, 16, 100);
  const store = await openSqliteStore({ file, now: () => 0 });
  onTestFinished(() => store.close());
  const stored = await gather(store);
  expect(stored.map(({ position, event }) => `${position} ${event.id}`)).toEqual(expect.arrayContaining([...lines]));
  expect(stored.map(({ position }) => position)).toEqual(stored.map((_, index) => index + 1));
  expect(stored.every(({ event }) => event.data?.text === 'x'.repeat(200))).toBe(true);
  expect(await store.append([sampleEvent('next')])).toMatchObject({ events: [{ position: stored.length + 1 }] });
}, 60_000);
