import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { describe, expect, onTestFinished, test } from 'vitest';
import { durabilityOf } from '../src/durability.js';
import { appending, expectWhole } from './appending.js';
import { hasNats, newLedger, openStore, serverOfFile } from './server.js';

const writer = fileURLToPath(new URL('./killed-writer.mjs', import.meta.url));

/** The acknowledgements of a writer, "position id", that is killed after so many. */
async function acknowledged(args: readonly string[], count: number): Promise<readonly string[]> {
  const lines: string[] = [];
  const child = spawn(process.execPath, [writer, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === count) child.kill('SIGKILL');
  }
  await ended;
  return lines;
}

describe.skipIf(!hasNats)('What was acknowledged is there', async () => {
  if (!hasNats) return;
  const server = await serverOfFile();
  const { connection } = server;

  test('after two writers with many callers are killed, and nothing is torn', async () => {
    const ledger = newLedger();
    const args = (name: string) => [JSON.stringify({ connection, ledger }), name, '16'];
    const lines = await Promise.all(['a', 'b'].map((name) => acknowledged(args(name), 100)));
    expect(lines.map((some) => some.length >= 100)).toEqual([true, true]);
    await expectWhole(await openStore({ connection, ledger }), lines.flat());
  });

  test('after the server is killed in the midst of appends; they go on by themselves when it is started again', async () => {
    const store = await openStore({ connection, ledger: newLedger(), patienceMs: 60_000 });
    const appends = appending(store, 16);
    for (let kill = 0; kill < 3; kill += 1) {
      await appends.more(200);
      await server.kill();
      await server.restart();
    }
    await appends.more(200);
    await expectWhole(store, await appends.stop());
  });
});

describe.skipIf(!hasNats)('What the store claims', async () => {
  if (!hasNats) return;
  const { connection } = await serverOfFile();

  test('is read from the stream', async () => {
    const nats = await connect({ ...connection });
    onTestFinished(() => nats.close());
    const { streams } = await jetstreamManager(nats);
    const [onDisk, inMemory] = [newLedger(), newLedger()];
    await streams.add({ name: `meritlog-${inMemory}`, subjects: [`meritlog.1.${inMemory}`], storage: 'memory' });
    expect((await openStore({ nats, ledger: onDisk })).capabilities.durability).toBe('process');
    expect((await openStore({ nats, ledger: inMemory })).capabilities.durability).toBe('memory');
  });
});

test('Every stream has the durability that its storage and its replicas give it', () => {
  expect(durabilityOf({ storage: 'memory', num_replicas: 3 })).toBe('memory');
  expect(durabilityOf({ storage: 'file', num_replicas: 1 })).toBe('process');
  expect(durabilityOf({ storage: 'file', num_replicas: 2 })).toBe('process');
  expect(durabilityOf({ storage: 'file', num_replicas: 3 })).toBe('quorum');
  expect(durabilityOf({ storage: 'file', num_replicas: 5 })).toBe('quorum');
});
