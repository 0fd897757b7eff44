import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { durabilityOf } from '../src/durability.js';
import { gather, sampleEvent } from './sample.js';
import { newDatabase, openStore, poolOf, serverOfFile } from './server.js';

const server = await serverOfFile({ fsync: 'on' });
const writer = fileURLToPath(new URL('./killed-writer.mjs', import.meta.url));

/** The acknowledgements of a writer, "position id", that is killed after so many, or whose server is. */
async function acknowledged(
  args: readonly string[],
  count: number,
  kill?: () => Promise<void>,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const child = spawn(process.execPath, [writer, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === count) await (kill?.() ?? child.kill('SIGKILL'));
  }
  await ended;
  return lines;
}

async function expectWhole(database: typeof server.connection, lines: readonly string[]): Promise<void> {
  const store = await openStore({ connection: database });
  const stored = await gather(store);
  expect(stored.map(({ position, event }) => `${position} ${event.id}`)).toEqual(expect.arrayContaining([...lines]));
  expect(stored.map(({ position }) => position)).toEqual(stored.map((_, index) => index + 1));
  expect(stored.every(({ event }) => event.data?.text === 'x'.repeat(200))).toBe(true);
  expect(await store.append([sampleEvent('next')])).toMatchObject({ events: [{ position: stored.length + 1 }] });
}

test('After two writers with many callers are killed, all they acknowledged is there and nothing is torn', async () => {
  const database = await newDatabase(server);
  await (await openStore({ connection: database })).close();
  const args = (name: string) => [JSON.stringify(database), name, '16'];
  const lines = await Promise.all(['a', 'b'].map((name) => acknowledged(args(name), 100)));
  await expectWhole(database, lines.flat());
});

test('After the server is killed in the midst of appends and started again, all that was acknowledged is there', async () => {
  const database = await newDatabase(server);
  const lines = await acknowledged([JSON.stringify(database), 'a', '16'], 100, server.kill);
  expect(lines.length).toBeGreaterThanOrEqual(100);
  await server.restart();
  await expectWhole(database, lines);
});

test('What the store claims is read from the settings of the server', async () => {
  const pool = poolOf(server);
  expect((await openStore({ connection: server.connection })).capabilities.durability).toBe('power');
  await pool.query('ALTER SYSTEM SET fsync = off');
  await pool.query('SELECT pg_reload_conf()');
  while ((await pool.query('SHOW fsync')).rows[0]?.fsync === 'on');
  expect((await openStore({ connection: server.connection })).capabilities.durability).toBe('process');
});

test('Every combination of settings has the durability that the manual gives it', () => {
  const safe = {
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    synchronous_standby_names: '',
    persistence: 'p',
  };
  const standby = { ...safe, synchronous_standby_names: 'ANY 1 (a, b)' };
  expect(durabilityOf(safe)).toBe('power');
  expect(durabilityOf({ ...safe, synchronous_commit: 'local' })).toBe('power');
  expect(durabilityOf({ ...safe, fsync: 'off' })).toBe('process');
  expect(durabilityOf({ ...safe, full_page_writes: 'off' })).toBe('process');
  expect(durabilityOf({ ...safe, synchronous_commit: 'off' })).toBe('memory');
  expect(durabilityOf({ ...safe, persistence: 'u' })).toBe('memory');
  expect(durabilityOf(standby)).toBe('quorum');
  expect(durabilityOf({ ...standby, synchronous_commit: 'remote_apply' })).toBe('quorum');
  expect(durabilityOf({ ...standby, synchronous_commit: 'remote_write' })).toBe('power');
  expect(durabilityOf({ ...standby, synchronous_commit: 'local' })).toBe('power');
});
